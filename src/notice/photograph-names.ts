import { todayIn } from '../calendar/index.ts';
import type { Notice } from './notice.ts';
import type { Posting } from './posting.ts';

/** What a photograph's file name says beside its day and place. */
export interface NamedNotice {
  /** The village's and the item's names. */
  readonly village: string;
  readonly item: string;
  readonly notice: Pick<Notice, 'code' | 'postings'>;
}

/** A photograph of a hung sheet under the name of its file. */
export interface NamedPhotograph {
  /** 东升村–贫困人口识别–7K3M9QX2RT–2026-11-23–村委会门口.jpg */
  readonly name: string;
  readonly id: string;
  /** When it was hung or taken down, an ISO instant. */
  readonly at: string;
  readonly board: string;
  readonly isDown: boolean;
}

/** In bytes of UTF-8 file systems take 255 for a name: 50 Chinese characters and the rest fit. */
const PART_CHARACTERS = 16;

/**
 * A notice's photographs under names by one rule: village, item, notice, day, place, so that whoever
 * gets a folder of them needs no list. No two are the same, and no name holds a character that some
 * system takes for a path.
 */
export function namedPhotographs({
  village,
  item,
  notice,
}: NamedNotice): readonly NamedPhotograph[] {
  const used = new Map<string, number>();
  const named = (posting: Posting, isDown: boolean): NamedPhotograph[] => {
    const { photographs = [], at = '' } = isDown
      ? { photographs: posting.down?.photographs, at: posting.down?.takenDownAt }
      : { photographs: posting.photographs, at: posting.hungAt };
    const place = isDown ? `${part(posting.board)}（撤下）` : part(posting.board);
    const parts = [part(village), part(item), notice.code, todayIn(new Date(at)), place];
    return photographs.map(({ id }) => {
      const stem = parts.join('–');
      const count = (used.get(stem) ?? 0) + 1;
      used.set(stem, count);
      const name = count === 1 ? `${stem}.jpg` : `${stem}–${count}.jpg`;
      return { name, id, at, board: posting.board, isDown };
    });
  };
  return (notice.postings ?? []).flatMap((posting) => [
    ...named(posting, false),
    ...(posting.down ? named(posting, true) : []),
  ]);
}

function part(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|–]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...plain]
    .slice(0, PART_CHARACTERS)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return short === '' ? '—' : short;
}
