import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import type { Template } from '../../catalogue/templates/index.ts';
import { type ContentPlace, isAsked, type NoticeContent } from '../../notice/index.ts';

export type Section = Template['sections'][number];

export interface FormPart {
  readonly part: Section;
  /** The group of questions after it; undefined after the last. */
  readonly next: Section | undefined;
}

/** The one group of questions that the address asks for; undefined for the whole form. */
export function useFormPart(template: Template, content: NoticeContent): FormPart | undefined {
  const [search] = useSearchParams();
  const asked = askedSections(template, content);
  const index = asked.findIndex(({ id }) => id === search.get('part'));
  const part = asked[index];
  return part && { part, next: asked[index + 1] };
}

/** The sections in which something is asked, as the content stands. */
export function askedSections(
  { sections, fields, tables }: Template,
  content: NoticeContent,
): readonly Section[] {
  return sections.filter(({ id }) =>
    [...fields, ...tables].some((part) => part.section === id && isAsked(part, content)),
  );
}

/** Whether a place is in one group of questions. */
export function isInPart(
  { id }: Pick<Section, 'id'>,
  { fields, tables }: Template,
  place: ContentPlace,
): boolean {
  const of =
    place.kind === 'field'
      ? fields.find((field) => field.id === place.field)
      : tables.find((table) => table.id === place.table);
  return of?.section === id;
}

/** Addresses of a draft's other pages that lead back to the one group of questions, where it was asked for. */
export function useWithinPart(): (address: string) => string {
  const [search] = useSearchParams();
  const part = search.get('part');
  return useCallback(
    (address) =>
      part === null ? address : address.replace('?', `?${new URLSearchParams({ part })}&`),
    [part],
  );
}

/** Where one group of questions stands by itself. */
export function partAddress({ id }: Pick<Section, 'id'>): string {
  return `?part=${id}`;
}
