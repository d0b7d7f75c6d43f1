import { useParams } from 'react-router';
import { todayIn } from '../../calendar/index.ts';
import { timeLimitOf } from '../../catalogue/index.ts';
import { itemOfTemplate, templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import { dueOf, noticePath, periodOf, proofOf } from '../../notice/index.ts';
import { placeOf, yimeiPlaces } from '../../places/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { PhotographZipButton } from '../components/photograph-zip-button.tsx';
import { ProofList } from '../components/proof-list.tsx';
import { readKey } from '../hooks/use-device.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useObjections } from '../hooks/use-objections.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { useReadiness } from '../hooks/use-readiness.ts';
import { useShortDay } from '../hooks/use-short-day.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './record-page.module.css';

/** The file of a notice (公示档案): what it was, by when it was due, and all that happened to it. */
export default function RecordPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  if (stored === null) return <MissingNotice />;
  return <Record stored={stored} session={session} />;
}

function Record({ stored, session }: { stored: StoredNotice; session: Session }) {
  const { t } = useTranslation();
  const { title } = useReadiness(stored);
  const facts = useFacts(stored, session);
  const objections = useObjections(stored.village, stored.code);
  const { village, code, head } = stored;
  const names = useNames(stored);
  return (
    <Page
      title={t('app.record.title')}
      back={`/n/${village}/${code}`}
      foot={
        <Button className={styles['print']} onClick={() => window.print()}>
          <Icon name="print" />
          {t('app.record.print')}
        </Button>
      }
    >
      <article className={styles['sheet']}>
        <p className={styles['kind']}>{t('app.record.title')}</p>
        <h2>{stored.document?.title ?? title}</h2>
        <dl className={styles['facts']}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('app.record.what')}</h3>
        <ProofList
          events={proofOf(
            head,
            objections?.map((one) => one.head),
          )}
          village={village}
        />
        <div className={styles['signatures']}>
          <p>{t('app.record.handler')}</p>
          <p>{t('app.record.supervisor')}</p>
          <p>{t('app.record.day')}</p>
        </div>
      </article>
      <PhotographZipButton notice={head} {...names} />
    </Page>
  );
}

/** What the village and the item are called, as far as this phone knows. */
function useNames({ village, head }: StoredNotice): { village: string; item: string } {
  const { catalogues } = useHeldReference();
  const { template: id, templateVersion } = head.content;
  const template = templateOf(id, templateVersion, catalogues);
  const found = template && itemOfTemplate(template, catalogues);
  return {
    village: placeOf(yimeiPlaces, village)?.village.name ?? village,
    item: found?.item.level2 ?? template?.name ?? '',
  };
}

/** The lines above the timeline; what is not known is left out. */
function useFacts(stored: StoredNotice, session: Session): readonly (readonly [string, string])[] {
  const { t } = useTranslation();
  const shortDay = useShortDay();
  const { calendar, catalogues } = useHeldReference();
  const { village, code, head } = stored;
  const { content, revisions } = head;
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const found = template && itemOfTemplate(template, catalogues);
  const place = placeOf(yimeiPlaces, village);
  const period = stored.document?.period ?? (template && periodOf(template, content));
  const due = template && dueOf(template, content, calendar, catalogues);
  const firstAt = revisions[0]?.by.at;
  const lines: [string, string | undefined][] = [
    [t('app.record.village'), place && `${place.town.name}${place.village.name}`],
    [t('app.record.item'), found && `${found.item.number} ${found.item.level2}`],
    [t('app.record.basis'), found?.item.bases.join('；')],
    [t('app.record.limit'), found && timeLimitOf(found.catalogue, found.item).text],
    [
      t('app.record.kept'),
      due?.kind === 'day' && firstAt
        ? t(todayIn(new Date(firstAt)) <= due.day ? 'app.record.inTime' : 'app.record.late', {
            day: shortDay(due.day),
          })
        : undefined,
    ],
    [
      t('app.record.period'),
      period &&
        t('app.record.periodDays', {
          from: shortDay(period.from as Parameters<typeof shortDay>[0]),
          to: shortDay(period.to as Parameters<typeof shortDay>[0]),
          count: period.days,
        }),
    ],
    [t('app.record.address'), session.publicUrl + noticePath({ village, notice: code })],
  ];
  return lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
