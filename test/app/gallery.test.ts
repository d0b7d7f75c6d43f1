import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const app = join(import.meta.dirname, '..', '..', 'src', 'app');
const components = join(app, 'components');
const gallery = join(app, 'gallery');

/** What shows only within the whole app, with why and where to look at it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'app-badge': 'draws nothing: counts on the icon of the installed app',
  'opening-words': 'what stood on the screen before the program ran: any page, at its start',
  'reminder-keeper': 'draws nothing: keeps the reminders of the coming days',
  'shared-file-launch': 'draws nothing: leads a file that the system handed over to /shared',
  'error-boundary': 'takes the place of a page that broke',
  'update-bar': 'a new version waits in the service worker: any page',
  'code-scanner': 'the camera: /check',
  'recording-desk': 'the microphone: /n/…/recording',
  'recording-card': 'the sounds that the phone holds: /n/…/recording',
  'recordings-held': 'the sounds that the server holds: /n/…/recording',
  'poster-file-dialog': 'draws whole sheets into files: /n/…/poster',
  'photograph-zip-button': 'the photographs of a notice: /n/…/record',
  'import-preview': 'a page of its own, all its parts are shown: /n/…/edit?import=…',
  'row-editor': 'the panel over a stored draft, its questions are shown: /n/…/edit?table=…&row=…',
  'step-buttons': 'the steps of a stored draft: /n/…/edit',
  'comment-beside': 'the remarks of a stored notice: /n/…/edit',
  'deadline-clock': 'a clock that is wrong: /n/…/edit and /',
  'roster-note': 'the village roster on the phone: /n/…/edit?list=…',
  'roster-gathering': 'the village roster on the phone: /n/…/edit?choose=…',
  'earlier-options': 'the notices of other years on the phone: /n/…/edit?choose=…',
  'shared-file-source': 'files that another app shared: /n/…/edit?import=…',
  'shared-file-note': 'files that another app shared: /',
  'backup-offer': 'work that waits for too long: /',
  'open-objections': 'the objections on the phone: / of a town',
  'overseeing-now': 'the year on the phone: / of a town',
  'set-back-note': 'a server set back to an older copy: / of a town',
  'deadline-card': 'a stored notice: /n/…',
  'catalogue-waiving': 'draws a window that is shown, over a stored notice: /n/…',
  'done-note': 'a step just taken with a stored notice: /n/…',
  'notice-record': 'the printings on the phone: /n/…',
  'objections-link': 'the objections on the phone: /n/…',
  'replace-sheets': 'the printings on the phone: /n/… and /n/…/poster',
  'missing-notice': 'an address of no notice: /n/…',
  'notice-row': 'reads its own notice from the phone: /notices',
  'objection-record-form': 'records into the store: /n/…/objections',
  'catalogue-limit': 'the reference data on the phone: /catalogue/item',
  'item-exemption': 'what the village declared, on the phone: /catalogue/item',
  'catalogue-year-form': 'writes the calendar of the server: /catalogue/holidays',
  'one-person-setting': 'writes the settings of the server: /people',
  'backup-card': 'writes the whole store into a file: /me',
  'left-by-others': 'work that another person left on the phone: /me',
  'refused-steps': 'steps that the server refused: /me',
  'reminder-card': 'what the system lets the app remind of: /me',
  'storage-report': 'the room on the phone: /me',
  'sync-progress': 'a sync under way: /me',
  'upload-report': 'what waits to be sent: /me',
};

/** The parts that a file of the gallery or of the parts draws with. */
function drawnBy(file: string): string[] {
  const parts = /from '(?:\.\/|\.\.\/components\/)([a-z-]+)\.tsx'/g;
  return [...readFileSync(file, 'utf8').matchAll(parts)].map(([, name = '']) => name);
}

const all = namesIn(components);
const shown = new Set<string>();
const queue = namesIn(gallery).flatMap((name) => drawnBy(join(gallery, `${name}.tsx`)));
for (const name of queue) {
  const file = join(components, `${name}.tsx`);
  if (shown.has(name) || !existsSync(file)) continue;
  shown.add(name);
  // what a part consists of shows with it
  queue.push(...drawnBy(file));
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => /^(.+)\.tsx$/.exec(name)?.[1] ?? []);
}

describe('样品页上什么都看得到', () => {
  test('每个零件都在样品页上，看不到的说明了为什么、在哪里看', () => {
    expect(all.filter((name) => !shown.has(name) && !Object.hasOwn(ELSEWHERE, name))).toEqual([]);
  });

  test('说是别处才看得到的，样品页上确实没有，程序里确实有', () => {
    const named = Object.keys(ELSEWHERE);
    expect(named.filter((name) => shown.has(name) || !all.includes(name))).toEqual([]);
  });
});
