import { cellText } from './cell-text.ts';
import { knownChannelIdOf } from './channel-id.ts';
import { splitOutsideBrackets } from './split-outside-brackets.ts';

export interface PrintedChannel {
  readonly label: string;
  readonly ticked: boolean;
}

export interface ReadChannels {
  readonly channels: readonly PrintedChannel[];
  /** Words before the first box, and boxes that cannot be told to be filled or empty. */
  readonly unreadable: readonly string[];
}

const FILLED = '■☑☒√✓✔▣◼●▪';
const EMPTY = '□☐▢◻○▫';
// stands for a box of a symbol font that lost its font and shows as a letter
const LOST = '\uE000';
const BOX = new RegExp(`[${FILLED}${EMPTY}${LOST}]`, 'u');
const BEFORE_BOX = new RegExp(`(?=[${FILLED}${EMPTY}${LOST}])`, 'u');

/**
 * Reads a cell 公开渠道和载体: boxes with labels, or a plain list, in which all are named as used.
 * 口 is an empty box where it stands before a label, not in 窗口. A box that shows as a letter
 * (t政府网站) is not guessed: its channel counts as not ticked and is told as unreadable.
 */
export function readChannels(cell: string): ReadChannels {
  const text = withLostBoxes(withMouthsAsBoxes(cellText(cell)));
  return BOX.test(text) ? boxed(text) : listed(text);
}

function withMouthsAsBoxes(text: string): string {
  return text.replace(/口/gu, (mouth, at: number) => {
    const before = text[at - 1] ?? '\n';
    if (/[\s■□☑☐]/u.test(before)) return '□';
    return !/[窗端门出入路关]/u.test(before) && beginsWithChannel(text.slice(at + 1)) ? '□' : mouth;
  });
}

function withLostBoxes(text: string): string {
  return text.replace(/(?<=^|\s)[tRnoþ£¨?？](?=\s*\p{Script=Han})/gu, (letter, at: number) =>
    beginsWithChannel(text.slice(at + 1)) ? LOST : letter,
  );
}

function beginsWithChannel(text: string): boolean {
  const label = text.trimStart().split(/[■□☑☐口\s]/u)[0] ?? '';
  return knownChannelIdOf(label) !== undefined;
}

function boxed(text: string): ReadChannels {
  const channels: PrintedChannel[] = [];
  const unreadable: string[] = [];
  for (const piece of text.split(BEFORE_BOX)) {
    const box = piece[0] ?? '';
    const label = labelIn(piece.replace(BOX, ''));
    if (label === '') continue;
    if (!BOX.test(box)) unreadable.push(label);
    else channels.push({ label, ticked: FILLED.includes(box) });
    if (box === LOST) unreadable.push(label);
  }
  return { channels, unreadable };
}

/** A label broken over two lines is one word again, for Chinese knows no spaces. */
function labelIn(words: string): string {
  return words
    .replace(/(?<=[\p{Script=Han}（）()/])\s+(?=[\p{Script=Han}（）()/])/gu, '')
    .trim()
    .replace(/[；;，,。、：:_＿\s]+$/u, '');
}

function listed(text: string): ReadChannels {
  const labels = text
    .split('\n')
    .flatMap((line) => (knownChannelIdOf(line) ? [line] : splitOutsideBrackets(line, '、；;，, ')))
    .filter(Boolean);
  return { channels: labels.map((label) => ({ label, ticked: true })), unreadable: [] };
}
