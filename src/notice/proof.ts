import type { CheckCode } from './codes.ts';
import type { Notice } from './notice.ts';
import type { Objection, ObjectionStep } from './objection.ts';
import type { Photograph } from './posting.ts';

/** One thing that happened to a notice, when (an ISO instant) and by whom. */
interface Happened {
  readonly at: string;
  /** Empty where nobody is named: who objected is not. */
  readonly name: string;
}

/** What the file of a notice tells, one line each. */
export type ProofEvent = Happened &
  (
    | { readonly kind: 'drafted' }
    | { readonly kind: 'returned' | 'withdrawn'; readonly reason: string }
    | { readonly kind: 'published'; readonly revision: number; readonly checkCode: CheckCode }
    | {
        readonly kind: 'hung';
        readonly revision: number;
        readonly board: string;
        readonly photographs: readonly Photograph[];
      }
    | {
        readonly kind: 'takenDown';
        readonly revision: number;
        readonly board: string;
        /** Whole days and part of a day it hung, each begun day counted. */
        readonly days: number;
        readonly photographs: readonly Photograph[];
      }
    | { readonly kind: 'objection'; readonly text: string }
    | { readonly kind: 'answered'; readonly text: string; readonly ledTo?: number }
    | { readonly kind: 'escalated'; readonly reason: string }
  );

const DAY_MILLISECONDS = 86_400_000;

/**
 * All that happened to a notice, in the order in which it happened: drafting, returns, publication,
 * hanging and taking down, objections and their answers. Comments stay between those who write.
 */
export function proofOf(
  notice: Pick<Notice, 'createdAt' | 'remarks' | 'revisions' | 'postings'>,
  objections: readonly Objection[] = [],
): readonly ProofEvent[] {
  return [
    { kind: 'drafted', at: notice.createdAt, name: '' } as const,
    ...notice.remarks.flatMap(({ kind, reason, by }): ProofEvent[] =>
      kind === 'comment' ? [] : [{ kind, reason, at: by.at, name: by.name }],
    ),
    ...notice.revisions.map(
      ({ revision, checkCode, by }): ProofEvent => ({
        kind: 'published',
        revision,
        checkCode,
        at: by.at,
        name: by.name,
      }),
    ),
    ...(notice.postings ?? []).flatMap(hangingEvents),
    ...objections.flatMap(objectionEvents),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

type Postings = NonNullable<Notice['postings']>;

function hangingEvents({ sheet, board, hungAt, photographs, by, down }: Postings[number]) {
  const { revision } = sheet;
  const events: ProofEvent[] = [
    { kind: 'hung', revision, board, photographs, at: hungAt, name: by.name },
  ];
  if (down) {
    const { takenDownAt, by: taker } = down;
    const hung = Math.max(0, Date.parse(takenDownAt) - Date.parse(hungAt));
    events.push({
      kind: 'takenDown',
      revision,
      board,
      days: Math.max(1, Math.ceil(hung / DAY_MILLISECONDS)),
      photographs: down.photographs,
      at: takenDownAt,
      name: taker.name,
    });
  }
  return events;
}

function objectionEvents({ text, receivedAt, steps }: Objection): ProofEvent[] {
  return [
    { kind: 'objection', text, at: receivedAt, name: '' },
    ...steps.flatMap((step) => stepEvent(step) ?? []),
  ];
}

function stepEvent(step: ObjectionStep): ProofEvent | undefined {
  const { at, name } = step.by;
  switch (step.kind) {
    case 'answer': {
      const { text, ledTo } = step;
      return { kind: 'answered', text, at, name, ...(ledTo === undefined ? {} : { ledTo }) };
    }
    case 'escalate':
      return { kind: 'escalated', reason: step.reason, at, name };
    case 'show':
    case 'hide':
      return undefined;
  }
}
