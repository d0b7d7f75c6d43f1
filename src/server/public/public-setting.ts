import type { Context } from 'hono';
import { type Language, languageFor } from '../../locales/index.ts';
import type { Store } from '../database/index.ts';
import type { PhotographFiles } from '../uploads/index.ts';

/** What all public pages draw on. */
export interface PublicSetting {
  readonly store: Store;
  readonly publicUrl: string;
  readonly now: () => Date;
  /** The photographs of postings; none are shown without it. */
  readonly photographs?: PhotographFiles;
}

/** As the address asks with `?lang=`, else as the browser prefers. */
export function languageOf(context: Context): Language {
  const asked = context.req.query('lang');
  if (asked !== undefined) return languageFor([asked]);
  const accepted = context.req.header('accept-language') ?? '';
  return languageFor(accepted.split(',').map((one) => one.trim()));
}
