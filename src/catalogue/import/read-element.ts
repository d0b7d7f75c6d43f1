import type { CatalogueElement } from '../catalogue-schema.ts';
import { splitOutsideBrackets } from './split-outside-brackets.ts';

const MARK = /^(?:[·•●○◆■▪*-]|[(（]?\d{1,2}(?:[.．、]|[)）])|[①-⑳])\s*/u;
const BRACKETED = /^([^（(]+)[（(](.+)[）)]$/su;
const CIRCLED = /^([^①-⑳]*?)[：:]?\s*①/u;
const OPEN_END = /等(?:情况|内容|信息)?$/u;

/** Splits a printed line into its bullet ('' where it has none) and the rest. */
export function splitMark(line: string): { mark: string; text: string } {
  // a year or an amount at the start ('2026.1') is no bullet
  const mark = /^\d+[.．]\d/.test(line) ? '' : (MARK.exec(line)?.[0] ?? '');
  return { mark, text: line.slice(mark.length) };
}

/**
 * Reads one line of 公开内容（要素）. The words stay as they are; `head`, `parts` and `openEnded`
 * are added only where the line enumerates by the grammar of lists: 甲（乙、丙和丁等）,
 * 甲的乙、丙等情况, 甲、乙、丙.
 */
export function readElement(line: string): CatalogueElement {
  const { mark, text } = splitMark(line.trim());
  return { mark, text, ...enumerationIn(text) };
}

function enumerationIn(text: string): Pick<CatalogueElement, 'head' | 'parts' | 'openEnded'> {
  const circled = CIRCLED.exec(text);
  if (circled) return listOf(circled[1] ?? '', text.split(/[①-⑳]/u).slice(1));
  const clauses = splitOutsideBrackets(text, '；;');
  if (clauses.length > 1) return listOf('', clauses);
  // a sentence tells, it does not enumerate
  if (text.endsWith('。')) return {};
  const bracketed = BRACKETED.exec(text);
  const head = bracketed?.[1];
  const inside = bracketed?.[2];
  if (head !== undefined && inside !== undefined) {
    return { head, ...membersOf(inside.replace(/^(?:包括|含)[：:]?/u, '')) };
  }
  if (splitOutsideBrackets(text, '、').length === 1) {
    return OPEN_END.test(text) ? membersOf(text) : {};
  }
  const owner = text.lastIndexOf('的');
  const members = text.slice(owner + 1);
  const isOwned = owner > 0 && OPEN_END.test(text) && members.includes('、');
  return isOwned ? { head: text.slice(0, owner), ...membersOf(members) } : membersOf(text);
}

/** Members that the line itself sets apart, by ①② or semicolons; their last full stop is dropped. */
function listOf(
  head: string,
  members: readonly string[],
): Pick<CatalogueElement, 'head' | 'parts'> {
  const parts = members.map((member) => member.trim().replace(/[；;。]$/u, '')).filter(Boolean);
  return { ...(head === '' ? {} : { head }), ...(parts.length > 0 ? { parts } : {}) };
}

function membersOf(list: string): Pick<CatalogueElement, 'parts' | 'openEnded'> {
  const openEnded = OPEN_END.test(list);
  const members = splitOutsideBrackets(list.replace(OPEN_END, ''), '、').filter(Boolean);
  const last = members.pop();
  const parts = last === undefined ? [] : [...members, ...lastMembers(last, members.length > 0)];
  return {
    ...(parts.length > 0 ? { parts } : {}),
    ...(openEnded ? { openEnded: true as const } : {}),
  };
}

/** In 甲、乙和丙 the last 和 is a comma; before a shared tail (绩效目标和减贫机制实现情况) it is not. */
function lastMembers(last: string, hasOthers: boolean): string[] {
  const pair = splitOutsideBrackets(last, '和');
  return hasOthers && pair.length === 2 && !last.endsWith('情况') ? pair : [last];
}
