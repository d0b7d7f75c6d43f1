import type { Telephone } from './page-input.ts';

/** Numbers that one can tap, each by itself; what holds none to dial stays text. */
export function TelephoneLink({ number }: { readonly number: string }) {
  return number.split(/([、，,；;/]|或)/).map((part, index) => {
    const dialled = dialledNumber(part);
    const key = `${index} ${part}`;
    return dialled ? (
      <a key={key} href={`tel:${dialled}`}>
        {part}
      </a>
    ) : (
      part
    );
  });
}

/** A number as people write it, with the body's name in brackets and an extension behind it. */
const TELEPHONE = /^(\+?\d(?:[\d\s-]|\(\d+\))*|\(\d+\)[\d\s-]+)(?:转\s*(\d{1,6}))?$/;

/**
 * The digits to dial, an extension (转12) after a pause; undefined for what is no one number: a
 * postal or e-mail address, a blank, words, two numbers.
 */
export function dialledNumber(number: string): string | undefined {
  const plain = number
    .normalize('NFKC')
    .replace(/[\u2010-\u2015]/g, '-')
    // a word about it: (白天)
    .replace(/\([^\d()]*\)/g, '');
  const [, line = '', extension] = TELEPHONE.exec(plain.trim()) ?? [];
  const digits = line.replace(/[^\d+]/g, '');
  if (digits.length < 3 || digits.length > 16) return undefined;
  return extension ? `${digits},${extension}` : digits;
}

/** Lines to call, one under the other, large enough for a thumb. */
export function TelephoneList({ telephones }: { readonly telephones: readonly Telephone[] }) {
  return (
    <ul className="lines">
      {telephones.map(({ label, number }) => (
        <li key={`${label} ${number}`}>
          {label} <TelephoneLink number={number} />
        </li>
      ))}
    </ul>
  );
}
