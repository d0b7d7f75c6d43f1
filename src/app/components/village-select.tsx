import { readVillageCode, type VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { database } from '../database.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import field from './field.module.css';

/** Chooses among the villages in a person's charge; nothing where there is only one. */
export function VillageSelect({
  session,
  village,
}: {
  session: Session;
  village: string | undefined;
}) {
  const { t } = useTranslation();
  if (session.villages.length < 2) return null;
  const choose = (text: string) => {
    const code = readVillageCode(text);
    if (code) void chooseVillage(code);
  };
  return (
    <label className={field['field']}>
      <span className={field['label']}>{t('app.home.village')}</span>
      <select
        className={field['input']}
        value={village ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {session.villages.map((one) => (
          <option key={one.code} value={one.code}>
            {one.town} {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

async function chooseVillage(code: VillageCode): Promise<void> {
  await database.keep('village', code);
  const { followVillageNow } = await import('../after-first-screen.ts');
  await followVillageNow(code);
}
