import type { Language } from '../locales/index.ts';
import type { CheckCode, NoticeCode, NoticeDocument } from '../notice/index.ts';
import type { Place } from '../places/index.ts';

/**
 * What the public pages are told. All of it is plain and decided before: a page reads no database
 * and no clock, so the same input gives the same bytes. Days are `YYYY-MM-DD` in Shanghai, instants
 * are ISO 8601.
 */
interface PageSetting {
  readonly language: Language;
  /** The origin under which the pages are read, with or without a path: https://gongshi.example.cn. */
  readonly publicUrl: string;
  /** Every page says that the people it names are invented. */
  readonly demo: boolean;
}

/** The terms under which published data may be used. */
export interface Licence {
  readonly name: string;
  readonly url: string;
}

/** A line that villagers can call. */
export interface Telephone {
  readonly label: string;
  readonly number: string;
}

/** The revision and check code that a printed sheet carries in its address. */
export interface ScannedSheet {
  readonly revision: number;
  readonly checkCode: CheckCode;
}

/** One published revision, as the page lists it. */
export interface PublishedRevision {
  readonly revision: number;
  readonly checkCode: CheckCode;
  readonly publishedAt: string;
  /** The name of whoever is responsible for the publication. */
  readonly by: string;
}

/** What the catalogue says of the item that the notice discloses, in the catalogue's words. */
export interface DisclosedItem {
  readonly name: string;
  readonly basis: readonly string[];
  readonly timeLimit: string;
  /** The last day on which it had to be public, and whether it was; absent where nobody knows. */
  readonly deadline?: { readonly day: string; readonly kept: boolean };
}

export interface PagePhotograph {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** Where and when the sheet hung. */
export interface PagePosting {
  readonly board: string;
  readonly postedOn: string;
  readonly removedOn?: string;
  readonly photographs: readonly PagePhotograph[];
}

/** The notice read aloud by somebody of the village. */
export interface PageRecording {
  readonly src: string;
  readonly seconds: number;
  readonly bytes: number;
  readonly by: string;
  readonly on: string;
}

/** One answer to an objection, and the revision that was published because of it. */
export interface PageAnswer {
  readonly text: string;
  readonly by: string;
  readonly on: string;
  readonly ledTo?: number;
}

/** An objection as a page shows it; without its text where only the answers are for everybody. */
export interface PageObjection {
  readonly text?: string;
  readonly receivedOn: string;
  readonly answers: readonly PageAnswer[];
}

/** A published notice, current or withdrawn, with or without a scanned sheet to judge. */
export interface NoticePageInput extends PageSetting {
  readonly place: Place;
  /** The village's and the town's lines, beside those that the notice itself names. */
  readonly contacts: readonly Telephone[];
  readonly notice: NoticeCode;
  readonly standing: 'published' | 'withdrawn' | 'closed';
  /** Why it was withdrawn; only said where `standing` is 'withdrawn'. */
  readonly withdrawnReason?: string;
  /** Oldest first, at least one; the last one is the current. */
  readonly revisions: readonly PublishedRevision[];
  /** The words of the current revision. */
  readonly document: NoticeDocument;
  /** Words of earlier revisions by their number; where one is known the page tells what changed. */
  readonly earlierDocuments?: Readonly<Record<number, NoticeDocument>>;
  readonly sheet?: ScannedSheet;
  readonly today: string;
  readonly item?: DisclosedItem;
  readonly postings: readonly PagePosting[];
  /** Of the current revision's words. */
  readonly recording?: PageRecording;
  readonly objections: readonly PageObjection[];
  /** The page links to the objection form at `<notice>/objection`. */
  readonly takesObjections?: boolean;
  /** How persons' names in lists are shown; whole where absent. */
  readonly names?: 'whole' | 'masked';
  /** Lists of persons stay on the page after the publicity period; taken down where absent. */
  readonly keepLists?: boolean;
  readonly licence?: Licence;
}

/** One line of a village's board. */
export interface BoardNotice {
  readonly code: NoticeCode;
  readonly title: string;
  readonly kind: NoticeDocument['kind'];
  readonly period?: NoticeDocument['period'];
  /** When the current revision was published. */
  readonly publishedAt: string;
  readonly standing: 'published' | 'withdrawn' | 'closed';
  /** The catalogue item's name; notices of one item stand together in the archive. */
  readonly item: string;
}

/** An item that the village has to disclose by a day. */
export interface BoardDuty {
  readonly item: string;
  readonly due: string;
}

export interface BoardPageInput extends PageSetting {
  readonly place: Place;
  readonly contacts: readonly Telephone[];
  /** In any order; the page sorts them. */
  readonly notices: readonly BoardNotice[];
  /** What is not yet published though it is due; late ones are marked. */
  readonly duties?: readonly BoardDuty[];
  readonly today: string;
  /** The hash of the ledger's last entry; absent while the ledger is empty. */
  readonly ledgerHead?: string;
  readonly licence?: Licence;
}

/** A notice as a feed tells of it. */
export interface FeedNotice
  extends Pick<BoardNotice, 'code' | 'title' | 'kind' | 'period' | 'publishedAt'> {
  readonly place: Place;
}

/** What is new in a village or a whole town. */
export interface FeedInput extends PageSetting {
  readonly placeName: string;
  /** Where the feed itself stands. */
  readonly path: string;
  /** Newest first. */
  readonly notices: readonly FeedNotice[];
  readonly licence?: Licence;
}

/** The sheet that hangs on the board for good. */
export interface BoardCardInput extends PageSetting {
  readonly place: Place;
  readonly contacts: readonly Telephone[];
}

/** A sheet hangs on the wall whose notice the server has not yet heard of. */
export interface NotArrivedInput extends PageSetting {
  readonly place: Place;
  readonly contacts: readonly Telephone[];
  readonly notice: NoticeCode;
  readonly sheet?: ScannedSheet;
}

/** An address that names no village of the district. */
export interface UnknownVillageInput extends PageSetting {
  /** As the address had it. */
  readonly village: string;
}

/** What somebody typed into the objection form; kept when the form comes back with a problem. */
export interface ObjectionValues {
  readonly text: string;
  readonly name: string;
  readonly telephone: string;
}

export type ObjectionProblem =
  | 'text-missing'
  | 'text-too-long'
  | 'too-many'
  | 'trap-filled'
  | 'photograph-too-large'
  | 'photograph-unknown'
  | 'photograph-too-many'
  | 'not-kept'
  | 'receipt-unknown';

export interface ObjectionFormInput extends PageSetting {
  readonly place: Place;
  readonly contacts: readonly Telephone[];
  readonly notice: NoticeCode;
  readonly title: string;
  /** The last day for objections, where the notice has one. */
  readonly until?: string;
  readonly today: string;
  /** Under which number it will be kept, so that a form sent twice is one objection. */
  readonly draft?: string;
  readonly values?: ObjectionValues;
  readonly problem?: ObjectionProblem;
  /** The form takes a photograph. */
  readonly takesPhotograph?: boolean;
  /** One was sent along with what was typed; a browser does not choose it again by itself. */
  readonly hadPhotograph?: boolean;
}

/** What somebody reads under the receipt number: first that it arrived, later the answer. */
export interface ObjectionReceiptInput extends PageSetting {
  readonly place: Place;
  readonly contacts: readonly Telephone[];
  readonly notice: NoticeCode;
  readonly title: string;
  /** As its address has it, and as people copy it. */
  readonly receipt: { readonly code: string; readonly written: string };
  readonly objection: PageObjection;
  /** A photograph came with it. */
  readonly hasPhotograph?: boolean;
  /** The town has to answer. */
  readonly isWithTown?: boolean;
  /** By when the village has to answer, where a rule says so. */
  readonly answerBy?: string;
}
