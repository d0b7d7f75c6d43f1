import { afterEach, beforeEach, describe } from 'vitest';
import type { Engine } from '../harness/engine.ts';
import { World } from '../harness/world.ts';
import { allowing } from './allowing.ts';
import { bringingBack } from './bringing-back.ts';
import { enrolling } from './enrolling.ts';
import { exempting } from './exempting.ts';
import { managing } from './managing.ts';
import { merging } from './merging.ts';
import { objecting } from './objecting.ts';
import { publishing } from './publishing.ts';
import { readingAloud } from './reading-aloud.ts';
import { recording } from './recording.ts';
import { reference } from './reference.ts';
import { settingPages } from './setting-pages.ts';
import { syncing } from './syncing.ts';

const SUITES = {
  同步: syncing,
  合并: merging,
  公布: publishing,
  权限: allowing,
  登记: enrolling,
  人员: managing,
  网页设置: settingPages,
  意见: objecting,
  录音: readingAloud,
  不适用: exempting,
  还回来: bringingBack,
  台账: recording,
  区县共用: reference,
};

/** What the server promises, whatever engine keeps its data. */
export function conformance(engine: Engine): void {
  for (const [name, suite] of Object.entries(SUITES)) {
    describe(name, () => {
      let world: World | undefined;
      beforeEach(async () => {
        world = await World.on(engine);
      });
      afterEach(() => world?.end());
      suite(() => {
        if (!world) throw new Error('the world has not begun');
        return world;
      });
    });
  }
}
