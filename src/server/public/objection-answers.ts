import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { todayIn } from '../../calendar/index.ts';
import {
  drawObjectionCode,
  type NoticeCode,
  OBJECTION_LIMITS,
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
import { RateLimit } from '../http/rate-limit.ts';
import { findObjection, receiveObjection, repeatOf } from '../objections/index.ts';
import { ownObjection } from './page-objection.ts';
import { languageOf, type PublicSetting } from './public-setting.ts';
import { readForm } from './read-form.ts';
import { type PublicVillage, readTitle } from './read-notices.ts';

/** Of a form's body. Far beyond an objection's length, so that what is too long comes back whole. */
const FORM_BYTES = 256_000;

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

  constructor(setting: PublicSetting) {
    this.#setting = setting;
    const clock = () => setting.now().getTime();
    this.#fromAddress = new RateLimit(FROM_ONE_ADDRESS, clock);
    this.#toVillage = new RateLimit(TO_ONE_VILLAGE, clock);
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
      answerBy: objection.answerBy,
      isWithTown: objectionState(objection) === 'escalated',
    });
    return ownPage(html, 200);
  }

  /** Takes in what the form sends. Whatever is wrong with it, the answer holds what was typed. */
  async receive(context: Context, target: ObjectionTarget): Promise<Response> {
    const form = await readForm(context.req.raw, FORM_BYTES);
    if (!form) return this.#formPage(context, target, 413, { problem: 'text-too-long' });
    const values = valuesOf(form);
    const draft = readObjectionCode(form.get('draft') ?? '');
    const again = (status: number, problem: ObjectionProblem) =>
      this.#formPage(context, target, status, { problem, values, ...(draft ? { draft } : {}) });

    if (form.get('website')) return again(422, 'trap-filled');
    if (values.text === '') return again(422, 'text-missing');
    if (values.text.length > OBJECTION_LIMITS.text) return again(422, 'text-too-long');
    // a repeat of what was taken in already costs nothing and floods nobody
    const { store, now } = this.#setting;
    const isRepeat = (await repeatOf(store.db, target, draft, values)) !== undefined;
    const isAdmitted =
      isRepeat ||
      (this.#fromAddress.admits(clientAddress(context)) && this.#toVillage.admits(target.village));
    if (!isAdmitted) return again(429, 'too-many');

    const objection = await receiveObjection(store, target, draft, values, now());
    if (!objection) return this.#formPage(context, target, 200);
    return seeOther(receiptPath(target, objection.code), languageOf(context));
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
    } = {},
  ): Promise<Response> {
    const { store, now } = this.#setting;
    const page = this.#pageOf(context, target);
    const title = await readTitle(store.db, target.village, target.notice);
    if (!title) return ownPage(renderNotArrivedPage(page), 200);
    const html = renderObjectionForm({
      ...page,
      title: title.text,
      ...(title.until ? { until: title.until } : {}),
      today: todayIn(now()),
      draft: drawObjectionCode(randomBytes),
      ...state,
    });
    return ownPage(html, status);
  }

  #pageOf(context: Context, { place, facts, notice }: ObjectionTarget) {
    const { publicUrl } = this.#setting;
    const { demo, contacts } = facts;
    return { language: languageOf(context), publicUrl, demo, place, contacts, notice };
  }
}

function valuesOf(form: URLSearchParams): ObjectionValues {
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
function ownPage(html: string, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PAGE_CONTENT_SECURITY_POLICY,
      'cache-control': 'private, no-cache',
      // under no-referrer a browser hides from us, too, where a form comes from
      'referrer-policy': 'same-origin',
    },
  });
}
