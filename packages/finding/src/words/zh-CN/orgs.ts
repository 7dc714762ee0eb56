import type { OrgFacts } from "../../facts/orgs.ts";
import type { WordsOf } from "../../sentences.ts";
import { dayText } from "./calendar.ts";

const cells = (count: number): string => (count > 1 ? `（共${count}处）` : "");

export const orgsZhCN: WordsOf<OrgFacts> = {
  U01: ({ name, candidates, count, local }, ref) => {
    const found = `${ref}“${name}”${cells(count)}`;
    if (local) return `${found}像是单位名称，但不在部门名录里；如确为本地机构，请确认名称无误。`;
    return candidates.length > 0
      ? `${found}没有识别出是哪个单位，相近的有${candidates.map((one) => `“${one}”`).join("、")}；请核对后改为规范名称。`
      : `${found}没有识别出是哪个单位；请写规范的单位名称，一格里有几个单位的用顿号隔开。`;
  },
  U02: ({ name, now, count, reported }, ref) =>
    reported
      ? `${ref}“${name}”${cells(count)}的任务，由承接单位${now.map((one) => `“${one}”`).join("、")}报来，已计入；请核对，并把台账改为现在的单位。`
      : `${ref}“${name}”${cells(count)}是旧称，${now.length > 0 ? `现为${now.map((one) => `“${one}”`).join("、")}；请改为现名` : "该机构已不再设置；请改为现在承担这项工作的单位"}。`,
  U03: (facts, ref) =>
    facts.kind === "none"
      ? `“${facts.task}”没有写牵头单位${ref ? `（${ref}）` : ""}，任务无法落实到单位；请补上一个牵头单位。`
      : `${ref && `${ref}的`}牵头单位写了${facts.names.length}个（${facts.names.join("、")}），数字只取第一个单位报送的；请核对：确由几个单位共同牵头的，写明由哪个单位报送数据，不是的明确一个牵头单位，其余列为责任单位或配合单位。`,
  U04: ({ name, members, count }, ref) =>
    `${ref}“${name}”${cells(count)}是一类单位的统称，完成情况应逐个单位填报；请${members > 0 ? `展开为${members}个具体单位` : "列出具体单位"}，或确认按整体填报。`,
  U05: ({ name, until, successors, count, together }, ref) =>
    `${ref}“${name}”${cells(count)}自${dayText(until)}起已撤并${successors.length > 0 ? `，现为${successors.map((one) => `“${one}”`).join("、")}；${together ? "表中另有这个单位或并入它的其他单位的行，只改名称会重复，请核实后把各行数字相加，合为一行" : "请改为现在的单位"}` : "；请核对现由哪个单位承担"}。`,
};
