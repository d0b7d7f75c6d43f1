import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import type { NoticeSummary, StoredNotice } from '../../device/index.ts';
import type { NoticeCode, NoticeContent } from '../../notice/index.ts';
import { useStoredNotice, useSummaries } from './use-device.ts';
import { useHeldReference } from './use-held-reference.ts';

/** The other notices of a draft's village, the one touched last first. */
export function useEarlierNotices({ village, code }: StoredNotice): readonly NoticeSummary[] {
  const all = useSummaries(village) ?? [];
  return all.filter((summary) => summary.code !== code);
}

/** What an earlier notice holds, with its template; undefined until read or where it is unknown. */
export function useEarlierContent(
  { village }: StoredNotice,
  code: NoticeCode | undefined,
): { readonly content: NoticeContent; readonly template: Template } | undefined {
  const stored = useStoredNotice(village, code);
  const { catalogues } = useHeldReference();
  const content = stored?.head.content;
  const template = content && templateOf(content.template, content.templateVersion, catalogues);
  return content && template ? { content, template } : undefined;
}
