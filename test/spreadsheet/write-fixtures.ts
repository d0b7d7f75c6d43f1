/*
 * Writes the village's list anew in the forms that LibreOffice saves it in (Debian's
 * libreoffice-calc-nogui): .xls and .ods beside the .xlsx that was made in it. Run by hand when
 * LibreOffice changes: node test/spreadsheet/write-fixtures.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, 'fixtures');
const profile = mkdtempSync(join(tmpdir(), 'office-'));
for (const form of ['xls', 'ods']) {
  execFileSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${profile}`,
    '--convert-to',
    form,
    '--outdir',
    fixtures,
    join(fixtures, 'village-list.xlsx'),
  ]);
}
rmSync(profile, { recursive: true });
