import { rowsInOrder } from '../../notice/index.ts';
import { CalendarExport } from '../components/calendar-export.tsx';
import { ConflictRows } from '../components/conflict-rows.tsx';
import { DeviceList } from '../components/device-list.tsx';
import { ExportButtons, ExportWays } from '../components/export-buttons.tsx';
import { FontNote } from '../components/font-note.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { HelpSteps } from '../components/help-steps.tsx';
import { SharePicture, SheetPicture } from '../components/install-pictures.tsx';
import InstallWechat from '../components/install-wechat.tsx';
import { LanguageChoice } from '../components/language-choice.tsx';
import { NoticeOptions } from '../components/notice-options.tsx';
import { PlaceChoice } from '../components/place-choice.tsx';
import { ReviewContent } from '../components/review-content.tsx';
import { SettingsForm } from '../components/settings-form.tsx';
import { SheetSeenMark } from '../components/sheet-seen-mark.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { WayList } from '../components/way-list.tsx';
import { comments, conflicts, content, people, template } from './draft-samples.ts';
import { undrawn } from './more-samples.ts';
import { Part } from './part.tsx';
import { duties, session } from './samples.ts';
import { year } from './supervision-samples.ts';

const nothing = () => undefined;
const [village] = session.villages;
const wide = {
  ...session,
  person: { ...session.person, role: 'administrator', place: '230717' },
  villages: year.villages.map((one) => ({ ...one, onePersonMayPublish: false })),
} as const;
const SETTINGS = {
  answerWorkingDays: 5,
  names: 'masked',
  keepLists: false,
  licence: null,
} as const;

/** What is looked over, chosen and set, and what helps on the way. */
export function MoreParts() {
  const [table] = template.tables;
  if (!table || !village) return null;
  return (
    <>
      <Part title="Looked over">
        <ReviewContent
          template={template}
          content={content}
          comments={comments}
          onComment={nothing}
        />
      </Part>
      <Part title="Options of a notice">
        {[true, false].map((mustBeSeen) => (
          <NoticeOptions
            key={String(mustBeSeen)}
            template={template}
            content={content}
            mustBeSeen={mustBeSeen}
            onLanguage={nothing}
          >
            {(asked) => asked.map(({ id, label }) => <p key={id}>{label}</p>)}
          </NoticeOptions>
        ))}
      </Part>
      <Part title="Rare characters and rows in two ways">
        <FontNote undrawn={undrawn} />
        <ConflictRows table={table} rows={rowsInOrder(content, table.id)} conflicts={conflicts} />
      </Part>
      <Part title="Taken along">
        <ExportButtons template={template} content={content} />
        <WayList>
          <ExportWays template={template} content={content} />
        </WayList>
        <CalendarExport duties={duties} />
      </Part>
      <Part title="Sheets seen">
        {(['this', 'otherRevision', 'otherNotice', 'unreadable'] as const).map((shows) => (
          <SheetSeenMark key={shows} shows={shows} />
        ))}
      </Part>
      <Part title="Places">
        <VillageSelect session={wide} village={village.code} />
        <PlaceChoice session={wide} place={village.code} onChoose={nothing} />
        <LanguageChoice />
      </Part>
      <Part title="Phones">
        {people.map(({ id, place, name, devices }) => (
          <DeviceList
            key={id}
            place={place}
            name={name}
            devices={devices}
            current="another"
            onChanged={nothing}
          />
        ))}
      </Part>
      <Part title="Settings">
        <SettingsForm
          told={{ settings: SETTINGS, villages: 3, various: ['names'] }}
          isSaving={false}
          onSave={nothing}
        />
      </Part>
      <Part title="Help">
        <HelpLink topic="print" />
        <HelpSteps lines={'打开公示\n点“预览张贴件”\n打印'} isOrdered />
        <HelpSteps lines={'没有网络也能用\n换手机前先备份'} isOrdered={false} />
        <SharePicture />
        <SheetPicture />
        <InstallWechat />
      </Part>
    </>
  );
}
