/** The help pages in their order, each named as its address is. */
export const HELP_TOPICS = [
  'draft',
  'import',
  'review',
  'print',
  'post',
  'offline',
  'backup',
  'objections',
  'supervision',
  'install',
] as const;

export type HelpTopic = (typeof HELP_TOPICS)[number];

export function readHelpTopic(text: string | undefined): HelpTopic | undefined {
  return HELP_TOPICS.find((topic) => topic === text);
}
