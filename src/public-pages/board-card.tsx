import { qrCodeOf } from '../poster/qr-code.ts';
import type { BoardCardInput } from './page-input.ts';
import { addressOf, boardPathOf, cardPathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { QrFigure } from './qr-figure.tsx';
import { TelephoneList } from './telephone-link.tsx';
import { wordsIn } from './words.ts';

/**
 * One A4 sheet that hangs on the board for good: a code that leads to all notices of the village,
 * the address in letters, the lines to call. Printed from any browser, without script.
 */
export function renderBoardCard(input: BoardCardInput): string {
  const words = wordsIn(input.language);
  const { say, chinese } = words;
  // the sheet is for the village's wall, whatever language asks for it
  const sheet = wordsIn('zh-CN').say;
  const { place } = input;
  const address = addressOf(input.publicUrl, boardPathOf(place));
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title: say('public.card.title', { village: place.village.name }),
    path: cardPathOf(place),
    canonicalPath: cardPathOf(place),
    place,
    contacts: [],
    hasMore: true,
    main: (
      <>
        <p className="links small">{say('public.card.print')}</p>
        <article className="card" lang={chinese}>
          <h1>{sheet('public.board', { village: place.town.name + place.village.name })}</h1>
          <p className="lead">{sheet('public.card.scan')}</p>
          <QrFigure code={qrCodeOf(address.toUpperCase())} label={address} />
          <p className="code">{address}</p>
          <p>{sheet('public.card.call')}</p>
          <TelephoneList telephones={input.contacts} />
          <p className="small">
            {sheet('public.card.keep', { committee: place.village.committee })}
          </p>
        </article>
      </>
    ),
  });
}
