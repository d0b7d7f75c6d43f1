import { describe, expect, test } from 'vitest';
import {
  isInCharge,
  mayAct,
  type NoticeAction,
  type Role,
  rolesOf,
} from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';

const ROLES: readonly Role[] = ['drafter', 'reviewer', 'supervisor', 'administrator'];

describe('谁能做哪一步', () => {
  test.each<[string, NoticeAction['kind'], readonly Role[]]>([
    ['修改', 'save', ['drafter', 'reviewer']],
    ['选定', 'settle', ['drafter', 'reviewer']],
    ['提交', 'submit', ['drafter', 'reviewer']],
    ['退回', 'return', ['reviewer']],
    ['公布', 'publish', ['reviewer']],
    ['撤回', 'withdraw', ['reviewer']],
    ['结束', 'close', ['reviewer']],
    ['批注', 'comment', ['drafter', 'reviewer']],
    ['张贴', 'post', ['drafter', 'reviewer']],
    ['撤下', 'takeDown', ['drafter', 'reviewer']],
  ])('%s', (_step, kind, allowed) => {
    const settings = { onePersonMayPublish: false };
    expect(ROLES.filter((role) => mayAct(role, kind, settings))).toEqual(allowed);
  });

  test('村里设定一人可办的，经办人能做审核人的每一步；监督员和管理员仍不能', () => {
    const settings = { onePersonMayPublish: true };
    expect(ROLES.filter((role) => mayAct(role, 'publish', settings))).toEqual([
      'drafter',
      'reviewer',
    ]);
  });
});

describe('管哪里', () => {
  test.each(['230717', '230717100', DONGSHENG])('%s 管东升村', (place) => {
    expect(isInCharge(place, DONGSHENG)).toBe(true);
  });

  test.each([
    '230718',
    '230717101',
    '230717100201',
    '',
    '2307',
    '23071710',
    '2307171002',
    '%',
    '......',
  ])('“%s”不管东升村', (place) => {
    expect(isInCharge(place, DONGSHENG)).toBe(false);
  });

  test('村不管镇', () => {
    expect(isInCharge(DONGSHENG, '230717100')).toBe(false);
  });
});

test.each<[string, readonly Role[]]>([
  [DONGSHENG, ['drafter', 'reviewer']],
  ['230717100', ['reviewer', 'supervisor']],
  ['230717', ['supervisor', 'administrator']],
  ['2307', []],
  ['', []],
  ['伊美区东升镇', []],
])('“%s”能有哪些角色', (place, roles) => {
  expect(rolesOf(place)).toEqual(roles);
});
