import { createElement } from 'react';
import { writeBytes, writeSeconds } from '../notice/index.ts';
import type { NoticePageInput } from './page-input.ts';
import type { Words } from './words.ts';

/**
 * The notice as somebody of the village read it, to be heard here or taken along for the village's
 * loudspeaker. Nothing of it is fetched before somebody asks.
 */
export function RecordingPart({
  input: { recording, document },
  words: { say, day },
}: {
  readonly input: NoticePageInput;
  readonly words: Words;
}) {
  if (!recording) return null;
  const { src, seconds, bytes, by, on } = recording;
  const ending = /\.[a-z0-9]+$/.exec(src)?.[0] ?? '';
  return (
    <section>
      <h2>{say('public.recording.title')}</h2>
      <p>{say('public.recording.by', { by, day: day(on), length: writeSeconds(seconds) })}</p>
      {/* no captions: the words that are read stand on this very page */}
      {createElement('audio', {
        controls: true,
        preload: 'none',
        src,
        'aria-label': say('public.recording.title'),
      })}
      <p>
        <a href={src} download={`${document.title}${ending}`}>
          {say('public.recording.download', { size: writeBytes(bytes) })}
        </a>
      </p>
    </section>
  );
}
