import type { ActionContext, Author, NoticeCode, VillageCode } from '../notice/index.ts';
import type { Session } from '../protocol/index.ts';

/** In whose name something is done on this device at an instant (ISO); nobody's before enrolment. */
export function authorOf(session: Session | undefined, at: string): Author {
  return { person: session?.person.id ?? '', name: session?.person.name ?? '', at };
}

/**
 * The context in which the device applies an action to show at once what the server will decide. It
 * knows no older contents and needs none: it merges saves itself, on the grounds it has kept.
 */
export function contextOf(
  session: Session | undefined,
  village: VillageCode,
  code: NoticeCode,
  at: string,
): ActionContext {
  const settings = session?.villages.find((one) => one.code === village);
  return {
    village,
    code,
    by: authorOf(session, at),
    onePersonMayPublish: settings?.onePersonMayPublish ?? false,
    contentAt: () => undefined,
  };
}
