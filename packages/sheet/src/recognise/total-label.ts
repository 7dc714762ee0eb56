/** 合计, 总计 and their like at the head of a label (合计字样). */
const totalWord = /^(?:合计|总计|共计|总合计|累计合计|总和|合计数|全部合计|总分|总得分|总体得分)/;
/** The whole place as its own total: 全市, 全县合计. */
const wholePlace = /^(?:全市|全区|全县|全省|全州|全旗|全国|全镇|全盟)(?:合计|总计|汇总)?(?:\(.{1,12}\))?$/;
/** 总计（不含开发区） is no total of the table, and an average is none of anything. */
const partialTotal = /(?:不含|不包括|不包含|不计|未含|剔除|扣除|除.{1,12}(?:以?外))/;
const subtotalWord = /小计|分计|^(?:\d{1,2}个?)?[^0-9]{1,12}合计(?:数|\(.{1,10}\))?$/;

/** What a label says that a row or a block of columns is, if it says it (标签所示的合计). @example totalKind("全市") // "total" */
export function totalKind(label: string): "total" | "subtotal" | undefined {
  if (totalWord.test(label) || wholePlace.test(label)) return partialTotal.test(label) ? "subtotal" : "total";
  return subtotalWord.test(label) ? "subtotal" : undefined;
}
