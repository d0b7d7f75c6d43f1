import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  applyExemptionAction,
  type Exemption,
  type ExemptionAction,
  ExemptionActionSchema,
  exemptionIn,
  exemptionsSince,
} from '../../src/notice/index.ts';
import { anAuthor, DONGSHENG } from '../builders/index.ts';

const about = { village: DONGSHENG, item: 'microloans.annual', by: anAuthor() };

function aDeclaration(
  others: Partial<Extract<ExemptionAction, { kind: 'declare' }>> = {},
): ExemptionAction {
  return { kind: 'declare', reason: '本村没有贷款户', fromYear: 2026, toYear: 2026, ...others };
}

function after(...actions: readonly ExemptionAction[]): Exemption | undefined {
  return actions.reduce<Exemption | undefined>((known, action) => {
    const outcome = applyExemptionAction(known, action, about);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return outcome.exemption;
  }, undefined);
}

test('说了哪几年，就是那几年；后说的算数', () => {
  const said = after(aDeclaration({ toYear: 2027 }), aDeclaration({ reason: '整村搬迁' }));
  expect(exemptionIn(said, 2025)).toBeUndefined();
  expect(exemptionIn(said, 2026)?.reason).toBe('整村搬迁');
  expect(exemptionIn(said, 2027)?.reason).toBe('本村没有贷款户');
  expect(exemptionIn(undefined, 2026)).toBeUndefined();
  expect(exemptionsSince(said, 2027).map(({ reason }) => reason)).toEqual(['本村没有贷款户']);
});

test('收回之后又适用了；说过什么、谁说的都还在', () => {
  const ended = after(aDeclaration(), { kind: 'end' });
  expect(exemptionIn(ended, 2026)).toBeUndefined();
  expect(ended?.steps.map(({ kind, by }) => [kind, by.name])).toEqual([
    ['declare', anAuthor().name],
    ['end', anAuthor().name],
  ]);
  const again = after(aDeclaration(), { kind: 'end' }, aDeclaration({ reason: '又没有了' }));
  expect(exemptionIn(again, 2026)?.reason).toBe('又没有了');
});

test('没说过不适用，就没有可收回的；理由里有身份证号，不收', () => {
  const refusal = (known: Exemption | undefined, action: ExemptionAction) => {
    const outcome = applyExemptionAction(known, action, about);
    return outcome.ok ? undefined : outcome.refusal;
  };
  expect(refusal(undefined, { kind: 'end' })).toBe('not-exempt');
  expect(refusal(after(aDeclaration(), { kind: 'end' }), { kind: 'end' })).toBe('not-exempt');
  const reason = '李样例 23071718800101008X 已迁出';
  expect(refusal(undefined, aDeclaration({ reason }))).toBe('personal-data');
});

test.each([
  ['没有理由', { reason: ' ' }],
  ['倒着的年份', { fromYear: 2027, toYear: 2026 }],
  ['一说就是六年', { fromYear: 2026, toYear: 2031 }],
  ['不是年份', { fromYear: 0.5, toYear: 1 }],
])('%s的，不收', (_what, part) => {
  expect(v.is(ExemptionActionSchema, { ...aDeclaration(), ...part })).toBe(false);
  expect(v.is(ExemptionActionSchema, aDeclaration())).toBe(true);
});
