import { expect, test } from 'vitest';
import { rememberedKey, withField } from '../../src/notice/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { Phone, WANG } from './phone.ts';

const { template } = aContent();
const field = template.fields.find((one) => rememberedKey(template, one) !== undefined);
if (!field) throw new Error('a template that remembers nothing');
const { id } = field;

async function aPhone(): Promise<Phone> {
  return Phone.of(new ModelServer({ villages: [DONGSHENG] }), WANG);
}

/** What a notice that is begun now finds typed. */
async function found(phone: Phone): Promise<string | undefined> {
  const code = await phone.store.create(template, DONGSHENG);
  return (await phone.notice(code)).head.content.fields[id];
}

test('村里上次怎么写，下一份一开头就怎么写；两份轮着改，也总是最后写的那句', async () => {
  const phone = await aPhone();
  const [first, second] = [await phone.draft(), await phone.draft()];
  await phone.type(first, (content) => withField(content, id, '甲'));
  await phone.type(second, (content) => withField(content, id, '乙'));
  expect(await found(phone)).toBe('乙');
  await phone.type(first, (content) => withField(content, 'note', '别处改了一句'));
  expect(await found(phone)).toBe('甲');
});

test('没存成的那一次不算写过，下次存成了照样记得', async () => {
  const phone = await aPhone();
  const code = await phone.draft();
  phone.writesLeft = 1;
  const typed = phone.type(code, (content) => withField(content, id, '丙'));
  await expect(typed).rejects.toThrow();
  phone.writesLeft = undefined;
  expect(await found(phone)).not.toBe('丙');
  await phone.type(code, (content) => withField(content, id, '丙'));
  expect(await found(phone)).toBe('丙');
});
