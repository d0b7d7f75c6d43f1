import { useEffect, useRef, useState } from 'react';
import { Button, LinkButton } from '../components/button.tsx';
import { type CatalogueView, CatalogueViews } from '../components/catalogue-views.tsx';
import { ChoiceGroup } from '../components/choice-group.tsx';
import { DutyList } from '../components/duty-list.tsx';
import { ICONS, Icon } from '../components/icon.tsx';
import { NoticeList } from '../components/notice-list.tsx';
import { Page } from '../components/page.tsx';
import { Pill, type Tone } from '../components/pill.tsx';
import { SaveMark } from '../components/save-mark.tsx';
import { SyncMark } from '../components/sync-pill.tsx';
import { UndoBar } from '../components/undo-bar.tsx';
import { ValueField } from '../components/value-field.tsx';
import { WayButton, WayLink, WayList } from '../components/way-list.tsx';
import { chooseTextSize, TEXT_SIZES, useTextSize } from '../hooks/use-text-size.ts';
import { watched } from '../watched.ts';
import { CatalogueParts } from './catalogue-parts.tsx';
import { DialogParts } from './dialog-parts.tsx';
import { DraftParts } from './draft-parts.tsx';
import styles from './gallery-page.module.css';
import { ImportParts } from './import-parts.tsx';
import { MoreParts } from './more-parts.tsx';
import { Part } from './part.tsx';
import { PublicParts } from './public-parts.tsx';
import { RowParts } from './row-parts.tsx';
import { duties, fields, session, summaries } from './samples.ts';
import { SupervisionParts } from './supervision-parts.tsx';

const COLOURS = ['paper', 'surface', 'surface-2', 'line', 'line-strong', 'ink', 'ink-2', 'ink-3'];
const MEANINGS = ['act', 'act-press', 'act-soft', 'seal', 'seal-soft', 'ok', 'ok-soft'];
const STATES = ['warn', 'warn-soft', 'err', 'err-soft', 'focus', 'focus-ring'];
const LETTERS = ['xs', 's', 'm', 'l', 'xl', '2xl'];
const TONES: readonly Tone[] = ['plain', 'ok', 'act', 'warn', 'err'];
const WEIGHTS = ['primary', 'secondary', 'quiet', 'danger'] as const;
const SYNCED = '2026-11-24T01:00:00.000Z';
const TROUBLES = ['offline', 'server', 'signed-out', 'update-needed', 'storage'] as const;
const SAVED = (['saved', 'saving', 'failed'] as const).map((state) => watched(state));
const LONG = '把没有上传的公示全部存成一个文件，换手机以后可以恢复';

/** All parts in all states on one page, for whoever changes how they look; never in what is shipped. */
export function GalleryPage() {
  const size = useTextSize();
  const [view, setView] = useState<CatalogueView>('item');
  return (
    <Page
      title="Gallery"
      back="/"
      isWide
      aside={<SyncMark succeededAt={SYNCED} count={0} />}
      foot={<Button>{'下一步'}</Button>}
    >
      <ChoiceGroup
        legend="Letters"
        value={size}
        choices={TEXT_SIZES.map((value) => ({ value, label: value }))}
        onChoose={chooseTextSize}
      />
      <div className={styles['parts']}>
        <Part title="Colours">
          <ul className={styles['swatches']}>
            {[...COLOURS, ...MEANINGS, ...STATES].map((name) => (
              <li key={name}>
                <span className={styles['swatch']} style={{ background: `var(--${name})` }} />
                {name}
              </li>
            ))}
          </ul>
        </Part>
        <Part title="Type">
          {LETTERS.map((name) => (
            <p key={name} style={{ fontSize: `var(--fs-${name})` }}>
              {name} 村务公示栏 2026
            </p>
          ))}
        </Part>
        <Part title="Buttons">
          {WEIGHTS.map((weight) => (
            <div key={weight} className={styles['row']}>
              <Button weight={weight}>{weight}</Button>
              <Button weight={weight} disabled>
                {weight}
              </Button>
              <LinkButton weight={weight} to="/gallery">
                <Icon name="print" />
                {weight}
              </LinkButton>
            </div>
          ))}
          <Button weight="secondary">
            <Icon name="download" />
            {LONG}
          </Button>
        </Part>
        <Part title="States">
          <div className={styles['row']}>
            {TONES.map((tone) => (
              <Pill key={tone} tone={tone} label={tone} />
            ))}
          </div>
          <div className={styles['row']}>
            {TROUBLES.map((trouble) => (
              <SyncMark key={trouble} trouble={trouble} count={0} />
            ))}
            <SyncMark trouble="offline" count={12} />
            <SyncMark count={3} />
            <SyncMark count={0} />
            <SyncMark succeededAt={SYNCED} count={0} />
          </div>
          <div className={styles['row']}>
            {SAVED.map((of) => (
              <SaveMark key={of.current()} of={of} />
            ))}
          </div>
        </Part>
        <Part title="Notes">
          <p className="look-done">都填好了，可以公布。</p>
          <p className="look-warning">这是草稿，打印出来没有二维码。</p>
          <p className="look-trouble">没有被接受：名单里有完整的身份证号。</p>
          <p className="look-told">共12户，比上一版少2户。</p>
          <p className="look-empty">还没有公示。点“起草公示”写第一份。</p>
          <p className="look-hint">提意见的人凭回执号能看到。</p>
          <UndoBar text="删除了1户" onUndo={() => undefined} onGone={() => undefined} />
        </Part>
        <Part title="Duties">
          <DutyList duties={duties} session={session} />
        </Part>
        <Part title="No duties">
          <DutyList duties={[]} session={session} />
        </Part>
        <Part title="Notices">
          <NoticeList recent={summaries} count={summaries.length + 5} session={session} />
        </Part>
        <Part title="Ways">
          <WayList>
            <WayLink to="/gallery" icon="eye" label="预览张贴件" />
            <WayLink to="/gallery" icon="archive" label={LONG} />
            <WayButton icon="close" label="撤回公示" onClick={() => undefined} />
          </WayList>
        </Part>
        <Part title="Questions">
          {fields.map((field) => (
            <Question key={field.id} field={field} />
          ))}
        </Part>
        <Part title="Choices">
          <CatalogueViews view={view} onChoose={setView} />
        </Part>
        <DialogParts />
        <DraftParts />
        <RowParts />
        <ImportParts />
        <PublicParts />
        <SupervisionParts />
        <CatalogueParts />
        <MoreParts />
        <Part title="Icons">
          <ul className={styles['swatches']}>
            {ICONS.map((name) => (
              <li key={name}>
                <Icon name={name} />
                {name}
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </Page>
  );
}

/** A question as it is filled in, and as it was left empty. */
function Question({ field }: { field: (typeof fields)[number] }) {
  const [value, setValue] = useState(field.example ?? '');
  const wrong = useRef<HTMLDivElement>(null);
  // what is wrong with a field is said when it is left
  useEffect(() => {
    const input = wrong.current?.querySelector('input, textarea');
    input?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }, []);
  return (
    <>
      <ValueField
        id={`filled-${field.id}`}
        part={field}
        value={value}
        context={{ where: 'text' }}
        onChange={setValue}
      />
      <div ref={wrong}>
        <ValueField
          id={`wrong-${field.id}`}
          part={field}
          value=""
          context={{ where: 'text' }}
          error={`请填写“${field.label}”`}
          onChange={() => undefined}
        />
      </div>
    </>
  );
}
