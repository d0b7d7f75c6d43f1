import type { Session } from '../../protocol/index.ts';
import { districtName, townsInCharge } from '../places-in-charge.ts';
import { useTranslation } from './use-translation.ts';

/** Names a place in a person's charge by its code, a village with its town. */
export function usePlaceName(session: Session): (place: string) => string {
  const { t } = useTranslation();
  return (place) => {
    const village = session.villages.find(({ code }) => code === place);
    if (village) return village.town + village.name;
    const town = townsInCharge(session).find(({ code }) => code === place);
    return town?.name ?? districtName(session) ?? t('app.people.district');
  };
}
