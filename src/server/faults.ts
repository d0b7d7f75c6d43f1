import { createWords, LANGUAGES } from '../locales/index.ts';

/** What can keep a server from starting; the words stand in the locales under `server.fault`. */
export type StartFaultCode =
  | 'bad-port'
  | 'bad-public-url'
  | 'bad-database-url'
  | 'port-in-use'
  | 'address-not-here'
  | 'directory-unwritable'
  | 'directory-in-use'
  | 'database-unreachable'
  | 'database-broken'
  | 'unknown-district'
  | 'is-demo'
  | 'postgres-backup'
  | 'file-missing'
  | 'file-exists'
  | 'file-not-there'
  | 'backup-failed'
  | 'not-a-backup';

export interface StartFault {
  readonly code: StartFaultCode;
  /** The value at fault. */
  readonly value: string;
  /** What the system said, where it says more. */
  readonly detail?: string;
}

/** What is wrong and what to do, Chinese first, then English; fits one screen. */
export function describeFault({ code, value, detail }: StartFault): string {
  const sentences = LANGUAGES.map((language) =>
    createWords(language).t(`server.fault.${code}`, { value }),
  );
  return [...sentences, ...(detail ? [`(${detail})`] : []), ''].join('\n');
}
