import fc from 'fast-check';

/** What people and networks do in a village, one thing after another, as it comes. */

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
