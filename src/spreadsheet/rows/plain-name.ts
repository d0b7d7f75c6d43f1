/** Dots that keyboards, fonts and old systems put between the parts of a minority's name. */
const DOTS = /\s*[•・‧∙⋅･ㆍ˙．.·]\s*/gu;

/**
 * A name as a register writes it: two-character names are often set apart to the width of three, a
 * name of a minority has the middle dot. Names in other letters stay as they are.
 */
export function plainName(text: string): string {
  const dotted = text.trim().replace(DOTS, (dot, at: number, whole: string) => {
    const isBetween =
      /\p{Script=Han}$/u.test(whole.slice(0, at)) &&
      /^\p{Script=Han}/u.test(whole.slice(at + dot.length));
    return isBetween ? '·' : dot;
  });
  return /^[\p{Script=Han}\s·]+$/u.test(dotted) ? dotted.replace(/\s/g, '') : dotted;
}
