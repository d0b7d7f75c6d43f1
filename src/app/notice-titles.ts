import type { DeviceDatabase, NoticeKey, NoticeSummary } from '../device/database.ts';
import type { VillageCode } from '../notice/codes.ts';

/** So many are read at a time: between two readings the page moves. */
const BATCH = 250;

/** A text as titles are compared: full-width and half-width alike, without case and spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * The titles of a village's notices in memory, for a search that answers while somebody types. Read
 * from the device when first needed, in small steps, and afterwards only what changed.
 */
export class NoticeTitles {
  private readonly database: DeviceDatabase;
  private readonly village: VillageCode;
  private readonly titles = new Map<string, string>();
  private isWhole = false;
  /** The last notice that was read, by its code, until all are. */
  private readTo = '';
  /** Up to when changes are known, an ISO instant; undefined before the first reading. */
  private knownTo: string | undefined;

  constructor(database: DeviceDatabase, village: VillageCode) {
    this.database = database;
    this.village = village;
  }

  /**
   * Reads what is new since the last time, everything at first. Gives whether all is known; false
   * where `isWanted` said no meanwhile, and the next call goes on from there.
   */
  async update(isWanted: () => boolean): Promise<boolean> {
    this.knownTo ??= (await this.touchedSince('').last())?.touchedAt ?? '';
    while (!this.isWhole) {
      if (!isWanted()) return false;
      const batch = await this.database.summaries
        .where('[village+code]')
        .between([this.village, this.readTo], [this.village, '\uffff'], false)
        .limit(BATCH)
        .toArray();
      this.take(batch);
      this.readTo = batch.at(-1)?.code ?? this.readTo;
      this.isWhole = batch.length < BATCH;
    }
    const changed = await this.touchedSince(this.knownTo).toArray();
    this.take(changed);
    this.knownTo = changed.at(-1)?.touchedAt ?? this.knownTo;
    return true;
  }

  /** Those of these notices whose titles hold all words of the text, in the order given. */
  search(keys: readonly NoticeKey[], wanted: string): readonly NoticeKey[] {
    const words = wanted.split(/\s+/).map(folded).filter(Boolean);
    if (words.length === 0) return keys;
    return keys.filter(([, code]) => {
      const title = this.titles.get(code);
      return title !== undefined && words.every((word) => title.includes(word));
    });
  }

  private touchedSince(instant: string) {
    return this.database.summaries
      .where('[village+touchedAt]')
      .between([this.village, instant], [this.village, '\uffff']);
  }

  private take(summaries: readonly NoticeSummary[]): void {
    for (const { code, title } of summaries) this.titles.set(code, folded(title));
  }
}
