import { Answer } from './notice-record.tsx';
import type { ObjectionFormInput, ObjectionReceiptInput } from './page-input.ts';
import { noticePathOf, objectionPathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { TelephoneList } from './telephone-link.tsx';
import { Banner } from './verdict-banner.tsx';
import { type Words, wordsIn } from './words.ts';

/** The longest objection, in characters. */
export const OBJECTION_LENGTH = 2_000;

/**
 * The form for an objection, which works without script: it posts `text`, `name` and `telephone`
 * (application/x-www-form-urlencoded) to its own address. What was typed stands in it again when
 * there is a problem, and the problem stands above it.
 */
export function renderObjectionForm(input: ObjectionFormInput): string {
  const words = wordsIn(input.language);
  const { say } = words;
  const title = say('public.objection.title');
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    // no link to another language where following it would lose what was typed
    ...(input.values ? {} : { path: objectionPathOf(input) }),
    place: input.place,
    contacts: [],
    hasMore: true,
    main: (
      <>
        {input.problem && (
          <Banner tone="caution" label={title} title={say('public.objection.notSent')}>
            <p>{say(`public.objection.problem.${input.problem}`)}</p>
          </Banner>
        )}
        <h1>{title}</h1>
        <About input={input} words={words} />
        {input.until && (
          <p>
            {input.today <= input.until
              ? say('public.objection.until', { day: words.day(input.until) })
              : say('public.objection.untilOver')}
          </p>
        )}
        <Form input={input} words={words} />
        {input.contacts.length > 0 && (
          <section>
            <p>{say('public.objection.byPhone')}</p>
            <TelephoneList telephones={input.contacts} />
          </section>
        )}
      </>
    ),
  });
}

function Form({
  input,
  words: { say },
}: {
  readonly input: ObjectionFormInput;
  readonly words: Words;
}) {
  const { values, problem } = input;
  const isTextWrong = problem === 'text-missing' || problem === 'text-too-long';
  return (
    <form method="post" action={objectionPathOf(input)}>
      <label htmlFor="text">{say('public.objection.text')}</label>
      <p className="small" id="text-help">
        {say('public.objection.textHelp')}
      </p>
      <textarea
        id="text"
        name="text"
        rows={8}
        required
        aria-describedby="text-help"
        aria-invalid={isTextWrong || undefined}
        defaultValue={values?.text}
      />
      <p>
        <label htmlFor="name">{say('public.objection.name')}</label>
        <input
          id="name"
          name="name"
          maxLength={60}
          autoComplete="name"
          defaultValue={values?.name}
        />
      </p>
      <label htmlFor="telephone">{say('public.objection.telephone')}</label>
      <p className="small" id="telephone-help">
        {say('public.objection.telephoneHelp')}
      </p>
      <input
        id="telephone"
        name="telephone"
        type="tel"
        maxLength={30}
        autoComplete="tel"
        aria-describedby="telephone-help"
        defaultValue={values?.telephone}
      />
      <p>
        <button className="button" type="submit">
          {say('public.objection.send')}
        </button>
      </p>
    </form>
  );
}

/** The page under a receipt number: that the objection arrived, and its answer once there is one. */
export function renderObjectionReceipt(input: ObjectionReceiptInput): string {
  const words = wordsIn(input.language);
  const { say, day } = words;
  const { objection } = input;
  const title = say(
    objection.answer ? 'public.objection.answeredTitle' : 'public.objection.receiptTitle',
  );
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    path: `${objectionPathOf(input)}/${input.receipt}`,
    place: input.place,
    contacts: input.contacts,
    hasMore: true,
    main: (
      <>
        <Banner tone="good" label={say('public.objection.receipt')} title={title} isHeading>
          <p className="code">
            {say('public.objection.receipt')} <b>{input.receipt}</b>
          </p>
          <p>{say('public.objection.receiptHelp')}</p>
        </Banner>
        <section>
          <About input={input} words={words} />
          <dl>
            <dt>{say('public.objection.received')}</dt>
            <dd>{day(objection.receivedOn)}</dd>
            <dt>{say('public.objection.yours')}</dt>
            <dd className="said">{objection.text}</dd>
            {input.answerBy && !objection.answer && (
              <>
                <dt>{say('public.objection.answerBy')}</dt>
                <dd>{day(input.answerBy)}</dd>
              </>
            )}
          </dl>
          <h2>{say('public.objection.answer')}</h2>
          <Answer objection={objection} words={words} />
        </section>
      </>
    ),
  });
}

function About({
  input,
  words: { say, chinese },
}: {
  readonly input: ObjectionFormInput | ObjectionReceiptInput;
  readonly words: Words;
}) {
  return (
    <p>
      {say('public.objection.about')}
      {say('public.colon')}
      <a href={noticePathOf(input)} lang={chinese}>
        {input.title}
      </a>
    </p>
  );
}
