import { Fragment, type ReactNode } from 'react';
import {
  type DocumentBlock,
  type DocumentTable,
  listsPersons,
  type NoticeDocument,
  placeOfSecondText,
  secondLanguageOf,
  writeDay,
} from '../notice/index.ts';
import { NoticeTable } from './notice-table.tsx';
import type { ListDisplay } from './person-lists.ts';
import { TelephoneLink } from './telephone-link.tsx';
import type { Words } from './words.ts';

/**
 * Every word of the notice, in the order of the sheet and in its own languages whatever the page's:
 * only a list of persons that was taken down gives way to a sentence that says so.
 */
export function NoticeWords({
  document,
  display,
  committee,
  words,
}: {
  readonly document: NoticeDocument;
  readonly display: ListDisplay;
  readonly committee: string;
  readonly words: Words;
}) {
  const { blocks, second } = document;
  const place = placeOfSecondText(document);
  const shown = (some: readonly DocumentBlock[]) =>
    some.map((block) => (
      <Block
        key={block.kind === 'table' ? block.label : block.text}
        block={block}
        second={second?.language}
        display={display}
        committee={committee}
        words={words}
      />
    ));
  return (
    <article lang={words.chinese}>
      {document.saying && <p className="saying">{document.saying}</p>}
      <h1>{document.title}</h1>
      {second?.title && (
        <SecondText language={second.language}>
          <h2>{second.title}</h2>
        </SecondText>
      )}
      {document.addressee && <p>{document.addressee}</p>}
      {shown(blocks.slice(0, place))}
      {second && (
        <SecondText language={second.language}>
          {second.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </SecondText>
      )}
      {shown(blocks.slice(place))}
      <dl>
        {document.contacts.map(({ label, number }) => (
          <div key={`${label} ${number}`}>
            <dt>{label}</dt>
            <dd>
              <TelephoneLink number={number} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="sign">
        {document.signers.map((signer) => (
          <Fragment key={signer}>
            {signer}
            <br />
          </Fragment>
        ))}
        {document.signedOn && (
          <time dateTime={document.signedOn}>{writeDay(document.signedOn)}</time>
        )}
      </p>
    </article>
  );
}

/** In its own language and direction, whatever stands around it. */
function SecondText({
  language,
  children,
}: {
  readonly language: string;
  readonly children: ReactNode;
}) {
  return (
    <div lang={language} dir={secondLanguageOf(language)?.direction}>
      {children}
    </div>
  );
}

function Block({
  block,
  second,
  display,
  committee,
  words,
}: {
  readonly block: DocumentBlock;
  /** The language of the lists' second headings. */
  readonly second: string | undefined;
  readonly display: ListDisplay;
  readonly committee: string;
  readonly words: Words;
}) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'paragraph':
      return <p className="body">{block.text}</p>;
    case 'table':
      return display === 'takenDown' && listsPersons(block) ? (
        <TakenDownList table={block} committee={committee} words={words} />
      ) : (
        <NoticeTable table={block} display={display} second={second} />
      );
  }
}

function TakenDownList({
  table,
  committee,
  words: { language, chinese, say },
}: {
  readonly table: DocumentTable;
  readonly committee: string;
  readonly words: Words;
}) {
  return (
    <p className="note" lang={chinese && language}>
      {say('public.list.takenDown', {
        label: table.label,
        count: table.rows.length,
        unit: table.rowUnit,
        committee,
      })}
    </p>
  );
}
