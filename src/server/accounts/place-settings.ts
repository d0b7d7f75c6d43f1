import * as v from 'valibot';
import type { VillageSettings } from '../../notice/index.ts';

/** What a place decides for itself; kept as JSON beside its name. */
export interface PlaceSettings extends VillageSettings {
  /** A village of invented people. */
  readonly demo: boolean;
  /** The lines that villagers can call, for pages that have no notice to take them from. */
  readonly contacts: readonly { readonly label: string; readonly number: string }[];
}

const PlaceSettingsSchema = v.object({
  onePersonMayPublish: v.optional(v.boolean(), false),
  demo: v.optional(v.boolean(), false),
  contacts: v.optional(v.array(v.object({ label: v.string(), number: v.string() })), []),
});

/** Reads the settings of a place; what is not said is the stricter. Throws on text that is none. */
export function readPlaceSettings(text: string): PlaceSettings {
  return v.parse(PlaceSettingsSchema, JSON.parse(text));
}

/** The settings as they are kept. */
export function writePlaceSettings(settings: Partial<PlaceSettings>): string {
  return JSON.stringify(settings);
}
