import type { Kysely, Transaction } from 'kysely';

/**
 * The tables, the same on both engines. The code of a place (a village's 12 digits, for people and
 * their devices also a town's or district's) leads every key, so that data can be spread by it. JSON
 * is stored as text and parsed by whoever reads it; instants are ISO 8601 in UTC; yes and no are 1
 * and 0.
 */
export interface Tables {
  place: PlaceTable;
  notice: NoticeTable;
  version: VersionTable;
  revision: RevisionTable;
  mutation: MutationTable;
  objection: ObjectionTable;
  exemption: ExemptionTable;
  notice_fact: NoticeFactTable;
  recording: RecordingTable;
  ledger: LedgerTable;
  person: PersonTable;
  invitation: InvitationTable;
  device: DeviceTable;
  installation: InstallationTable;
  reference: ReferenceTable;
}

export type Database = Kysely<Tables>;
export type Writing = Transaction<Tables>;

/** A district, town or village; the row that is locked while its data change. */
export interface PlaceTable {
  code: string;
  name: string;
  /** The name of the town a village belongs to; empty for others. */
  town: string;
  /** JSON of PlaceSettings. */
  settings: string;
  /** Of the last accepted change; gapless, each village its own. */
  sequence: number;
  /** Number and hash of the ledger's last entry; 0 and '' while there is none. */
  ledger_number: number;
  ledger_hash: string;
}

export interface NoticeTable {
  village: string;
  code: string;
  /** Of the last change to this notice. */
  sequence: number;
  /** JSON of the Notice as it stands. */
  notice: string;
}

/** Every accepted content, kept for ever. */
export interface VersionTable {
  village: string;
  notice: string;
  version: number;
  /** JSON: content, the conflicts open in it, author, device, mutation. */
  record: string;
}

export interface RevisionTable {
  village: string;
  notice: string;
  revision: number;
  version: number;
  document: string;
  check_code: string;
  published_at: string;
  published_by: string;
}

/** What was answered to a mutation; a repeat is answered from here. */
export interface MutationTable {
  village: string;
  id: string;
  device: string;
  result: string;
}

/** What villagers said about notices; a row is never deleted. */
export interface ObjectionTable {
  village: string;
  /** The receipt number. */
  code: string;
  notice: string;
  /** Of the last change to this objection, on the village's one sequence. */
  sequence: number;
  /** JSON of the Objection. */
  objection: string;
}

/** Items of the catalogue that villages said do not apply to them; a row is never deleted. */
export interface ExemptionTable {
  village: string;
  item: string;
  /** Of the last change to it, on the village's one sequence. */
  sequence: number;
  /** JSON of the Exemption. */
  exemption: string;
}

/** What supervision reads of a notice, kept so that no notice is read for it twice. */
export interface NoticeFactTable {
  village: string;
  code: string;
  /** Of the notice that the facts were read from. */
  sequence: number;
  /** The years whose picture it is part of; the second is 0 where there is only one. */
  year: number;
  second_year: number;
  /** JSON of the NoticeFacts. */
  facts: string;
}

/** Notices read aloud; the sounds themselves are files under their digests. */
export interface RecordingTable {
  village: string;
  notice: string;
  /** SHA-256 over the sound. */
  id: string;
  /** The revision whose words are read. */
  revision: number;
  seconds: number;
  bytes: number;
  /** Its media type. */
  type: string;
  made_at: string;
  /** The name of whoever read it. */
  made_by: string;
  removed_at: string | null;
}

export interface LedgerTable {
  place: string;
  number: number;
  previous_hash: string;
  hash: string;
  /** Canonical JSON of the LedgerEntry. */
  entry: string;
}

export interface PersonTable {
  place: string;
  id: string;
  name: string;
  role: string;
  created_at: string;
  /** A removed person's name stays with what they did; their devices stop working. */
  removed_at: string | null;
}

export interface InvitationTable {
  place: string;
  token_hash: string;
  person: string;
  created_at: string;
  expires_at: string;
  /** 1: may be used again and again, for demo people only. */
  reusable: number;
  used_at: string | null;
}

export interface DeviceTable {
  place: string;
  token_hash: string;
  id: string;
  person: string;
  created_at: string;
  /** What the device calls itself, so that its owner can tell it from others. */
  label: string;
  last_seen_at: string;
  revoked_at: string | null;
}

/** Facts about this installation, by name. */
export interface InstallationTable {
  name: string;
  value: string;
}

/** What holds in a whole district, every version of it: its calendar, catalogues and choices. */
export interface ReferenceTable {
  place: string;
  kind: 'calendar' | 'catalogue' | 'in-force';
  /** A catalogue's id; empty for what a district has one of. */
  id: string;
  version: number;
  /** JSON of the WorkingCalendar, the Catalogue or the list of catalogue ids. */
  value: string;
  made_at: string;
  made_by: string;
}
