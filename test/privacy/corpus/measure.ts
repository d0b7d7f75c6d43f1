import { type Finding, findPersonalData, redactBeforeStorage } from '../../../src/privacy/index.ts';
import type { CorpusCell, Planted } from './cell.ts';

export interface Score {
  planted: number;
  hit: number;
  found: number;
  right: number;
}

export interface Measurement {
  readonly overall: Score;
  readonly kinds: ReadonlyMap<string, Score>;
  /** Harmless numbers that storing would destroy: cells with nothing personal that were changed. */
  readonly destroyed: readonly string[];
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** A finding is right when it covers most of what was planted, names its kind, and asks the same. */
function matches(finding: Finding, planted: Planted): boolean {
  const overlap = Math.min(finding.end, planted.end) - Math.max(finding.start, planted.start);
  const length = planted.end - planted.start;
  return (
    finding.kind === planted.kind &&
    finding.remedy === planted.remedy &&
    overlap >= length * 0.7 &&
    finding.end - finding.start <= length + 6
  );
}

export function recallOf({ planted, hit }: Score): number {
  return planted === 0 ? 1 : hit / planted;
}

export function precisionOf({ found, right }: Score): number {
  return found === 0 ? 1 : right / found;
}

/** Finds in each cell and compares with what was planted there. */
export function measure(cells: readonly CorpusCell[]): Measurement {
  const overall: Score = { planted: 0, hit: 0, found: 0, right: 0 };
  const kinds = new Map<string, Score>();
  const scoreOf = (kind: string): Score => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const fresh: Score = { planted: 0, hit: 0, found: 0, right: 0 };
    kinds.set(kind, fresh);
    return fresh;
  };
  const missed: string[] = [];
  const wrong: string[] = [];
  const destroyed: string[] = [];
  for (const { text, context, planted } of cells) {
    const findings = findPersonalData(text, context);
    const about = `「${text}」 ${context.where} ${context.columnLabel ?? ''}`;
    for (const one of planted) {
      const isHit = findings.some((finding) => matches(finding, one));
      for (const score of [overall, scoreOf(one.kind)]) {
        score.planted++;
        if (isHit) score.hit++;
      }
      if (!isHit) missed.push(`${one.kind} ${about}`);
    }
    for (const finding of findings) {
      const isRight = planted.some((one) => matches(finding, one));
      for (const score of [overall, scoreOf(finding.kind)]) {
        score.found++;
        if (isRight) score.right++;
      }
      if (!isRight) wrong.push(`${finding.kind} ${finding.text} in ${about}`);
    }
    if (planted.length === 0 && redactBeforeStorage(text, context).redacted.length > 0) {
      destroyed.push(about);
    }
  }
  return { overall, kinds, destroyed, missed, wrong };
}
