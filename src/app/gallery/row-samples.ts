import type { NoticeContent } from '../../notice/index.ts';
import type { Draft, SaveState } from '../hooks/use-draft.ts';
import type { VersionStory } from '../hooks/use-version-stories.ts';
import { watched } from '../watched.ts';
import { content, differences } from './draft-samples.ts';
import { summaries } from './samples.ts';

/** A draft that lives on the page alone, and what one was before. */

const by = { person: 'sample', name: '示例经办人', at: '2026-11-20T08:00:00.000Z' };

/** What a page has in hand of a draft; changes go to `hold` and nowhere else. */
export function draftOf(held: NoticeContent, hold: (content: NoticeContent) => void): Draft {
  const [summary] = summaries;
  if (!summary) throw new Error('the samples have no notice');
  const { village, code } = summary;
  const head: Draft['stored']['head'] = {
    village,
    code,
    version: 1,
    content: held,
    conflicts: [],
    stage: 'draft',
    standing: 'unpublished',
    revisions: [],
    remarks: [],
    drafters: [by.person],
    saved: by,
    createdAt: by.at,
  };
  const change: Draft['change'] = (edit) => hold(edit(held));
  const settled = () => Promise.resolve();
  return {
    stored: { village, code, edition: 1, head },
    content: held,
    saveState: watched<SaveState>('saved'),
    change,
    type: change,
    flush: settled,
    step: settled,
  };
}

function story(version: number, part: Partial<VersionStory>): VersionStory {
  return {
    version: {
      version,
      content,
      conflicts: [],
      by,
      device: 'Linux',
      acceptedAt: by.at,
    },
    differences: [],
    open: [],
    settled: [],
    ...part,
  };
}

export const stories: readonly VersionStory[] = [
  story(4, { settled: [{ label: '应到人数', value: '37' }] }),
  story(3, { differences }),
  story(2, {
    open: [
      {
        label: '应到人数',
        values: [
          { name: '示例经办人', value: '36' },
          { name: '示例审核人', value: null },
        ],
      },
    ],
  }),
  story(1, { differences: undefined }),
];
