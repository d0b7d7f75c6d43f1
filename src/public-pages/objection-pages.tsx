import { OBJECTION_LIMITS } from '../notice/index.ts';
import { Answers } from './notice-record.tsx';
import type { ObjectionFormInput, ObjectionReceiptInput } from './page-input.ts';
import { noticePathOf, objectionPathOf } from './page-paths.ts';
import { renderPage } from './page-shell.tsx';
import { TelephoneList } from './telephone-link.tsx';
import { Banner } from './verdict-banner.tsx';
import { type Words, wordsIn } from './words.ts';

/**
 * The form for an objection, which works without script: it posts `text`, `name`, `telephone`, the
 * number `draft` under which it will be kept, and `website`, which people leave empty and machines
 * fill in, to its own address; `photograph` stands last, so that the words arrive before it. What was
 * typed stands in it again when there is a problem, and the problem stands above it. A second form
 * asks for `receipt`.
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
    ...(input.problem ? {} : { canonicalPath: objectionPathOf(input) }),
    place: input.place,
    contacts: [],
    hasMore: true,
    main: (
      <>
        {input.problem && (
          <Banner tone="caution" label={title} title={say('public.objection.notSent')}>
            <p>{say(`public.objection.problem.${input.problem}`)}</p>
            {input.hadPhotograph && input.takesPhotograph && (
              <p>{say('public.objection.photographAgain')}</p>
            )}
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
        <section>
          <Form input={input} words={words} />
        </section>
        <Lookup input={input} words={words} />
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
  words: { say, language },
}: {
  readonly input: ObjectionFormInput;
  readonly words: Words;
}) {
  const { values, problem, takesPhotograph } = input;
  const isTextWrong = problem === 'text-missing' || problem === 'text-too-long';
  return (
    <form
      method="post"
      action={`${objectionPathOf(input)}?lang=${language}`}
      encType={takesPhotograph ? 'multipart/form-data' : undefined}
    >
      {input.draft && <input type="hidden" name="draft" value={input.draft} />}
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
          maxLength={OBJECTION_LIMITS.name}
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
        maxLength={OBJECTION_LIMITS.telephone}
        autoComplete="tel"
        aria-describedby="telephone-help"
        defaultValue={values?.telephone}
      />
      <p className="trap" aria-hidden="true">
        <label htmlFor="website">{say('public.objection.trap')}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      {takesPhotograph && (
        <>
          <label htmlFor="photograph">{say('public.objection.photograph')}</label>
          <p className="small" id="photograph-help">
            {say('public.objection.photographHelp')}
          </p>
          <input
            id="photograph"
            name="photograph"
            type="file"
            accept="image/*"
            aria-describedby="photograph-help"
            aria-invalid={problem?.startsWith('photograph') || undefined}
          />
        </>
      )}
      <p>
        <button className="button" type="submit">
          {say('public.objection.send')}
        </button>
      </p>
    </form>
  );
}

/** Where somebody who noted their receipt number finds the answer. */
function Lookup({
  input,
  words: { say },
}: {
  readonly input: ObjectionFormInput;
  readonly words: Words;
}) {
  return (
    <section>
      <h2>{say('public.objection.lookup')}</h2>
      <form action={objectionPathOf(input)}>
        <label htmlFor="receipt">{say('public.objection.receipt')}</label>
        <input id="receipt" name="receipt" required maxLength={20} autoComplete="off" />
        <p>
          <button className="button" type="submit">
            {say('public.objection.look')}
          </button>
        </p>
      </form>
    </section>
  );
}

/** The page under a receipt number: that the objection arrived, and its answer once there is one. */
export function renderObjectionReceipt(input: ObjectionReceiptInput): string {
  const words = wordsIn(input.language);
  const { say, day } = words;
  const { objection } = input;
  const title = say(
    objection.answers.length > 0
      ? 'public.objection.answeredTitle'
      : 'public.objection.receiptTitle',
  );
  return renderPage({
    words,
    publicUrl: input.publicUrl,
    demo: input.demo,
    title,
    path: `${objectionPathOf(input)}/${input.receipt.code}`,
    place: input.place,
    contacts: input.contacts,
    hasMore: true,
    main: (
      <>
        <Banner tone="good" label={say('public.objection.receipt')} title={title} isHeading>
          <p className="code">
            {say('public.objection.receipt')} <b>{input.receipt.written}</b>
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
            {input.hasPhotograph && (
              <>
                <dt>{say('public.objection.photographKept')}</dt>
                <dd>{say('public.objection.photographKeptText')}</dd>
              </>
            )}
            {input.answerBy && objection.answers.length === 0 && (
              <>
                <dt>{say('public.objection.answerBy')}</dt>
                <dd>{day(input.answerBy)}</dd>
              </>
            )}
          </dl>
          <h2>{say('public.objection.answer')}</h2>
          {input.isWithTown && <p>{say('public.objection.withTown')}</p>}
          <Answers objection={objection} words={words} />
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
