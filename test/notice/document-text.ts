import type { DocumentBlock, DocumentTable, NoticeDocument } from '../../src/notice/index.ts';

/** A document as a page of plain text, every word of it, so that a person can read it through. */
export function documentText(document: NoticeDocument): string {
  const { kind, title, addressee, blocks, period, contacts, signers, signedOn } = document;
  return [
    `【${kind === 'publicity' ? '公示' : '公告'}】`,
    title,
    addressee ?? '',
    ...blocks.flatMap(blockLines),
    '',
    ...contacts.map(({ label, number }) => `${label}　${number}`),
    '',
    ...signers,
    signedOn,
    period ? `【公示期 ${period.from} 至 ${period.to}，${period.days}天】` : '【没有公示期】',
    '',
  ].join('\n');
}

function blockLines(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `# ${block.text}`];
    case 'paragraph':
      return [`　　${block.text}`];
    case 'table':
      return tableLines(block);
  }
}

function tableLines({ label, rowUnit, columns, rows, totals, twoUp }: DocumentTable): string[] {
  const heading = columns.map((column) =>
    column.unit ? `${column.label}（${column.unit}）` : column.label,
  );
  return [
    `《${label}》共${rows.length}${rowUnit}${twoUp ? '，可左右两栏' : ''}`,
    heading.join(' | '),
    ...[...rows, ...(totals ? [totals] : [])].map((row) => row.join(' | ').trimEnd()),
  ];
}
