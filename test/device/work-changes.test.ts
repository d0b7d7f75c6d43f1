import Dexie, { type ObservabilitySet } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WorkChange, workChangeOf } from '../../src/device/work-changes.ts';
import { withField } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { Phone, WANG } from './phone.ts';

let changes: WorkChange[] = [];
let phone: Phone;

const note = (parts: ObservabilitySet) => {
  changes.push(workChangeOf(parts, phone.database.name));
};

beforeEach(async () => {
  phone = await Phone.of(new ModelServer({ villages: [DONGSHENG] }), WANG);
  changes = [];
  Dexie.on('storagemutated', note);
});

afterEach(() => Dexie.on.storagemutated.unsubscribe(note));

test('每打一次字、每做一步，都可能有了服务器没有的东西，第二份要马上跟上', async () => {
  const code = await phone.draft();
  await phone.type(code, (content) => withField(content, 'note', '又写了一句'));
  await phone.act(code, { kind: 'submit' });
  expect(changes.filter((one) => one !== 'none')).toEqual(['work', 'work', 'work', 'work']);
});

test('上传只会让没送到的变少：第二份里都还在，不必跟着一页一页地重做', async () => {
  await phone.draft();
  await phone.draft();
  changes = [];
  await phone.sync();
  expect(await phone.outbox()).toEqual([]);
  expect(changes).toContain('sync');
  expect(changes).not.toContain('work');
});

test('上传途中又打的字，不算上传的事', async () => {
  const code = await phone.draft();
  phone.link = async (request) => {
    changes = [];
    phone.link = phone.plainLink;
    await phone.type(code, (content) => withField(content, 'note', '路上写的'));
    return phone.plainLink(request);
  };
  await phone.sync();
  expect(changes.at(0)).toBe('work');
  expect((await phone.notice(code)).head.content.fields['note']).toBe('路上写的');
});

test('手机里别的库怎么变，与它无关', () => {
  expect(workChangeOf({ 'idb://another/notices/': {} } as never, phone.database.name)).toBe('none');
});
