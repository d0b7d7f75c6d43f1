import { isVillageSubject } from './catalogue-questions.ts';
import type { CatalogueItem } from './catalogue-schema.ts';

/** A rule by which a village hangs a matter on its board, whatever the catalogue ticks. */
export interface BoardRule {
  /** The paper's title, in its marks: 《…》. */
  readonly paper: string;
  readonly article: string;
  /** The fewest calendar days that it is to hang. */
  readonly days: number;
}

/**
 * Papers that send villages to their board. 国开办发〔2018〕11号, article 4 (2): what towns, villages
 * and project units publish stands on a fixed board for, in principle, at least 10 days.
 */
const RULES: readonly (BoardRule & { readonly citedAs: RegExp })[] = [
  {
    citedAs: /完善扶贫资金项目公告公示制度的指导意见/u,
    paper: '《国务院扶贫办、财政部关于完善扶贫资金项目公告公示制度的指导意见》',
    article: '第四条第（二）项',
    days: 10,
  },
];

/** What the papers that the item cites ask of a village's board; undefined where they ask nothing. */
export function boardRuleOf(item: CatalogueItem): BoardRule | undefined {
  if (!isVillageSubject(item)) return undefined;
  const rule = RULES.find(({ citedAs }) => item.bases.some((basis) => citedAs.test(basis)));
  return rule && { paper: rule.paper, article: rule.article, days: rule.days };
}
