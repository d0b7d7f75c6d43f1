import type { Finding } from './finding.ts';
import { fold } from './fold.ts';
import { areaCodeLength } from './telephone.ts';

/** What stands where nothing of the original may be shown. */
const leftOut = '略';

function stars(count: number): string {
  return '*'.repeat(Math.max(0, count));
}

/** Digits, hidden marks and a final X, without what separates them. */
function charactersOf(folded: string): string {
  return folded.toUpperCase().replace(/[^0-9A-Z*#]/g, '');
}

/** The area stays, all else goes: first six and last four would give the number away. */
function maskIdNumber(folded: string): string {
  const characters = charactersOf(folded).replace(/[#X](?=.)/g, '*');
  return characters.slice(0, 6).replace(/\D/g, '*') + stars(characters.length - 6);
}

function maskMobile(folded: string): string {
  const digits = charactersOf(folded).replace(/[#X]/g, '*').slice(-11);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

function maskLandline(folded: string): string {
  const digits = folded.replace(/\D/g, '');
  if (!digits.startsWith('0')) return `****${digits.slice(4)}`;
  const area = areaCodeLength(digits);
  const code = folded.startsWith('(') ? `(${digits.slice(0, area)})` : `${digits.slice(0, area)}-`;
  return `${code}****${digits.slice(area + 4)}`;
}

function maskAccount(folded: string): string {
  const digits = charactersOf(folded).replace(/[#X]/g, '*');
  return stars(digits.length - 4) + digits.slice(-4);
}

function maskEmail(folded: string): string {
  const at = folded.indexOf('@');
  return `${folded.slice(0, 1)}***${folded.slice(at)}`;
}

function maskPlate(folded: string): string {
  const plain = folded.replace(/[. -]/g, '');
  return `${plain.slice(0, 2)}***${plain.slice(-2)}`;
}

/** Down to the group or street, as house and room are what tells one family from another. */
function maskAddress(folded: string): string {
  const place = /^[^0-9一二三四五六七八九十百零〇第]*/.exec(folded)?.[0] ?? '';
  return `${place.trimEnd()}**号`;
}

/**
 * How a finding may be shown: an ID number as its area and asterisks, a telephone as 138****1234,
 * an account as its last four digits, an address down to the group or street. Health, age and birth
 * date leave the single word 略. Masking twice changes nothing, and no mask is found again.
 */
export function mask(finding: Pick<Finding, 'kind' | 'text'>): string {
  const folded = fold(finding.text);
  switch (finding.kind) {
    case 'idNumber':
    case 'idNumber15':
    case 'incompleteIdNumber':
    case 'partlyMaskedIdNumber':
    case 'disabilityCertificate':
      return maskIdNumber(folded);
    case 'travelDocument':
      return folded.slice(0, 1) + stars(folded.length - 1);
    case 'mobile':
      return maskMobile(folded);
    case 'landline':
      return maskLandline(folded);
    case 'bankCard':
    case 'account':
      return maskAccount(folded);
    case 'email':
      return maskEmail(folded);
    case 'plateNumber':
      return maskPlate(folded);
    case 'houseAddress':
      return maskAddress(folded);
    case 'birthDate':
    case 'health':
    case 'minor':
      return leftOut;
  }
}

/** The text with each finding masked; all outside the findings stays as it is, unit for unit. */
export function maskText(text: string, findings: readonly Finding[]): string {
  let masked = '';
  let copied = 0;
  for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
    if (finding.start < copied) continue;
    masked += text.slice(copied, finding.start) + mask(finding);
    copied = finding.end;
  }
  return masked + text.slice(copied);
}
