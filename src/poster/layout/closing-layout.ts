import { type NoticeDocument, writeDay } from '../../notice/index.ts';
import { breakBySense, textOf } from './break-by-sense.ts';
import { breakLines } from './line-break.ts';
import { MM_PER_POINT, type TypeScale } from './paper.ts';
import type { Face, TextMeasure } from './text-measure.ts';

/** Whom to call, who signs and where the seal goes: one box that no sheet's end divides. */
export interface ClosingLayout {
  readonly height: number;
  readonly contacts: ContactsLayout;
  readonly signatures: readonly SignatureLayout[];
  /** Where the sheet's code stands at the left, in mm below the closing's top. */
  readonly codeTop: number;
}

export interface ContactsLayout {
  readonly left: number;
  readonly width: number;
  readonly columns: number;
  readonly items: readonly ContactLayout[];
  readonly height: number;
}

export interface ContactLayout {
  readonly label: readonly string[];
  readonly number: readonly string[];
  readonly height: number;
}

export interface SignatureLayout {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly signer: readonly string[];
  readonly date: string;
}

/** A committee's seal is 42 mm across (村民委员会印章); the empty place must hold it. */
const SEAL = 44;
const LEAST_SIGNATURE_WIDTH = 63;
/** Room for 东升村村民委员会 in one line. */
const SIGNATURE_EMS = 8.2;
const SPACE = 6;
/** Least distance below telephones that stand above the signers; never less than the code's quiet zone. */
const BELOW_CONTACTS = 3;
/** A telephone and its owner longer than this, in ems, are set as a sentence above the closing. */
const LONGEST_NUMBER = 16;
const LONGEST_LABEL = 32;

/** The day beside the signature in Chinese form, or blanks to be written by hand. */
export function signatureDate(signedOn: string): string {
  return signedOn ? writeDay(signedOn) : '　　　　年　　月　　日';
}

/**
 * Sets the telephones between the code and the one signer, or, where there are several signers or too
 * little room, across the sheet above both. `code`: the sheet's code at the left, of no size where it
 * stands elsewhere.
 */
export function layOutClosing(
  document: NoticeDocument,
  scale: TypeScale,
  width: number,
  code: { readonly width: number; readonly height: number; readonly quiet: number },
  measure: TextMeasure,
): ClosingLayout {
  const left = code.width > 0 ? code.width + SPACE : 0;
  const em = scale.bodyPt * MM_PER_POINT;
  const boxWidth = Math.max(LEAST_SIGNATURE_WIDTH, SIGNATURE_EMS * em + 6);
  const signers = document.signers.map((signer) =>
    breakBySense(signer, (boxWidth - 6) / em, measure, 'text'),
  );
  const boxHeight = Math.max(SEAL, ...signers.map((lines) => (lines.length + 1) * em * 1.4 + 14));
  const roomBeside = width - left - boxWidth - SPACE;
  const beside = signers.length === 1 && widestContact(document, scale, measure) <= roomBeside;
  const contacts = beside
    ? layOutContacts(document, scale, left, roomBeside, measure)
    : layOutContacts(document, scale, 0, width, measure);
  const below = Math.max(BELOW_CONTACTS, code.quiet);
  const upper = beside || contacts.items.length === 0 ? 0 : contacts.height + below;
  const aRow = Math.max(1, Math.floor((width - left + SPACE) / (boxWidth + SPACE)));
  const signatures = signers.map((signer, index): SignatureLayout => {
    const row = Math.floor(index / aRow);
    const afterIt = Math.min(aRow, signers.length - row * aRow) - 1 - (index - row * aRow);
    return {
      left: width - boxWidth - afterIt * (boxWidth + SPACE),
      top: upper + row * (boxHeight + 3),
      width: boxWidth,
      height: boxHeight,
      signer,
      date: signatureDate(document.signedOn),
    };
  });
  const end = Math.max(...signatures.map((one) => one.top + one.height));
  const height = Math.max(end, contacts.height, upper + code.height);
  return { height, contacts, signatures, codeTop: upper };
}

/** Height of the words over the telephones, in mm. */
export function contactsTitleHeight(scale: TypeScale): number {
  return (scale.labelPt + 1) * 1.7 * MM_PER_POINT;
}

function layOutContacts(
  document: NoticeDocument,
  scale: TypeScale,
  left: number,
  width: number,
  measure: TextMeasure,
): ContactsLayout {
  const fitting = document.contacts.filter((one) => fitsClosing(one, measure));
  const abreast = Math.floor(width / widestContact(document, scale, measure));
  const columns = Math.max(1, Math.min(3, fitting.length, abreast));
  const room = width / columns - 3;
  const items = fitting.map((one) => contactLayout(one, scale, room, measure));
  let height = items.length > 0 ? contactsTitleHeight(scale) : 0;
  for (let row = 0; row < items.length; row += columns)
    height += Math.max(...items.slice(row, row + columns).map((one) => one.height));
  return { left, width, columns, items, height };
}

/** Width that no telephone of the closing passes, with space to its right; at least 1 mm. */
function widestContact(document: NoticeDocument, scale: TypeScale, measure: TextMeasure): number {
  const widths = document.contacts
    .filter((one) => fitsClosing(one, measure))
    .map((one) => measure(one.number, 'strong') * scale.numberPt * MM_PER_POINT + 5);
  return Math.max(1, ...widths);
}

function contactLayout(
  contact: Contact,
  scale: TypeScale,
  width: number,
  measure: TextMeasure,
): ContactLayout {
  const linesOf = (text: string, pt: number, face: Face) =>
    breakLines([{ text: text, strong: false }], {
      measure,
      face,
      room: () => ({ indent: 0, width: width / (pt * MM_PER_POINT), hang: false }),
    }).map(textOf);
  const label = linesOf(contact.label, scale.labelPt, 'text');
  const number = linesOf(contact.number, scale.numberPt, 'strong');
  const height =
    (label.length * scale.labelPt * 1.35 + number.length * scale.numberPt * 1.2 + 3) * MM_PER_POINT;
  return { label, number, height };
}

type Contact = NoticeDocument['contacts'][number];

function fitsClosing({ label, number }: Contact, measure: TextMeasure): boolean {
  return measure(number, 'strong') <= LONGEST_NUMBER && measure(label, 'text') <= LONGEST_LABEL;
}

/** The contacts that are too long for the closing, as sentences. */
export function contactsAsText(document: NoticeDocument, measure: TextMeasure): string[] {
  return document.contacts
    .filter((one) => !fitsClosing(one, measure))
    .map(({ label, number }) => `${label}：${number}`);
}
