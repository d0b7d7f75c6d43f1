import type { Mutation, NoticeChange } from '../../protocol/index.ts';

/** Tells a change the way one device needs it. */
export type TellChange = (change: NoticeChange) => NoticeChange;

/**
 * Tells changes without what the request itself carried: the content where it is, to the letter,
 * that of the request's last save of the notice, the document where it is that of its last
 * publication.
 */
export function withoutEchoOf(mutations: readonly Mutation[]): TellChange {
  const contents = new Map<string, string>();
  const documents = new Map<string, string>();
  for (const { village, notice, action } of mutations) {
    const key = `${village}/${notice}`;
    if (action.kind === 'save') contents.set(key, JSON.stringify(action.content));
    if (action.kind === 'publish') documents.set(key, JSON.stringify(action.document));
  }
  return (change) => {
    const { sequence, notice, document } = change;
    const key = `${notice.village}/${notice.code}`;
    const sentContent = contents.get(key);
    const sentDocument = documents.get(key);
    if (sentContent === undefined && sentDocument === undefined) return change;
    const { content, ...rest } = notice;
    const isOwnContent = sentContent === JSON.stringify(content);
    const isOwnDocument = sentDocument === JSON.stringify(document);
    return {
      sequence,
      notice: isOwnContent ? rest : notice,
      ...(document && !isOwnDocument ? { document } : {}),
    };
  };
}
