import { type ReactNode, useState } from 'react';
import { AddPersonDialog } from '../components/add-person-dialog.tsx';
import { BulkChangeDialog } from '../components/bulk-change-dialog.tsx';
import { Button } from '../components/button.tsx';
import { CatalogueWaiverDialog } from '../components/catalogue-waiver-dialog.tsx';
import { CommentDialog } from '../components/comment-dialog.tsx';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { ExemptionDialog } from '../components/exemption-dialog.tsx';
import { FontDialog } from '../components/font-dialog.tsx';
import { InvitationDialog } from '../components/invitation-dialog.tsx';
import { ObjectionTextDialog } from '../components/objection-text-dialog.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { TextDialog } from '../components/text-dialog.tsx';
import { template } from './draft-samples.ts';
import styles from './gallery-page.module.css';
import { undrawn } from './more-samples.ts';
import { Part } from './part.tsx';
import { session } from './samples.ts';

type Shown = (close: () => void) => ReactNode;

const [village] = session.villages;
const [table] = template.tables;
const LINK = 'https://example.invalid/enrol#sample-sample-sample-sample-sample';

/** Every window by its name; it is given what closes it. */
const WINDOWS: readonly (readonly [string, Shown])[] = [
  [
    'Words',
    (close) => (
      <TextDialog
        title="退回"
        label="为什么退回"
        help="经办人看到这句话，照着改。"
        action="退回"
        maxLength={200}
        onGive={close}
        onCancel={close}
      />
    ),
  ],
  ['Yes or no', (close) => <Confirming isWorking={false} close={close} />],
  ['Yes, under way', (close) => <Confirming isWorking close={close} />],
  [
    'Many rows',
    (close) =>
      table && <BulkChangeDialog table={table} count={12} onChange={close} onCancel={close} />,
  ],
  ['Comment', (close) => <CommentDialog label="应到人数" onGive={close} onCancel={close} />],
  ['Return', (close) => <ReasonDialog kind="return" onGive={close} onCancel={close} />],
  ['Withdraw', (close) => <ReasonDialog kind="withdraw" onGive={close} onCancel={close} />],
  ...(['escalate', 'show', 'hide'] as const).map(
    (kind) =>
      [
        `Objection: ${kind}`,
        (close: () => void) => (
          <ObjectionTextDialog
            kind={kind}
            text="第2户去年买了小汽车。"
            onGive={close}
            onCancel={close}
          />
        ),
      ] as const,
  ),
  [
    'Does not apply',
    (close) => <ExemptionDialog thisYear={2026} onGive={close} onCancel={close} />,
  ],
  [
    'Not asked for',
    (close) => (
      <CatalogueWaiverDialog
        cover={{ element: 0, name: '扶贫对象名单', by: [] }}
        reason=""
        onGive={close}
        onCancel={close}
      />
    ),
  ],
  ['Characters', (close) => <FontDialog undrawn={undrawn} onGoOn={close} onClose={close} />],
  [
    'Add a person',
    (close) => (
      <AddPersonDialog
        place={village?.code ?? ''}
        placeName={village?.name ?? ''}
        onAdded={close}
        onCancel={close}
      />
    ),
  ],
  ['Invitation', (close) => <InvitationDialog name="示例经办人" link={LINK} onClose={close} />],
];

/** The windows over a page, each behind the button that opens it. */
export function DialogParts() {
  const [opened, setOpened] = useState<Shown>();
  const close = () => setOpened(undefined);
  return (
    <Part title="Windows">
      <div className={styles['row']}>
        {WINDOWS.map(([name, shown]) => (
          <Button key={name} weight="secondary" onClick={() => setOpened(() => shown)}>
            {name}
          </Button>
        ))}
      </div>
      {opened?.(close)}
    </Part>
  );
}

function Confirming({ isWorking, close }: { isWorking: boolean; close: () => void }) {
  return (
    <ConfirmDialog
      title="停用这部手机"
      action="停用"
      isWorking={isWorking}
      onConfirm={close}
      onCancel={close}
    >
      <p>停用以后，这部手机不能再上传。</p>
    </ConfirmDialog>
  );
}
