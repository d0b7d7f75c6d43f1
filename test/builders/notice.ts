import {
  type ActionContext,
  type Author,
  applyAction,
  composeDocument,
  contentDigest,
  type Notice,
  type NoticeAction,
  type NoticeCode,
  type NoticeContent,
  type NoticeDocument,
} from '../../src/notice/index.ts';
import { aContent, aTemplate, ContentBuilder } from './content.ts';
import { anAuthor } from './people.ts';
import { aPlace, DONGSHENG } from './place.ts';

export const A_CODE = '7K3M9QX2RT' as NoticeCode;

/** In whose name and place an action is taken; the content of no older version is known. */
export function aContext(by: Author = anAuthor(), others: Partial<ActionContext> = {}) {
  return {
    village: DONGSHENG,
    code: A_CODE,
    by,
    onePersonMayPublish: false,
    contentAt: () => undefined,
    ...others,
  } satisfies ActionContext;
}

/** The words of a content, as sheet and page show them. */
export function aDocument(content: NoticeContent = aContent().withHouseholds(3).build()) {
  return composeDocument(aTemplate(content.template), content, aPlace());
}

/** The action that publishes what the notice holds now. */
export function publicationOf(notice: Notice): Extract<NoticeAction, { kind: 'publish' }> {
  const document: NoticeDocument = aDocument(notice.content);
  return {
    kind: 'publish',
    revision: notice.revisions.length + 1,
    contentDigest: contentDigest(notice.content),
    document,
  };
}

/** The action that saves a content, typed on top of this notice (or of an older state of it). */
export function savingOf(
  base: Notice,
  content: NoticeContent | ContentBuilder,
): Extract<NoticeAction, { kind: 'save' }> {
  const saved = content instanceof ContentBuilder ? content.build() : content;
  return { kind: 'save', baseVersion: base.version, content: saved, conflicts: [] };
}

/**
 * A notice of 东升村 that went through the real life cycle: drafted by one person, reviewed by
 * another. Each step gives a new builder; a step the rules refuse throws.
 */
export class NoticeBuilder {
  private readonly notice: Notice;

  constructor(notice: Notice) {
    this.notice = notice;
  }

  withHouseholds(count: number): NoticeBuilder {
    const { template, templateVersion: _any, ...rest } = this.notice.content;
    const fresh = aContent(template).withHouseholds(count).build();
    return this.saved({ ...fresh, fields: rest.fields });
  }

  withField(field: string, value: string): NoticeBuilder {
    const { content } = this.notice;
    return this.saved({ ...content, fields: { ...content.fields, [field]: value } });
  }

  submitted(): NoticeBuilder {
    return this.after({ kind: 'submit' }, anAuthor());
  }

  returned(reason = '名单还缺两户'): NoticeBuilder {
    return this.after({ kind: 'return', reason }, anAuthor('审核人老李'));
  }

  /** Published by the reviewer, signed on this day (YYYY-MM-DD), open from the day after. */
  publishedOn(day: string): NoticeBuilder {
    const from = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const ready = this.withField('signedOn', day).withField('publicityFrom', from).notice;
    const reviewer = anAuthor('审核人老李', `${day}T09:00:00.000Z`);
    return new NoticeBuilder(ready).after(publicationOf(ready), reviewer);
  }

  /** With what a person did to it. */
  after(action: NoticeAction, by: Author, others: Partial<ActionContext> = {}): NoticeBuilder {
    const outcome = applyAction(this.notice, action, aContext(by, others));
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
    return new NoticeBuilder(outcome.notice);
  }

  build(): Notice {
    return this.notice;
  }

  private saved(content: NoticeContent): NoticeBuilder {
    return this.after(savingOf(this.notice, content), anAuthor());
  }
}

/** A draft that was saved once. */
export function aNotice(content: ContentBuilder = aContent(), by = anAuthor()): NoticeBuilder {
  const first: NoticeAction = {
    kind: 'save',
    baseVersion: 0,
    content: content.build(),
    conflicts: [],
  };
  const outcome = applyAction(undefined, first, aContext(by));
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return new NoticeBuilder(outcome.notice);
}
