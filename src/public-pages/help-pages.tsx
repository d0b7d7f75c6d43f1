import { writeCheckCode } from '../notice/index.ts';
import type { NotArrivedInput, UnknownVillageInput } from './page-input.ts';
import { boardPathOf, sheetPathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { TelephoneList } from './telephone-link.tsx';
import { Banner } from './verdict-banner.tsx';
import { wordsIn } from './words.ts';

/** The page under a notice code that the server has not yet heard of: no fault of who scanned it. */
export function renderNotArrivedPage(input: NotArrivedInput): string {
  const words = wordsIn(input.language);
  const { say } = words;
  const title = say('public.notArrivedPage.title');
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    path: sheetPathOf(input),
    place: input.place,
    contacts: [],
    hasMore: false,
    main: (
      <>
        <Banner
          tone="caution"
          verdict="notArrived"
          label={say('public.verdict.label')}
          title={title}
          isHeading
        >
          <p>{say('public.notArrivedPage.text')}</p>
        </Banner>
        <section>
          <h2>{say('public.notArrivedPage.what')}</h2>
          <ul>
            <li>{say('public.notArrivedPage.wait')}</li>
            <li>
              <a href={boardPathOf(input.place)}>{say('public.notArrivedPage.seeBoard')}</a>
            </li>
            {input.contacts.length > 0 && (
              <li>
                {say('public.notArrivedPage.call')}
                <TelephoneList telephones={input.contacts} />
              </li>
            )}
          </ul>
        </section>
        <section>
          <h2>{say('public.notArrivedPage.code')}</h2>
          <p className="code">{input.notice}</p>
          {input.sheet && (
            <p>
              {say('public.notArrivedPage.sheet', {
                revision: input.sheet.revision,
                code: writeCheckCode(input.sheet.checkCode),
              })}
            </p>
          )}
        </section>
      </>
    ),
  });
}

/** The page under a village code that is none of the district's. */
export function renderUnknownVillagePage(input: UnknownVillageInput): string {
  const words = wordsIn(input.language);
  const title = words.say('public.unknownVillagePage.title');
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    contacts: [],
    hasMore: false,
    main: (
      <section>
        <h1>{title}</h1>
        <p>{words.say('public.unknownVillagePage.text', { village: input.village })}</p>
      </section>
    ),
  });
}
