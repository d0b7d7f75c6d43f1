import type { Telephone } from './page-input.ts';

/** A number that one can tap; what holds no number to dial (a blank to be filled by hand) stays text. */
export function TelephoneLink({ number }: { readonly number: string }) {
  const dialled = dialledNumber(number);
  return dialled ? <a href={`tel:${dialled}`}>{number}</a> : number;
}

/** The digits to dial, an extension (转12) after a pause; undefined where there are none. */
export function dialledNumber(number: string): string | undefined {
  const [line = '', extension] = number.normalize('NFKC').split('转');
  const digits = line.replace(/[^\d+]/g, '');
  if (digits.length < 3) return undefined;
  return extension && /^\d+$/.test(extension) ? `${digits},${extension}` : digits;
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
