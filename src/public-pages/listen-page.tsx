import { forTheEar } from './ear/for-the-ear.ts';
import { spokenPassages } from './ear/spoken-passages.ts';
import type { NoticePageInput } from './page-input.ts';
import { LISTEN_SCRIPT_PATH, listenPathOf, noticePathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { listDisplay } from './person-lists.ts';
import { publicityState } from './publicity-state.ts';
import { RecordingPart } from './recording-part.tsx';
import { wordsIn } from './words.ts';

/**
 * A notice to be heard: its words as passages, each with what a voice reads. Buttons show where the
 * browser has a Chinese voice; without script or voice the page is the notice in short sentences,
 * which a screen reader or a neighbour reads as well.
 */
export function renderListenPage(input: NoticePageInput): string {
  const words = wordsIn(input.language);
  const { say, chinese } = words;
  const { document } = input;
  const { period } = document;
  const state = publicityState(
    { standing: input.standing, ...(period ? { period } : {}) },
    input.today,
  );
  const passages = spokenPassages(document, listDisplay(input, state));
  const title = say('public.listen.title');
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title: `${title}${say('public.colon')}${document.title}`,
    path: listenPathOf(input),
    place: input.place,
    contacts: input.contacts,
    hasMore: true,
    script: LISTEN_SCRIPT_PATH,
    main: (
      <>
        <h1>{title}</h1>
        <p>
          <a href={noticePathOf(input)} lang={chinese}>
            {document.title}
          </a>
        </p>
        <RecordingPart input={input} words={words} />
        <section id="listen" hidden aria-label={title}>
          <button className="button" type="button" data-do="play">
            {say('public.listen.play')}
          </button>
          <button className="button" type="button" data-do="pause" hidden>
            {say('public.listen.pause')}
          </button>{' '}
          <button className="button" type="button" data-do="back">
            {say('public.listen.back')}
          </button>{' '}
          <button className="button" type="button" data-do="on">
            {say('public.listen.on')}
          </button>
          <p>
            <label htmlFor="rate">{say('public.listen.rate')}</label>
            <select id="rate" defaultValue="0.9">
              <option value="0.7">{say('public.listen.slow')}</option>
              <option value="0.9">{say('public.listen.normal')}</option>
              <option value="1.2">{say('public.listen.quick')}</option>
            </select>
          </p>
        </section>
        <p id="no-voice">{say('public.listen.noVoice')}</p>
        <section lang={chinese} className="heard">
          {passages.map((passage) => (
            <p key={passage} data-say={forTheEar(passage)}>
              {passage}
            </p>
          ))}
        </section>
      </>
    ),
  });
}
