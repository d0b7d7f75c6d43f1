import * as v from 'valibot';
import type { VillageCode } from '../notice/index.ts';
import {
  type Mutation,
  PROTOCOL_VERSION,
  type SyncRequest,
  type SyncResponse,
  SyncResponseSchema,
} from '../protocol/index.ts';
import { type DeviceDatabase, isStorageFull, type SyncState } from './database.ts';
import { villagesHeld } from './followed.ts';
import { type FrozenEntry, keyOf, nextPage, type Page } from './outbox.ts';
import { sendFilesAgain } from './restart.ts';
import { type Beside, besideOf, partsOf, requestBeside, takeBesideIn } from './sync-beside.ts';
import { type Exchange, setAside, setBackBy, takeIn } from './take-in.ts';
import { RequestRejected, SyncTrouble } from './trouble.ts';

/** A request's mutations as they leave, made ready while the request before it is under way. */
export interface PackedAhead {
  readonly mutations: ArrayBuffer;
}

/** Carries requests to the server. */
export interface Transport {
  /** Gives the answer; rejects with a SyncTrouble. `ahead` are the request's mutations, packed. */
  (request: SyncRequest, ahead?: PackedAhead): Promise<unknown>;
  /** Packs mutations; undefined where that cannot be done apart from the request. */
  readonly packAhead?: (mutations: readonly Mutation[]) => Promise<PackedAhead | undefined>;
}

/** How far a long sync has come. */
export interface SyncProgress {
  /** Mutations answered and notices told since it began. */
  readonly sent: number;
  readonly taken: number;
  /** Mutations that still wait. */
  readonly waiting: number;
  /** Whether the server has more to tell, and how many notices that is where it says so. */
  readonly isMoreToCome: boolean;
  readonly left?: number;
}

export interface SyncOptions {
  readonly now: () => Date;
  readonly onProgress?: (progress: SyncProgress) => void;
}

/**
 * How much one request carries at most, in characters of JSON: some 60 KB on the wire. Where even
 * that is too much for the link, pages shrink.
 */
const PAGE_CHARACTERS = 400_000;
const SMALLEST_PAGE_CHARACTERS = 16_000;
const PAGE_ENTRIES = 1_000;
/** A link that breaks after so long is given smaller pages. */
const SLOW_MILLISECONDS = 20_000;
/** So many rejected requests in one sync are no longer the fault of single mutations. */
const MOST_REJECTIONS = 60;

const VersionSchema = v.looseObject({ protocol: v.number() });

interface PreparedPage {
  readonly page: Page;
  readonly ahead?: PackedAhead;
}

/** A request that has left. */
interface UnderWay {
  readonly page: Page;
  readonly exchange: Exchange;
  readonly ending: Promise<Ending>;
}

/** How a request ended, and after how many milliseconds. */
type Ending = { readonly took: number } & (
  | { readonly answer: SyncResponse }
  | { readonly error: unknown }
);

/** What one sync has found out so far. */
interface Round {
  entries: number;
  rejections: number;
  isBroken: boolean;
  sent: number;
  taken: number;
  readonly without: Set<string>;
  readonly restarted: Set<VillageCode>;
  /**
   * What goes beside the notices goes with the last of them; alone where a request with both was
   * rejected, so that neither is taken for the other's fault.
   */
  beside: 'with the last' | 'alone' | 'done';
  readonly besideRestarted: Set<string>;
  /** Whether the server knows how to tell how much is left; it is not asked before. */
  tellsWhatIsLeft: boolean;
}

/**
 * Sends what waits and takes what changed, until neither is left. Safe to break off at any point and
 * to repeat: an entry is frozen before it is first sent, and the server gives a repeat the stored
 * answer. A mutation that the server cannot take holds up no other, and a server that gets nothing
 * on ends the sync.
 */
export class Synchroniser {
  private readonly database: DeviceDatabase;
  private readonly transport: Transport;
  private readonly options: SyncOptions;
  private pageCharacters = PAGE_CHARACTERS;

  constructor(database: DeviceDatabase, transport: Transport, options: SyncOptions) {
    this.database = database;
    this.transport = transport;
    this.options = options;
  }

  /** One whole sync. Notes success or trouble in the kept sync state; throws only for bugs. */
  async synchronise(): Promise<SyncState> {
    try {
      await this.exchangeAll();
      return (await this.database.read('sync')) ?? {};
    } catch (error) {
      const trouble = troubleOf(error);
      if (!trouble) throw error;
      return this.noted(trouble);
    }
  }

  private async noted(trouble: NonNullable<SyncState['trouble']>): Promise<SyncState> {
    const state: SyncState = { ...(await this.database.read('sync')), trouble };
    try {
      await this.database.keep('sync', state);
    } catch (error) {
      // where nothing can be written, not even that can; the caller is told all the same
      if (!isStorageFull(error)) throw error;
      return { ...state, trouble: 'storage' };
    }
    return state;
  }

  private async exchangeAll(): Promise<void> {
    const round: Round = {
      entries: PAGE_ENTRIES,
      rejections: 0,
      isBroken: false,
      sent: 0,
      taken: 0,
      without: new Set(),
      restarted: new Set(),
      beside: 'with the last',
      besideRestarted: new Set(),
      tellsWhatIsLeft: false,
    };
    let isMoreToCome = true;
    let underWay: UnderWay | undefined;
    for (;;) {
      if (!underWay) {
        const page = await this.pageOf(round);
        if (!isMoreToCome && page.entries.length === 0) break;
        underWay = await this.send({ page }, round);
      }
      const { page, exchange, ending } = underWay;
      // the phone works while the request is under way, and the server while the answer is taken in
      const next = this.prepared(page, round);
      next.catch(() => undefined);
      const response = await this.answerTo(exchange, await ending, round);
      underWay = response && (await this.sendAhead(exchange, response, await next, round));
      if (response) isMoreToCome = await this.take(exchange, response, round);
    }
    await this.exchangeBeside(round);
    if (round.isBroken) throw new SyncTrouble('server');
  }

  private pageOf(round: Round, behind?: Page): Promise<Page> {
    return nextPage(this.database, {
      characters: this.pageCharacters,
      entries: round.entries,
      without: round.without,
      ...(behind ? { behind } : {}),
    });
  }

  /** The page behind one that is under way, packed where it can be; undefined where there is none. */
  private async prepared(behind: Page, round: Round): Promise<PreparedPage | undefined> {
    // behind an empty page goes another, as long as the server has more to tell
    if (behind.entries.length === 0) return { page: behind };
    if (behind.isLast) return undefined;
    const page = await this.pageOf(round, behind);
    if (page.entries.length === 0) return undefined;
    const ahead = await this.transport.packAhead?.(page.entries.map(mutationOf));
    return { page, ...(ahead ? { ahead } : {}) };
  }

  private async send(
    { page, ahead }: PreparedPage,
    round: Round,
    told?: SyncResponse,
  ): Promise<UnderWay> {
    const exchange = await this.exchangeOf(page, round, told);
    const ending = endingOf(this.transport(exchange.request, ahead));
    return { page, exchange, ending };
  }

  /**
   * Sends the next request before the answer to the one before it is taken in, on the cursors that
   * this answer tells. Should it not be taken in, what the next one brings is not either. Undefined
   * where there is none, or it depends on what the answer changes here.
   */
  private async sendAhead(
    exchange: Exchange,
    response: SyncResponse,
    next: PreparedPage | undefined,
    round: Round,
  ): Promise<UnderWay | undefined> {
    if (!next || (next.page.entries.length === 0 && !response.more)) return undefined;
    const isSetBack = round.restarted.size > 0 || setBackBy(exchange, response).length > 0;
    return exchange.beside || isSetBack ? undefined : this.send(next, round, response);
  }

  /** Says and asks what is left of what goes beside the notices. */
  private async exchangeBeside(round: Round): Promise<void> {
    while (round.beside !== 'done') {
      const beside = await besideOf(this.database);
      if (!beside.objections && !beside.exemptions) return;
      try {
        const answer = await this.transport(requestBeside(beside, this.options.now()));
        await this.takeBeside(beside, parsed(answer), round);
      } catch (error) {
        // what no request of this server's may carry waits for the next sync, and holds up nothing
        if (!(error instanceof RequestRejected && error.isFinal)) throw error;
        return;
      }
    }
  }

  /** A request with this page, on the cursors that `told` has just told or else those kept here. */
  private async exchangeOf(
    { entries, isLast }: Page,
    round: Round,
    told?: SyncResponse,
  ): Promise<Exchange> {
    const { database } = this;
    const [session, kept = {}, histories = {}] = await database.transaction(
      'r',
      database.kept,
      () =>
        Promise.all([
          database.read('session'),
          database.read('cursors'),
          database.read('histories'),
        ]),
    );
    if (!session) throw new SyncTrouble('signed-out');
    const cursors: SyncRequest['cursors'] = {};
    const marks: NonNullable<SyncRequest['histories']> = {};
    for (const code of await villagesHeld(database, session)) {
      const reached = told?.cursors[code];
      cursors[code] = reached ?? kept[code] ?? 0;
      const mark = reached === undefined ? histories[code]?.mark : told?.histories?.[code];
      if (mark !== undefined) marks[code] = mark;
    }
    const sentAt = this.options.now();
    const isWithBeside = isLast && round.beside === 'with the last';
    const beside = isWithBeside ? await besideOf(database) : undefined;
    const request: SyncRequest = {
      protocol: PROTOCOL_VERSION,
      sentAt: sentAt.toISOString(),
      cursors,
      ...(Object.keys(marks).length > 0 ? { histories: marks } : {}),
      mutations: entries.map(mutationOf),
      ...(round.tellsWhatIsLeft ? { left: true } : {}),
      ...(beside ? partsOf(beside) : {}),
    };
    return { entries, request, histories, sentAt, ...(beside ? { beside } : {}) };
  }

  /** The server's answer; undefined when it rejected the request and the next is another one. */
  private async answerTo(
    exchange: Exchange,
    ending: Ending,
    round: Round,
  ): Promise<SyncResponse | undefined> {
    try {
      if ('error' in ending) throw ending.error;
      if (ending.took < SLOW_MILLISECONDS) this.scalePages(2);
      return ending.answer;
    } catch (error) {
      if (ending.took > SLOW_MILLISECONDS) this.scalePages(0.5);
      if (!(error instanceof RequestRejected)) throw error;
      if (exchange.beside) round.beside = 'alone';
      else await this.narrowDown(exchange.entries, error, round);
      return undefined;
    }
  }

  private async take(exchange: Exchange, response: SyncResponse, round: Round): Promise<boolean> {
    const { database } = this;
    // before the restart itself is noted: then it would not be told again, should this break off
    await sendFilesAgain(database, setBackBy(exchange, response), this.options.now());
    const taken = await takeIn(database, exchange, response, this.options.now());
    const isAgain = taken.restarted.some((village) => round.restarted.has(village));
    // a server that gives no answer, tells nothing and wants to be asked again would be asked for ever
    const isStuck = !taken.hasMoved && (exchange.entries.length > 0 || response.more);
    if (isAgain || isStuck) throw new SyncTrouble('server');
    for (const village of taken.restarted) round.restarted.add(village);
    round.entries = Math.min(PAGE_ENTRIES, round.entries * 2);
    round.sent += response.results.length;
    round.taken += taken.changes;
    if (exchange.beside) await this.takeBeside(exchange.beside, response, round);
    await this.tellProgress(response, round);
    return response.more;
  }

  private async takeBeside(beside: Beside, response: SyncResponse, round: Round): Promise<void> {
    const { besideRestarted } = round;
    const now = this.options.now();
    const isMore = await takeBesideIn(this.database, beside, response, besideRestarted, now);
    if (!isMore) round.beside = 'done';
    // a server that knows marks here knows the other as well
    round.tellsWhatIsLeft ||= response.objections?.histories !== undefined;
  }

  private async tellProgress({ more, left }: SyncResponse, round: Round): Promise<void> {
    const { onProgress } = this.options;
    if (!onProgress) return;
    const waiting = await this.database.outbox.count();
    const { sent, taken } = round;
    onProgress({
      ...{ sent, taken, waiting, isMoreToCome: more },
      ...(more && left !== undefined ? { left } : {}),
    });
  }

  /** Finds the one mutation that makes the server reject a request, by halves, and goes on without. */
  private async narrowDown(
    entries: readonly FrozenEntry[],
    rejection: RequestRejected,
    round: Round,
  ): Promise<void> {
    round.rejections += 1;
    const [first] = entries;
    if (!first || round.rejections > MOST_REJECTIONS) throw rejection;
    if (entries.length > 1) {
      round.entries = Math.ceil(entries.length / 2);
      return;
    }
    if (rejection.isFinal) {
      await setAside(this.database, first, rejection.code);
    } else {
      round.without.add(keyOf(first.village, first.notice));
      round.isBroken = true;
    }
  }

  /** Smaller pages after one that took long and failed, larger ones again when the link is quick. */
  private scalePages(factor: number): void {
    this.pageCharacters = Math.min(
      PAGE_CHARACTERS,
      Math.max(SMALLEST_PAGE_CHARACTERS, this.pageCharacters * factor),
    );
  }
}

function troubleOf(error: unknown): SyncState['trouble'] {
  if (error instanceof SyncTrouble) return error.trouble;
  return isStorageFull(error) ? 'storage' : undefined;
}

function parsed(answer: unknown): SyncResponse {
  const version = v.safeParse(VersionSchema, answer);
  if (version.success && version.output.protocol !== PROTOCOL_VERSION) {
    throw new SyncTrouble('update-needed');
  }
  const response = v.safeParse(SyncResponseSchema, answer);
  if (!response.success) throw new SyncTrouble('server');
  return response.output;
}

function mutationOf({ id, village, notice, action, at }: FrozenEntry): Mutation {
  return { id, village, notice, action, at };
}

/**
 * Never rejects: the request may end while nobody waits for it yet. The answer is checked as soon as
 * it is there, while the storage is busy with the one before it.
 */
async function endingOf(answer: Promise<unknown>): Promise<Ending> {
  const startedAt = performance.now();
  let endedAt: number | undefined;
  const took = () => (endedAt ?? performance.now()) - startedAt;
  try {
    const told = await answer;
    endedAt = performance.now();
    return { answer: parsed(told), took: took() };
  } catch (error) {
    return { error, took: took() };
  }
}
