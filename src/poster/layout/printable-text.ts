import type { NoticeDocument } from '../../notice/index.ts';

/**
 * A text as it may stand on paper: in Unicode NFC and without the characters that only steer
 * (direction overrides, zero-width spaces, control codes), so that none of them can turn a name or
 * an amount round. Joiners stay, since scripts other than Chinese are spelt with them.
 */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\u00ad]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, (space) => (space === '\u3000' ? space : ' '))
    .trim();
}

/** The same document with every text made printable. */
export function printableDocument(document: NoticeDocument): NoticeDocument {
  return {
    ...document,
    title: printableText(document.title),
    ...(document.addressee === undefined ? {} : { addressee: printableText(document.addressee) }),
    blocks: document.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            columns: block.columns.map((one) => ({
              ...one,
              label: printableText(one.label),
              ...(one.unit === undefined ? {} : { unit: printableText(one.unit) }),
              ...(one.second === undefined ? {} : { second: printableText(one.second) }),
            })),
            rows: block.rows.map((row) => row.map(printableText)),
            ...(block.totals ? { totals: block.totals.map(printableText) } : {}),
          }
        : { ...block, text: printableText(block.text) },
    ),
    contacts: document.contacts.map(({ label, number }) => ({
      label: printableText(label),
      number: printableText(number),
    })),
    signers: document.signers.map(printableText),
    ...(document.saying === undefined ? {} : { saying: printableText(document.saying) }),
    ...(document.second === undefined
      ? {}
      : {
          second: {
            ...document.second,
            title: printableText(document.second.title),
            paragraphs: document.second.paragraphs.map(printableText),
          },
        }),
  };
}
