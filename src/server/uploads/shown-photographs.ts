import { listsPersons, type Notice, type NoticeDocument } from '../../notice/index.ts';
import { readPlaceSettings } from '../accounts/index.ts';
import type { Database } from '../database/index.ts';

/**
 * Whether the public page shows photographs of a notice's sheets. A photograph of a list of persons
 * is that list: it goes when the list goes, and where names are masked it is never shown (PIPL art.
 * 47: delete when the purpose is met).
 */
export async function arePhotographsPublic(
  db: Database,
  { village, code, standing }: Pick<Notice, 'village' | 'code' | 'standing'>,
  today: string,
): Promise<boolean> {
  if (standing === 'unpublished') return false;
  const [place, documents] = await Promise.all([
    db.selectFrom('place').select('settings').where('code', '=', village).executeTakeFirst(),
    db
      .selectFrom('revision')
      .select('document')
      .where('village', '=', village)
      .where('notice', '=', code)
      .execute(),
  ]);
  if (!place || documents.length === 0) return false;
  // parsed by their schema when they were published
  const published = documents.map((row) => JSON.parse(row.document) as NoticeDocument);
  const { names, keepLists } = readPlaceSettings(place.settings);
  return arePhotographsShown(published, { standing, today, names, keepLists });
}

/** The same for words already read; any revision may hang in a photograph, so all of them count. */
export function arePhotographsShown(
  published: readonly NoticeDocument[],
  setting: {
    readonly standing: Notice['standing'];
    readonly today: string;
    readonly names?: 'whole' | 'masked' | undefined;
    readonly keepLists?: boolean | undefined;
  },
): boolean {
  const namesPersons = published.some(({ blocks }) =>
    blocks.some((block) => block.kind === 'table' && listsPersons(block)),
  );
  if (!namesPersons) return true;
  if (setting.names === 'masked') return false;
  if (setting.keepLists) return true;
  const { period } = published.at(-1) ?? {};
  return setting.standing === 'published' && (!period || setting.today <= period.to);
}
