import { yimeiPovertyAlleviation } from '../shipped-packs.ts';
import { comparable } from './cell-text.ts';
import { stableId } from './stable-id.ts';
import { isAssistanceField } from './title-field.ts';

const SHIPPED = new Map(
  yimeiPovertyAlleviation.items.map((item) => [namesOf(item.level1, item.level2), item.id]),
);

/**
 * The id of an imported item. In the field of poverty alleviation and its successors, a matter with
 * the same two names as in the shipped catalogue is the same matter and gets its id and so its
 * templates. Any other gets an id made from its names, the same at each import of the same table.
 */
export function itemIdOf(field: string, level1: string, level2: string): string {
  const names = namesOf(level1, level2);
  const shipped = isAssistanceField(field) ? SHIPPED.get(names) : undefined;
  return shipped ?? stableId('item', `${comparable(field)}\n${names}`);
}

function namesOf(level1: string, level2: string): string {
  return `${comparable(level1)}\n${comparable(level2)}`;
}

/** Makes ids unique within one table: where it repeats a matter, the later ones end in -2, -3 … */
export function uniqueIds(): (id: string) => string {
  const times = new Map<string, number>();
  return (id) => {
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}-${time}`;
  };
}
