import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  EnrolRequestSchema,
  InvitationSchema,
  RoleSchema,
  type Session,
  SessionSchema,
} from '../../src/protocol/index.ts';
import { DONGSHENG } from '../builders/index.ts';

const session: Session = {
  person: { id: 'p1', name: '经办人小王', role: 'drafter', place: DONGSHENG },
  device: { id: 'd1' },
  villages: [{ code: DONGSHENG, name: '东升村', town: '东升镇', onePersonMayPublish: false }],
  publicUrl: 'https://gongshi.example.cn',
  demo: true,
};

test('手机上是谁、管哪个村，读得回来', () => {
  expect(v.parse(SessionSchema, JSON.parse(JSON.stringify(session)))).toEqual(session);
});

test.each<[string, unknown]>([
  ['没有这种角色', { ...session, person: { ...session.person, role: 'root' } }],
  ['村代码不对', { ...session, villages: [{ ...session.villages[0], code: '1' }] }],
  ['多出一项', { ...session, token: 'x' }],
  ['少一项', { ...session, publicUrl: undefined }],
])('不收：%s', (_what, input) => {
  expect(v.is(SessionSchema, input)).toBe(false);
});

test('角色就是经办人、审核人、监督员、管理员四种', () => {
  expect(RoleSchema.options).toEqual(['drafter', 'reviewer', 'supervisor', 'administrator']);
});

test('邀请先给人看是谁、什么角色、哪里的', () => {
  const invitation = { name: '小王', role: 'drafter', placeName: '东升村', demo: true };
  expect(v.is(InvitationSchema, invitation)).toBe(true);
  expect(v.is(InvitationSchema, { ...invitation, token: 'x' })).toBe(false);
});

test('登记用的口令太短、太长都不收', () => {
  const isTaken = (token: unknown) => v.is(EnrolRequestSchema, { token });
  expect(isTaken('a'.repeat(16))).toBe(true);
  expect(isTaken('a'.repeat(15))).toBe(false);
  expect(isTaken('a'.repeat(201))).toBe(false);
  expect(isTaken(['a'.repeat(16)])).toBe(false);
});
