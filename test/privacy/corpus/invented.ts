import type { Chance } from './seeded.ts';

/*
 * Invented people, numbers and places. Everything is made here from the standards' own tables, by
 * other means than the finder uses, so that a mistake there is not repeated here. Births lie in the
 * 1880s, telephones have four zeros in the middle: nobody living is hit.
 */

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const given = '秀英玉兰淑珍桂芳德福长贵永胜国强建军春生凤琴海波志明文革雪梅金锁铁柱来喜';
const compound = ['欧阳', '司马', '上官', '诸葛', '尉迟'];
const minority = ['阿卜杜拉·买买提', '乌力吉·巴雅尔', '古丽·热合曼', '扎西·多吉', '𠮷田·敖其尔'];

export function personName(chance: Chance): string {
  if (chance.in(0.03)) return chance.of(minority);
  const surname = chance.in(0.04) ? chance.of(compound) : chance.of([...surnames]);
  const first = chance.of([...given]);
  return surname + (chance.in(0.7) ? first + chance.of([...given]) : first);
}

export const villages = ['兴安村', '永胜村', '红旗村', '前进村', '东升村', '五一村', '向阳新村'];
export const groups = [
  '一组',
  '二组',
  '三组',
  '四组',
  '第五村民小组',
  '东屯',
  '西屯',
  '6组',
  '第2组',
];

const areas = [
  '230717',
  '230702',
  '230103',
  '110105',
  '130102',
  '140107',
  '150221',
  '210203',
  '220182',
  '320506',
  '330327',
  '340822',
  '350481',
  '360734',
  '370829',
  '410727',
  '420528',
  '430626',
  '440524',
  '450321',
  '460106',
  '500234',
  '510722',
  '520327',
  '530724',
  '540121',
  '610726',
  '620102',
  '630121',
  '640202',
  '650102',
  '652201',
  '820000',
] as const;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function two(number: number): string {
  return String(number).padStart(2, '0');
}

export interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function birth(chance: Chance): Birth {
  const month = chance.whole(1, 12);
  return {
    year: chance.whole(1880, 1889),
    month,
    day: chance.whole(1, monthLengths[month - 1] ?? 28),
  };
}

/** The check character by the standard's other form: Σ aᵢ·2^(18−i) ≡ 1 (mod 11). */
function checkCharacter(seventeen: string): string {
  for (let check = 0; check <= 10; check++) {
    let remainder = 0;
    for (const digit of seventeen) remainder = (remainder + Number(digit)) * 2;
    // The sum doubles once a digit, so it is kept exact by reducing only at the end.
    if ((remainder + check) % 11 === 1) return check === 10 ? 'X' : String(check);
  }
  throw new Error('some check character always fits');
}

export function idNumber(chance: Chance): string {
  const { year, month, day } = birth(chance);
  const body = `${chance.of(areas)}${year}${two(month)}${two(day)}${two(chance.whole(1, 99))}${chance.whole(0, 9)}`;
  return body + checkCharacter(body);
}

/** An ID number of which one of the last four characters was mistyped. */
export function mistypedIdNumber(chance: Chance): string {
  const right = idNumber(chance);
  const place = chance.whole(14, 16);
  const wrong = (Number(right[place]) + chance.whole(1, 9)) % 10;
  return right.slice(0, place) + wrong + right.slice(place + 1);
}

export function oldIdNumber(chance: Chance): string {
  const { year, month, day } = birth(chance);
  return `${chance.of(areas)}${year % 100}${two(month)}${two(day)}${chance.digits(3)}`;
}

const mobileStarts =
  '130 131 132 133 134 135 136 137 138 139 145 147 150 151 152 153 155 156 157 158 159 162 165 166 ' +
  '167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 ' +
  '196 197 198 199';

export function mobile(chance: Chance): string {
  return `${chance.of(mobileStarts.split(' '))}0000${chance.digits(4)}`;
}

const areaCodes = ['0458', '0451', '0459', '010', '021', '0311', '0755', '0898', '0991'];

/** Area code and a subscriber's number of the 555 kind. */
export function landline(chance: Chance): readonly [area: string, subscriber: string] {
  const area = chance.of(areaCodes);
  const eight = ['010', '021', '0451', '0311', '0755'].includes(area);
  return [area, `555${chance.digits(eight ? 5 : 4)}`];
}

function luhnDigit(digits: string): string {
  const doubled = ['0', '2', '4', '6', '8', '1', '3', '5', '7', '9'];
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits[digits.length - 1 - place] ?? '0';
    sum += Number(place % 2 === 0 ? doubled[Number(digit)] : digit);
  }
  return String((10 - (sum % 10)) % 10);
}

/** A card of the UnionPay ranges with zeros in the middle; every fifth fails its own check. */
export function bankCard(chance: Chance): string {
  const [prefix, length] = chance.of([
    ['622848', 19],
    ['621700', 19],
    ['622202', 19],
    ['623091', 19],
    ['621799', 19],
    ['620522', 19],
    ['625912', 16],
    ['628888', 16],
    ['622909', 18],
    ['621032', 16],
    ['622188', 19],
    ['621225', 19],
  ] as const);
  const body = `${prefix}0000${chance.digits(length - 11)}`;
  const check = luhnDigit(body);
  return body + (chance.in(0.2) ? String((Number(check) + 1) % 10) : check);
}

/** Cards of other issuers, told by their check digit alone. */
export function foreignCard(chance: Chance): string {
  const [prefix, length] = chance.of([
    ['400000', 16],
    ['510000', 16],
    ['955880', 19],
  ] as const);
  const body = `${prefix}0000${chance.digits(length - 11)}`;
  return body + luhnDigit(body);
}

/** A passbook's account as rural credit unions write them. */
export function passbook(chance: Chance): string {
  return `${chance.of(['9', '2', '1', '0', '7'])}${chance.digits(chance.of([14, 15, 16, 18, 20, 21]))}`;
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A social credit code, by powers of three modulo 31. `numeric` keeps the body to digits. */
export function creditCode(chance: Chance, numeric: boolean): string {
  const start = chance.of(['91', '92', '93', '11', '12', '13', '51', '52', '53', '54', 'N1', 'N2']);
  const organisation = numeric
    ? chance.digits(9)
    : Array.from({ length: 9 }, () => chance.of([...creditAlphabet])).join('');
  const division = chance.of(areas.filter((area) => area !== '820000'));
  const body = (numeric && start.startsWith('N') ? '93' : start) + division + organisation;
  let sum = 0;
  let power = 1;
  for (const character of body) {
    sum += creditAlphabet.indexOf(character) * power;
    power = (power * 3) % 31;
  }
  return body + (creditAlphabet[(31 - (sum % 31)) % 31] ?? '0');
}

export function dateNumber(chance: Chance, from: number, to: number): string {
  const month = chance.whole(1, 12);
  return `${chance.whole(from, to)}${two(month)}${two(chance.whole(1, monthLengths[month - 1] ?? 28))}`;
}

/** Digits in full-width forms. */
export function wide(text: string): string {
  return text.replace(/[!-~]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}

/** Splits at the given lengths and joins again. */
export function grouped(text: string, lengths: readonly number[], separator: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const length of lengths) {
    parts.push(text.slice(from, from + length));
    from += length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts.join(separator);
}
