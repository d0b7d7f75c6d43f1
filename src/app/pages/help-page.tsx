import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Button } from '../components/button.tsx';
import { HelpSteps } from '../components/help-steps.tsx';
import { Icon } from '../components/icon.tsx';
import pictureStyles from '../components/install-pictures.module.css';
import { SharePicture, SheetPicture, WechatPicture } from '../components/install-pictures.tsx';
import { Page } from '../components/page.tsx';
import { HELP_PICTURE, helpPicture } from '../help-pictures.ts';
import { HELP_TOPICS, type HelpTopic, readHelpTopic } from '../help-topics.ts';
import { useInstallWay } from '../hooks/use-install.ts';
import { showTourAgain } from '../hooks/use-tour.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { askToInstall } from '../install-offer.ts';
import styles from './help-page.module.css';

/** How each thing is done: a list of short pages, and one of them. */
export default function HelpPage() {
  const topic = readHelpTopic(useParams()['topic']);
  return topic ? <HelpTopicPage key={topic} topic={topic} /> : <HelpIndex />;
}

function HelpIndex() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const again = () => {
    showTourAgain();
    void navigate('/');
  };
  return (
    <Page title={t('app.help.title')} back="/me">
      <p>{t('app.help.intro')}</p>
      <ul className={styles['topics']}>
        {HELP_TOPICS.map((topic) => (
          <li key={topic}>
            <Link to={`/help/${topic}`}>
              <span>
                <strong>{t(`help.${topic}.title`)}</strong>
                <small>{t(`help.${topic}.lead`)}</small>
              </span>
              <Icon name="next" isSmall />
            </Link>
          </li>
        ))}
      </ul>
      <Button weight="quiet" onClick={again}>
        {t('app.help.tour')}
      </Button>
    </Page>
  );
}

function HelpTopicPage({ topic }: { topic: HelpTopic }) {
  const { t } = useTranslation();
  const next = HELP_TOPICS[HELP_TOPICS.indexOf(topic) + 1];
  return (
    <Page title={t(`help.${topic}.title`)} back="/help">
      <article className={styles['article']}>
        <p className={styles['lead']}>{t(`help.${topic}.lead`)}</p>
        <div className={styles['body']}>
          <div className={styles['words']}>
            <h2>{t('app.help.steps')}</h2>
            <HelpSteps lines={t(`help.${topic}.steps`)} isOrdered />
            {topic === 'install' && <InstallButton />}
            <h2>{t('app.help.notes')}</h2>
            <HelpSteps lines={t(`help.${topic}.notes`)} isOrdered={false} />
          </div>
          {topic === 'install' ? <InstallFigures /> : <HelpFigure topic={topic} />}
        </div>
      </article>
      <nav className={styles['more']} aria-label={t('app.help.title')}>
        {next && (
          <Link to={`/help/${next}`}>
            {t('app.help.next', { topic: t(`help.${next}.title`) })}
            <Icon name="next" isSmall />
          </Link>
        )}
        <Link to="/help">{t('app.help.all')}</Link>
      </nav>
    </Page>
  );
}

function HelpFigure({ topic }: { topic: HelpTopic }) {
  const { t, i18n } = useTranslation();
  const [isMissing, setMissing] = useState(false);
  const address = helpPicture(topic, i18n.language) ?? helpPicture(topic, 'zh-CN');
  if (address === undefined) return null;
  return (
    <figure className={styles['figure']}>
      {isMissing ? (
        <p className={styles['missing']}>{t('app.help.noPicture')}</p>
      ) : (
        <img
          src={address}
          alt={t(`help.${topic}.picture`)}
          {...HELP_PICTURE}
          onError={() => setMissing(true)}
        />
      )}
      <figcaption>{t(`help.${topic}.picture`)}</figcaption>
    </figure>
  );
}

/** Where the browser can ask by itself, the steps need not be followed. */
function InstallButton() {
  const { t } = useTranslation();
  const way = useInstallWay();
  if (way === 'installed') return <p role="status">{t('app.install.installed')}</p>;
  if (way !== 'prompt') return null;
  return <Button onClick={() => void askToInstall()}>{t('app.install.go')}</Button>;
}

function InstallFigures() {
  const { t } = useTranslation();
  return (
    <div className={pictureStyles['pictures']}>
      <figure>
        <SharePicture />
        <figcaption>{t('app.install.picture.share')}</figcaption>
      </figure>
      <figure>
        <SheetPicture />
        <figcaption>{t('app.install.picture.sheet')}</figcaption>
      </figure>
      <figure>
        <WechatPicture />
        <figcaption>{t('app.install.picture.wechat')}</figcaption>
      </figure>
    </div>
  );
}
