import type { SheetSeen } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import { Pill, type Tone } from './pill.tsx';

const TONES: Readonly<Record<SheetSeen, Tone>> = {
  this: 'ok',
  otherRevision: 'err',
  otherNotice: 'err',
  unreadable: 'plain',
};

/** Which sheet a photograph proves; a code that could not be read is no fault. */
export function SheetSeenMark({ shows }: { shows: SheetSeen }) {
  const { t } = useTranslation();
  return (
    <Pill
      tone={TONES[shows]}
      label={t(`app.posting.shows.${shows}`)}
      icon={shows === 'this' && <Icon name="check" isSmall />}
    />
  );
}
