import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type EnrolmentTrouble, enrol, readInvitation } from '../../device/index.ts';
import type { Invitation } from '../../protocol/index.ts';
import { Button } from '../components/button.tsx';
import InstallWechat from '../components/install-wechat.tsx';
import styles from '../components/message.module.css';
import { database, surroundings, syncNow } from '../device.ts';
import { useSession } from '../hooks/use-device.ts';
import { useInstallWay } from '../hooks/use-install.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useWaitingWork } from '../hooks/use-waiting-work.ts';

/** Shows whom a link was made for, and makes this phone theirs when they say so. */
export default function EnrolPage() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const token = hash.slice(1);
  const isInWechat = useInstallWay() === 'wechat';
  const [invitation, setInvitation] = useState<Invitation>();
  const [trouble, setTrouble] = useState<EnrolmentTrouble>();
  const [isWorking, setWorking] = useState(false);

  const look = useCallback(async () => {
    setTrouble(undefined);
    const answer = await readInvitation(database, token);
    if (answer.ok) setInvitation(answer.value);
    else setTrouble(answer.trouble);
  }, [token]);

  useEffect(() => void look(), [look]);

  const accept = async () => {
    setWorking(true);
    const answer = await enrol(database, token, surroundings);
    setWorking(false);
    if (!answer.ok) {
      setTrouble(answer.trouble);
      return;
    }
    syncNow();
    await navigate('/', { replace: true });
  };

  return (
    <main className={styles['message']}>
      <img src="/icon.svg" alt="" width="72" height="72" className={styles['logo']} />
      <h1>{t('app.enrol.title')}</h1>
      {isInWechat && <InstallWechat />}
      {invitation && (
        <>
          <p className={styles['strong']}>{t('app.enrol.greeting', { name: invitation.name })}</p>
          <p>
            {t('app.enrol.as', {
              place: invitation.placeName,
              role: t(`notice.role.${invitation.role}`),
            })}
          </p>
          {invitation.demo && <p>{t('app.enrol.demo')}</p>}
          <WorkOfAnother name={invitation.name} />
          <Button onClick={() => void accept()} disabled={isWorking}>
            {isWorking ? t('app.enrol.working') : t('app.enrol.accept')}
          </Button>
          <p>{t('app.enrol.notMe')}</p>
        </>
      )}
      {trouble && (
        <>
          <p className={styles['problem']} role="alert">
            {t(`app.enrol.${trouble}`)}
          </p>
          {trouble !== 'used-or-expired' && (
            <Button weight="secondary" onClick={() => void look()}>
              {t('app.enrol.again')}
            </Button>
          )}
        </>
      )}
    </main>
  );
}

/** Says what somebody else has on this phone that was not sent: it would go in the next person's name. */
function WorkOfAnother({ name }: { name: string }) {
  const { t } = useTranslation();
  const former = useSession()?.person.name;
  const work = useWaitingWork();
  const count = work ? work.steps + work.photographs + work.recordings : 0;
  if (former === undefined || former === name || count === 0) return null;
  return <p className={styles['problem']}>{t('app.enrol.others', { name: former, count })}</p>;
}
