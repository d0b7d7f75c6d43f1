import type { ReactNode } from 'react';
import { writeCheckCode } from '../notice/index.ts';
import type { NoticePageInput } from './page-input.ts';
import { type SheetVerdict, sheetVerdict } from './verdict.ts';
import type { Words } from './words.ts';

/**
 * What somebody who scanned a sheet must know before reading on. A withdrawn or closed notice says
 * so first; beside it only a sheet that is not what was published is still worth a word.
 */
export function Verdicts({
  input,
  words,
  changes,
}: {
  readonly input: NoticePageInput;
  readonly words: Words;
  /** What changed since the scanned sheet, where it is known. */
  readonly changes?: ReactNode;
}) {
  const { say } = words;
  const verdict = sheetVerdict(input);
  if (input.standing === 'published') {
    return verdict ? <SheetBanner verdict={verdict} words={words} changes={changes} /> : null;
  }
  const isWithdrawn = input.standing === 'withdrawn';
  return (
    <>
      <Banner
        tone={isWithdrawn ? 'alarm' : 'plain'}
        verdict={input.standing}
        label={say('public.verdict.label')}
        title={say(`public.verdict.${input.standing}.title`)}
      >
        <p>{isWithdrawn ? withdrawnReason(input, words) : say('public.verdict.closed.text')}</p>
      </Banner>
      {verdict && verdict.kind !== 'current' && (
        <SheetBanner verdict={verdict} words={words} changes={changes} />
      )}
    </>
  );
}

function withdrawnReason({ withdrawnReason: reason }: NoticePageInput, { say }: Words): string {
  return reason
    ? say('public.verdict.withdrawn.reason', { reason })
    : say('public.verdict.withdrawn.noReason');
}

const toneOf = {
  current: 'good',
  newer: 'caution',
  notArrived: 'caution',
  differs: 'alarm',
} as const satisfies Record<SheetVerdict['kind'], Tone>;

function SheetBanner({
  verdict,
  words,
  changes,
}: {
  readonly verdict: SheetVerdict;
  readonly words: Words;
  readonly changes?: ReactNode;
}) {
  return (
    <Banner
      tone={toneOf[verdict.kind]}
      verdict={verdict.kind}
      label={words.say('public.verdict.label')}
      title={words.say(`public.verdict.${verdict.kind}.title`)}
    >
      <p>{sheetText(verdict, words)}</p>
      {verdict.kind === 'newer' && changes}
    </Banner>
  );
}

function sheetText(verdict: SheetVerdict, { say, dayOf }: Words): string {
  const { revision } = verdict.sheet;
  const code = writeCheckCode(verdict.sheet.checkCode);
  switch (verdict.kind) {
    case 'current':
      return say('public.verdict.current.text', { revision });
    case 'newer':
      return say('public.verdict.newer.text', {
        revision,
        day: dayOf(verdict.published.publishedAt),
        latest: verdict.latest.revision,
        latestDay: dayOf(verdict.latest.publishedAt),
      });
    case 'notArrived':
      return say('public.verdict.notArrived.text', { revision, latest: verdict.latest.revision });
    case 'differs':
      return verdict.published
        ? say('public.verdict.differs.text', {
            revision,
            code,
            published: writeCheckCode(verdict.published.checkCode),
          })
        : say('public.verdict.differs.noSuchRevision', { revision, code });
  }
}

export type Tone = 'good' | 'caution' | 'alarm' | 'plain';

const markOf: Readonly<Record<Tone, string>> = { good: '✓', caution: '!', alarm: '✕', plain: '–' };

/** A message above the rest; its tone is said in words, and by colour and mark besides. */
export function Banner({
  tone,
  verdict,
  label,
  title,
  isHeading = false,
  children,
}: {
  readonly tone: Tone;
  /** The verdict in one word, for a program that asks this page. */
  readonly verdict?: SheetVerdict['kind'] | 'withdrawn' | 'closed';
  readonly label: string;
  readonly title: string;
  /** The page has no other heading than this. */
  readonly isHeading?: boolean;
  readonly children?: ReactNode;
}) {
  const Title = isHeading ? 'h1' : 'p';
  return (
    <section className={`banner ${tone}`} data-verdict={verdict} aria-label={label}>
      <Title className="verdict">
        <span aria-hidden="true">{markOf[tone]}</span> {title}
      </Title>
      {children}
    </section>
  );
}
