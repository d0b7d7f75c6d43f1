/**
 * A notice: its content, its life cycle, validation, merging, canonical form and check code. The
 * room is pure: time, randomness and older versions come in as arguments. It promises that device
 * and server decide the same from the same input, that no typed value is dropped in a merge, and
 * that the document it composes holds every word that sheet and page show.
 */
export * from './action.ts';
export * from './address.ts';
export * from './asked.ts';
export * from './canonical.ts';
export * from './capital-numerals.ts';
export * from './carry-over.ts';
export * from './codes.ts';
export * from './compose.ts';
export * from './conflicts.ts';
export * from './content.ts';
export * from './content-change.ts';
export * from './deadline-start.ts';
export * from './differences.ts';
export * from './document.ts';
export * from './duplicates.ts';
export * from './duties.ts';
export * from './element-gaps.ts';
export * from './elements.ts';
export * from './exemption.ts';
export * from './exemption-in.ts';
export * from './group-forms.ts';
export * from './grouped-by.ts';
export * from './hanging-now.ts';
export * from './last-call.ts';
export * from './life-cycle.ts';
export * from './merge.ts';
export * from './notice.ts';
export type { NoticeFacts } from './notice-facts.ts';
export * from './notice-state.ts';
export * from './objection.ts';
export * from './objection-state.ts';
export * from './option-fields.ts';
export * from './passages.ts';
export * from './permissions.ts';
export * from './person-columns.ts';
export * from './personal-data.ts';
export * from './photograph-names.ts';
export * from './posting.ts';
export * from './proof.ts';
export * from './recording.ts';
export * from './review.ts';
export * from './roster.ts';
export * from './roster-gathering.ts';
export * from './row-edits.ts';
export * from './row-order.ts';
export * from './second-language.ts';
export * from './sheet-verdict.ts';
export * from './step-lists.ts';
export * from './supervision.ts';
export type { Trend } from './supervision-trends.ts';
export * from './told-on.ts';
export { begunNotice, type Typed, withTyping } from './typing.ts';
export * from './validation.ts';
export * from './values.ts';
export * from './waivers.ts';
export * from './wording.ts';
