import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { todayIn } from '../../calendar/index.ts';
import {
  type NoticeCode,
  type NoticeDocument,
  readNoticeCode,
  readVillageCode,
  type VillageCode,
} from '../../notice/index.ts';
import { type Recording, RemoveRecordingSchema } from '../../protocol/index.ts';
import { type Actor, mayChange, mayRead, readPlaceSettings } from '../accounts/index.ts';
import { type Database, lockPlace, noticeOf, type Store } from '../database/index.ts';
import { refuse } from '../http/answers.ts';
import { readJson } from '../http/read-json.ts';
import { appendToLedger } from '../ledger/index.ts';
import { arePhotographsShown } from '../uploads/index.ts';
import { readRecordings, shownRecording } from './read-recordings.ts';
import type { RecordingFiles } from './recording-files.ts';
import { soundAnswer } from './sound-answer.ts';

interface OwnRecordings {
  readonly store: Store;
  readonly recordings: RecordingFiles;
  readonly now: () => Date;
  readonly asked: (context: Context) => Promise<Actor | undefined>;
}

const LIMITS = { wire: 2_000, unpacked: 2_000 };
const ID = '{[0-9a-f]{64}}';

/** Recordings of a notice for the village's own people: to list, to hear, to take down. */
export function ownRecordingRoutes({ store, recordings, now, asked }: OwnRecordings): Hono {
  const routes = new Hono();

  /** The notice that is asked about, where the asking person may read it; a refusal otherwise. */
  async function read(
    context: Context,
  ): Promise<{ readonly village: VillageCode; readonly notice: NoticeCode } | Response> {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const village = readVillageCode(context.req.param('village') ?? '');
    const notice = readNoticeCode(context.req.param('notice') ?? '');
    const isTheirs = village && notice && mayRead(actor, village);
    return isTheirs ? { village, notice } : refuse(context, 404, 'no-such-address');
  }

  routes.get('/:village/:notice', async (context) => {
    const of = await read(context);
    if (of instanceof Response) return of;
    const held: Recording[] = await readRecordings(store.db, of.village, of.notice);
    return context.json(held);
  });

  routes.get(`/:village/:notice/:id${ID}`, async (context) => {
    const of = await read(context);
    if (of instanceof Response) return of;
    const held = await readRecordings(store.db, of.village, of.notice);
    const one = held.find(({ id }) => id === context.req.param('id'));
    const bytes = one && (await recordings.read(of.village, one.id));
    return one && bytes
      ? soundAnswer(bytes, one.type, context.req.header('range'), 'private, max-age=31536000')
      : refuse(context, 404, 'no-such-address');
  });

  routes.post('/remove', async (context) => {
    const actor = await asked(context);
    if (!actor) return refuse(context, 401, 'no-session');
    const body = await readJson(context.req.raw, LIMITS);
    if (!body.ok) return refuse(context, body.status, body.code);
    const request = v.safeParse(RemoveRecordingSchema, body.value);
    if (!request.success) return refuse(context, 400, 'bad-request');
    const { village, notice, recording } = request.output;
    if (!mayRead(actor, village)) return refuse(context, 404, 'no-such-recording');
    const outcome = await store.db.transaction().execute(async (transaction) => {
      const place = await lockPlace(store, transaction, village);
      if (!place) return 'no-such-recording';
      if (!mayChange(actor, village, 'post', readPlaceSettings(place.settings))) {
        return 'not-allowed';
      }
      const at = now().toISOString();
      const gone = await transaction
        .updateTable('recording')
        .set({ removed_at: at })
        .where('village', '=', village)
        .where('notice', '=', notice)
        .where('id', '=', recording)
        .where('removed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!gone) return 'no-such-recording';
      const { person, device } = actor;
      const event = { kind: 'recording-removed', notice, recording, person, device } as const;
      await appendToLedger(transaction, place, [event], at);
      return 'removed';
    });
    if (outcome === 'not-allowed') return refuse(context, 403, outcome);
    if (outcome === 'no-such-recording') return refuse(context, 404, outcome);
    await recordings.remove(village, recording);
    return context.json({});
  });
  return routes;
}

/** The recording that a notice's page offers, under its public address and as long as it does. */
export function publicRecordingRoutes({
  db,
  recordings,
  now,
}: {
  readonly db: Database;
  readonly recordings: RecordingFiles;
  readonly now: () => Date;
}): Hono {
  const routes = new Hono();
  routes.get(
    '/:v{[vV]}/:village/:notice/recording/:name{[0-9a-f]{64}\\.[0-9a-z]+}',
    async (context) => {
      const village = readVillageCode(context.req.param('village') ?? '');
      const notice = readNoticeCode(context.req.param('notice') ?? '');
      const id = (context.req.param('name') ?? '').slice(0, 64);
      const shown = village && notice && (await recordingOnPage(db, village, notice, now()));
      const bytes =
        village && shown && shown.id === id ? await recordings.read(village, id) : undefined;
      return shown && bytes
        ? // what is taken down must be gone tomorrow from caches too
          soundAnswer(bytes, shown.type, context.req.header('range'), 'public, max-age=3600')
        : refuse(context, 404, 'no-such-address');
    },
  );
  return routes;
}

/** A recording of a list of persons is that list: it goes when the list goes (PIPL art. 47). */
async function recordingOnPage(
  db: Database,
  village: VillageCode,
  code: NoticeCode,
  now: Date,
): Promise<Recording | undefined> {
  const [place, notice, revision] = await Promise.all([
    db.selectFrom('place').select('settings').where('code', '=', village).executeTakeFirst(),
    noticeOf(db, { village, code }),
    db
      .selectFrom('revision')
      .select(['revision', 'document'])
      .where('village', '=', village)
      .where('notice', '=', code)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  if (!place || !notice || !revision) return undefined;
  // parsed by its schema when it came in
  const document = JSON.parse(revision.document) as NoticeDocument;
  const { names, keepLists } = readPlaceSettings(place.settings);
  const today = todayIn(now);
  const isShown = arePhotographsShown([document], {
    standing: notice.standing,
    today,
    names,
    keepLists,
  });
  return isShown ? shownRecording(db, village, code, revision.revision) : undefined;
}
