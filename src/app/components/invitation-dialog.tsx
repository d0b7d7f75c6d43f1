import { useRef, useState } from 'react';
import { QUIET_MODULES, qrCodeOf } from '../../poster/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './invitation-dialog.module.css';
import { Modal } from './modal.tsx';
import people from './people.module.css';

/** Shows a person's link as a code to scan and as a text to send: now, and never again. */
export function InvitationDialog({
  name,
  link,
  onClose,
}: {
  name: string;
  link: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const address = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();

  const copy = async () => {
    address.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied('copied');
    } catch {
      // plain http or a browser that says no: the link is selected, to be copied by hand
      setCopied('selected');
    }
  };
  const share = () => {
    const text = t('app.people.shareText', { name });
    // whoever closes the choice of apps has not shared: nothing to say
    navigator.share({ text, url: link }).catch(() => undefined);
  };

  return (
    <Modal title={t('app.people.linkFor', { name })} onCancel={onClose}>
      <InvitationCode link={link} label={t('app.people.code', { name })} />
      <div className={people['buttons']}>
        <Button weight="secondary" onClick={() => void copy()}>
          {t('app.people.copy')}
        </Button>
        {'share' in navigator && (
          <Button weight="secondary" onClick={share}>
            <Icon name="share" isSmall />
            {t('app.people.share')}
          </Button>
        )}
      </div>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.people.link')}</span>
        <input
          ref={address}
          className={`${field['input']} ${styles['link']}`}
          value={link}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <span className={people['done']} role="status">
          {copied && t(`app.people.${copied}`)}
        </span>
      </label>
      <p>{t('app.people.linkHow', { name })}</p>
      <p className={people['hint']}>{t('app.people.linkOnce', { name })}</p>
      <Button onClick={onClose}>{t('app.people.close')}</Button>
    </Modal>
  );
}

function InvitationCode({ link, label }: { link: string; label: string }) {
  const { size, path } = qrCodeOf(link);
  const side = size + 2 * QUIET_MODULES;
  return (
    <svg
      className={styles['code']}
      viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} />
    </svg>
  );
}
