import { Licence } from './licence.tsx';
import type { NoticePageInput } from './page-input.ts';
import { DOWNLOADS, type Download, downloadPathOf } from './page-paths.ts';
import { latestRevision } from './verdict.ts';
import type { Words } from './words.ts';

/** What each is called; a word's own name holds no dot. */
const NAMES = {
  'tables.xlsx': 'tables-xlsx',
  'tables.csv': 'tables-csv',
  'revision.json': 'revision-json',
} as const satisfies Record<Download, string>;

/** The latest revision as files, and under which terms they may be used. */
export function Downloads({
  input,
  words: { say },
}: {
  readonly input: NoticePageInput;
  readonly words: Words;
}) {
  const hasTables = input.document.blocks.some((block) => block.kind === 'table');
  const { revision } = latestRevision(input.revisions);
  const offered = hasTables ? DOWNLOADS : (['revision.json'] as const);
  return (
    <section>
      <h2>{say('public.download.title')}</h2>
      <ul>
        {offered.map((download) => (
          <li key={download}>
            <a href={downloadPathOf(input, revision, download)}>
              {say(`public.download.${NAMES[download]}`)}
            </a>
          </li>
        ))}
      </ul>
      {input.licence && <Licence licence={input.licence} say={say} />}
    </section>
  );
}
