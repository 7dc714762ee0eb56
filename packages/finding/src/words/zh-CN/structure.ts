import type { StructureFacts } from "../../facts/structure.ts";
import type { WordsOf } from "../../sentences.ts";
import { periodText } from "./calendar.ts";

const rowsText = (rows: string): string => rows.replaceAll("–", "—");

export const structureZhCN: WordsOf<StructureFacts> = {
  S01: ({ missing, candidate }) =>
    ({
      name: `表中没有找到任务名称或指标名称列，无法确定各行是哪项任务；${candidate ? `如“${candidate}”列就是，请指定该列，否则请补上这一列` : "请补上这一列"}。`,
      target: "表中没有找到目标列，无法计算指标完成率；请补上年度目标，或在检查时一并给出下发的台账。",
      actual: `表中没有找到完成数列，“${candidate}”列有数字，但无法确定是什么数，没有计入；如是完成数，请把列名改为“本年累计完成”或“期末余额”。`,
      org: "表中没有单位列，表头和表名里也没有填报单位，无法确定数字由哪个单位填报；请在表头写明“填报单位：”，或补上单位列。",
    })[missing],
  S02: ({ header, columns, other }) =>
    other !== undefined
      ? `${columns.join("、")}列“${header}”和“${other}”说的像是同一个数，填的却不一样，只按${columns[0]}列计入；请改写列名加以区分，或只留一列。`
      : `${columns.join("、")}列的列名都是“${header}”，同一含义应只有一列；请改写列名加以区分，或只留一列。`,
  S03: ({ count, headers }) =>
    `${headers.map((header) => `“${header}”`).join("、")}列有${count}处合并单元格，筛选、排序时下面各行会成为空白；如要筛选、排序，请取消合并并逐行填写。`,
  S04: ({ label, rows, counted, number, heldBy, isRemark }) => {
    if (heldBy !== undefined)
      return `表中写明“${label}”的数含在${heldBy}内，没有另行相加；请核对，是单列的请改正说明。`;
    if (isRemark)
      return `“${label}”没有说清开发区的数是否都含在区里，或与表中的数不符，照常相加；请写明“数据含在”哪个区，或写明“单列”。`;
    if (number)
      return `“${label}”是小计行，但编了序号${number}，与明细排在一起，按行汇总会重复计算；请去掉序号，或把它移到明细之外。`;
    if (!rows) return `“${label}”疑似小计行，与明细排在一起；请核对，是小计的请在名称里写明“小计”。`;
    return counted
      ? `“${label}”这一行正好是第${rowsText(rows)}行各数之和，与明细排在一起，汇总时会重复计算；请核对，是小计的请在名称里写明“小计”。`
      : `“${label}”这一行正好是第${rowsText(rows)}行各数之和，已按合计行处理，不再计入汇总；请核对，是合计的请在名称里写明“合计”。`;
  },
  S05: ({ rows, columns }) =>
    `数据中间有${[rows.length > 0 ? `空行（第${rows.join("、")}行）` : "", columns.length > 0 ? `空列（${columns.join("、")}列）` : ""].filter(Boolean).join("和")}，筛选和求和容易到此中断；如无用处，请删去。`,
  S06: ({ missing, repeated, section }) =>
    `${section ? `“${section}”的` : ""}序号${[missing.length > 0 ? `缺${missing.join("、")}` : "", repeated.length > 0 ? `${repeated.join("、")}重复` : ""].filter(Boolean).join("，")}，应逐行连续；请核对是否漏行或重行，如无漏重可重排序号。`,
  S07: ({ name, org, first }, ref) =>
    `${ref}“${name}”${org ? `（${org}）` : ""}与${first}是同一单位、同一指标、同一期，应只列一次；请核对后保留一行，或写明二者的区别。`,
  S08: ({ text }, ref) => `${ref}“${text}”里有脱敏占位符，无法辨认原文；请补全原文，或确认可以这样使用。`,
  S09: (facts, ref) =>
    facts.kind === "period"
      ? facts.isFile
        ? `这张表的报告期是${periodText(facts.found)}，文件名写的却是${periodText(facts.expected)}；汇总时按表内的报告期计，请核对是否用错了表，或改正其中一处。`
        : `这张表的报告期是${periodText(facts.found)}，本次应为${periodText(facts.expected)}；请核对是否用错了表，或改正报告期。`
      : facts.kind === "reporter"
        ? `${ref}的填报单位是“${facts.found}”，表名或文件名写的却是“${facts.expected}”；汇总时按填报单位计，请核对是否用错了表，或改正填报单位。`
        : facts.kind === "hidden"
          ? `${ref}这一行写的是“${facts.found}”，隐藏的行标识却是“${facts.expected}”的，多半是排序或复制时漏了隐藏列；请核对这一行各栏没有错位，填到下发的原表里再报。`
          : `编号${facts.id}在下发台账里是“${facts.expected}”，这一行写的是“${facts.found}”；请核对编号是否错行。`,
};
