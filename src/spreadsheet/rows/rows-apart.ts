/** A row that sums up those above it: its first text says 合计, 一组小计 or the like. */
export function isTotalRow(texts: readonly string[]): boolean {
  const first = texts.find((text) => text.trim() !== '')?.replace(/\s/g, '') ?? '';
  return /^(?:.{0,8}(?:总计|合计|共计|小计)|累计|汇总)(?:[:：（(\d].*)?$|^共[\d一二三四五六七八九十百]+户/.test(
    first,
  );
}

const NOTE =
  /^\s*(?:注|备注|说明|附|(?:填|制|审|负责|经办|公示|监督|举报|联系|日期|单位|电话|盖章|驻村|村支?书)[^:：]{0,8}|.{0,10}签[字名章])\s*[:：]/;
/** Who signs and when, below a list. */
const SIGNATURE = /(?:委员会|政府|党支部|盖章[)）]?)$|^\d{4}年\d{1,2}月\d{1,2}日$/;
const LONG_NAME = /^\p{Script=Han}+(?:·\p{Script=Han}+)+$/u;

/** A remark, who made the list and when: told by its first words, or a text alone in its row. */
export function isNote(texts: readonly string[]): boolean {
  const [first = '', ...others] = texts.filter((text) => text.trim() !== '');
  if (NOTE.test(first)) return true;
  if (others.length > 0) return false;
  const only = first.replace(/\s/g, '');
  return SIGNATURE.test(only) || (only.length > 12 && !LONG_NAME.test(only));
}
