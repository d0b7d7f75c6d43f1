import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { todayIn } from '../../calendar/index.ts';
import {
  drawObjectionCode,
  type NoticeCode,
  OBJECTION_LIMITS,
  OBJECTION_PHOTOGRAPH_LIMITS,
  type ObjectionCode,
  objectionState,
  readObjectionCode,
  type VillageCode,
  writeObjectionCode,
} from '../../notice/index.ts';
import type { Place } from '../../places/index.ts';
import {
  type ObjectionProblem,
  type ObjectionValues,
  PAGE_CONTENT_SECURITY_POLICY,
  renderNotArrivedPage,
  renderObjectionForm,
  renderObjectionReceipt,
} from '../../public-pages/index.ts';
import { clientAddress } from '../http/client-address.ts';
import { encodingFor, pack } from '../http/packed.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { log } from '../log.ts';
import { findObjection, receiveObjection, repeatOf } from '../objections/index.ts';
import { ObjectionPhotographs } from './objection-photograph.ts';
import { ownObjection } from './page-objection.ts';
import { languageOf, type PublicSetting } from './public-setting.ts';
import { type FilledForm, readForm } from './read-form.ts';
import { type PublicVillage, readTitle } from './read-notices.ts';

/** Of a form's fields. Far beyond an objection's length, so that what is too long comes back whole. */
const FIELD_BYTES = 256_000;
/** What a browser sends beyond this is not even waited for. */
const PASSED_BYTES = 40_000_000;
/** Forms with a photograph that are read at the same time; the others' photographs are let pass by. */
const READ_AT_ONCE = 12;

/** A village behind one mobile gateway shares its address, so that an hour allows more than one. */
const FROM_ONE_ADDRESS = { burst: 10, perMinute: 10 / 60 };
/** More than a stirred-up village writes, less than what would bury its cadres. */
const TO_ONE_VILLAGE = { burst: 60, perMinute: 1 };

/** Where a request for an objection's pages leads. */
export interface ObjectionTarget {
  readonly village: VillageCode;
  readonly place: Place;
  readonly facts: PublicVillage;
  readonly notice: NoticeCode;
}

/** The form for objections and the answers to them; a visitor needs no script, account or cookie. */
export class ObjectionPages {
  readonly #setting: PublicSetting;
  readonly #fromAddress: RateLimit;
  readonly #toVillage: RateLimit;
  readonly #photographs: ObjectionPhotographs | undefined;
  #reading = 0;

  constructor(setting: PublicSetting) {
    this.#setting = setting;
    const clock = () => setting.now().getTime();
    this.#fromAddress = new RateLimit(FROM_ONE_ADDRESS, clock);
    this.#toVillage = new RateLimit(TO_ONE_VILLAGE, clock);
    this.#photographs = setting.photographs && new ObjectionPhotographs(setting.photographs, clock);
  }

  /** The empty form; with `?receipt=` it leads to the page of that number. */
  async form(context: Context, target: ObjectionTarget): Promise<Response> {
    const receipt = context.req.query('receipt');
    if (receipt === undefined) return this.#formPage(context, target, 200);
    const code = readObjectionCode(receipt);
    return code && (await this.#find(target, code))
      ? seeOther(receiptPath(target, code))
      : this.#formPage(context, target, 404, { problem: 'receipt-unknown' });
  }

  /** The page under a receipt number. */
  async receipt(
    context: Context,
    target: ObjectionTarget,
    code: ObjectionCode | undefined,
  ): Promise<Response> {
    const objection = code && (await this.#find(target, code));
    if (!objection) return this.#formPage(context, target, 404, { problem: 'receipt-unknown' });
    const { store } = this.#setting;
    const title = await readTitle(store.db, target.village, target.notice);
    const html = renderObjectionReceipt({
      ...this.#pageOf(context, target),
      title: title?.text ?? target.notice,
      receipt: { code: objection.code, written: writeObjectionCode(objection.code) },
      objection: ownObjection(objection),
      ...(objection.photograph ? { hasPhotograph: true } : {}),
      answerBy: objection.answerBy,
      isWithTown: objectionState(objection) === 'escalated',
    });
    return ownPage(context, html, 200);
  }

  /** Takes in what the form sends. Whatever is wrong with it, the answer holds what was typed. */
  async receive(context: Context, target: ObjectionTarget): Promise<Response> {
    const { form, takesFile } = await this.#read(context.req.raw);
    if (!form) return this.#formPage(context, target, 413, { problem: 'text-too-long' });
    const { fields, file } = form;
    const values = valuesOf(fields);
    const draft = readObjectionCode(fields.get('draft') ?? '');
    const again = (status: number, problem: ObjectionProblem) =>
      this.#formPage(context, target, status, {
        problem,
        values,
        hadPhotograph: file !== undefined || form.isCut,
        ...(draft ? { draft } : {}),
      });

    if (fields.get('website')) return again(422, 'trap-filled');
    if (values.text === '') return again(422, 'text-missing');
    if (values.text.length > OBJECTION_LIMITS.text) return again(422, 'text-too-long');
    if (form.isCut) {
      return takesFile ? again(413, 'photograph-too-large') : again(503, 'not-kept');
    }
    // a repeat of what was taken in already costs nothing and floods nobody
    const { store, now } = this.#setting;
    const repeated = await repeatOf(store.db, target, draft, values);
    if (repeated) return seeOther(receiptPath(target, repeated.code), languageOf(context));
    const address = clientAddress(context);
    if (!this.#fromAddress.admits(address) || !this.#toVillage.admits(target.village)) {
      return again(429, 'too-many');
    }
    try {
      const kept = file && (await this.#photographs?.keep(target.village, address, file));
      if (kept && !kept.ok) return again(422, kept.problem);
      const objection = await receiveObjection(
        store,
        target,
        draft,
        values,
        now(),
        kept?.photograph,
      );
      if (!objection) return this.#formPage(context, target, 200);
      return seeOther(receiptPath(target, objection.code), languageOf(context));
    } catch (error) {
      // a full disk, a database that is away: the words are in the sender's hands still
      log('error', 'objection not kept', { error });
      return again(503, 'not-kept');
    }
  }

  /** Reads a form with its photograph, or without where too many are being read. */
  async #read(
    request: Request,
  ): Promise<{ readonly form: FilledForm | undefined; readonly takesFile: boolean }> {
    const takesFile = this.#photographs !== undefined && this.#reading < READ_AT_ONCE;
    const file = takesFile ? OBJECTION_PHOTOGRAPH_LIMITS.bytes : 0;
    this.#reading += 1;
    try {
      const limits = { kept: FIELD_BYTES + file, passed: PASSED_BYTES };
      return { form: await readForm(request, limits), takesFile };
    } finally {
      this.#reading -= 1;
    }
  }

  #find(target: ObjectionTarget, code: ObjectionCode) {
    return findObjection(this.#setting.store.db, target, code);
  }

  async #formPage(
    context: Context,
    target: ObjectionTarget,
    status: number,
    state: {
      readonly problem?: ObjectionProblem;
      readonly values?: ObjectionValues;
      readonly draft?: string;
      readonly hadPhotograph?: boolean;
    } = {},
  ): Promise<Response> {
    const { store, now } = this.#setting;
    const page = this.#pageOf(context, target);
    const title = await readTitle(store.db, target.village, target.notice);
    if (!title) return ownPage(context, renderNotArrivedPage(page), 200);
    const html = renderObjectionForm({
      ...page,
      title: title.text,
      ...(title.until ? { until: title.until } : {}),
      today: todayIn(now()),
      draft: drawObjectionCode(randomBytes),
      ...(this.#photographs ? { takesPhotograph: true } : {}),
      ...state,
    });
    return ownPage(context, html, status);
  }

  #pageOf(context: Context, { place, facts, notice }: ObjectionTarget) {
    const { publicUrl } = this.#setting;
    const { demo, contacts } = facts;
    return { language: languageOf(context), publicUrl, demo, place, contacts, notice };
  }
}

function valuesOf(form: FilledForm['fields']): ObjectionValues {
  const line = (name: string, length: number) =>
    (form.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, length);
  return {
    // browsers send line ends as CR LF
    text: (form.get('text') ?? '').replace(/\r\n?/g, '\n').trim(),
    name: line('name', OBJECTION_LIMITS.name),
    telephone: line('telephone', OBJECTION_LIMITS.telephone),
  };
}

function receiptPath({ village, notice }: ObjectionTarget, code: ObjectionCode): string {
  return `/v/${village}/${notice}/objection/${code}`;
}

function seeOther(path: string, language?: string): Response {
  const location = language ? `${path}?lang=${language}` : path;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** A page for one visitor alone. */
async function ownPage(context: Context, html: string, status: number): Promise<Response> {
  const encoding = encodingFor(context.req.header('accept-encoding'));
  const body = await pack(Buffer.from(html), encoding, { kept: false });
  return new Response(new Uint8Array(body), {
    status,
    headers: {
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'content-length': String(body.length),
      vary: 'accept-encoding, accept-language',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_CONTENT_SECURITY_POLICY,
      'cache-control': 'private, no-cache',
      // under no-referrer a browser hides from us, too, where a form comes from
      'referrer-policy': 'same-origin',
    },
  });
}
