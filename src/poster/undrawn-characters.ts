/** A text that will be on the sheet, and where it stands. */
export interface PlacedText<Place> {
  readonly text: string;
  readonly place: Place;
}

/**
 * A character that would come out as a box, with every place where it stands. 'no-font': none of
 * this device's fonts has it, another's may. 'private-use': it has no agreed meaning, as with rare
 * names typed before GB 18030-2022 gave them their own codes; each device draws something else.
 */
export interface UndrawnCharacter<Place> {
  readonly character: string;
  readonly reason: 'no-font' | 'private-use';
  readonly places: readonly Place[];
}

/**
 * What GBK has, which any device sold in China draws (GB 18030 is compulsory for it), and what is
 * never drawn by itself: spaces, controls, marks on other letters.
 */
const PLAIN =
  /[\u{20}-\u{7e}\u{a0}-\u{ff}\u{2010}-\u{2027}\u{3000}-\u{3029}\u{4e00}-\u{9fa5}\u{ff01}-\u{ff5e}\p{Z}\p{Cc}\p{Cf}\p{M}]/u;
const ALL_PLAIN = new RegExp(`^${PLAIN.source}*$`, 'u');
const PRIVATE_USE = /\p{Co}/u;

/** As U+30EDE: the one name of a character that every device can show. */
export function codePointOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The characters of a text that a device may lack, in order, each once. */
export function rareCharacters(text: string): readonly string[] {
  if (ALL_PLAIN.test(text)) return [];
  return [...new Set(text.normalize('NFC'))].filter((character) => !PLAIN.test(character));
}

/**
 * The characters in these texts that would come out as boxes, in the order of the texts. `lacking`
 * is asked once, for all rare ones together, and answers those that no font of the device has.
 */
export function undrawnCharacters<Place>(
  texts: readonly PlacedText<Place>[],
  lacking: (characters: readonly string[]) => ReadonlySet<string>,
): readonly UndrawnCharacter<Place>[] {
  const places = new Map<string, Place[]>();
  for (const { text, place } of texts) {
    for (const character of rareCharacters(text)) {
      const known = places.get(character);
      if (known) known.push(place);
      else places.set(character, [place]);
    }
  }
  const asked = [...places.keys()].filter((character) => !PRIVATE_USE.test(character));
  const lacked = asked.length > 0 ? lacking(asked) : new Set();
  return [...places].flatMap(([character, found]): UndrawnCharacter<Place>[] => {
    if (PRIVATE_USE.test(character)) {
      return [{ character, reason: 'private-use', places: found }];
    }
    return lacked.has(character) ? [{ character, reason: 'no-font', places: found }] : [];
  });
}
