import type { Field, Template } from '../catalogue/templates/index.ts';
import type { NoticeContent } from './content.ts';

/**
 * Waivers: an element of the catalogue that a notice leaves out for a stated reason. The reason is
 * content like any other, in a reserved field, so that it merges, is kept and is looked through for
 * personal data; the sheet says that the element is left out and why.
 */

/** The reserved field that holds the reason: waiver0, waiver1 … */
export function waiverField(element: number): string {
  return `waiver${element}`;
}

const WAIVER_FIELD = /^waiver\d+$/;

/**
 * Whether an edit writes a reason for leaving an element out that did not stand before. Taking one
 * back is not meant: it only asks for more to be disclosed.
 */
export function addsWaiver(before: NoticeContent | undefined, after: NoticeContent): boolean {
  return Object.entries(after.fields).some(
    ([field, reason]) =>
      WAIVER_FIELD.test(field) &&
      reason.trim() !== '' &&
      reason.trim() !== (before?.fields[field] ?? '').trim(),
  );
}

/** A content with the reasons of another: for who may bring a content back, but decides on none. */
export function withWaiversOf(content: NoticeContent, other: NoticeContent): NoticeContent {
  const isWaiver = ([field]: [string, string]) => WAIVER_FIELD.test(field);
  const own = Object.entries(content.fields).filter((entry) => !isWaiver(entry));
  const others = Object.entries(other.fields).filter(isWaiver);
  return { ...content, fields: Object.fromEntries([...own, ...others]) };
}

/** The questions behind the reserved fields, one for each element that the template covers. */
export function waiverFields(template: Template): readonly Field[] {
  return template.covers.map(({ element, name }) => ({
    id: waiverField(element),
    label: `不公开“${name}”的理由`,
    type: 'longText',
    section: template.sections[0]?.id ?? '',
    required: false,
  }));
}

/** Why an element is left out; empty where no reason stands. */
export function waiverReason(content: NoticeContent, element: number): string {
  return (content.fields[waiverField(element)] ?? '').trim();
}

/** What the sheet says: 因该项目尚未批复，本次不公开“补助标准”。 */
export function waiverSentence(reason: string, element: string): string {
  const plainReason = reason
    .replace(/[。，；、\s]*\n\s*/g, '，')
    .replace(/[。．.，,；;、\s]+$/, '');
  const because = /^(?:因|由于|鉴于)/.test(plainReason) ? '' : '因';
  const name = element.replaceAll('“', '‘').replaceAll('”', '’');
  return `${because}${plainReason}，本次不公开“${name}”。`;
}
