import type { DBCore, Middleware } from 'dexie';
import { expect, test } from 'vitest';
import { nextPage, type Page } from '../../src/device/outbox.ts';
import { aContent, DONGSHENG } from '../builders/index.ts';
import { ModelServer } from './model-server.ts';
import { Phone, WANG } from './phone.ts';

/** Counts the notices that are read from the storage. */
class ReadNotices {
  count = 0;

  readonly middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'read-notices',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (name !== 'notices') return table;
        return {
          ...table,
          getMany: (request) => {
            this.count += request.keys.length;
            return table.getMany(request);
          },
        };
      },
    }),
  };
}

/** Counts how often the outbox is asked for entries. */
class OutboxLooks {
  count = 0;

  readonly middleware: Middleware<DBCore> = {
    stack: 'dbcore',
    name: 'outbox-looks',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (name !== 'outbox') return table;
        return {
          ...table,
          query: (request) => {
            this.count += 1;
            return table.query(request);
          },
        };
      },
    }),
  };
}

/** Dexie asks what was added only when it opens a storage. */
async function addTo({ database }: Phone, middleware: Middleware<DBCore>): Promise<void> {
  database.use(middleware);
  database.close();
  await database.open();
}

/** All pages of an outbox, each behind the one before it, of at most so many characters. */
async function pagesOf(phone: Phone, characters: number): Promise<Page[]> {
  const pages: Page[] = [];
  for (;;) {
    const behind = pages.at(-1);
    const limits = { characters, entries: 1_000, without: new Set<string>() };
    const page = await nextPage(phone.database, { ...limits, ...(behind ? { behind } : {}) });
    if (page.entries.length === 0) return pages;
    pages.push(page);
    if (page.isLast) return pages;
  }
}

function lengthOf({ entries }: Page): number {
  return entries.reduce((sum, { action }) => sum + JSON.stringify(action).length, 0);
}

const PAGE = 20_000;

test('积压的一页一页正好装满，一件不漏，翻的公示也不比要送的多出多少', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const phone = await Phone.of(server, WANG);
  const read = new ReadNotices();
  await addTo(phone, read.middleware);
  const codes: string[] = [];
  for (let count = 0; count < 150; count += 1) {
    codes.push(
      await phone.draft(
        aContent()
          .withHouseholds(1 + (count % 3))
          .build(),
      ),
    );
  }
  read.count = 0;
  const pages = await pagesOf(phone, PAGE);

  expect(pages.flatMap(({ entries }) => entries.map(({ notice }) => notice))).toEqual(codes);
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages.slice(0, -1)) {
    expect(lengthOf(page)).toBeLessThanOrEqual(PAGE);
    expect(lengthOf(page)).toBeGreaterThan(0.9 * PAGE);
  }
  expect(read.count).toBeGreaterThanOrEqual(codes.length);
  expect(read.count).toBeLessThan(1.4 * codes.length);
});

test('剩下的不多就并进这一页，不为一点尾巴多跑一趟', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const phone = await Phone.of(server, WANG);
  for (let count = 0; count < 60; count += 1) await phone.draft();
  const all = (await pagesOf(phone, 1_000_000)).reduce((sum, page) => sum + lengthOf(page), 0);
  // the entries stay, and are paged anew
  expect(await pagesOf(phone, all / 1.2)).toHaveLength(1);
  expect(await pagesOf(phone, all / 1.3)).toHaveLength(2);
});

test('一份特别长，后面的都短：长的自成一页，短的一件不落', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const phone = await Phone.of(server, WANG);
  const long = await phone.draft(aContent().withHouseholds(500).build());
  const short: string[] = [];
  for (let count = 0; count < 30; count += 1) short.push(await phone.draft());
  const pages = await pagesOf(phone, PAGE);
  expect(pages[0]?.entries.map(({ notice }) => notice)).toEqual([long]);
  expect(pages.slice(1).flatMap(({ entries }) => entries.map(({ notice }) => notice))).toEqual(
    short,
  );
});

test('前面几百件都得等回话：后面不用等的照样找得到，不是一点一点翻过去', async () => {
  const server = new ModelServer({ villages: [DONGSHENG] });
  const phone = await Phone.of(server, WANG);
  const looks = new OutboxLooks();
  await addTo(phone, looks.middleware);
  const waiting = await phone.draft();
  const [first] = await phone.database.outbox.toArray();
  if (!first) throw new Error('nothing waits');
  const { order: _own, ...entry } = first;
  const answered = { ...entry, answer: { outcome: 'accepted' as const } };
  await phone.database.outbox.clear();
  await phone.database.outbox.bulkAdd(
    Array.from({ length: 800 }, (_, count) => ({ ...answered, id: `waits-${count}` })),
  );
  const free = await phone.draft();
  looks.count = 0;
  const [page] = await pagesOf(phone, PAGE);

  expect(page?.entries.map(({ notice }) => notice)).toEqual([free]);
  expect(page?.held.has(`${DONGSHENG}/${waiting}`)).toBe(true);
  expect(looks.count).toBeGreaterThan(0);
  expect(looks.count).toBeLessThan(12);
});
