import { comparable } from './cell-text.ts';
import { stableId } from './stable-id.ts';

// the 13 channels of the national form, and the names that districts print for them
const CHANNELS: readonly (readonly [string, RegExp])[] = [
  ['government-website', /^(?:政府|门户|政府门户|县政府|区政府|市政府|镇政府)网站$/u],
  ['government-gazette', /^政府公报$/u],
  ['official-accounts', /^(?:政务)?两微一端$/u],
  ['press-conference', /^(?:新闻)?发布会[/、和]?(?:听证会)?$/u],
  ['broadcast', /^广播[/、]?(?:电视|电台)$/u],
  ['print-media', /^纸质(?:媒体|媒介|载体)$/u],
  ['reading-point', /^(?:政府信息)?(?:公开|公共)?查阅(?:点|室|场所)$/u],
  ['government-service-centre', /^(?:政务|行政|政府)服务(?:中心|大厅)$/u],
  ['citizen-service-station', /^便民服务(?:站|站点|中心)$/u],
  ['household-visit', /^入户[/、]?现场$/u],
  ['village-board', /^[^；，]*(?:村|社区)[^；，]*公[示开]栏(?:（电子屏）)?$/u],
  ['targeted-push', /^精准推送$/u],
  ['other', /^其[他它]$/u],
];

/** The channel's id by its label; a local channel (村应急广播) gets one made from its words. */
export function channelIdOf(label: string): string {
  return knownChannelIdOf(label) ?? stableId('channel', comparable(label));
}

/** The id of one of the 13 channels of the national form, or undefined for another label. */
export function knownChannelIdOf(label: string): string | undefined {
  const words = comparable(label);
  return CHANNELS.find(([, pattern]) => pattern.test(words))?.[0];
}
