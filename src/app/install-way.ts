/**
 * How an app comes onto this home screen: 'prompt', the browser asks for us; 'iphone', by Safari's
 * share menu; 'menu', by the browser's own menu; 'wechat', not from here, nothing is kept here;
 * 'installed', it is there; 'none', this browser installs nothing.
 */
export type InstallWay = 'installed' | 'prompt' | 'iphone' | 'menu' | 'wechat' | 'none';

export interface InstallSurroundings {
  readonly userAgent: string;
  /** How many fingers the screen tells apart: an iPad calls itself a Mac. */
  readonly maxTouchPoints: number;
  readonly isStandalone: boolean;
  /** Whether the browser has offered to ask. */
  readonly hasOffer: boolean;
}

export function installWayOf({
  userAgent,
  maxTouchPoints,
  isStandalone,
  hasOffer,
}: InstallSurroundings): InstallWay {
  if (isStandalone) return 'installed';
  if (/MicroMessenger/i.test(userAgent)) return 'wechat';
  if (hasOffer) return 'prompt';
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'iphone';
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return 'iphone';
  if (/Android|HarmonyOS|OpenHarmony/i.test(userAgent)) return 'menu';
  return 'none';
}
