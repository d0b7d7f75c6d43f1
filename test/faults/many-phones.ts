import fc from 'fast-check';
import { generateKeyBetween } from 'fractional-indexing';
import { SyncTrouble, type Transport } from '../../src/device/index.ts';
import {
  canonicalJson,
  type Notice,
  type NoticeCode,
  type NoticeContent,
  rowsInOrder,
  withCell,
  withField,
  withoutRow,
} from '../../src/notice/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import type { Person } from '../device/model-server.ts';
import { Phone } from '../device/phone.ts';
import { valuesIn, valuesInConflict } from './typed-values.ts';
import type { VillageServer } from './village-server.ts';

/**
 * A village's phones, doing at random what people and networks do. Every typed text is different, so
 * that it can be looked for at the end.
 */

export type Typing =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: string }
  | { readonly kind: 'add'; readonly after: number }
  | { readonly kind: 'move'; readonly row: number; readonly after: number }
  | { readonly kind: 'delete'; readonly row: number };

export type Fault =
  | 'none'
  | 'cut-before'
  | 'cut-after'
  | 'twice'
  | 'late'
  | 'overtaken-before'
  | 'overtaken-after'
  | 'type-before'
  | 'type-after'
  | 'full';

export type Event =
  | { readonly kind: 'start'; readonly phone: number }
  | {
      readonly kind: 'type';
      readonly phone: number;
      readonly notice: number;
      readonly typing: Typing;
    }
  | {
      readonly kind: 'act';
      readonly phone: number;
      readonly notice: number;
      readonly action: 'submit' | 'return' | 'publish' | 'withdraw' | 'close' | 'settle';
      readonly pick: number;
    }
  | {
      readonly kind: 'sync';
      readonly phone: number;
      readonly fault: Fault;
      readonly at: number;
      readonly typing: Typing;
    }
  | { readonly kind: 'kill'; readonly phone: number }
  | { readonly kind: 'set-clock'; readonly phone: number; readonly days: number }
  | { readonly kind: 'back-up' }
  | { readonly kind: 'restore' };

const phone = fc.nat({ max: 5 });
const number = fc.nat({ max: 5 });
const typing: fc.Arbitrary<Typing> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      field: fc.constantFrom('note', 'standard', 'year'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('cell' as const),
      row: number,
      column: fc.constantFrom('householder', 'size'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), after: number }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), row: number, after: number }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), row: number }) },
);
const fault = fc.constantFrom<Fault>(
  'none',
  'none',
  'none',
  'cut-before',
  'cut-after',
  'twice',
  'late',
  'overtaken-before',
  'overtaken-after',
  'type-before',
  'type-after',
  'full',
);

const sync: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('sync' as const),
  phone,
  fault,
  at: number,
  typing,
});
const type: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('type' as const),
  phone,
  notice: number,
  typing,
});
const act: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('act' as const),
  phone,
  notice: number,
  action: fc.constantFrom(
    'submit' as const,
    'return' as const,
    'publish' as const,
    'withdraw' as const,
    'close' as const,
    'settle' as const,
  ),
  pick: number,
});

export const ordinaryEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('start' as const), phone }) },
  { weight: 8, arbitrary: type },
  { weight: 3, arbitrary: act },
  { weight: 8, arbitrary: sync },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const), phone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('set-clock' as const),
      phone,
      days: fc.constantFrom(-365, -1, 1, 365),
    }),
  },
);

export const eventWithRestores: fc.Arbitrary<Event> = fc.oneof(
  { weight: 20, arbitrary: ordinaryEvent },
  { weight: 1, arbitrary: fc.constant({ kind: 'back-up' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restore' as const }) },
);

export class ManyPhones {
  readonly server: VillageServer;
  phones: Phone[] = [];
  /** For each phone, what was typed there last at each place of each notice. */
  private typed: Map<string, string>[] = [];
  /** Every text that ever left a phone. */
  private readonly sent = new Set<string>();
  private late: (() => Promise<unknown>)[] = [];
  private backup: unknown;
  private counter = 0;

  private constructor(server: VillageServer) {
    this.server = server;
  }

  static async of(count: number, server: VillageServer) {
    const village = new ManyPhones(server);
    village.backup = await server.backUp();
    for (let index = 0; index < count; index++) {
      const person: Person = {
        id: `p${index}`,
        name: `${index}号`,
        role: index % 2 === 0 ? 'drafter' : 'reviewer',
      };
      village.phones.push(await Phone.of(village.server, person));
      village.typed.push(new Map());
    }
    const first = village.phones[0];
    await first?.draft(aContent().withHouseholds(2).build());
    await first?.sync();
    for (const one of village.phones) await one.sync();
    return village;
  }

  async happen(event: Event): Promise<void> {
    switch (event.kind) {
      case 'start': {
        const one = this.at(event.phone);
        await one.phone.draft(aContent().withHouseholds(1).build());
        return;
      }
      case 'type':
        return this.type(event.phone, event.notice, event.typing);
      case 'act':
        return this.act(event.phone, event);
      case 'sync':
        return this.sync(event);
      case 'kill': {
        const { index, phone: one } = this.at(event.phone);
        this.phones[index] = one.restarted();
        return;
      }
      case 'set-clock': {
        const { phone: one } = this.at(event.phone);
        one.clock = new Date(one.clock.getTime() + event.days * 86_400_000);
        return;
      }
      case 'back-up':
        this.backup = await this.server.backUp();
        return;
      case 'restore':
        await this.server.restore(this.backup);
        return;
    }
  }

  /** Everybody has signal and syncs until nothing moves any more, today and some days later. */
  async comeToRest(): Promise<void> {
    for (const deliver of this.late.splice(0)) await deliver();
    for (let round = 0; round < 6; round++) {
      if (round === 3) this.server.passDays(4);
      for (const one of this.phones) {
        one.writesLeft = undefined;
        one.link = this.watched(one, one.plainLink);
        const state = await one.sync();
        if (state.trouble) throw new Error(`${one.person.name}: ${state.trouble}`);
      }
    }
  }

  /** What is wrong at rest, in words; nothing when every promise was kept. */
  async complaints(): Promise<string[]> {
    const complaints: string[] = [];
    const notices = await this.server.notices(DONGSHENG);
    for (const one of this.phones) {
      const waiting = await one.outbox();
      if (waiting.length > 0)
        complaints.push(`${one.person.name} still has ${waiting.length} waiting`);
      const held = await one.database.notices.count();
      if (held !== notices.length)
        complaints.push(`${one.person.name} has ${held} of ${notices.length} notices`);
      for (const notice of notices) {
        const stored = await one.database.notices.get([DONGSHENG, notice.code]);
        for (const part of partsThatDiffer(stored?.head, notice)) {
          complaints.push(`${one.person.name} shows ${notice.code} otherwise: ${part}`);
        }
        if (stored?.lost)
          complaints.push(`${one.person.name} still has lost work of ${notice.code}`);
      }
    }
    const effects = await this.server.effects(DONGSHENG);
    if (new Set(effects).size !== effects.length) complaints.push('a mutation took effect twice');
    const found = await this.found();
    for (const value of [...this.sent, ...this.typed.flatMap((one) => [...one.values()])]) {
      if (!found.has(value) && ![...found].some((text) => text.split(' ').includes(value))) {
        complaints.push(`${value} was typed and is nowhere`);
      }
    }
    return complaints;
  }

  /** All texts in contents, conflicts, histories, and in what was refused and set aside. */
  private async found(): Promise<Set<string>> {
    const found = new Set<string>();
    const add = (values: string[]) => {
      for (const value of values) found.add(value);
    };
    for (const notice of await this.server.notices(DONGSHENG)) {
      add(valuesIn(notice.content));
      add(valuesInConflict(notice.conflicts));
      for (const version of await this.server.versions(DONGSHENG, notice.code)) {
        add(valuesIn(version.content));
        add(valuesInConflict(version.conflicts));
      }
    }
    for (const one of this.phones) {
      for (const { action } of await one.database.refused.toArray()) {
        if (action.kind === 'save') add(valuesIn(action.content));
        if (action.kind === 'settle' && action.value) add([action.value]);
      }
    }
    return found;
  }

  private at(phoneNumber: number): { index: number; phone: Phone; typed: Map<string, string> } {
    const index = phoneNumber % this.phones.length;
    const one = this.phones[index];
    const typed = this.typed[index];
    if (!one || !typed) throw new Error('no such phone');
    return { index, phone: one, typed };
  }

  private async pick(one: Phone, noticeNumber: number): Promise<NoticeCode | undefined> {
    const keys = await one.database.notices.toCollection().primaryKeys();
    return keys[noticeNumber % Math.max(keys.length, 1)]?.[1];
  }

  private async type(phoneNumber: number, noticeNumber: number, what: Typing): Promise<void> {
    const { phone: one, typed, index } = this.at(phoneNumber);
    const code = await this.pick(one, noticeNumber);
    if (!code) return;
    this.counter += 1;
    const value = `值${this.counter}`;
    const { head } = await one.notice(code);
    const edit = typedInto(head.content, what, value, `row-${index}-${this.counter}`);
    if (!edit) return;
    const { content, place, gone } = edit;
    try {
      await one.store.save(DONGSHENG, code, content, head.content);
    } catch (error) {
      if (one.writesLeft === undefined) throw error;
      return;
    }
    for (const key of typed.keys())
      if (gone && key.startsWith(`${code}/${gone}/`)) typed.delete(key);
    if (place) typed.set(`${code}/${place}`, value);
  }

  private async act(
    phoneNumber: number,
    { notice, action, pick }: Extract<Event, { kind: 'act' }>,
  ): Promise<void> {
    const { phone: one } = this.at(phoneNumber);
    const code = await this.pick(one, notice);
    if (!code) return;
    const { head } = await one.notice(code);
    if (action === 'publish') {
      await one.publish(code);
    } else if (action === 'settle') {
      const conflict = head.conflicts[pick % Math.max(head.conflicts.length, 1)];
      const choice = conflict?.values[pick % conflict.values.length];
      if (!conflict || !choice) return;
      await one.act(code, { kind: 'settle', place: conflict.place, value: choice.value });
    } else if (action === 'return' || action === 'withdraw') {
      await one.act(code, { kind: action, reason: '请再核对' });
    } else {
      await one.act(code, { kind: action });
    }
  }

  private async sync({
    phone: number_,
    fault: kind,
    at,
    typing: what,
  }: Extract<Event, { kind: 'sync' }>): Promise<void> {
    const { phone: one } = this.at(number_);
    const plain = this.watched(one, one.plainLink);
    let requests = 0;
    const atRequest =
      (bent: Transport): Transport =>
      async (request) => {
        requests += 1;
        return requests === 1 + (at % 3) ? bent(request) : plain(request);
      };
    const offline = () => new SyncTrouble('offline');
    switch (kind) {
      case 'none':
        one.link = plain;
        break;
      case 'cut-before':
        one.link = atRequest(async () => {
          throw offline();
        });
        break;
      case 'cut-after':
        one.link = atRequest(async (request) => {
          await plain(request);
          throw offline();
        });
        break;
      case 'twice':
        one.link = atRequest(async (request) => {
          const answer = await plain(request);
          await plain(request);
          return answer;
        });
        break;
      case 'late':
        one.link = atRequest(async (request) => {
          this.late.push(async () => this.server.sync(one.person, request));
          if (this.late.length > 1) await this.late.shift()?.();
          throw offline();
        });
        break;
      case 'overtaken-before':
        one.link = atRequest(async (request) => {
          await this.overtake(number_);
          return plain(request);
        });
        break;
      case 'overtaken-after':
        one.link = atRequest(async (request) => {
          const answer = await plain(request);
          await this.overtake(number_);
          return answer;
        });
        break;
      case 'type-before':
        one.link = atRequest(async (request) => {
          await this.type(number_, at, what);
          return plain(request);
        });
        break;
      case 'type-after':
        one.link = atRequest(async (request) => {
          const answer = await plain(request);
          await this.type(number_, at, what);
          return answer;
        });
        break;
      case 'full':
        one.link = plain;
        one.writesLeft = at * 2;
        break;
    }
    await one.sync();
    one.writesLeft = undefined;
  }

  /** Another tab of the same phone syncs, and before it another phone, so that there is news. */
  private async overtake(phoneNumber: number): Promise<void> {
    for (const { phone: one } of [this.at(phoneNumber + 1), this.at(phoneNumber)]) {
      const before = one.link;
      one.link = this.watched(one, one.plainLink);
      await one.sync();
      one.link = before;
    }
  }

  /** A link that remembers every text that leaves the phone in a save. */
  private watched(_one: Phone, link: Transport): Transport {
    return async (request) => {
      for (const { action } of request.mutations) {
        if (action.kind !== 'save') continue;
        for (const value of valuesIn(action.content))
          if (value.startsWith('值')) this.sent.add(value);
      }
      return link(request);
    };
  }
}

function partsThatDiffer(shown: Notice | undefined, held: Notice): string[] {
  if (!shown) return ['not at all'];
  const names = Object.keys(held) as (keyof Notice)[];
  return names
    .filter((name) => canonicalJson(shown[name]) !== canonicalJson(held[name]))
    .map((name) => `${name} ${canonicalJson(shown[name])} for ${canonicalJson(held[name])}`);
}

interface TypedEdit {
  readonly content: NoticeContent;
  /** Where the text was typed. */
  readonly place?: string;
  /** The row that was deleted with all that was typed in it. */
  readonly gone?: string;
}

function typedInto(
  content: NoticeContent,
  what: Typing,
  value: string,
  newRow: string,
): TypedEdit | undefined {
  const rows = rowsInOrder(content, 'households');
  const rowAt = (index: number) => rows[index % Math.max(rows.length, 1)];
  const positionAfter = (count: number, among: typeof rows) => {
    const before = among[Math.min(count, among.length) - 1]?.position ?? null;
    const behind = among.find(({ position }) => before === null || position > before);
    return generateKeyBetween(before, behind?.position ?? null);
  };
  switch (what.kind) {
    case 'field':
      return { content: withField(content, what.field, value), place: what.field };
    case 'cell': {
      const row = rowAt(what.row);
      if (!row) return undefined;
      const place = `${row.id}/${what.column}`;
      return { content: withCell(content, 'households', row.id, what.column, value), place };
    }
    case 'add': {
      const position = positionAfter(what.after, rows);
      const row = { id: newRow, position, cells: { householder: value } };
      const tables = { ...content.tables, households: [...rows, row] };
      return { content: { ...content, tables }, place: `${newRow}/householder` };
    }
    case 'move': {
      const row = rowAt(what.row);
      if (!row) return undefined;
      const others = rows.filter(({ id }) => id !== row.id);
      const moved = { ...row, position: positionAfter(what.after, others) };
      const tables = { ...content.tables, households: [...others, moved] };
      return { content: { ...content, tables } };
    }
    case 'delete': {
      const row = rowAt(what.row);
      if (!row) return undefined;
      return { content: withoutRow(content, 'households', row.id), gone: row.id };
    }
  }
}
