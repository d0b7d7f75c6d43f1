import { createWords, LANGUAGES } from '../locales/index.ts';
import { describeFault } from './faults.ts';
import { CannotStart } from './store-opening.ts';

type Sentence =
  | 'server.setup.done'
  | 'server.verify.whole'
  | 'server.verify.fault'
  | 'server.backup.done'
  | 'server.restore.done'
  | 'server.restore.kept';

/** Says a sentence on the screen, Chinese first, then English. */
export function say(sentence: Sentence, facts: Readonly<Record<string, string | number>>): void {
  for (const language of LANGUAGES) {
    process.stdout.write(`${createWords(language).t(sentence, facts)}\n`);
  }
}

/** Runs a command; a fault that a person can mend is told in words and ends it with 1. */
export function runTool(tool: () => Promise<void>): void {
  tool().catch((error: unknown) => {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(describeFault(error.fault));
    process.exitCode = 1;
  });
}
