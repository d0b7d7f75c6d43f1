import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { itemById, yimeiPovertyAlleviation } from '../../catalogue/index.ts';
import { type Template, templates } from '../../catalogue/templates/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { store } from '../device.ts';
import { useVillage } from '../hooks/use-device.ts';
import styles from './new-notice-page.module.css';

/** The catalogue's items that have templates, each with the notices it asks for. */
export default function NewNoticePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const village = useVillage() ?? undefined;
  const [isStarting, setStarting] = useState(false);
  const items = [...new Set(templates.map((template) => template.item))];

  const start = async (template: Template) => {
    if (!village || isStarting) return;
    setStarting(true);
    const code = await store.create(template, village);
    await navigate(`/n/${village}/${code}/edit`, { replace: true });
  };

  return (
    <Page title={t('app.new.title')}>
      <VillageSelect session={session} village={village} />
      <h2>{t('app.new.choose')}</h2>
      {items.map((id) => (
        <ItemCard key={id} itemId={id} isStarting={isStarting} onStart={(one) => void start(one)} />
      ))}
    </Page>
  );
}

function ItemCard({
  itemId,
  isStarting,
  onStart,
}: {
  itemId: string;
  isStarting: boolean;
  onStart: (template: Template) => void;
}) {
  const { t } = useTranslation();
  const item = itemById(yimeiPovertyAlleviation, itemId);
  if (!item) return null;
  return (
    <section className={styles['card']} aria-labelledby={itemId}>
      <p className={styles['number']}>{t('app.new.item', { number: item.number })}</p>
      <h3 id={itemId}>{item.level2}</h3>
      <p className={styles['limit']}>
        {t('app.new.limit')}：{item.timeLimit.text}
      </p>
      <ul>
        {templates
          .filter((template) => template.item === itemId)
          .map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className={styles['choice']}
                disabled={isStarting}
                onClick={() => onStart(template)}
              >
                <span>
                  <span className={styles['name']}>{template.name}</span>
                  <span className={styles['purpose']}>{template.purpose}</span>
                </span>
                <Icon name="next" />
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
