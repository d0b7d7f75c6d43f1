import * as v from 'valibot';
import {
  NoticeCodeSchema,
  RECORDING_LIMITS,
  RecordingIdSchema,
  SOUND_TYPES,
  VillageCodeSchema,
} from '../notice/index.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A recording that the server holds. */
export const RecordingSchema = v.strictObject({
  id: RecordingIdSchema,
  /** The revision whose words were read. */
  revision: Count,
  seconds: v.pipe(Count, v.maxValue(RECORDING_LIMITS.seconds)),
  bytes: Count,
  type: v.picklist(Object.keys(SOUND_TYPES) as (keyof typeof SOUND_TYPES)[]), // its own keys
  /** The name of whoever read it. */
  by: v.string(),
  /** When it arrived, an ISO instant. */
  at: v.string(),
});
export type Recording = v.InferOutput<typeof RecordingSchema>;

/** `GET /api/recordings/<village>/<notice>`: the recordings of a notice, the newest first. */
export const RecordingsSchema = v.array(RecordingSchema);

/** `POST /api/recordings/remove`: takes one down for good. */
export const RemoveRecordingSchema = v.strictObject({
  village: VillageCodeSchema,
  notice: NoticeCodeSchema,
  recording: RecordingIdSchema,
});
