// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import fc from 'fast-check';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { useTypedText } from '../../src/app/hooks/use-typed-text.ts';
import {
  containsForbidden,
  redactBeforeStorage,
  type TextContext,
} from '../../src/privacy/index.ts';
import { readTyped } from '../../src/spreadsheet/index.ts';
import { corpusOf } from '../privacy/corpus/index.ts';

const CELL: TextContext = { where: 'cell', columnLabel: '备注' };

interface Draft {
  readonly text: string;
  readonly set: (text: string) => void;
}

function Field({
  context,
  onDraft,
  asRead,
}: {
  context: TextContext;
  onDraft: (draft: Draft) => void;
  asRead?: ((text: string) => string) | undefined;
}) {
  const [value, setValue] = useState('');
  onDraft({ text: value, set: setValue });
  const { control } = useTypedText(value, context, setValue, asRead);
  return <input {...control} />;
}

/** A field over a draft that stores what it says now and then, strictly, and shows what it stored. */
function aField(context: TextContext, asRead?: (text: string) => string) {
  let draft: Draft = { text: '', set: () => undefined };
  const kept: string[] = [];
  const told = (now: Draft) => {
    draft = now;
  };
  const { container } = render(<Field context={context} onDraft={told} asRead={asRead} />);
  const input = container.querySelector('input');
  if (!input) throw new Error('no field');
  return {
    shown: () => input.value,
    draft: () => draft.text,
    kept,
    type: (key: string) => {
      fireEvent.change(input, { target: { value: input.value + key } });
      input.setSelectionRange(input.value.length, input.value.length);
    },
    save: () =>
      act(() => {
        const { text } = redactBeforeStorage(draft.text, context);
        kept.push(text);
        draft.set(text);
      }),
    /** Somebody else's words come by a sync. */
    receive: (text: string) => act(() => draft.set(text)),
    leave: () => fireEvent.blur(input),
  };
}

afterEach(cleanup);

describe('一边打字一边自动保存', () => {
  test('打到一半的号码像手机号，存的是遮住的，手下的不动，接着打完', () => {
    const field = aField({ where: 'cell', columnLabel: '项目编号' });
    for (const key of '13900000001') {
      field.type(key);
      field.save();
    }
    expect(field.shown()).toBe('13900000001');
    field.type('4567');
    field.save();
    field.leave();
    expect(field.shown()).toBe('139000000014567');
    expect(field.kept.at(-1)).toBe('139000000014567');
  });

  test('带着单位打的数，离开时去掉单位', () => {
    const people = { type: 'count', unit: '人' } as const;
    const field = aField({ where: 'text' }, (text) => readTyped(people, text));
    for (const key of '36人') field.type(key);
    field.save();
    expect(field.shown()).toBe('36人');
    field.leave();
    expect([field.shown(), field.draft()]).toEqual(['36', '36']);
  });

  test('手机号打完，离开才遮', () => {
    const field = aField(CELL);
    for (const key of '13900000001') field.type(key);
    field.save();
    expect(field.shown()).toBe('13900000001');
    field.leave();
    expect(field.shown()).toBe('139****0001');
    expect(field.draft()).toBe('139****0001');
  });

  test('十八位身份证号打满就遮', () => {
    const field = aField(CELL);
    for (const key of '23071718800101008X') field.type(key);
    expect(field.shown()).toBe('230717************');
  });

  test('别人改了同一处，看到的是合并后的', () => {
    const field = aField(CELL);
    field.type('13900000001');
    field.receive('已核对');
    expect(field.shown()).toBe('已核对');
  });

  test('什么时候存、存几次，打的字都不变，存下的都没有不该存的号', () => {
    const texts = fc.constantFrom(
      ...corpusOf(300, 11).map(({ text }) => text.replaceAll('\n', ' ')),
    );
    const contexts = fc.constantFrom<TextContext>(CELL, { where: 'text' }, { where: 'contact' });
    const saves = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(texts, contexts, saves, (text, context, savesAt) => {
        const field = aField(context);
        let expected = '';
        [...text].forEach((key, index) => {
          field.type(key);
          expected = redactBeforeStorage(expected + key, {
            ...context,
            caret: expected.length + key.length,
          }).text;
          if (savesAt[index % savesAt.length]) field.save();
          expect(field.shown()).toBe(expected);
        });
        field.leave();
        field.save();
        expect(field.shown()).toBe(redactBeforeStorage(expected, context).text);
        for (const one of field.kept) expect(containsForbidden(one, context)).toBe(false);
        cleanup();
      }),
      { numRuns: 150 },
    );
  });
});
