import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withStepsOf } from '../../src/notice/index.ts';

interface Said {
  readonly kind: string;
  readonly by: { readonly person: string; readonly at: string };
}
interface Matter {
  readonly steps: readonly Said[];
}

let instants = 0;
function a(kind: string): Said {
  instants += 1;
  return { kind, by: { person: 'p-1', at: String(instants).padStart(6, '0') } };
}
const list = (...steps: readonly Said[]): Matter => ({ steps });

const PAIRS = [
  ['show', 'hide'],
  ['declare', 'end'],
  ['answer', 'escalate'],
] as const;

describe.each(PAIRS)('服务器退回以后，丢了的%s和新的%s碰到一起', (open, guard) => {
  const before = a('comment');

  test(`丢的是${open}，新的是${guard}：${guard}算数`, () => {
    const [lost, fresh] = [a(open), a(guard)];
    expect(withStepsOf(list(before, fresh), list(before, lost))).toEqual(list(before, lost, fresh));
    expect(withStepsOf(list(before, lost), list(before, fresh))).toEqual(list(before, lost, fresh));
  });

  test(`看过${guard}以后又${open}的：${open}算数`, () => {
    const [first, second, third] = [a(open), a(guard), a(open)];
    const held = list(before, second, third);
    expect(withStepsOf(held, list(before, first))).toEqual(list(before, first, second, third));
  });

  test('一部一部地还，长的短的谁先谁后，结果一样', () => {
    const [first, second, fresh] = [a(open), a(guard), a(open)];
    const [short, long] = [list(before, first), list(before, first, second)];
    const held = list(before, fresh);
    const whole = withStepsOf(held, long);
    expect(whole.steps.at(-1)).toBe(second);
    expect(withStepsOf(withStepsOf(held, short), long)).toEqual(whole);
    expect(withStepsOf(whole, short)).toBe(whole);
  });
});

test('各说各的，谁也不管谁的：丢了的排在它原来跟着的那一步后面', () => {
  const [answer, show, escalate] = [a('answer'), a('show'), a('escalate')];
  const whole = withStepsOf(list(answer, escalate), list(answer, show));
  expect(whole).toEqual(list(answer, show, escalate));
});

/** A server, its backups, and phones that were told; who does something has read what the server has. */
class Installation {
  held: Matter = list();
  backup: Matter = list();
  readonly told = new Map<number, Matter>();
  readonly knew = new Map<Said, ReadonlySet<Said>>();

  sync(phone: number): void {
    this.held = withStepsOf(this.held, this.told.get(phone) ?? list());
    this.told.set(phone, this.held);
  }

  act(phone: number, kind: string): void {
    this.sync(phone);
    const step = a(kind);
    this.knew.set(step, new Set(this.held.steps));
    this.held = list(...this.held.steps, step);
    this.told.set(phone, this.held);
  }

  /** Guards that stand unanswered, though what they guard against is in force. */
  broken(): readonly Said[] {
    const { steps } = this.held;
    return PAIRS.flatMap(([open, guard]) => {
      const last = steps.findLast(({ kind }) => kind === open || kind === guard);
      if (last?.kind !== open) return [];
      return steps.filter(
        (one) =>
          one.kind === guard &&
          !steps.some((other) => other.kind === open && this.knew.get(other)?.has(one)),
      );
    });
  }
}

type Event =
  | { readonly does: 'act'; readonly phone: number; readonly kind: string }
  | { readonly does: 'sync'; readonly phone: number }
  | { readonly does: 'backup' }
  | { readonly does: 'restore' };

const phones = fc.integer({ min: 0, max: 3 });
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('act' as const),
      phone: phones,
      kind: fc.constantFrom('show', 'hide', 'show', 'hide', 'answer', 'escalate', 'comment'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('sync' as const), phone: phones }) },
  { weight: 1, arbitrary: fc.constant({ does: 'backup' as const }) },
  { weight: 2, arbitrary: fc.constant({ does: 'restore' as const }) },
);

test('不管退回几次、谁先还：一步不丢不重，大家一样；没人看过的收回，不会被旧的一步盖掉', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 40 }), fc.array(phones), (events, order) => {
      const server = new Installation();
      for (const event of events) {
        if (event.does === 'act') server.act(event.phone, event.kind);
        if (event.does === 'sync') server.sync(event.phone);
        if (event.does === 'backup') server.backup = server.held;
        if (event.does === 'restore') server.held = server.backup;
        expect(server.broken()).toEqual([]);
      }
      const everTold = new Set([...server.told.values()].flatMap(({ steps }) => steps));
      for (const phone of [...order, 0, 1, 2, 3, 0, 1, 2, 3]) server.sync(phone);
      expect(server.broken()).toEqual([]);
      expect(new Set(server.held.steps).size).toBe(server.held.steps.length);
      expect(server.held.steps).toEqual(expect.arrayContaining([...everTold]));
      for (const { steps } of server.told.values()) expect(steps).toEqual(server.held.steps);
    }),
    { numRuns: 1_000 },
  );
});
