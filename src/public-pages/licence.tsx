import type { Licence as LicenceTerms } from './page-input.ts';
import type { Words } from './words.ts';

/** Under which terms the data may be used, where the village's setting says so. */
export function Licence({
  licence: { name, url },
  say,
}: {
  readonly licence: LicenceTerms;
  readonly say: Words['say'];
}) {
  return (
    <p className="small">
      {say('public.licence')}
      {say('public.colon')}
      <a href={url} rel="license">
        {name}
      </a>
    </p>
  );
}
