import type { NoticeContent, NoticeDocument } from '../../notice/index.ts';
import type { Mutation, NoticeChange } from '../../protocol/index.ts';

/** Tells a change the way one device needs it; what needs no telling otherwise comes back as it is. */
export type TellChange = (change: NoticeChange) => NoticeChange;

/**
 * Tells changes without what the request itself carried: the content where it is, to the letter,
 * that of the request's last save of the notice, the document where it is that of its last
 * publication.
 */
export function withoutEchoOf(mutations: readonly Mutation[]): TellChange {
  const contents = new Map<string, NoticeContent>();
  const documents = new Map<string, NoticeDocument>();
  for (const { village, notice, action } of mutations) {
    const key = `${village}/${notice}`;
    if (action.kind === 'save') contents.set(key, action.content);
    if (action.kind === 'publish') documents.set(key, action.document);
  }
  return (change) => {
    const { sequence, notice, document } = change;
    const key = `${notice.village}/${notice.code}`;
    const sentContent = contents.get(key);
    const sentDocument = documents.get(key);
    if (sentContent === undefined && sentDocument === undefined) return change;
    const { content, ...rest } = notice;
    return {
      sequence,
      notice: isToTheLetter(sentContent, content) ? rest : notice,
      ...(document && !isToTheLetter(sentDocument, document) ? { document } : {}),
    };
  };
}

function isToTheLetter(sent: object | undefined, held: object | undefined): boolean {
  return sent === held || JSON.stringify(sent) === JSON.stringify(held);
}
