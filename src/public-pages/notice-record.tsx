import type { ReactNode } from 'react';
import { writeCheckCode } from '../notice/index.ts';
import type { NoticePageInput, PageObjection, PagePosting } from './page-input.ts';
import { addressOf, noticePathOf } from './page-paths.ts';
import { latestRevision } from './verdict.ts';
import { GAP, type Words } from './words.ts';

interface SectionProps {
  readonly input: NoticePageInput;
  readonly words: Words;
}

/** Who is responsible, on what basis, by when it had to be public and whether it was. */
export function Facts({ input, words }: SectionProps) {
  const { say, day, chinese } = words;
  const { item, document } = input;
  return (
    <section>
      <h2>{say('public.facts.title')}</h2>
      <dl>
        <dt>{say('public.facts.responsible')}</dt>
        <dd lang={chinese}>{document.signers.join(say('public.listComma'))}</dd>
        {item && (
          <>
            <dt>{say('public.facts.item')}</dt>
            <dd lang={chinese}>{item.name}</dd>
            <dt>{say('public.facts.basis')}</dt>
            {item.basis.map((basis) => (
              <dd key={basis} lang={chinese}>
                {basis}
              </dd>
            ))}
            <dt>{say('public.facts.timeLimit')}</dt>
            <dd lang={chinese}>{item.timeLimit}</dd>
          </>
        )}
        {item?.deadline && (
          <>
            <dt>{say('public.facts.deadline')}</dt>
            <dd>
              {day(item.deadline.day)}
              {say('public.comma')}
              <span className={item.deadline.kept ? 'state good' : 'state late'}>
                {say(item.deadline.kept ? 'public.facts.kept' : 'public.facts.missed')}
              </span>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/**
 * How to compare sheet and page by hand: all revisions with their check codes, the newest first,
 * each with what it changed where that is known, and the address.
 */
export function Revisions({
  input,
  words: { say, dayOf },
  changes,
}: SectionProps & {
  /** What changed from one revision to another; nothing where one of them is not known. */
  readonly changes: (from: number, to: number) => ReactNode;
}) {
  const { revisions } = input;
  const newestFirst = revisions
    .map((one, index) => ({ one, previous: revisions[index - 1] }))
    .reverse();
  return (
    <section>
      <h2>{say('public.revisions.title')}</h2>
      <p>{say('public.revisions.text')}</p>
      <ul className="lines">
        {newestFirst.map(({ one: { revision, checkCode: code, publishedAt, by }, previous }) => {
          const changed = previous && changes(previous.revision, revision);
          return (
            <li key={revision}>
              <b>{say('public.revisions.mark', { revision, code: writeCheckCode(code) })}</b>
              {GAP}
              {revisions.length > 1 && revision === latestRevision(revisions).revision && (
                <span className="state">{say('public.revisions.latest')}</span>
              )}
              <br />
              {say('public.revisions.published', { day: dayOf(publishedAt), by })}
              {previous && changed && (
                <>
                  {/* text browsers know no details and would run on */}
                  <br />
                  <details>
                    <summary>
                      {say('public.revisions.changes', { revision: previous.revision })}
                    </summary>
                    {changed}
                  </details>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="code">{addressOf(input.publicUrl, noticePathOf(input))}</p>
    </section>
  );
}

/** Where and when the sheet hung, with small photographs. */
export function Postings({
  postings,
  words: { say, day },
}: {
  readonly postings: readonly PagePosting[];
  readonly words: Words;
}) {
  if (postings.length === 0) return null;
  return (
    <section>
      <h2>{say('public.postings.title')}</h2>
      <ul className="lines">
        {postings.map((posting) => (
          <li key={`${posting.postedOn} ${posting.board}`}>
            {say('public.postings.up', { day: day(posting.postedOn), board: posting.board })}
            {posting.removedOn &&
              say('public.comma') + say('public.postings.down', { day: day(posting.removedOn) })}
            {posting.photographs.map((photograph) => (
              <img
                key={photograph.src}
                src={photograph.src}
                width={photograph.width}
                height={photograph.height}
                loading="lazy"
                alt={say('public.postings.photograph', { board: posting.board })}
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Objections that everybody may read, with their answers. */
export function Objections({
  objections,
  words,
}: {
  readonly objections: readonly PageObjection[];
  readonly words: Words;
}) {
  if (objections.length === 0) return null;
  const { say, day, chinese } = words;
  return (
    <section>
      <h2>{say('public.objections.title')}</h2>
      <ul className="lines">
        {objections.map((objection) => (
          <li key={`${objection.receivedOn} ${objection.text} ${objection.answers[0]?.text}`}>
            {objection.text === undefined ? (
              <p>{say('public.objections.withheld')}</p>
            ) : (
              <p className="said" lang={chinese}>
                {objection.text}
              </p>
            )}
            <p className="small">
              {say('public.objections.received', { day: day(objection.receivedOn) })}
            </p>
            <Answers objection={objection} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The answers to an objection, or that there is none yet. */
export function Answers({
  objection: { answers },
  words,
}: {
  readonly objection: PageObjection;
  readonly words: Words;
}) {
  const { say, day, chinese } = words;
  if (answers.length === 0) {
    return (
      <p>
        <span className="state caution">{say('public.objections.unanswered')}</span>
      </p>
    );
  }
  return answers.map(({ text, by, on, ledTo }) => (
    <div className="answer" key={`${on} ${by} ${text}`}>
      <p className="small">{say('public.objections.answer', { by, day: day(on) })}</p>
      <p className="said" lang={chinese}>
        {text}
      </p>
      {ledTo !== undefined && (
        <p className="small">{say('public.objections.ledTo', { revision: ledTo })}</p>
      )}
    </div>
  ));
}
