import { useState } from 'react';
import type { StoredNotice } from '../../device/index.ts';
import {
  askPublicPage,
  type ReadCode,
  readCode,
  type ServerAnswer,
  type Verdict,
  verdictOnPhone,
} from '../check-sheet.ts';
import { database } from '../device.ts';

/** One code that was read, and what is known of its sheet so far. */
export interface SheetCheck {
  readonly code: ReadCode;
  /** The notice, where this phone has it. */
  readonly stored?: StoredNotice;
  readonly onPhone?: Verdict;
  /** Absent while the server is being asked. */
  readonly online?: ServerAnswer;
}

/** Checks sheets by their codes: at once by what the phone holds, then by what the server answers. */
export function useSheetChecks(publicUrl: string): {
  readonly checks: readonly SheetCheck[];
  readonly check: (texts: readonly string[]) => Promise<void>;
  readonly clear: () => void;
} {
  const [checks, setChecks] = useState<readonly SheetCheck[]>([]);
  const check = async (texts: readonly string[]): Promise<void> => {
    const codes = worthShowing(texts.map((text) => readCode(text, publicUrl)));
    const begun = await Promise.all(codes.map(checkOnPhone));
    setChecks(begun);
    await Promise.all(
      begun.map(async (one) => {
        if (one.code.kind !== 'sheet') return;
        const online = await askPublicPage(one.code.address);
        setChecks((all) => all.map((known) => (known === one ? { ...one, online } : known)));
      }),
    );
  };
  return { checks, check, clear: () => setChecks([]) };
}

/** Beside a sheet's own code the others in the picture are of no interest. */
function worthShowing(codes: readonly ReadCode[]): readonly ReadCode[] {
  const sheets = codes.filter((one) => one.kind === 'sheet' || one.kind === 'elsewhere');
  return sheets.length > 0 ? sheets : codes.slice(0, 1);
}

async function checkOnPhone(code: ReadCode): Promise<SheetCheck> {
  if (code.kind !== 'sheet' && code.kind !== 'notice') return { code };
  const { village, notice } = code.address;
  const stored = await database.notices.get([village, notice]);
  if (!stored) return { code };
  const onPhone = code.kind === 'sheet' ? verdictOnPhone(stored, code.address.sheet) : undefined;
  return { code, stored, ...(onPhone ? { onPhone } : {}) };
}
