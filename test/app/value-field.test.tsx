// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ValueField } from '../../src/app/components/value-field.tsx';
import { chooseLanguage } from '../../src/app/words.ts';
import type { Field } from '../../src/catalogue/templates/index.ts';
import { contextOfField } from '../../src/notice/index.ts';
import { aTemplate } from '../builders/index.ts';

beforeAll(() => chooseLanguage('zh-CN'));
afterEach(cleanup);

const template = aTemplate();
const confirming = { confirmed: [], confirm: () => undefined };

function Asked({ part }: { part: Field }) {
  const [value, setValue] = useState('');
  return (
    <ValueField
      id={part.id}
      part={part}
      value={value}
      context={contextOfField(part)}
      onChange={setValue}
      confirming={confirming}
    />
  );
}

/** The control of a field of the template, once this was typed into it and it was left. */
function afterTyping(id: string, text: string): HTMLInputElement {
  const part = template.fields.find((one) => one.id === id);
  if (!part) throw new Error(`no field ${id}`);
  const { container } = render(<Asked part={part} />);
  const input = container.querySelector('input');
  if (!input) throw new Error('no control');
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
  return input;
}

test('电话栏里的手机号不遮成半个号码，一下清空', () => {
  const input = afterTyping('villagePhone', '13900000001');
  expect(screen.queryByRole('button', { name: '遮住' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '清空' }));
  expect(input.value).toBe('');
});

test('人数带着“人”字打，离开时只留数', () => {
  expect(afterTyping('expected', '36人').value).toBe('36');
});

test('日期的年份最多四位', () => {
  expect(afterTyping('signedOn', '2026-11-23').max).toBe('9999-12-31');
});
