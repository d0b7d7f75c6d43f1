import { createHash } from 'node:crypto';
import * as v from 'valibot';
import {
  type Author,
  applyAction,
  type Conflict,
  mayAct,
  type Notice,
  type NoticeCode,
  type NoticeContent,
  type NoticeDocument,
  type Role,
  type VillageCode,
} from '../../src/notice/index.ts';
import {
  type Mutation,
  type MutationResult,
  type NoticeChange,
  PROTOCOL_VERSION,
  type SyncRequest,
  SyncRequestSchema,
  type SyncResponse,
} from '../../src/protocol/index.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** One version of a notice, as a server keeps it for ever. */
export interface KeptVersion {
  readonly content: NoticeContent;
  readonly conflicts: readonly Conflict[];
  readonly by: Author;
}

interface Village {
  sequence: number;
  /** One mark for each effect; the last names the history up to now. */
  marks: string[];
  notices: Map<NoticeCode, { notice: Notice; sequence: number }>;
  documents: Map<NoticeCode, NoticeDocument>;
  versions: Map<string, KeptVersion>;
  answers: Map<string, MutationResult>;
  /** The ids of all mutations that had an effect, in order. */
  effects: string[];
}

export interface ModelServerOptions {
  readonly now?: () => Date;
  readonly villages?: readonly VillageCode[];
  readonly onePersonMayPublish?: boolean;
  readonly pageCharacters?: number;
  /** Leaves out of the answer what the request carried, as the protocol allows. */
  readonly isTerse?: boolean;
  /** Insists that an id always carries the same, as it does from one phone. */
  readonly isStrict?: boolean;
}

/**
 * A server in memory that keeps every promise of the protocol: each mutation takes effect at most
 * once, the sequence has no gap, every version is kept, a restored backup is noticed.
 */
export class ModelServer {
  /** Refuses what it gives a code for, before the rules are asked. */
  refuses: (mutation: Mutation) => string | undefined = () => undefined;
  protocol = PROTOCOL_VERSION;
  requests = 0;
  private readonly options: Required<ModelServerOptions>;
  /** Every mutation as it was sent first: an id must always carry the same. */
  private readonly bodies = new Map<string, string>();
  private villages: Map<VillageCode, Village>;

  constructor(options: ModelServerOptions = {}) {
    this.options = {
      now: () => new Date('2026-11-24T00:00:00.000Z'),
      villages: [],
      onePersonMayPublish: false,
      pageCharacters: 256_000,
      isTerse: false,
      isStrict: true,
      ...options,
    };
    this.villages = new Map(
      this.options.villages.map((village) => [
        village,
        {
          sequence: 0,
          marks: ['0'],
          notices: new Map(),
          documents: new Map(),
          versions: new Map(),
          answers: new Map(),
          effects: [],
        },
      ]),
    );
  }

  /** Answers a request, read from the wire like any other. */
  sync(person: Person, raw: unknown): SyncResponse {
    this.requests += 1;
    const request = v.parse(SyncRequestSchema, JSON.parse(JSON.stringify(raw)));
    for (const mutation of request.mutations) {
      const body = JSON.stringify(mutation);
      const before = this.bodies.get(mutation.id) ?? body;
      if (this.options.isStrict && before !== body)
        throw new Error(`${mutation.id} was sent with another content`);
      this.bodies.set(mutation.id, body);
    }
    const restarted = this.restartedIn(request);
    const results = request.mutations.flatMap((mutation) =>
      restarted.includes(mutation.village) ? [] : [this.take(person, mutation)],
    );
    const told = this.tell(request, restarted);
    const response: SyncResponse = {
      protocol: this.protocol,
      serverTime: this.options.now().toISOString(),
      results,
      ...told,
      ...(restarted.length > 0 ? { restarted } : {}),
    };
    return JSON.parse(JSON.stringify(response));
  }

  /** All there is, to be restored later. */
  backUp(): unknown {
    return structuredClone(this.villages);
  }

  restore(backup: unknown): void {
    this.villages = structuredClone(backup as Map<VillageCode, Village>);
  }

  notice(village: VillageCode, code: NoticeCode): Notice | undefined {
    return this.villages.get(village)?.notices.get(code)?.notice;
  }

  notices(village: VillageCode): Notice[] {
    return [...this.in(village).notices.values()].map(({ notice }) => notice);
  }

  versions(village: VillageCode, code: NoticeCode): KeptVersion[] {
    const head = this.notice(village, code)?.version ?? 0;
    return Array.from({ length: head }, (_one, index) =>
      this.in(village).versions.get(versionKey(code, index + 1)),
    ).filter((one) => one !== undefined);
  }

  effects(village: VillageCode): readonly string[] {
    return this.in(village).effects;
  }

  private in(code: VillageCode): Village {
    const village = this.villages.get(code);
    if (!village) throw new Error(`no village ${code}`);
    return village;
  }

  private restartedIn({ cursors, histories }: SyncRequest): VillageCode[] {
    return Object.entries(cursors).flatMap(([name, cursor = 0]) => {
      const code = name as VillageCode;
      const village = this.villages.get(code);
      if (!village) return [];
      const mark = histories?.[code];
      const isKnown = mark === undefined || village.marks[Number.parseInt(mark, 10)] === mark;
      return isKnown && cursor <= village.sequence ? [] : [code];
    });
  }

  private take(person: Person, mutation: Mutation): MutationResult {
    const { id, village: name } = mutation;
    const village = this.villages.get(name);
    if (!village) return { id, outcome: 'refused', code: 'not-allowed' };
    const known = village.answers.get(id);
    if (known) return known;
    const code = this.refuses(mutation) ?? this.apply(person, village, mutation);
    const result: MutationResult = code
      ? { id, outcome: 'refused', code }
      : { id, outcome: 'accepted' };
    village.answers.set(id, result);
    return result;
  }

  private apply(person: Person, village: Village, mutation: Mutation): string | undefined {
    const { id, notice: code, action, at } = mutation;
    const { onePersonMayPublish } = this.options;
    if (!mayAct(person.role, action.kind, { onePersonMayPublish })) return 'not-allowed';
    const before = village.notices.get(code)?.notice;
    const by: Author = { person: person.id, name: person.name, at };
    const versionAt = (version: number) => village.versions.get(versionKey(code, version));
    const outcome = applyAction(before, action, {
      village: mutation.village,
      code,
      by,
      onePersonMayPublish,
      contentAt: (version) => versionAt(version)?.content,
      authorAt: (version) => versionAt(version)?.by,
    });
    if (!outcome.ok) return outcome.refusal;
    const { notice } = outcome;
    village.effects.push(id);
    // chained as a ledger's hashes are: the same step after another one is another history
    const chained = createHash('sha256')
      .update(`${village.marks.at(-1)} ${id}`)
      .digest('hex');
    village.marks.push(`${village.marks.length}.${chained.slice(0, 16)}`);
    if (notice !== before) {
      village.sequence += 1;
      village.notices.set(code, { notice, sequence: village.sequence });
    }
    if (outcome.isNewVersion) {
      const { content, conflicts, version } = notice;
      village.versions.set(versionKey(code, version), { content, conflicts, by });
    }
    if (outcome.published) village.documents.set(code, outcome.published.document);
    return undefined;
  }

  private tell(
    { cursors, mutations }: SyncRequest,
    restarted: readonly VillageCode[],
  ): Pick<SyncResponse, 'changes' | 'cursors' | 'histories' | 'more'> {
    const changes: NoticeChange[] = [];
    const reached: Record<VillageCode, number> = {};
    const histories: Record<VillageCode, string> = {};
    let room = this.options.pageCharacters;
    for (const [name, cursor = 0] of Object.entries(cursors)) {
      const code = name as VillageCode;
      const village = this.villages.get(code);
      if (!village) continue;
      let at = restarted.includes(code) ? 0 : cursor;
      const news = [...village.notices.values()]
        .filter(({ sequence }) => sequence > at)
        .sort((a, b) => a.sequence - b.sequence);
      histories[code] = village.marks.at(-1) ?? '';
      for (const { notice, sequence } of news) {
        const change = this.changeOf(notice, sequence, village, mutations);
        room -= JSON.stringify(change).length;
        if (room < 0 && changes.length > 0) {
          reached[code] = at;
          return { changes, cursors: reached, histories, more: true };
        }
        changes.push(change);
        at = sequence;
      }
      reached[code] = village.sequence;
    }
    return { changes, cursors: reached, histories, more: false };
  }

  private changeOf(
    notice: Notice,
    sequence: number,
    village: Village,
    mutations: readonly Mutation[],
  ): NoticeChange {
    const document = village.documents.get(notice.code);
    const whole = { sequence, notice, ...(document ? { document } : {}) };
    if (!this.options.isTerse) return whole;
    const own = mutations.filter(
      (one) => one.village === notice.village && one.notice === notice.code,
    );
    const save = own.findLast(({ action }) => action.kind === 'save')?.action;
    const isAsSent =
      save?.kind === 'save' && JSON.stringify(save.content) === JSON.stringify(notice.content);
    if (!isAsSent) return whole;
    const { content: _sent, ...rest } = notice;
    return { ...whole, notice: rest };
  }
}

function versionKey(code: NoticeCode, version: number): string {
  return `${code}/${version}`;
}
