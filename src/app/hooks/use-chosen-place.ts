import { useSearchParams } from 'react-router';
import type { Session } from '../../protocol/index.ts';
import { useVillage } from './use-device.ts';

/** The place whose people are shown: the address says it, else it is the village chosen last. */
export function useChosenPlace(session: Session): [string, (place: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const village = useVillage();
  const first = village ?? session.villages[0]?.code ?? session.person.place;
  return [parameters.get('place') ?? first, (place) => setParameters({ place }, { replace: true })];
}
