import type {
  BoardPageInput,
  NotArrivedInput,
  NoticePageInput,
  ObjectionFormInput,
  ObjectionReceiptInput,
  UnknownVillageInput,
} from './page-input.ts';
import { renderPage } from './page-shell.tsx';

export { PAGE_CONTENT_SECURITY_POLICY, PAGE_STYLE_CSP_HASH } from './page-style.ts';

/** A notice's page: the verdict on the scanned sheet first, then every word of the notice. */
export function renderNoticePage(input: NoticePageInput): string {
  return renderPage(input.language, input.document.title, <h1>{input.document.title}</h1>);
}

/** A village's board: what is current, what is over, the archive by year and item. */
export function renderBoardPage(input: BoardPageInput): string {
  return renderPage(input.language, input.place.village.name, <h1>{input.place.village.name}</h1>);
}

/** The page under a notice code that the server has not yet heard of. */
export function renderNotArrivedPage(input: NotArrivedInput): string {
  return renderPage(input.language, input.notice, <h1>{input.notice}</h1>);
}

/** The page under a village code that is none of the district's. */
export function renderUnknownVillagePage(input: UnknownVillageInput): string {
  return renderPage(input.language, input.village, <h1>{input.village}</h1>);
}

/** The form for an objection; what was typed stands in it again when there is a problem. */
export function renderObjectionForm(input: ObjectionFormInput): string {
  return renderPage(input.language, input.title, <h1>{input.title}</h1>);
}

/** The page under a receipt number: that the objection arrived, and its answer once there is one. */
export function renderObjectionReceipt(input: ObjectionReceiptInput): string {
  return renderPage(input.language, input.title, <h1>{input.title}</h1>);
}
