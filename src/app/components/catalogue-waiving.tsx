import { type ComponentProps, useState } from 'react';
import type { Cover } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import { waiverField, waiverReason, withField } from '../../notice/index.ts';
import { store } from '../device.ts';
import type { Readiness } from '../hooks/use-readiness.ts';
import { CatalogueWaiverDialog } from './catalogue-waiver-dialog.tsx';
import { CatalogueWaivers } from './catalogue-waivers.tsx';
import { ReadinessList } from './readiness-list.tsx';

/**
 * What keeps an open notice from being published and what it leaves out; whoever may publish can say
 * here why an element of the catalogue does not apply.
 */
export function CatalogueWaiving({
  stored,
  readiness,
  path,
  whenReady,
  mayWaive,
}: {
  stored: StoredNotice;
  readiness: Readiness;
  path: string;
  whenReady: ComponentProps<typeof ReadinessList>['whenReady'];
  mayWaive: boolean;
}) {
  const [asked, setAsked] = useState<Cover>();
  const { head, village, code } = stored;
  const give = async (cover: Cover, reason: string) => {
    setAsked(undefined);
    const content = withField(head.content, waiverField(cover.element), reason);
    await store.save(village, code, content, head.content);
  };
  return (
    <>
      <ReadinessList
        readiness={readiness}
        path={path}
        whenReady={whenReady}
        onWaive={mayWaive ? ({ cover }) => setAsked(cover) : undefined}
      />
      <CatalogueWaivers
        waivers={readiness.waivers}
        onChange={
          mayWaive
            ? ({ cover }, step) => (step === 'change' ? setAsked(cover) : void give(cover, ''))
            : undefined
        }
      />
      {asked && (
        <CatalogueWaiverDialog
          cover={asked}
          reason={waiverReason(head.content, asked.element)}
          onGive={(reason) => void give(asked, reason)}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
