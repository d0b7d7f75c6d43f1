/*
 * Our device and server beside PouchDB with an Express PouchDB server, and beside the floor (gzipped
 * batches of 100 with fsync), with the same notices on the same machine, in turn. Time, requests and
 * bytes are counted at a TCP proxy. `node test/bench/sync.ts [rounds]`, 3 unless told; the middle
 * round is printed. PouchDB is installed for the run; without it ours is printed with the floor.
 *
 * Storage in plain Node stands in for a browser's: PouchDB keeps its phone in memory, ours uses
 * fake-indexeddb, which takes several times as long as a browser does, and the phone's only thread with
 * it. The time inside it is printed on its own, `less` is the time without it, and `away` what passed
 * while a request was under way. Phone and server work at the same time, so `less` is too little: no
 * phone, however quick its storage, takes less than `sending alone`, which is our requests, link and
 * server with a phone that keeps nothing, like the floor's.
 */
import type { NoticeContent } from '../../src/notice/index.ts';
import type { Contestant, Held, Phone, Place, Way } from './sync/contestant.ts';
import { type Counted, type Link, startCountingProxy } from './sync/counting-proxy.ts';
import { theFloor } from './sync/floor.ts';
import { noticesOf } from './sync/notices.ts';
import { ours } from './sync/ours.ts';
import { pouch } from './sync/pouch.ts';

const rounds = Number(process.argv[2] ?? 3);
const NOTICES = 1_000;
const EDITS = 200;
const BYTES = 5_000;
const WEAK_NOTICES = 100;
const WEAK: Link = { roundTripMilliseconds: 300, bitsPerSecond: 1_000_000 };
const CUT: Link = { cuts: 5, cutBytes: 200_000 };
/** Sizes between which one edit may not get slower; their notices are short, to be made quickly. */
const [FEW, MANY] = [100, 10_000];
const SHORT_BYTES = 1_500;
const SINGLE_EDITS = 15;
const WARMING = 200;
/** After so many broken connections a sync will never get through. */
const MOST_TRIES = 60;

interface Measured extends Counted {
  readonly milliseconds: number;
  readonly storage: number;
  readonly away: number;
  readonly tries: number;
}

/** A place, its first phone, and the link by which all its phones reach it. */
interface Side {
  readonly place: Place;
  readonly phone: Phone;
  readonly anotherPhone: () => Promise<Phone>;
  readonly measure: (way: Way, phone?: Phone) => Promise<Measured>;
  readonly end: () => Promise<void>;
}

async function aSide(contestant: Contestant, link: Link = {}): Promise<Side> {
  const proxy = await startCountingProxy(contestant.port, link);
  const place = await contestant.place();
  const phones: Phone[] = [];
  const anotherPhone = async (): Promise<Phone> => {
    const phone = await place.phone(proxy.port);
    phones.push(phone);
    return phone;
  };
  const first = await anotherPhone();
  return {
    place,
    phone: first,
    anotherPhone,
    measure: async (way, phone = first) => {
      proxy.count();
      const before = phone.spent();
      const began = performance.now();
      let tries = 1;
      while (!(await phone.sync(way))) {
        tries += 1;
        if (tries > MOST_TRIES) throw new Error(`${contestant.name} does not get through`);
      }
      const milliseconds = performance.now() - began;
      const { storage, away } = phone.spent();
      return {
        ...proxy.count(),
        milliseconds,
        storage: storage - before.storage,
        away: away - before.away,
        tries,
      };
    },
    end: async () => {
      for (const phone of phones) await phone.end();
      await proxy.stop();
    },
  };
}

/** Whose phones keep what they take in, and can show it. */
const KEEPS_ALL = new Set(['ours', 'PouchDB']);

/** What each contestant took, measure by measure, round by round. */
const results = new Map<string, Map<string, Measured[]>>();
const whole = new Map<string, Set<string>>();

function note(measure: string, name: string, measured: Measured): void {
  const of = results.get(measure) ?? new Map<string, Measured[]>();
  results.set(measure, of);
  of.set(name, [...(of.get(name) ?? []), measured]);
}

/** Notes whether another phone finds every notice once. */
function noteHeld(name: string, held: Held, expected: Held): void {
  const isWhole = held.notices === expected.notices && held.versions === expected.versions;
  const found = isWhole
    ? 'nothing lost or doubled'
    : `${held.notices} notices in ${held.versions} versions instead of ${expected.notices} in ${expected.versions}`;
  whole.set(name, (whole.get(name) ?? new Set()).add(found));
}

/** Once through everything, so that no contestant pays for the first use of its own code. */
async function warmUp(contestant: Contestant, notices: readonly NoticeContent[]): Promise<void> {
  const side = await aSide(contestant);
  await side.phone.write(notices);
  await side.phone.sync('push');
  await (await side.anotherPhone()).sync('pull');
  await side.phone.edit(notices.length, '改过');
  await side.phone.sync('push');
  await side.end();
}

async function measureOnce(
  contestant: Contestant,
  notices: readonly NoticeContent[],
  round: number,
) {
  const { name } = contestant;
  const side = await aSide(contestant);
  await side.phone.write(notices);
  note(`push ${NOTICES} notices`, name, await side.measure('push'));
  const other = await side.anotherPhone();
  note(`pull ${NOTICES} notices`, name, await side.measure('pull', other));
  await side.phone.edit(EDITS, `第${round}轮改过`);
  note(`push ${EDITS} edits`, name, await side.measure('push'));
  note(`pull ${EDITS} edits`, name, await side.measure('pull', other));
  if (KEEPS_ALL.has(name)) {
    noteHeld(name, await other.held(), { notices: NOTICES, versions: NOTICES + EDITS });
  }
  await side.end();

  const weak = await aSide(contestant, WEAK);
  await weak.phone.write(notices.slice(0, WEAK_NOTICES));
  note(`push ${WEAK_NOTICES}, 300 ms, 1 Mbit/s`, name, await weak.measure('push'));
  await weak.end();

  const cut = await aSide(contestant, CUT);
  await cut.phone.write(notices);
  note(`push ${NOTICES}, five cuts at 200 KB`, name, await cut.measure('push'));
  const reader = await cut.anotherPhone();
  while (!(await reader.sync('pull')));
  noteHeld(name, await reader.held(), { notices: NOTICES, versions: NOTICES });
  await cut.end();
}

/** One edit sent, with few and with many notices on phone and server, in turn. */
async function measureSingleEdits(contestant: Contestant): Promise<void> {
  const sides = new Map<number, Side>();
  for (const size of [FEW, MANY]) {
    const side = await aSide(contestant);
    await side.phone.write(noticesOf(SHORT_BYTES, size));
    await side.measure('push');
    sides.set(size, side);
  }
  for (let turn = 0; turn < SINGLE_EDITS; turn += 1) {
    for (const [size, side] of sides) {
      await side.phone.edit(1, `第${turn}次`);
      note(`one edit among ${size}`, contestant.name, await side.measure('push'));
    }
  }
  for (const side of sides.values()) await side.end();
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The middle of each figure. */
function summed(all: readonly Measured[]): Measured & { readonly less: number } {
  const of = (figure: keyof Measured) => middle(all.map((one) => one[figure]));
  return {
    milliseconds: of('milliseconds'),
    storage: of('storage'),
    away: of('away'),
    less: middle(all.map(({ milliseconds, storage }) => milliseconds - storage)),
    requests: of('requests'),
    up: of('up'),
    down: of('down'),
    cuts: of('cuts'),
    tries: of('tries'),
  };
}

function print(): void {
  const kilobytes = (bytes: number) => (bytes / 1_024).toFixed(bytes < 10_240 ? 1 : 0);
  const head = ['ms', 'storage', 'less', 'away', 'requests', 'up KiB', 'down KiB', 'cuts'];
  const line = (name: string, cells: readonly string[]) =>
    console.log(`  ${name.padEnd(16)}${cells.map((cell) => cell.padStart(10)).join('')}`);
  for (const [measure, contestants] of results) {
    console.log(measure);
    line('', head);
    const sums = new Map([...contestants].map(([name, all]) => [name, summed(all)]));
    for (const [name, sum] of sums) {
      const { milliseconds, storage, less, away, requests, up, down, cuts } = sum;
      const times = [milliseconds, storage, less, away].map((one) =>
        one.toFixed(one < 100 ? 1 : 0),
      );
      line(name, [...times, String(requests), kilobytes(up), kilobytes(down), String(cuts)]);
    }
    const mine = sums.get('ours');
    for (const [name, sum] of sums) {
      if (!mine || name === 'ours') continue;
      const ratio = (a: number, b: number) => (a / b).toFixed(2);
      line(`ours / ${name}`, [
        ratio(mine.milliseconds, sum.milliseconds),
        '',
        ratio(mine.less, sum.less),
        '',
        ratio(mine.requests, sum.requests),
        ratio(mine.up, sum.up),
        ratio(mine.down, sum.down),
        '',
      ]);
    }
  }
}

/** How much longer one edit takes among many notices than among few. */
function printGrowth(): void {
  for (const name of new Set([...results.values()].flatMap((of) => [...of.keys()]))) {
    const [few, many] = [FEW, MANY].map((size) => results.get(`one edit among ${size}`)?.get(name));
    if (!few || !many) continue;
    const [a, b] = [summed(few), summed(many)];
    console.log(
      `one edit, ${MANY} against ${FEW}, ${name}: time ${(b.milliseconds / a.milliseconds).toFixed(2)}, less storage ${(b.less / a.less).toFixed(2)}`,
    );
  }
}

// each round opens three places on each server: plain, weak and cut; warming up one, single edits two
const contestants = [...(await ours(3 * rounds + 3)), await theFloor(), await pouch()].filter(
  (one) => one !== undefined,
);
try {
  const notices = noticesOf(BYTES, NOTICES);
  const size = notices.reduce((sum, one) => sum + Buffer.byteLength(JSON.stringify(one)), 0);
  console.log(`${NOTICES} notices of ${Math.round(size / NOTICES)} bytes, ${rounds} rounds`);
  for (const contestant of contestants) await warmUp(contestant, notices.slice(0, WARMING));
  for (let round = 1; round <= rounds; round += 1) {
    for (const contestant of contestants) await measureOnce(contestant, notices, round);
  }
  print();
  results.clear();
  for (const contestant of contestants) await measureSingleEdits(contestant);
  print();
  printGrowth();
  for (const [name, found] of whole) console.log(`${name}: ${[...found].join('; ')}`);
} finally {
  for (const contestant of contestants) await contestant.stop();
}
