import { formatChinese, parsePlainDay } from '../../calendar/index.ts';
import { type NoticeDocument, noticePath, writeCheckCode } from '../../notice/index.ts';
import type { SheetAddress, Verdict } from '../check-sheet.ts';
import { useSyncState } from '../hooks/use-device.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useMoment } from '../hooks/use-moment.ts';
import type { SheetCheck } from '../hooks/use-sheet-checks.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { LinkButton } from './button.tsx';
import styles from './sheet-check-card.module.css';

type Tone = 'good' | 'caution' | 'alarm' | 'plain';
type Outcome = Verdict | 'unknown' | 'unknownVillage' | 'elsewhere' | 'notice' | 'other';

const TONES: Readonly<Record<Outcome, Tone>> = {
  current: 'good',
  newer: 'caution',
  notArrived: 'caution',
  closed: 'plain',
  withdrawn: 'alarm',
  differs: 'alarm',
  elsewhere: 'alarm',
  unknownVillage: 'alarm',
  unknown: 'caution',
  notice: 'plain',
  other: 'plain',
};
const MARKS: Readonly<Record<Tone, string>> = { good: '✓', caution: '!', alarm: '✕', plain: '–' };

/** What a sheet is worth, by whom that was decided, and what on it to compare by eye. */
export function SheetCheckCard({ check }: { check: SheetCheck }) {
  const { t } = useTranslation();
  const { code, stored } = check;
  const { outcome, source } = judged(check);
  const sheet = code.kind === 'sheet' ? code.address.sheet : undefined;
  const title = stored?.document?.title ?? onlineTitle(check);
  const text = {
    revision: sheet?.revision,
    code: sheet && writeCheckCode(sheet.checkCode),
    latest: stored?.head.revisions.at(-1)?.revision,
    host: code.kind === 'elsewhere' ? code.host : '',
    text: code.kind === 'other' ? code.text.slice(0, 120) : '',
  };
  return (
    <section className={`${styles['card']} ${styles[TONES[outcome]]}`} aria-labelledby="verdict">
      <h2 id="verdict" className={styles['verdict']}>
        <span aria-hidden="true">{MARKS[TONES[outcome]]}</span>
        {t(`app.check.verdict.${outcome}.title`)}
      </h2>
      {title && <p className={styles['title']}>{title}</p>}
      <p>{t(`app.check.verdict.${outcome}.text`, text)}</p>
      <Source check={check} source={source} />
      {outcome === 'current' && stored?.document && <Compare document={stored.document} />}
      {stored && (
        <LinkButton weight="secondary" to={`/n/${stored.village}/${stored.code}/poster`}>
          {t('app.check.seeSheets')}
        </LinkButton>
      )}
      {code.kind === 'sheet' && source === 'server' && <OnlinePage address={code.address} />}
    </section>
  );
}

/** The server knows best, but for what this phone has published and not sent yet. */
function judged({ code, onPhone, online }: SheetCheck): {
  outcome: Outcome;
  source: 'phone' | 'server' | undefined;
} {
  if (code.kind !== 'sheet') return { outcome: code.kind, source: undefined };
  const isNews = onPhone !== undefined && onPhone !== 'notArrived';
  if (online?.kind === 'verdict' && !(online.verdict === 'notArrived' && isNews)) {
    return { outcome: online.verdict, source: 'server' };
  }
  if (onPhone) return { outcome: onPhone, source: 'phone' };
  if (online?.kind === 'unknown-village') return { outcome: 'unknownVillage', source: 'server' };
  return { outcome: 'unknown', source: undefined };
}

function onlineTitle({ online }: SheetCheck): string {
  return online?.kind === 'verdict' && online.verdict !== 'notArrived' ? online.title : '';
}

function Source({ check, source }: { check: SheetCheck; source: 'phone' | 'server' | undefined }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const at = useSyncState()?.succeededAt;
  if (check.code.kind !== 'sheet') return null;
  const isAsking = check.online === undefined;
  return (
    <p className={styles['source']} role="status">
      {source === 'server' && t('app.check.source.server')}
      {source === 'phone' &&
        (at ? t('app.check.source.phone', { when: moment(at) }) : t('app.check.source.phoneOnly'))}
      {isAsking && t('app.check.source.asking')}
    </p>
  );
}

/** A sheet whose ink somebody changed keeps its code: these are what to look at. */
function Compare({ document }: { document: NoticeDocument }) {
  const { t, named } = useTranslation();
  const { listed } = useListWords();
  const { period, contacts, signers, signedOn } = document;
  const day = (text: string) => {
    const parsed = parsePlainDay(text);
    return parsed ? formatChinese(parsed) : '';
  };
  return (
    <>
      <h3>{t('app.check.compare')}</h3>
      <ul className={styles['facts']}>
        {document.blocks.map(
          (block) =>
            block.kind === 'table' && (
              <li key={block.label}>
                {t('app.check.rows', {
                  label: named(block.label),
                  count: block.rows.length,
                  unit: block.rowUnit,
                  totals: (block.totals ?? []).filter((cell) => cell !== '').join(' '),
                })}
              </li>
            ),
        )}
        {period && <li>{t('app.check.period', { from: day(period.from), to: day(period.to) })}</li>}
        {contacts.map(({ label, number }) => (
          <li key={label}>
            {label} <span className={styles['number']}>{number}</span>
          </li>
        ))}
        <li>
          {listed(signers)} <span className={styles['number']}>{day(signedOn)}</span>
        </li>
      </ul>
    </>
  );
}

function OnlinePage({ address }: { address: SheetAddress }) {
  const { t } = useTranslation();
  return (
    <a className={styles['online']} href={noticePath(address)} target="_blank" rel="noreferrer">
      {t('app.check.seeOnline')}
    </a>
  );
}
