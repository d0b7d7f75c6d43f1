/**
 * Accounts: people with a role and a place, the invitations that let their phones in, and the
 * devices so enrolled. It promises that every question of who may do what is answered in
 * `authorise.ts`, that tokens are kept as hashes only, and that an invitation lets one phone in.
 */
export {
  type EnrolledDevice,
  peopleWithDevices,
  removePerson,
  revokeDevice,
} from './administer.ts';
export {
  type Actor,
  isRoleFor,
  mayAdminister,
  mayChange,
  mayRead,
  maySupervise,
} from './authorise.ts';
export { changeSettings, pageSettingsOf, type SettingsChange } from './change-settings.ts';
export { actorOf } from './devices.ts';
export { enrol, type Invited, invitedBy, type ShownLink } from './enrol.ts';
export { addPerson, INVITATION_HOURS, invite, type Person, peopleOf } from './people.ts';
export { type PlaceSettings, readPlaceSettings, writePlaceSettings } from './place-settings.ts';
export { describeInvitation, sessionOf } from './session.ts';
