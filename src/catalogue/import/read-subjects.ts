import { splitOutsideBrackets } from './split-outside-brackets.ts';

const IS_BODY =
  /(?:部门|单位|机构|政府|机关|局|委|办|办公室|会|中心|站|所|院|校|村|社区|县级|乡级|镇)$/u;

/**
 * The disclosing bodies of a cell 公开主体, in order. 和 parts two bodies only where each side is one:
 * 资金主管部门和协作资金主管部门 are two, 人力资源和社会保障局 is one.
 */
export function readSubjects(cell: string): string[] {
  return splitOutsideBrackets(cell, '、；;，,\n').filter(Boolean).flatMap(bodiesJoinedBy和);
}

function bodiesJoinedBy和(text: string): string[] {
  const [first = '', ...rest] = splitOutsideBrackets(text, '和');
  const bodies = [first];
  for (const piece of rest) {
    const before = bodies.at(-1) ?? '';
    if (IS_BODY.test(before) && IS_BODY.test(piece)) bodies.push(piece);
    else bodies[bodies.length - 1] = `${before}和${piece}`;
  }
  return bodies;
}
