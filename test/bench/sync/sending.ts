import * as v from 'valibot';
import { httpTransport, type PackedAhead } from '../../../src/device/index.ts';
import {
  drawNoticeCode,
  type NoticeCode,
  type NoticeContent,
  type VillageCode,
} from '../../../src/notice/index.ts';
import {
  type Mutation,
  PROTOCOL_VERSION,
  SyncResponseSchema,
} from '../../../src/protocol/index.ts';
import type { Phone } from './contestant.ts';
import { countedBytes } from './notices.ts';

/** As much as the device puts into one request, in characters of JSON, and into the last. */
const PAGE_CHARACTERS = 400_000;
const LAST_PAGE_CHARACTERS = 500_000;

let phones = 0;

/**
 * Our requests, link and server without our phone: the mutations lie ready in memory and nothing is
 * kept, as with the floor. What is left is what a phone's storage has no part in.
 */
export function sendingAlone(village: VillageCode, fetcher: typeof fetch): Phone {
  phones += 1;
  const randomBytes = countedBytes(10_000 + phones);
  const transport = httpTransport(fetcher);
  const codes = new Map<NoticeContent, NoticeCode>();
  let waiting: Mutation[] = [];
  let cursor = 0;
  let taken = 0;

  const mutation = (notice: NoticeCode, baseVersion: number, content: NoticeContent): Mutation => ({
    id: Buffer.from(randomBytes(12)).toString('base64url'),
    village,
    notice,
    action: { kind: 'save', baseVersion, content, conflicts: [] },
    at: new Date().toISOString(),
  });

  const exchange = async (mutations: readonly Mutation[], ahead?: PackedAhead) => {
    const sentAt = new Date().toISOString();
    const request = { protocol: PROTOCOL_VERSION, sentAt, cursors: { [village]: cursor } };
    const told = await transport({ ...request, mutations: [...mutations] }, ahead);
    const answer = v.parse(SyncResponseSchema, told);
    cursor = answer.cursors[village] ?? cursor;
    taken += answer.changes.length;
    return answer;
  };

  return {
    write: async (contents) => {
      for (const content of contents) {
        const code = drawNoticeCode(randomBytes);
        codes.set(content, code);
        waiting.push(mutation(code, 0, content));
      }
    },
    edit: async (count, typed) => {
      waiting = [...codes].slice(0, count).map(([content, code]) => {
        const fields = { ...content.fields, note: typed };
        return mutation(code, 1, { ...content, fields });
      });
    },
    sync: async (way) => {
      try {
        let ahead: Promise<PackedAhead | undefined> | undefined;
        while (waiting.length > 0) {
          const page = pageOf(waiting);
          const sent = exchange(page, await ahead);
          const next = pageOf(waiting.slice(page.length));
          ahead = next.length > 0 ? transport.packAhead?.(next) : undefined;
          const { results } = await sent;
          if (results.some(({ outcome }) => outcome !== 'accepted')) throw new Error('refused');
          waiting = waiting.slice(page.length);
        }
        if (way === 'pull') while ((await exchange([])).more);
        return true;
      } catch {
        return false;
      }
    },
    held: async () => ({ notices: taken, versions: taken }),
    spent: () => ({ storage: 0, away: 0 }),
    end: async () => undefined,
  };
}

function pageOf(waiting: readonly Mutation[]): readonly Mutation[] {
  let characters = 0;
  let fitting = 0;
  for (const { action } of waiting) {
    characters += JSON.stringify(action).length;
    if (characters > LAST_PAGE_CHARACTERS) return waiting.slice(0, fitting);
    if (characters <= PAGE_CHARACTERS) fitting += 1;
  }
  return waiting;
}
