const NUMBERED = /^第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:村民小组|村民组|小组|组|社|队|屯)$/;
const NAMED = /^[\p{Script=Han}\d]{1,8}(?:村民小组|村民组|小组|组|屯|生产队|自然村)$/u;

/** Whether a text is the name of a villager group: 1组, 第二村民小组, 东屯组. */
export function isGroupName(text: string): boolean {
  const bare = text.normalize('NFKC').replace(/\s/g, '');
  return NUMBERED.test(bare) || NAMED.test(bare);
}

/** The group that a line over its households names, `一组：` or `二组（12户）`; undefined for other lines. */
export function groupInLine(text: string): string | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[:：]?(?:\(?共?\d+户.*)?$/, '')
    .replace(/^(?:村民)?小组(?:名称)?[:：]/, '');
  return isGroupName(bare) ? bare : undefined;
}
