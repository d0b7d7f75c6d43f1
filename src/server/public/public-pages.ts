import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { type Language, languageFor } from '../../locales/index.ts';
import { boardPath, noticePath } from '../../notice/index.ts';
import { type Encoding, encodingFor } from '../http/packed.ts';
import { log } from '../log.ts';
import type { PublishedNotice } from '../sync/index.ts';
import { drawPage, drawTownFeed } from './draw-pages.ts';
import type { DrawnPage } from './drawn-page.ts';
import { type KeptPage, PageMemory, readyPage, repack } from './page-memory.ts';
import { keyOf, type NoticePageAddress, type VillageAddress } from './public-address.ts';
import type { PublicSetting } from './public-setting.ts';
import { BoardReader } from './read-board.ts';
import { latestSheet } from './read-notices.ts';
import { type Village, VillageWatch } from './village-watch.ts';
import { villagesOf } from './villages-of.ts';

/** On everything that is public. The page's own policy says the rest. */
const ALWAYS = ['x-content-type-options', 'nosniff', 'referrer-policy', 'same-origin'] as const;

/** What villagers' phones ask for: Chinese, packed by Brotli, or by gzip on old ones. */
const PREPARED_LANGUAGE = 'zh-CN';
const PREPARED_ENCODINGS = ['br', 'gzip'] as const;

/** What a request says of how it wants to be answered. */
export interface Reader {
  /** The address as it was written, query and all. */
  readonly url: string;
  readonly language: Language;
  readonly encoding: Encoding;
  readonly ifNoneMatch: string | undefined;
}

/**
 * The public pages as bytes: each is drawn once, packed once, and sent again until what it was made
 * from changes or its day is over.
 */
export class PublicPages {
  readonly villages: VillageWatch;
  readonly #setting: PublicSetting;
  readonly #boards: BoardReader;
  readonly #memory = new PageMemory();
  #repacking: Promise<void> = Promise.resolve();
  #preparing: Promise<void> = Promise.resolve();
  #isResting = false;
  readonly #drawing = new Map<string, Promise<KeptPage | undefined>>();
  readonly #always: readonly string[];
  readonly #languages = new Memo<Language>((accepted) =>
    languageFor(accepted.split(',').map((one) => one.trim())),
  );
  readonly #encodings = new Memo<Encoding>(encodingFor);

  constructor(setting: PublicSetting) {
    this.#setting = setting;
    this.villages = new VillageWatch(setting.store, () => setting.now().getTime());
    this.#boards = new BoardReader(setting.store.db);
    this.#always = setting.publicUrl.startsWith('https:')
      ? [...ALWAYS, 'strict-transport-security', 'max-age=31536000']
      : ALWAYS;
  }

  /** How a request wants to be answered; `?lang=` goes before the browser's preference. */
  readerOf(
    url: string,
    headers: {
      readonly acceptLanguage: string | undefined;
      readonly acceptEncoding: string | undefined;
      readonly ifNoneMatch: string | undefined;
    },
  ): Reader {
    const asked = /[?&]lang=([^&]*)/.exec(url)?.[1];
    return {
      url,
      language: this.#languages.of(asked ?? headers.acceptLanguage ?? ''),
      encoding: this.#encodings.of(headers.acceptEncoding ?? ''),
      ifNoneMatch: headers.ifNoneMatch,
    };
  }

  /**
   * Answers from memory, without a promise or a query, what was asked for in the same spelling
   * before and surely still holds; gives the status. Undefined where somebody has to look.
   */
  answerAtOnce(request: IncomingMessage, response: ServerResponse): 200 | 304 | undefined {
    const { method, url = '', headers } = request;
    if (method !== 'GET' || !isPublic(url)) return undefined;
    const reader = this.readerOf(url, {
      acceptLanguage: headers['accept-language'],
      acceptEncoding: headers['accept-encoding'] as string | undefined, // joined by commas
      ifNoneMatch: headers['if-none-match'],
    });
    const page = this.#memory.bySpelling(spellingOf(reader));
    if (!page || page.holdsUntil <= this.#setting.now().getTime()) return undefined;
    if (this.villages.known(page.village) !== page.villageStamp) return undefined;
    if (reader.ifNoneMatch === page.etag) {
      // writeHead is given no content-length: there is no content
      response.writeHead(304, withoutLength(page.headers)).end();
      return 304;
    }
    response.writeHead(200, page.headers as string[]).end(page.body);
    return 200;
  }

  /**
   * Draws and packs what villagers will ask for of these notices, one page after another and between
   * other work: the notice, the printed sheet's verdict, the board. What is missing afterwards, since
   * the program ended or another process serves the next visitor, is drawn when it is asked for.
   */
  prepare(notices: readonly PublishedNotice[]): void {
    for (const one of notices) {
      this.#preparing = this.#preparing
        .then(() => (this.#isResting ? undefined : this.#prepareOne(one)))
        .catch((error: unknown) => log('error', 'page not prepared', { error }));
    }
  }

  /** Prepares nothing more, and resolves when nothing of it is under way: the database may go. */
  async rest(): Promise<void> {
    this.#isResting = true;
    await this.#preparing;
  }

  /** Resolves when all that was to be prepared is as small as it gets. */
  async prepared(): Promise<void> {
    await this.#preparing;
    await this.#repacking;
  }

  async #prepareOne({ village: code, notice }: PublishedNotice): Promise<void> {
    const village = await this.villages.look(code);
    const sheet = village && (await latestSheet(this.#setting.store.db, code, notice));
    if (!village || !sheet) return;
    const of = { village: code, notice };
    const asked: [VillageAddress | NoticePageAddress, string[]][] = [
      // as a QR code writes it
      [{ ...of, sheet, kind: 'notice' }, [noticePath({ ...of, sheet }).toUpperCase()]],
      [{ ...of, kind: 'notice' }, [noticePath(of)]],
      [{ kind: 'board', village: code }, [boardPath(code), boardPath(code).toUpperCase()]],
    ];
    for (const [address, urls] of asked) {
      for (const encoding of PREPARED_ENCODINGS) {
        for (const url of urls) {
          const reader: Reader = {
            ...{ url, encoding, language: PREPARED_LANGUAGE },
            ifNoneMatch: undefined,
          };
          await this.answer(village, address, reader);
        }
        // whoever waits for an answer goes first
        await setImmediate();
      }
    }
  }

  /** The page at an address of a village; undefined where there is none. */
  async answer(
    village: Village,
    address: VillageAddress | NoticePageAddress,
    reader: Reader,
  ): Promise<Response | undefined> {
    const key = `${keyOf(address)} ${reader.language} ${reader.encoding}`;
    const page =
      (await this.#stillHolding(key, village, address)) ??
      (await this.#drawn(key, village, address, reader));
    if (!page) return undefined;
    this.#memory.learnSpelling(spellingOf(reader), page);
    return responseOf(page, reader);
  }

  /** The feed of a town; undefined where none of its villages is served. */
  async townFeed(town: string, reader: Reader): Promise<Response | undefined> {
    const codes = await villagesOf(this.#setting.store.db, town);
    const villages = await Promise.all(codes.map((code) => this.villages.look(code)));
    const served = villages.filter((one) => one !== undefined);
    const drawn = await drawTownFeed(this.#setting, this.#boards, town, served, reader.language);
    return drawn && this.fixed(drawn, reader);
  }

  /** What is made for one request, or never changes while the program runs. */
  async fixed(drawn: DrawnPage, reader: Reader): Promise<Response> {
    const facts = { village: '', stamp: '', villageStamp: '' };
    return responseOf(await readyPage(drawn, reader.encoding, facts, this.#always), reader);
  }

  async #stillHolding(
    key: string,
    village: Village,
    address: VillageAddress | NoticePageAddress,
  ): Promise<KeptPage | undefined> {
    const page = this.#memory.get(key);
    if (!page || page.holdsUntil <= this.#setting.now().getTime()) return undefined;
    if (page.villageStamp === village.facts.stamp) return page;
    if (page.stamp !== (await this.#stampOf(village, address))) return undefined;
    page.villageStamp = village.facts.stamp;
    return page;
  }

  async #drawn(
    key: string,
    village: Village,
    address: VillageAddress | NoticePageAddress,
    reader: Reader,
  ): Promise<KeptPage | undefined> {
    const turn = `${key} ${village.facts.stamp}`;
    const underWay = this.#drawing.get(turn);
    if (underWay) return underWay;
    const drawing = this.#draw(key, village, address, reader).finally(() =>
      this.#drawing.delete(turn),
    );
    this.#drawing.set(turn, drawing);
    return drawing;
  }

  async #draw(
    key: string,
    village: Village,
    address: VillageAddress | NoticePageAddress,
    { language, encoding }: Reader,
  ): Promise<KeptPage | undefined> {
    // looked at before the words are read: what changes in between makes the page old, never wrong
    const stamp = await this.#stampOf(village, address);
    const drawn = await drawPage(this.#setting, this.#boards, village, address, language);
    if (!drawn) return undefined;
    const { stamp: villageStamp } = village.facts;
    const facts = { village: address.village, stamp, villageStamp };
    const page = await readyPage(drawn, encoding, facts, this.#always);
    if (!drawn.isKept) {
      page.isForgotten = true;
      return page;
    }
    this.#memory.keep(key, page);
    // nobody waits for the smallest bytes: one page after another, so that it slows none down
    this.#repacking = this.#repacking.then(() => repack(page, drawn, encoding, this.#always));
    return page;
  }

  #stampOf(village: Village, address: VillageAddress | NoticePageAddress): Promise<string> {
    return 'notice' in address
      ? this.villages.noticeStamp(village, address.village, address.notice)
      : Promise.resolve(village.facts.stamp);
  }
}

function isPublic(url: string): boolean {
  return url.startsWith('/v/') || url.startsWith('/V/');
}

function spellingOf({ url, language, encoding }: Reader): string {
  return `${url} ${language} ${encoding}`;
}

function responseOf(page: KeptPage, { ifNoneMatch }: Reader): Response {
  const isKnown = ifNoneMatch === page.etag;
  const list = isKnown ? withoutLength(page.headers) : page.headers;
  const headers = new Headers();
  for (let at = 0; at + 1 < list.length; at += 2) headers.set(list[at] ?? '', list[at + 1] ?? '');
  return new Response(isKnown ? null : new Uint8Array(page.body), {
    status: isKnown ? 304 : 200,
    headers,
  });
}

function withoutLength(headers: readonly string[]): string[] {
  const at = headers.indexOf('content-length');
  return headers.filter((_one, index) => index !== at && index !== at + 1);
}

/** Remembers what was found out about short texts that come again and again. */
class Memo<Value> {
  readonly #known = new Map<string, Value>();
  readonly #find: (text: string) => Value;

  constructor(find: (text: string) => Value) {
    this.#find = find;
  }

  of(text: string): Value {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= 500) this.#known.clear();
    const value = this.#find(text);
    this.#known.set(text, value);
    return value;
  }
}
