import type { Mutation, NoticeChange } from '../../protocol/index.ts';

/**
 * The changes without what the request itself carried: the content where it is, to the letter, that
 * of the request's last save of the notice, the document where it is that of its last publication.
 */
export function withoutEcho(
  changes: readonly NoticeChange[],
  mutations: readonly Mutation[],
): NoticeChange[] {
  const contents = new Map<string, string>();
  const documents = new Map<string, string>();
  for (const { village, notice, action } of mutations) {
    const key = `${village}/${notice}`;
    if (action.kind === 'save') contents.set(key, JSON.stringify(action.content));
    if (action.kind === 'publish') documents.set(key, JSON.stringify(action.document));
  }
  if (contents.size === 0 && documents.size === 0) return [...changes];
  return changes.map(({ sequence, notice, document }) => {
    const key = `${notice.village}/${notice.code}`;
    const { content, ...rest } = notice;
    const isOwnContent = contents.get(key) === JSON.stringify(content);
    const isOwnDocument = documents.get(key) === JSON.stringify(document);
    return {
      sequence,
      notice: isOwnContent ? rest : notice,
      ...(document && !isOwnDocument ? { document } : {}),
    };
  });
}
