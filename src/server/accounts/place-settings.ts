import * as v from 'valibot';
import type { VillageSettings } from '../../notice/index.ts';

/** What a place decides for itself; kept as JSON beside its name. */
export interface PlaceSettings extends VillageSettings {
  /** A village of invented people. */
  readonly demo: boolean;
  /** The lines that villagers can call, for pages that have no notice to take them from. */
  readonly contacts: readonly { readonly label: string; readonly number: string }[];
  /** Working days within which an objection is answered; the program's proposal where absent. */
  readonly answerWorkingDays?: number | undefined;
  /** How persons' names in lists are shown online; whole where absent. */
  readonly names?: 'whole' | 'masked' | undefined;
  /** Lists of persons stay online after the publicity period. */
  readonly keepLists?: boolean | undefined;
  /** The licence under which the published data may be used, as its pages say it. */
  readonly licence?: { readonly name: string; readonly url: string } | undefined;
}

const PlaceSettingsSchema = v.object({
  onePersonMayPublish: v.optional(v.boolean(), false),
  demo: v.optional(v.boolean(), false),
  contacts: v.optional(v.array(v.object({ label: v.string(), number: v.string() })), []),
  answerWorkingDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  names: v.optional(v.picklist(['whole', 'masked'])),
  keepLists: v.optional(v.boolean()),
  licence: v.optional(v.object({ name: v.string(), url: v.pipe(v.string(), v.url()) })),
});

/** Reads the settings of a place; what is not said is the stricter. Throws on text that is none. */
export function readPlaceSettings(text: string): PlaceSettings {
  return v.parse(PlaceSettingsSchema, JSON.parse(text));
}

/** The settings as they are kept. */
export function writePlaceSettings(settings: Partial<PlaceSettings>): string {
  return JSON.stringify(settings);
}
