import type { Waiver } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './catalogue-waivers.module.css';

/** The elements that a notice leaves out, with the reason that it will print. */
export function CatalogueWaivers({
  waivers,
  onChange,
}: {
  waivers: readonly Waiver[];
  /** Changes a reason, or takes it back with an empty one; absent where this person may not. */
  onChange?: ((waiver: Waiver, step: 'change' | 'remove') => void) | undefined;
}) {
  const { t, named } = useTranslation();
  if (waivers.length === 0) return null;
  return (
    <section className={styles['card']} aria-labelledby="waivers">
      <h3 id="waivers">{t('app.waiver.stands')}</h3>
      <ul>
        {waivers.map((waiver) => (
          <li key={waiver.cover.element}>
            <p>{t('app.waiver.line', { name: named(waiver.cover.name), reason: waiver.reason })}</p>
            {onChange && (
              <div className={styles['steps']}>
                <Button weight="quiet" onClick={() => onChange(waiver, 'change')}>
                  {t('app.waiver.change')}
                </Button>
                <Button weight="quiet" onClick={() => onChange(waiver, 'remove')}>
                  {t('app.waiver.remove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
