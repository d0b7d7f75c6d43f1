import * as v from 'valibot';
import * as protocol from '../../protocol/index.ts';
import { change, NO_SESSION, type Operation, UNREADABLE_BODY } from './operation.ts';

/** People and their phones. */
export const PEOPLE: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/people',
    summary: 'The people of a place, with their phones.',
    by: 'administrator',
    query: { place: 'A division code of 6, 9 or 12 digits.' },
    answer: protocol.PeopleSchema,
    refusals: { ...NO_SESSION, 404: ['no-such-place'] },
  },
  {
    ...change(
      '/api/people',
      'Adds a person and makes the link for the first phone.',
      protocol.AddPersonSchema,
    ),
    answer: protocol.InvitationLinkSchema,
    refusals: { ...NO_SESSION, 400: [...UNREADABLE_BODY, 'role-not-here'], 404: ['no-such-place'] },
  },
  {
    ...change('/api/people/invite', 'Makes a link for one more phone.', protocol.NamePersonSchema),
    answer: protocol.InvitationLinkSchema,
    refusals: { ...NO_SESSION, 400: UNREADABLE_BODY, 404: ['no-such-place', 'no-such-person'] },
  },
  change(
    '/api/people/remove',
    'Removes a person; their phones are let in no more.',
    protocol.NamePersonSchema,
    {
      404: ['no-such-place', 'no-such-person'],
      409: ['oneself'],
    },
  ),
  {
    method: 'get',
    path: '/api/devices',
    summary: "One's own phones.",
    by: 'device',
    answer: protocol.PersonSchema.entries.devices,
    refusals: NO_SESSION,
  },
  {
    ...change(
      '/api/devices/revoke',
      "Lets a phone in no more: one's own, or any for administrators.",
      protocol.NameDeviceSchema,
    ),
    by: 'device',
    refusals: { ...NO_SESSION, 400: UNREADABLE_BODY, 404: ['no-such-device'] },
  },
  {
    method: 'get',
    path: '/api/places/settings',
    summary: 'How the villages of a place show their public pages.',
    by: 'administrator',
    query: { place: 'A division code of 6, 9 or 12 digits.' },
    answer: protocol.PageSettingsToldSchema,
    refusals: { ...NO_SESSION, 404: ['no-such-place'] },
  },
  change(
    '/api/places/settings',
    "What a village decides for itself; page settings of a town or district are all its villages'.",
    protocol.ChangeSettingsSchema,
    {
      404: ['no-such-place'],
    },
  ),
  {
    method: 'get',
    path: '/api/set-back',
    summary: 'That the server was set back to an older backup, and nobody has looked it over yet.',
    by: 'administrator',
    answer: v.nullable(protocol.SetBackSchema),
    refusals: { ...NO_SESSION, 403: ['not-allowed'] },
  },
  change(
    '/api/set-back',
    'Says that people, phones, settings, holidays and catalogues were looked over.',
    protocol.SettleSetBackSchema,
  ),
];
