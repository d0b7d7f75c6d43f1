import { SyncTrouble, type Transport } from '../../src/device/index.ts';
import type { NoticeCode } from '../../src/notice/index.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import type { Person } from '../device/model-server.ts';
import { Phone } from '../device/phone.ts';
import { complaintsOf } from './complaints.ts';
import { typedInto } from './typed-into.ts';
import { valuesIn } from './typed-values.ts';
import type { Event, Typing } from './village-events.ts';
import type { VillageServer } from './village-server.ts';

/**
 * A village's phones, doing what people and networks do. Every typed text is different, so that it
 * can be looked for at the end.
 */
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

  /** The phones are gone, with all that was on them: a long run would fill the memory. */
  async end(): Promise<void> {
    for (const one of this.phones) await one.database.delete();
  }

  /** What is wrong at rest, in words; nothing when every promise was kept. */
  complaints(): Promise<string[]> {
    const typed = this.typed.flatMap((one) => [...one.values()]);
    return complaintsOf(this.server, this.phones, [...this.sent, ...typed]);
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
