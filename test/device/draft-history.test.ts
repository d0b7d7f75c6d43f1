import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { DeviceDatabase, DraftHistory } from '../../src/device/index.ts';
import { applyChange, type NoticeContent, withCell, withField } from '../../src/notice/index.ts';
import { A_CODE, aContent, DONGSHENG } from '../builders/index.ts';

let opened = 0;

/** A draft on a phone whose clock moves on only when a test says so. */
function aDraft() {
  opened += 1;
  const name = `history-${opened}`;
  let now = Date.parse('2026-11-24T08:00:00Z');
  let content: NoticeContent = aContent().withHouseholds(2).build();
  let isFull = false;
  let history = new DraftHistory(new DeviceDatabase(name), () => new Date(now));
  const step = (direction: 'undo' | 'redo') =>
    history.step(DONGSHENG, A_CODE, direction, async (change) => {
      if (isFull) return false;
      content = applyChange(content, change);
      return true;
    });
  return {
    type: async (note: string, secondsLater = 10) => {
      now += secondsLater * 1_000;
      const before = content;
      content = withField(content, 'note', note);
      await history.record(DONGSHENG, A_CODE, before, content);
    },
    record: async (after: NoticeContent) => {
      await history.record(DONGSHENG, A_CODE, content, after);
      content = after;
    },
    /** From now on nothing is stored any more, or everything again. */
    fill: (full: boolean) => {
      isFull = full;
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    counts: () => history.counts(DONGSHENG, A_CODE),
    note: () => content.fields['note'],
    content: () => content,
    /** The app is closed and opened again. */
    restart: () => {
      history = new DraftHistory(new DeviceDatabase(name), () => new Date(now));
    },
    stored: async () => JSON.stringify(await new DeviceDatabase(name).undoSteps.toArray()),
  };
}

describe('撤销的记录', () => {
  test('关掉再打开，还能一步步撤回、重做', async () => {
    const draft = aDraft();
    await draft.type('一');
    await draft.type('二');
    draft.restart();
    expect(await draft.counts()).toEqual({ undo: 2, redo: 0 });
    await draft.undo();
    expect(draft.note()).toBe('一');
    draft.restart();
    await draft.redo();
    expect(draft.note()).toBe('二');
    expect(await draft.redo()).toBe(false);
  });

  test('撤销没存上的，不算撤过：还能再撤', async () => {
    const draft = aDraft();
    await draft.type('一');
    await draft.type('二');
    draft.fill(true);
    await draft.undo();
    expect(await draft.counts()).toEqual({ undo: 2, redo: 0 });
    draft.fill(false);
    await draft.undo();
    expect(draft.note()).toBe('一');
    expect(await draft.counts()).toEqual({ undo: 1, redo: 1 });
  });

  test('连着打的字是一步，停一停再打是另一步', async () => {
    const draft = aDraft();
    await draft.type('大');
    await draft.type('大家', 1);
    await draft.type('大家好', 1);
    await draft.type('大家好。', 30);
    expect(await draft.counts()).toEqual({ undo: 2, redo: 0 });
  });

  test('撤回以后又写了新的，撤回的那些就不能重做了', async () => {
    const draft = aDraft();
    await draft.type('一');
    await draft.type('二');
    await draft.undo();
    await draft.type('三');
    expect(await draft.counts()).toEqual({ undo: 2, redo: 0 });
    await draft.undo();
    expect(draft.note()).toBe('一');
  });

  test('只留最近一百步', async () => {
    const draft = aDraft();
    for (let index = 0; index < 110; index += 1) await draft.type(`第${index}次`);
    expect(await draft.counts()).toEqual({ undo: 100, redo: 0 });
  });

  test('身份证号也不进撤销的记录', async () => {
    const draft = aDraft();
    await draft.record(
      withCell(draft.content(), 'households', 'household-1', 'householder', '23071718800101008X'),
    );
    expect(await draft.stored()).not.toContain('23071718800101008');
  });
});
