import { useTranslation } from '../hooks/use-translation.ts';
import styles from './install-pictures.module.css';
import { WechatPicture } from './install-pictures.tsx';

/** Told inside WeChat, before anything is enrolled or typed that would not stay. */
export default function InstallWechat() {
  const { t } = useTranslation();
  return (
    <section className={styles['wechat']} aria-labelledby="wechat">
      <h2 id="wechat">{t('app.install.wechat.title')}</h2>
      <p>{t('app.install.wechat.text')}</p>
      <WechatPicture />
    </section>
  );
}
