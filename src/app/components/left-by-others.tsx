import { Fragment, useEffect, useState } from 'react';
import { backupFileName, packBackup } from '../../device/index.ts';
import {
  copiesOfOthers,
  deleteCopiesOf,
  filesOfCopy,
  type SecondCopy,
  workIn,
} from '../../device/second-copy.ts';
import { useExactTime } from '../hooks/use-exact-time.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from '../pages/me-page.module.css';
import { saveFile } from '../save-file.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** What others had not sent when this phone lost its database: whose it is, and what to do with it. */
export function LeftByOthers({ person }: { person: string }) {
  const { t } = useTranslation();
  const timeOf = useExactTime();
  const [copies, setCopies] = useState<readonly SecondCopy[]>([]);
  const [doomed, setDoomed] = useState<SecondCopy['session']['person']>();
  useEffect(() => {
    if ('caches' in globalThis) copiesOfOthers(caches, person).then(setCopies, reportError);
  }, [person]);

  const save = async (copy: SecondCopy) =>
    saveFile(await packBackup(copy.work, filesOfCopy(caches, copy)), backupFileName(copy.work));
  const forget = async (id: string) => {
    await deleteCopiesOf(caches, id);
    setDoomed(undefined);
    setCopies(await copiesOfOthers(caches, person));
  };
  return (
    <>
      {copies.map((copy) => {
        const { id, name } = copy.session.person;
        const time = timeOf(copy.work.madeAt);
        return (
          <Fragment key={id}>
            <p className={styles['warning']}>
              {t('app.lost.others', { name, count: workIn(copy), time })}
            </p>
            <Button weight="secondary" onClick={() => void save(copy)}>
              {t('app.lost.othersMake')}
            </Button>
            <Button weight="secondary" onClick={() => setDoomed(copy.session.person)}>
              {t('app.lost.othersDelete')}
            </Button>
          </Fragment>
        );
      })}
      {doomed && (
        <ConfirmDialog
          title={t('app.lost.othersDeleteTitle', { name: doomed.name })}
          action={t('app.lost.othersDelete')}
          isWorking={false}
          onConfirm={() => void forget(doomed.id)}
          onCancel={() => setDoomed(undefined)}
        >
          <p>{t('app.lost.othersDeleteMeans', { name: doomed.name })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
