import type { Catalogue } from '../../catalogue/index.ts';
import { templateOf } from '../../catalogue/templates/index.ts';
import {
  type Author,
  addsWaiver,
  applyAction,
  canonicalJson,
  composeDocument,
  contentDigest,
  missingElements,
  type Notice,
  type NoticeAction,
  type NoticeCode,
  type NoticeContent,
  type NoticeDocument,
  problemsOf,
  type VillageCode,
} from '../../notice/index.ts';
import type { Mutation, MutationResult } from '../../protocol/index.ts';
import { type Actor, mayChange, mayLeaveOut } from '../accounts/authorise.ts';
import type { PlaceSettings } from '../accounts/place-settings.ts';
import { type LedgerEvent, sha256Of } from '../ledger/entry.ts';
import { placeOfVillage } from '../places.ts';
import { carriesForbidden } from './forbidden-texts.ts';
import type { VersionRecord } from './version-record.ts';

/** What a village's batch of mutations meets, read under the village's lock. */
export interface BatchGround {
  readonly village: VillageCode;
  readonly settings: PlaceSettings;
  readonly sequence: number;
  /** The notices that the batch names, as far as they exist. */
  readonly notices: ReadonlyMap<NoticeCode, Notice>;
  /** What was answered before to mutations of the batch. */
  readonly answered: ReadonlyMap<string, MutationResult>;
  /** An older version, as far as the batch's saves reach back. */
  readonly versionAt: (notice: NoticeCode, version: number) => VersionRecord | undefined;
  /** The district's own catalogues that the batch's contents were written by. */
  readonly catalogues: readonly Catalogue[];
}

/** All that a batch changes, to be written in one transaction. */
export interface BatchEffects {
  /** One for each mutation, in the same order. */
  readonly results: MutationResult[];
  /** The results that are new, to be kept under their mutation's id. */
  readonly answers: MutationResult[];
  sequence: number;
  readonly notices: Map<NoticeCode, { readonly notice: Notice; readonly sequence: number }>;
  readonly versions: { notice: NoticeCode; version: number; record: VersionRecord }[];
  readonly revisions: {
    notice: NoticeCode;
    revision: number;
    version: number;
    document: NoticeDocument;
    checkCode: string;
  }[];
  readonly events: LedgerEvent[];
}

/**
 * Decides a batch of one village's mutations, one after another, each on what the ones before made.
 * Pure: reading the ground and writing the effects is the caller's. A mutation that is refused
 * leaves no trace but its answer; one that was answered before gets that answer and does nothing.
 */
export function decideBatch(
  ground: BatchGround,
  mutations: readonly Mutation[],
  actor: Actor,
  now: string,
): BatchEffects {
  const effects: BatchEffects = {
    results: [],
    answers: [],
    sequence: ground.sequence,
    notices: new Map(),
    versions: [],
    revisions: [],
    events: [],
  };
  const earlierSaves = new Map<NoticeCode, NoticeContent>();
  const answered = new Map(ground.answered);

  for (const mutation of mutations) {
    const known = answered.get(mutation.id);
    const result = known ?? decide(ground, effects, earlierSaves, mutation, actor, now);
    effects.results.push(result);
    if (result.outcome === 'accepted' && mutation.action.kind === 'save') {
      earlierSaves.set(mutation.notice, mutation.action.content);
    }
    if (known) continue;
    answered.set(mutation.id, result);
    effects.answers.push(result);
  }
  return effects;
}

function decide(
  ground: BatchGround,
  effects: BatchEffects,
  earlierSaves: ReadonlyMap<NoticeCode, NoticeContent>,
  mutation: Mutation,
  actor: Actor,
  now: string,
): MutationResult {
  const { id, village, notice: code } = mutation;
  const refused = (reason: string): MutationResult => ({ id, outcome: 'refused', code: reason });
  const before = effects.notices.get(code)?.notice ?? ground.notices.get(code);

  if (!mayChange(actor, village, mutation.action.kind, ground.settings)) {
    return refused('not-allowed');
  }
  if (carriesForbidden(mutation.action, before?.content, ground.catalogues))
    return refused('personal-data');

  const versionAt = (version: number) => versionOf(ground, effects, code, version);
  const { action, contentAt } = onItsBase(
    mutation,
    earlierSaves,
    (version) => versionAt(version)?.content,
  );
  const by: Author = { person: actor.person, name: actor.name, at: mutation.at };
  // known from here on to whatever asks for it, and by the faster way
  if (before) contentDigest(before.content, sha256Of);
  const outcome = applyAction(before, action, {
    village,
    code,
    by,
    onePersonMayPublish: ground.settings.onePersonMayPublish,
    contentAt,
    authorAt: (version) => versionAt(version)?.by,
  });
  if (!outcome.ok) return refused(outcome.refusal);
  const isWaived = addsWaiver(before?.content, outcome.notice.content);
  if (isWaived && !mayLeaveOut(actor, village, ground.settings))
    return refused('not-yours-to-waive');
  if (action.kind === 'publish') {
    const unfit = whyNotFit(outcome.notice, action.document, ground.catalogues);
    if (unfit) return refused(unfit);
  }

  const { notice } = outcome;
  if (notice !== before) {
    effects.sequence += 1;
    effects.notices.set(code, { notice, sequence: effects.sequence });
  }
  if (outcome.isNewVersion) {
    const { content, conflicts, version } = notice;
    const record = { content, conflicts, by, device: actor.device, mutation: id, acceptedAt: now };
    effects.versions.push({ notice: code, version, record });
  }
  const mark = outcome.published && notice.revisions.at(-1);
  if (outcome.published && mark) {
    const { revision, document } = outcome.published;
    const { version, checkCode } = mark;
    effects.revisions.push({ notice: code, revision, version, document, checkCode });
  }
  effects.events.push({
    kind: 'action',
    action: action.kind,
    mutation: id,
    notice: code,
    version: notice.version,
    contentDigest: contentDigest(notice.content, sha256Of),
    ...(mark ? { revision: mark.revision, checkCode: mark.checkCode } : {}),
    ...postedBy(action),
    person: actor.person,
    device: actor.device,
    at: mutation.at,
  });
  return { id, outcome: 'accepted' };
}

/** What the ledger says of a posting: its id, and the digests of its photographs. */
function postedBy(action: NoticeAction): { posting?: string; photographs?: readonly string[] } {
  if (action.kind !== 'post' && action.kind !== 'takeDown') return {};
  const { posting, photographs } = action;
  return { posting, photographs: photographs.map(({ id }) => id) };
}

/** No version has this number. */
const EARLIER_SAVE = -1;

/**
 * A second save of one notice in one request was made on top of the first, on the same phone with no
 * word from the server between them. So it is merged from what the phone had then; the version it
 * names is at best a guess of the number that the first one got.
 */
function onItsBase(
  mutation: Mutation,
  earlierSaves: ReadonlyMap<NoticeCode, NoticeContent>,
  contentAt: (version: number) => NoticeContent | undefined,
): { action: NoticeAction; contentAt: (version: number) => NoticeContent | undefined } {
  const earlier = earlierSaves.get(mutation.notice);
  if (!earlier || mutation.action.kind !== 'save') return { action: mutation.action, contentAt };
  // the digest too is of the version that it names
  const { baseDigest: _guessed, ...action } = mutation.action;
  return {
    action: { ...action, baseVersion: EARLIER_SAVE },
    contentAt: (version) => (version === EARLIER_SAVE ? earlier : contentAt(version)),
  };
}

function versionOf(
  ground: BatchGround,
  effects: BatchEffects,
  code: NoticeCode,
  version: number,
): VersionRecord | undefined {
  const made = effects.versions.find((one) => one.notice === code && one.version === version);
  return made?.record ?? ground.versionAt(code, version);
}

/** Why a notice may not be published with these words; undefined when it may. */
function whyNotFit(
  { village, content, conflicts }: Notice,
  document: NoticeDocument,
  catalogues: readonly Catalogue[],
): 'incomplete' | 'words-differ' | undefined {
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const place = placeOfVillage(village);
  // a template or place that only a newer program knows
  if (!template || !place) return 'words-differ';
  if (problemsOf(template, content, conflicts).length > 0) return 'incomplete';
  if (missingElements(template, content).length > 0) return 'incomplete';
  const words = composeDocument(template, content, place);
  return canonicalJson(words) === canonicalJson(document) ? undefined : 'words-differ';
}
