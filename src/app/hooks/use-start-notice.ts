import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Template } from '../../catalogue/templates/index.ts';
import { mayAct, type VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { store } from '../device.ts';
import { chosenShared } from '../shared-files.ts';
import { useVillage } from './use-device.ts';

export interface NoticeStart {
  readonly village: VillageCode | undefined;
  /** Whether this person drafts notices at all. */
  readonly mayStart: boolean;
  readonly isStarting: boolean;
  /** Starts a notice of the village in hand and opens its form; once, however often it is pressed. */
  readonly start: (template: Template) => void;
}

export function useStartNotice(session: Session): NoticeStart {
  const navigate = useNavigate();
  const { state } = useLocation();
  const village = useVillage() ?? undefined;
  const [isStarting, setStarting] = useState(false);
  const settings = session.villages.find(({ code }) => code === village) ?? {
    onePersonMayPublish: false,
  };
  const begin = async (template: Template, of: VillageCode) => {
    const code = await store.create(template, of);
    const [list] = template.tables;
    const target = list && chosenShared(state) ? `?import=${list.id}` : '';
    await navigate(`/n/${of}/${code}/edit${target}`, { replace: true, state });
  };
  return {
    village,
    mayStart: village !== undefined && mayAct(session.person.role, 'save', settings),
    isStarting,
    start: (template) => {
      if (!village || isStarting) return;
      setStarting(true);
      void begin(template, village);
    },
  };
}
