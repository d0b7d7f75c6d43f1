import { randomBytes } from 'node:crypto';
import {
  drawObjectionCode,
  type NoticeCode,
  type Objection,
  type ObjectionCode,
  type ObjectionPhotograph,
  type VillageCode,
} from '../../notice/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import { readPlaceSettings } from '../accounts/index.ts';
import { type Database, lockPlace, type Store } from '../database/index.ts';
import { answerDayFor } from './answer-days.ts';
import { objectionOf, revisionsOf } from './objection-row.ts';
import { writeObjection } from './write-objection.ts';

/** What somebody typed into the form, within the limits of an objection. */
export interface ReceivedWords {
  readonly text: string;
  readonly name: string;
  readonly telephone: string;
}

/**
 * Takes in what a villager sent, with identity and card numbers masked, and gives it back under its
 * receipt number. A photograph is kept before it is named here. `draft` is the number that the form carried: sent twice, by a second tap or a
 * reload, it is one objection. Undefined where no such notice is published.
 */
export async function receiveObjection(
  store: Store,
  { village, notice }: { readonly village: VillageCode; readonly notice: NoticeCode },
  draft: ObjectionCode | undefined,
  words: ReceivedWords,
  now: Date,
  photograph?: ObjectionPhotograph,
): Promise<Objection | undefined> {
  const { text, name } = stored(words);
  return store.db.transaction().execute(async (transaction) => {
    const place = await lockPlace(store, transaction, village);
    const revision = place && (await revisionsOf(transaction, village, notice));
    if (!place || !revision) return undefined;

    const repeated = await repeatOf(transaction, { village, notice }, draft, words);
    if (repeated) return repeated;
    const isTaken = draft && (await objectionOf(transaction, village, draft)) !== undefined;
    const received: Objection = {
      village,
      notice,
      code: draft && !isTaken ? draft : drawObjectionCode(randomBytes),
      channel: 'online',
      text,
      name,
      telephone: words.telephone,
      ...(photograph ? { photograph } : {}),
      receivedAt: now.toISOString(),
      answerBy: await answerDayFor(transaction, village, readPlaceSettings(place.settings), now),
      revision,
      steps: [],
    };
    await writeObjection(transaction, place, received, received.receivedAt);
    return received;
  });
}

/** The objection that these very words already made under the number of their form. */
export async function repeatOf(
  db: Database,
  { village, notice }: { readonly village: VillageCode; readonly notice: NoticeCode },
  draft: ObjectionCode | undefined,
  words: ReceivedWords,
): Promise<Objection | undefined> {
  const before = draft && (await objectionOf(db, village, draft));
  return before?.notice === notice && before.text === stored(words).text ? before : undefined;
}

function stored({ text, name }: ReceivedWords): Pick<ReceivedWords, 'text' | 'name'> {
  const clean = (typed: string) => redactBeforeStorage(typed, { where: 'text' }).text;
  return { text: clean(text), name: clean(name) };
}
