import { todayIn } from '../../calendar/index.ts';
import {
  type NoticeCode,
  type Posting,
  photographsOf,
  type VillageCode,
} from '../../notice/index.ts';
import type { PagePhotograph, PagePosting } from '../../public-pages/index.ts';
import type { PhotographFiles } from '../uploads/index.ts';

/** Where and when sheets hung, with the photographs that have arrived; none without `photographs`. */
export async function pagePostings(
  { notice, postings }: { readonly notice: NoticeCode; readonly postings: readonly Posting[] },
  village: VillageCode,
  photographs: PhotographFiles | undefined,
): Promise<PagePosting[]> {
  return Promise.all(
    postings.map(async (posting): Promise<PagePosting> => {
      const { board, hungAt, down } = posting;
      return {
        board,
        postedOn: todayIn(new Date(hungAt)),
        ...(down ? { removedOn: todayIn(new Date(down.takenDownAt)) } : {}),
        photographs: photographs ? await arrived(posting, village, notice, photographs) : [],
      };
    }),
  );
}

async function arrived(
  posting: Posting,
  village: VillageCode,
  notice: NoticeCode,
  photographs: PhotographFiles,
): Promise<PagePhotograph[]> {
  const found = await Promise.all(
    photographsOf(posting).map(async ({ id, width, height }) =>
      (await photographs.has(village, id))
        ? [{ src: `/v/${village}/${notice}/photographs/${id}.jpg`, width, height }]
        : [],
    ),
  );
  return found.flat();
}
