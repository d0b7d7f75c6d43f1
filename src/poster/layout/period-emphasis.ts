import { type NoticeDocument, writeDay } from '../../notice/index.ts';
import type { Run } from './line-break.ts';

/**
 * Sets in strong type the clause that states the objection period, from its start to the second
 * date: it is what a villager must not miss. A text without both dates stays as it is.
 */
export function emphasised(text: string, period: NoticeDocument['period']): Run[] {
  if (!period) return [{ text, strong: false }];
  const first = text.indexOf(writeDay(period.from));
  const lastDay = writeDay(period.to);
  const last = first < 0 ? -1 : text.indexOf(lastDay, first);
  if (last < 0) return [{ text, strong: false }];
  const sentence = Math.max(...['。', '；', '！'].map((mark) => text.lastIndexOf(mark, first))) + 1;
  const end = last + lastDay.length;
  const runs = [
    { text: text.slice(0, sentence), strong: false },
    { text: text.slice(sentence, end), strong: true },
    { text: text.slice(end), strong: false },
  ];
  return runs.filter((run) => run.text !== '');
}
