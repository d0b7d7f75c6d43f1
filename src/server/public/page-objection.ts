import { todayIn } from '../../calendar/index.ts';
import { type Objection, type ObjectionStep, shownObjection } from '../../notice/index.ts';
import type { PageAnswer, PageObjection } from '../../public-pages/index.ts';

/** An objection as whoever sent it reads it: every word of theirs, every answer. */
export function ownObjection({ text, receivedAt, steps }: Objection): PageObjection {
  const answers = steps.filter((step) => step.kind === 'answer').map(pageAnswer);
  return { text, receivedOn: dayOf(receivedAt), answers };
}

/** An objection as everybody reads it; undefined where it is kept private. */
export function openObjection(objection: Objection): PageObjection | undefined {
  const shown = shownObjection(objection);
  if (!shown) return undefined;
  const { text } = shown;
  return {
    ...(text === undefined ? {} : { text }),
    receivedOn: dayOf(objection.receivedAt),
    answers: shown.answers.map(pageAnswer),
  };
}

function pageAnswer({ text, by, ledTo }: Extract<ObjectionStep, { kind: 'answer' }>): PageAnswer {
  const ending = ledTo === undefined ? {} : { ledTo };
  return { text, by: by.name, on: dayOf(by.at), ...ending };
}

/** The day in Shanghai; a device's clock may say what is no instant, which is shown as it is. */
function dayOf(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : todayIn(date);
}
