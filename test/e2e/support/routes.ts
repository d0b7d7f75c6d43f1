import { NOTICES } from './busy-village.ts';
import { EXAMPLE_PATH } from './phones.ts';

export type RoleWord = '经办人' | '审核人' | '监督员' | '管理员';

/** One page of the app, as one of the village's people opens it. */
export interface Route {
  readonly name: string;
  readonly role: RoleWord;
  readonly path: string;
}

const notice = (code: string) => `/n/230717100200/${code}`;

/** Every route of the app, and of the routes with many faces each face that is a page of its own. */
export const ROUTES: readonly Route[] = [
  { name: 'home', role: '经办人', path: '/' },
  { name: 'home-reviewer', role: '审核人', path: '/' },
  { name: 'home-supervisor', role: '监督员', path: '/' },
  { name: 'home-administrator', role: '管理员', path: '/' },
  { name: 'new', role: '经办人', path: '/new' },
  { name: 'notice-begun', role: '经办人', path: notice(NOTICES.begun) },
  { name: 'notice-ready', role: '经办人', path: notice(NOTICES.ready) },
  { name: 'notice-long', role: '经办人', path: notice(NOTICES.long) },
  { name: 'notice-returned', role: '经办人', path: notice(NOTICES.returned) },
  { name: 'notice-submitted', role: '审核人', path: notice(NOTICES.submitted) },
  { name: 'notice-twice', role: '经办人', path: notice(NOTICES.twice) },
  { name: 'notice-posted', role: '审核人', path: notice(NOTICES.posted) },
  { name: 'notice-withdrawn', role: '经办人', path: notice(NOTICES.withdrawn) },
  { name: 'notice-closed', role: '经办人', path: notice(NOTICES.closed) },
  { name: 'notice-missing', role: '经办人', path: notice('N0T0NE0000') },
  { name: 'edit-begun', role: '经办人', path: `${notice(NOTICES.begun)}/edit` },
  { name: 'edit-long', role: '经办人', path: `${notice(NOTICES.long)}/edit` },
  { name: 'edit-twice', role: '经办人', path: `${notice(NOTICES.twice)}/edit` },
  { name: 'edit-list', role: '经办人', path: `${notice(NOTICES.returned)}/edit?list=households` },
  {
    name: 'edit-row',
    role: '经办人',
    path: `${notice(NOTICES.returned)}/edit?table=households&row=household-2`,
  },
  { name: 'edit-choose', role: '经办人', path: `${notice(NOTICES.begun)}/edit?choose=households` },
  { name: 'edit-returned', role: '经办人', path: `${notice(NOTICES.returned)}/edit` },
  { name: 'review', role: '审核人', path: `${notice(NOTICES.submitted)}/review` },
  { name: 'poster-draft', role: '经办人', path: `${notice(NOTICES.long)}/poster` },
  { name: 'poster', role: '经办人', path: `${EXAMPLE_PATH}/poster` },
  { name: 'posting', role: '经办人', path: `${notice(NOTICES.posted)}/posting` },
  { name: 'recording', role: '经办人', path: `${EXAMPLE_PATH}/recording` },
  { name: 'record', role: '经办人', path: `${notice(NOTICES.posted)}/record` },
  { name: 'history', role: '经办人', path: `${notice(NOTICES.amending)}/history` },
  { name: 'objections', role: '经办人', path: `${notice(NOTICES.posted)}/objections` },
  { name: 'notices', role: '经办人', path: '/notices' },
  { name: 'shared', role: '经办人', path: '/shared' },
  { name: 'check', role: '经办人', path: '/check' },
  { name: 'catalogue', role: '经办人', path: '/catalogue' },
  {
    name: 'item',
    role: '经办人',
    path: '/catalogue/item?of=yimei-poverty-alleviation&version=1&item=objects.identification',
  },
  { name: 'holidays', role: '经办人', path: '/catalogue/holidays' },
  { name: 'manage', role: '管理员', path: '/catalogue/manage' },
  { name: 'import', role: '管理员', path: '/catalogue/import' },
  { name: 'people', role: '管理员', path: '/people' },
  { name: 'settings', role: '管理员', path: '/settings' },
  { name: 'supervision', role: '监督员', path: '/supervision' },
  { name: 'me', role: '经办人', path: '/me' },
  { name: 'me-administrator', role: '管理员', path: '/me' },
  { name: 'help', role: '经办人', path: '/help' },
  { name: 'help-draft', role: '经办人', path: '/help/draft' },
  { name: 'help-install', role: '经办人', path: '/help/install' },
  { name: 'unknown', role: '经办人', path: '/nothing-is-here' },
  { name: 'devices', role: '经办人', path: '/devices' },
];
