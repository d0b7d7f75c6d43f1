import { Fragment } from 'react';
import {
  type DocumentBlock,
  type DocumentTable,
  listsPersons,
  type NoticeDocument,
  writeDay,
} from '../notice/index.ts';
import { NoticeTable } from './notice-table.tsx';
import type { ListDisplay } from './person-lists.ts';
import { TelephoneLink } from './telephone-link.tsx';
import type { Words } from './words.ts';

/**
 * Every word of the notice, in the order of the sheet and in Chinese whatever the page's language:
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
  return (
    <article lang={words.chinese}>
      <h1>{document.title}</h1>
      {document.addressee && <p>{document.addressee}</p>}
      {document.blocks.map((block) => (
        <Block
          key={block.kind === 'table' ? block.label : block.text}
          block={block}
          display={display}
          committee={committee}
          words={words}
        />
      ))}
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

function Block({
  block,
  display,
  committee,
  words,
}: {
  readonly block: DocumentBlock;
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
        <NoticeTable table={block} display={display} />
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
