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

/** The field of a form that judges what is written only when the page was drawn again. */
function AskedLate({ part, before = '' }: { part: Field; before?: string }) {
  const [value, setValue] = useState(before);
  const [judged, setJudged] = useState(before);
  return (
    <>
      <ValueField
        id={part.id}
        part={part}
        value={value}
        context={contextOfField(part)}
        onChange={setValue}
        error={/^\d+$/.test(judged) ? undefined : `请填人数，不是“${judged}”`}
        judged={judged}
      />
      <button type="button" onClick={() => setJudged(value)}>
        看一遍
      </button>
    </>
  );
}

test('填好一栏离开时，不先说它没填再改口；真错的还是说', () => {
  const part = template.fields.find(({ id }) => id === 'expected');
  if (!part) throw new Error('no field');
  render(<AskedLate part={part} />);
  const input = screen.getByRole('textbox');
  const judge = () => fireEvent.click(screen.getByRole('button', { name: '看一遍' }));
  fireEvent.change(input, { target: { value: '36' } });
  fireEvent.blur(input);
  expect(screen.queryByText(/请填人数/)).toBeNull();
  judge();
  expect(screen.queryByText(/请填人数/)).toBeNull();

  fireEvent.change(input, { target: { value: '好多' } });
  fireEvent.blur(input);
  judge();
  expect(screen.getByText('请填人数，不是“好多”')).toBeTruthy();
});

test('空着离开，说得出没填', () => {
  const part = template.fields.find(({ id }) => id === 'expected');
  if (!part) throw new Error('no field');
  render(<AskedLate part={part} />);
  fireEvent.blur(screen.getByRole('textbox'));
  expect(screen.getByText('请填人数，不是“”')).toBeTruthy();
});

test('一句里遮了两种号码，两种都说', () => {
  const part = template.fields.find(({ id }) => id === 'note');
  if (!part) throw new Error('no field');
  const { container } = render(<Asked part={part} />);
  const area = container.querySelector('textarea');
  if (!area) throw new Error('no control');
  fireEvent.change(area, {
    target: { value: '王某 13800001234，身份证 230717188001010012' },
  });
  fireEvent.blur(area);
  expect(screen.getByRole('status').textContent).toMatch(/手机号/);
  expect(screen.getByRole('status').textContent).toMatch(/身份证号/);
});

test('以前就填错的，一打开就在旁边说；正在改的时候不说新的，改好了就不说了', () => {
  const part = template.fields.find(({ id }) => id === 'expected');
  if (!part) throw new Error('no field');
  render(<AskedLate part={part} before="好多" />);
  expect(screen.getByText('请填人数，不是“好多”')).toBeTruthy();
  const input = screen.getByRole('textbox');
  const judge = () => fireEvent.click(screen.getByRole('button', { name: '看一遍' }));
  fireEvent.change(input, { target: { value: '好多人' } });
  judge();
  expect(screen.queryByText(/请填人数/)).toBeNull();
  fireEvent.change(input, { target: { value: '3' } });
  judge();
  fireEvent.blur(input);
  expect(screen.queryByText(/请填人数/)).toBeNull();
});
