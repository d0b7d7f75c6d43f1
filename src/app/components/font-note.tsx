import { codePointOf } from '../../poster/undrawn-characters.ts';
import type { FontPlace, Undrawn } from '../font-places.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './font-note.module.css';
import { Icon } from './icon.tsx';
import { RowLink } from './row-link.tsx';

/** So many are read; the same is to be done about the rest. */
const SHOWN = 5;

/** Which characters this device would print as boxes, where they stand, and what to do. */
export function FontNote({ undrawn }: { undrawn: readonly Undrawn[] }) {
  const { t } = useTranslation();
  if (undrawn.length === 0) return null;
  return (
    <section className={styles['note']} aria-labelledby="undrawn">
      <h2 id="undrawn">
        <Icon name="alert" />
        {t('app.font.title', { count: undrawn.length })}
      </h2>
      <FontLines undrawn={undrawn} />
      <p>{t('app.font.remedy')}</p>
    </section>
  );
}

/** Each character by its code, since this device cannot show it, with the households that have it. */
export function FontLines({ undrawn }: { undrawn: readonly Undrawn[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['lines']}>
      {undrawn.slice(0, SHOWN).map(({ character, reason, places }) => (
        <li key={character}>
          <span className={styles['character']}>{character}</span>
          <span>
            {t(`app.font.${reason}`, { code: codePointOf(character) })}
            {distinct(places)
              .slice(0, SHOWN)
              .map((place) => (
                <PlaceWords key={JSON.stringify(place)} place={place} />
              ))}
            {distinct(places).length > SHOWN && (
              <span>{t('app.font.morePlaces', { count: distinct(places).length - SHOWN })}</span>
            )}
          </span>
        </li>
      ))}
      {undrawn.length > SHOWN && <li>{t('app.font.more', { count: undrawn.length - SHOWN })}</li>}
    </ul>
  );
}

function PlaceWords({ place }: { place: FontPlace }) {
  const { t, named } = useTranslation();
  const words =
    place.kind === 'row'
      ? t('app.font.row', { number: place.number, unit: place.unit, name: place.name })
      : named(place.label);
  return place.to === undefined ? <span>{words}</span> : <RowLink to={place.to}>{words}</RowLink>;
}

/** A household may have a character in two of its cells. */
function distinct(places: readonly FontPlace[]): readonly FontPlace[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
