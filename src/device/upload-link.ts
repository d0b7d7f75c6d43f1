import type { DeviceDatabase } from './database.ts';

/**
 * Whether the link at hand may carry what is large: photographs and recordings wait for Wi-Fi where
 * the person has said so. What was typed never waits.
 */

/** The part of `navigator.connection` that tells a phone's Wi-Fi from its data; few browsers have it. */
export interface Connection {
  readonly type?: string;
}

/** What costs nothing by the byte. */
const UNMETERED = ['wifi', 'ethernet'];

/** Whether the link is Wi-Fi or a cable; undefined where the browser does not tell. */
export function isUnmetered(connection: Connection | undefined): boolean | undefined {
  if (connection?.type === undefined || connection.type === 'unknown') return undefined;
  return UNMETERED.includes(connection.type);
}

/**
 * Whether photographs and recordings may leave by this link by themselves. Where the person wants
 * them to wait and the browser cannot tell, they wait until the person sends them.
 */
export async function mayUpload(
  database: DeviceDatabase,
  connection: Connection | undefined = connectionOf(globalThis.navigator),
): Promise<boolean> {
  if (!(await database.read('waitsForWifi'))) return true;
  return isUnmetered(connection) === true;
}

/** The browser's own account of its link, where it gives one. */
export function connectionOf(
  navigator: object | undefined,
): (Connection & Partial<EventTarget>) | undefined {
  // a draft standard that TypeScript's library does not know
  return (navigator as { readonly connection?: Connection & Partial<EventTarget> } | undefined)
    ?.connection;
}
