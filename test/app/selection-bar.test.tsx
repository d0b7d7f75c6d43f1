// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { SelectionBar } from '../../src/app/components/selection-bar.tsx';
import { content, template } from '../../src/app/gallery/draft-samples.ts';
import { draftOf } from '../../src/app/gallery/row-samples.ts';
import { chooseLanguage } from '../../src/app/words.ts';
import { rowsInOrder } from '../../src/notice/index.ts';

beforeAll(() => chooseLanguage('zh-CN'));
afterEach(cleanup);

/** The list with all its households selected; `onDone` hears what can be taken back. */
function AllSelected({ onDone }: { onDone: (words: string) => void }) {
  const [held, setHeld] = useState(content);
  const [table] = template.tables;
  if (!table) throw new Error('no table');
  return (
    <SelectionBar
      draft={draftOf(held, setHeld)}
      table={table}
      selected={new Set(rowsInOrder(held, table.id).map(({ id }) => id))}
      onSelect={() => undefined}
      onSelectAll={() => undefined}
      onDone={onDone}
      onEnd={() => undefined}
    />
  );
}

function giveAll(text: string): void {
  fireEvent.click(screen.getByRole('button', { name: '改一栏' }));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: '改这5户' }));
  expect(screen.queryByRole('textbox')).toBeNull();
}

test('改成一样时只数真改了的；本来就一样，什么都没改，也就没有可撤销的', () => {
  const told: string[] = [];
  render(<AllSelected onDone={(words) => told.push(words)} />);
  giveAll('1组');
  expect(told).toEqual(['已改3户']);
  giveAll('1组');
  expect(told).toEqual(['已改3户']);
});
