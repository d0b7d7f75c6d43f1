import type { Session } from '../../protocol/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { districtName, townOf, townsInCharge, villagesOf } from '../places-in-charge.ts';
import field from './field.module.css';

/** Chooses a place of an administrator's district by names: the town first, then its village. */
export function PlaceChoice({
  session,
  place,
  onChoose,
}: {
  session: Session;
  place: string;
  onChoose: (place: string) => void;
}) {
  const { t } = useTranslation();
  const district = session.person.place;
  const town = place === district ? district : townOf(place);
  return (
    <>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.people.town')}</span>
        <select
          className={field['input']}
          value={town}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value={district}>
            {t('app.people.districtItself', {
              name: districtName(session) ?? t('app.people.district'),
            })}
          </option>
          {townsInCharge(session).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {town !== district && (
        <label className={field['field']}>
          <span className={field['label']}>{t('app.people.village')}</span>
          <select
            className={field['input']}
            value={place}
            onChange={(event) => onChoose(event.target.value)}
          >
            <option value={town}>{t('app.people.townItself')}</option>
            {villagesOf(session, town).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
