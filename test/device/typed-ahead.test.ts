import { expect, test } from 'vitest';
import {
  aheadName,
  DraftHistory,
  keepAhead,
  saveStep,
  saveTyped,
  takeUpAhead,
} from '../../src/device/index.ts';
import type { Locks } from '../../src/device/one-syncer.ts';
import {
  changeBetween,
  LIMITS,
  type NoticeCode,
  type NoticeContent,
  withCell,
  withField,
  withRowsAppended,
} from '../../src/notice/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { Phone, WANG, ZHAO } from './phone.ts';

const TABLE = 'households';
const note = (text: string) => (content: NoticeContent) => withField(content, 'note', text);

/** Types without a pause into one draft, which is open under a name of its own. */
async function typingOn(phone: Phone, code: NoticeCode, id = 'tab-1') {
  const { database, store, now } = phone;
  const history = new DraftHistory(database, now);
  const name = aheadName([DONGSHENG, code], id);
  const ground = (await phone.notice(code)).head.content;
  let standing = ground;
  return {
    type: async (edit: (content: NoticeContent) => NoticeContent) => {
      standing = edit(standing);
      const change = changeBetween(ground, standing);
      if (change) await keepAhead(database, name, change);
    },
    pause: () =>
      saveTyped(
        database,
        { store, history },
        { village: DONGSHENG, code },
        { before: ground, after: standing },
        name,
      ),
  };
}

function takeUp(phone: Phone, locks?: Locks) {
  const { database, store, now } = phone;
  return takeUpAhead(database, { store, history: new DraftHistory(database, now) }, locks);
}

async function aDraft() {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const phone = await Phone.of(server, WANG);
  const code = await phone.draft(aContent().withHouseholds(2).withField('note', '').build());
  return { server, phone, code };
}

test('一口气打字时手机没电了，再打开应用，打的字都在，也排着队要上传，还能撤回', async () => {
  const { phone, code } = await aDraft();
  await phone.sync();
  const draft = await typingOn(phone, code);
  await draft.type(note('示例'));
  await draft.type(note('示例一'));
  await draft.type((content) => withCell(content, TABLE, 'household-1', 'householder', '王春生'));
  await draft.type((content) =>
    withRowsAppended(content, TABLE, [{ id: 'household-9', cells: { householder: '李秀兰' } }]),
  );
  expect((await phone.notice(code)).head.content.fields['note'] ?? '').toBe('');

  const again = phone.restarted();
  expect(await takeUp(again)).toEqual([[DONGSHENG, code]]);
  const { content, conflicts } = (await again.notice(code)).head;
  expect(content.fields['note']).toBe('示例一');
  const names = content.tables[TABLE]?.map(({ id, cells }) => [id, cells['householder']]);
  expect(names).toContainEqual(['household-1', '王春生']);
  expect(names).toContainEqual(['household-9', '李秀兰']);
  expect(conflicts).toEqual([]);
  expect((await again.outbox()).map(({ action }) => action.kind)).toEqual(['pending-save']);
  const history = new DraftHistory(again.database, again.now);
  expect(await history.counts(DONGSHENG, code)).toEqual({ undo: 1, redo: 0 });
  expect(await takeUp(again)).toEqual([]);
});

test('停下来以后都存好了：先记下的那份不再留着', async () => {
  const { phone, code } = await aDraft();
  const draft = await typingOn(phone, code);
  await draft.type(note('示例'));
  await draft.pause();
  expect((await phone.notice(code)).head.content.fields['note']).toBe('示例');
  expect(await takeUp(phone)).toEqual([]);
});

test('另一个窗口还开着、正在打字，新开的窗口不去动它的', async () => {
  const { phone, code } = await aDraft();
  const [open, dead] = [await typingOn(phone, code), await typingOn(phone, code, 'tab-2')];
  await open.type(note('还在打'));
  await dead.type((content) => withField(content, 'standard', '半截'));
  const held = aheadName([DONGSHENG, code], 'tab-1');
  const locks: Locks = {
    request: async (name, _options, work) => work(name === held ? null : {}),
  };
  expect(await takeUp(phone, locks)).toEqual([[DONGSHENG, code]]);
  const { fields } = (await phone.notice(code)).head.content;
  expect([fields['note'] ?? '', fields['standard']]).toEqual(['', '半截']);
  await open.pause();
  expect((await phone.notice(code)).head.content.fields['note']).toBe('还在打');
});

test('没电以后别人改了同一处：两种说法都留着，由人来定', async () => {
  const { server, phone, code } = await aDraft();
  await phone.sync();
  const draft = await typingOn(phone, code);
  await draft.type(note('我打的'));
  const other = await Phone.of(server, ZHAO);
  await other.sync();
  await other.type(code, note('别人打的'));
  await other.sync();

  const again = phone.restarted();
  await again.sync();
  await takeUp(again);
  const { content, conflicts } = (await again.notice(code)).head;
  expect(conflicts.map(({ values }) => values.map(({ value }) => value))).toEqual([
    ['别人打的', '我打的'],
  ]);
  expect(['别人打的', '我打的']).toContain(content.fields['note']);
});

test('存满了写不下：说得出来，原来的一字不少', async () => {
  const { phone, code } = await aDraft();
  const draft = await typingOn(phone, code);
  await draft.type(note('示例'));
  const again = phone.restarted();
  again.writesLeft = 0;
  await expect(takeUp(again)).rejects.toThrow();
  again.writesLeft = undefined;
  await takeUp(again);
  expect((await again.notice(code)).head.content.fields['note']).toBe('示例');
});

test('先记下的字太长，也不会因此丢掉', async () => {
  const { phone, code } = await aDraft();
  const draft = await typingOn(phone, code);
  const text = '长'.repeat(LIMITS.cellLength + 1);
  await draft.type((content) => withCell(content, TABLE, 'household-1', 'householder', text));
  await takeUp(phone);
  const [row] = (await phone.notice(code)).head.content.tables[TABLE] ?? [];
  expect(row?.cells['householder']).toBe(text);
});

test('一份存不进去，别的照样存；存不进去的留着，说得出来，下次再试', async () => {
  const { phone, code } = await aDraft();
  const other = await phone.draft(aContent().withHouseholds(1).withField('note', '').build());
  await (await typingOn(phone, code)).type(note('存不进去的'));
  await (await typingOn(phone, other)).type(note('存得进去的'));
  const again = phone.restarted();
  const { database, store, now } = again;
  const broken = {
    save: (...[village, which, ...rest]: Parameters<typeof store.save>) =>
      which === code
        ? Promise.reject(new Error('a fault of the program'))
        : store.save(village, which, ...rest),
  } as typeof store; // no other part of it is used
  const history = new DraftHistory(database, now);
  await expect(takeUpAhead(database, { store: broken, history })).rejects.toThrow('still ahead');
  expect((await again.notice(other)).head.content.fields['note']).toBe('存得进去的');
  expect((await again.notice(code)).refusal).toEqual({ code: 'typed-apart', action: 'save' });
  expect(await takeUp(again)).toEqual([[DONGSHENG, code]]);
  expect((await again.notice(code)).head.content.fields['note']).toBe('存不进去的');
  expect(await again.notice(code)).not.toHaveProperty('refusal');
});

test('撤销存好了：先记下的不会再冒出来', async () => {
  const { phone, code } = await aDraft();
  const draft = await typingOn(phone, code);
  await draft.type(note('打错的'));
  const { content } = (await phone.notice(code)).head;
  const key = { village: DONGSHENG, code };
  const name = aheadName([DONGSHENG, code], 'tab-1');
  const undone = note('撤回以后的')(content);
  await saveStep(phone.database, phone.store, key, { before: content, after: undone }, name);
  const again = phone.restarted();
  expect(await takeUp(again)).toEqual([]);
  expect((await again.notice(code)).head.content.fields['note']).toBe('撤回以后的');
});
