import { useState } from 'react';
import {
  type ExemptionAction,
  exemptionsSince,
  mayWaive,
  type VillageCode,
} from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { declareItemExempt } from '../device.ts';
import { useVillage } from '../hooks/use-device.ts';
import type { ExemptionReading } from '../hooks/use-exemption.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ExemptionDialog } from './exemption-dialog.tsx';
import { ExemptionHistory } from './exemption-history.tsx';
import { ExemptionLines } from './exemption-lines.tsx';
import styles from './item-exemption.module.css';
import { Pill } from './pill.tsx';

/**
 * Whether an item applies to the village in hand. Everybody of the village sees what was said;
 * whoever may publish says it, and takes it back.
 */
export function ItemExemption({
  item,
  session,
  reading,
}: {
  item: string;
  session: Session;
  reading: ExemptionReading;
}) {
  const village = useVillage() ?? undefined;
  const settings = session.villages.find(({ code }) => code === village);
  const mayDecide = settings !== undefined && mayWaive(session.person.role, settings);
  if (!village || !settings || (!reading.stored && !mayDecide)) return null;
  return (
    <Exemption
      item={item}
      village={village}
      name={settings.name}
      reading={reading}
      {...{ mayDecide }}
    />
  );
}

function Exemption({
  item,
  village,
  name,
  reading,
  mayDecide,
}: {
  item: string;
  village: VillageCode;
  name: string;
  reading: ExemptionReading;
  mayDecide: boolean;
}) {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const thisYear = Number(useToday().slice(0, 4));
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { stored, isUnsent } = reading;
  const standing = exemptionsSince(stored?.head, thisYear);
  const say = async (action: ExemptionAction) => {
    setAsking(false);
    setRefusal(await declareItemExempt({ village, item }, action));
  };
  const reason = refusal ?? stored?.refusal;
  return (
    <section className={styles['section']} aria-labelledby="exemption">
      <div className={styles['head']}>
        <h3 id="exemption">
          {t(standing.length > 0 ? 'app.exemption.stands' : 'app.exemption.title', { name })}
        </h3>
        {isUnsent && <Pill tone="warn" label={t('app.exemption.unsent')} />}
      </div>
      {reason && <p role="alert">{words(reason)}</p>}
      {standing.map((one) => (
        <ExemptionLines key={one.by.at} declared={one} />
      ))}
      {standing.length === 0 && mayDecide && <p>{t('app.exemption.hint')}</p>}
      {mayDecide && (
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={() => setAsking(true)}>
            {t(standing.length > 0 ? 'app.exemption.sayAgain' : 'app.exemption.say')}
          </Button>
          {standing.length > 0 && (
            <Button weight="quiet" onClick={() => void say({ kind: 'end' })}>
              {t('app.exemption.end')}
            </Button>
          )}
        </div>
      )}
      {stored && stored.head.steps.length > standing.length && (
        <ExemptionHistory steps={stored.head.steps} />
      )}
      {isAsking && (
        <ExemptionDialog
          thisYear={thisYear}
          onGive={(declared) => void say({ kind: 'declare', ...declared })}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
}
