import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Template } from '../../catalogue/templates/index.ts';
import { carriedFields, carriedRows, isAsked, readNoticeCode } from '../../notice/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EarlierOptions } from '../components/earlier-options.tsx';
import field from '../components/field.module.css';
import { Page } from '../components/page.tsx';
import type { Draft } from '../hooks/use-draft.ts';
import { useEarlierContent, useEarlierNotices } from '../hooks/use-earlier-notices.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './edit-page-carry.module.css';

/** Beginning with an earlier notice: its answers at once, its rows by choice. */
export default function EditCarry({
  draft,
  template,
  onDone,
}: {
  draft: Draft;
  template: Template;
  onDone: (words: string) => void;
}) {
  const { t, named } = useTranslation();
  const navigate = useNavigate();
  const notices = useEarlierNotices(draft.stored);
  const [chosen, setChosen] = useState('');
  // of the same kind before others, since those answer the same questions
  const sorted = notices.toSorted(
    (a, b) => Number(b.template === template.id) - Number(a.template === template.id),
  );
  const code = readNoticeCode(chosen) ?? sorted[0]?.code;
  const earlier = useEarlierContent(draft.stored, code);
  const fields = earlier ? carriedFields(template, draft.content, earlier.content) : {};
  const count = Object.keys(fields).length;
  const tables = template.tables.filter(
    (table) =>
      earlier &&
      isAsked(table, draft.content) &&
      carriedRows(table, earlier.template, earlier.content).length > 0,
  );
  const carry = () => {
    draft.change((current) => ({ ...current, fields: { ...current.fields, ...fields } }));
    const title = notices.find((one) => one.code === code)?.title ?? '';
    onDone(t('app.carry.done', { title }));
    void navigate('?', { replace: true });
  };
  return (
    <Page
      title={t('app.carry.title')}
      back="?"
      foot={
        <Button className={styles['go']} disabled={count === 0} onClick={carry}>
          {t('app.carry.go')}
        </Button>
      }
    >
      {sorted.length === 0 ? (
        <p>{t('app.carry.none')}</p>
      ) : (
        <>
          <label className={field['field']}>
            <span className={field['label']}>{t('app.carry.which')}</span>
            <select
              className={field['input']}
              value={code}
              onChange={(event) => setChosen(event.target.value)}
            >
              <EarlierOptions notices={sorted} />
            </select>
          </label>
          <p role="status">{t('app.carry.fields', { count })}</p>
          {tables.map((table) => (
            <LinkButton key={table.id} weight="secondary" to={`?choose=${table.id}&source=${code}`}>
              {t('app.carry.chooseRows', { name: named(table.label) })}
            </LinkButton>
          ))}
        </>
      )}
    </Page>
  );
}
