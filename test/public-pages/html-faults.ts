import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The HTML Standard's rules, but for the end tags and spellings that it leaves free and we use. */
const FREE = {
  'no-implicit-close': 'off',
  'doctype-style': 'off',
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'no-raw-characters': 'off',
  'no-trailing-whitespace': 'off',
  // a notice's title is as long as it is
  'long-title': 'off',
} as const;

const checker = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: FREE,
  }),
);

/** What is wrong with a page's HTML, a line each with its place and rule; empty where nothing is. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
