import type { GenericSchema } from 'valibot';
import { catalogueSchema } from '../../catalogue/index.ts';
import * as protocol from '../../protocol/index.ts';

/** The shapes of the wire that have a name of their own. */
export const SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  AddPerson: protocol.AddPersonSchema,
  Arrangement: protocol.ArrangeRequestSchema,
  Catalogue: catalogueSchema,
  ChangeSettings: protocol.ChangeSettingsSchema,
  EnrolRequest: protocol.EnrolRequestSchema,
  InForce: protocol.InForceRequestSchema,
  Invitation: protocol.InvitationSchema,
  InvitationLink: protocol.InvitationLinkSchema,
  NameDevice: protocol.NameDeviceSchema,
  NamePerson: protocol.NamePersonSchema,
  People: protocol.PeopleSchema,
  Reference: protocol.ReferenceSchema,
  Session: protocol.SessionSchema,
  SupervisionFacts: protocol.SupervisionFactsSchema,
  SupervisionRequest: protocol.SupervisionRequestSchema,
  SupervisionResponse: protocol.SupervisionResponseSchema,
  SyncRequest: protocol.SyncRequestSchema,
  SyncResponse: protocol.SyncResponseSchema,
  Versions: protocol.VersionsSchema,
};
