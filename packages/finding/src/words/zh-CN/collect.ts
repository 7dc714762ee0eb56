import type { CollectFacts } from "../../facts/collect.ts";
import type { WordsOf } from "../../sentences.ts";
import { periodText } from "./calendar.ts";

const evidenceOf = {
  task: "任务名称",
  indicator: "指标名称",
  unit: "计量单位",
  target: "年度目标",
  seq: "序号",
} as const;

export const collectZhCN: WordsOf<CollectFacts> = {
  C01: ({ id, task, evidence }, ref) =>
    `${ref}“${task}”这一行的台账编号缺失或已改动，按${evidence.map((one) => evidenceOf[one]).join("、")}对应到${id}；请核对是否对应，并填回编号${id}。`,
  C02: ({ org, other, rows, used }) =>
    used !== undefined
      ? `${org}报了两份表，与${other}有${rows}行填报内容不同，已按报出日期较晚的${used}计入；请确认以这一份为准。`
      : rows === 0
        ? `${org}报了两份内容相同的表，另一份是${other}，只计一次；如无用处，请留一份。`
        : `${org}报了两份表，与${other}有${rows}行填报内容不同，这些行没有计入；请核实以哪一份为准，只报一份。`,
  C03: ({ task, sentTo, among, count }, ref) =>
    among !== undefined
      ? `${ref}“${task}”在台账里有${among}行，看不出填报的是哪一行，没有计入；请填上台账编号，或写明目标、工作板块。`
      : sentTo !== undefined
        ? `${ref}“${task}”是下发给${sentTo}的任务，由${sentTo}填报，这里的数没有计入；请删去这一行，或与${sentTo}核对由谁填报。`
        : count !== undefined
          ? `${ref}“${task}”${count > 1 ? `等${count}行` : ""}不在台账里，没有另作任务计数；请核对名称和编号，如是新增任务，请先报经批准列入台账，否则请删去。`
          : `${ref}“${task}”不在下发的任务里，没有计入；如是新增任务，请先报经批准列入台账，否则请删去。`,
  C04: ({ id, task }) => `下发的任务${id}“${task}”在报表里找不到，应逐项填报；请补回这一行。`,
  C05: ({ count }) => `报表的行序有改动，${count}行不在下发时的位置，已按编号对应；请核对各行内容没有错位。`,
  C06: (facts) => {
    if (facts.kind === "period")
      return `这张表的报告期是${periodText(facts.found)}，本次应为${periodText(facts.expected)}，没有计入；请核对是否交错了表，另交本期的报表。`;
    if (facts.kind === "earlier")
      return `这张表的报告期是${periodText(facts.found)}，同一文件里另有${periodText(facts.expected)}的表，本次只计入后者；以前各期的表可以保留，数字有更正的请另行报送。`;
    if (facts.kind === "later")
      return `这张表是${periodText(facts.found)}的空表，不算填报；本次收的是${periodText(facts.expected)}的报表，空表可以保留。`;
    if (facts.kind === "org")
      return `这张表写的填报单位是“${facts.found}”，表内任务下发给“${facts.expected}”，没有计入；请核对是哪个单位的报表。`;
    if (facts.kind === "stranger")
      return `这张表写的填报单位“${facts.found}”不在台账里，表内任务下发给“${facts.expected}”，已按“${facts.expected}”的报表计入；请核对是不是这个单位的报表，并改正填报单位。`;
    if (facts.kind === "ledger")
      return "这张表只有任务和目标，没有填报的栏目，应是台账，不是报表，没有计入；如要填报，请用下发的月报表。";
    if (facts.kind === "merged")
      return "这张表是以前收件时写出的合并表，不是报表，没有计入；如无用处，请移出报表所在的文件夹。";
    return `这张表的${facts.rows}行都不在下发的台账里，没有计入；请核对是否交错了表。`;
  },
  C07: ({ header, found, expected, id }, ref) =>
    `${ref}的“${header}”${found === "" ? "现在是空的" : `现为“${found}”`}，下发时（编号${id}）是“${expected}”，这一栏由下发单位填写；请改回，有出入的请在备注里说明。`,
  C08: ({ id, first }, ref) => `${ref}与${first}都是${id}，应只有一行，已按${first}计入；请核对后只留一行。`,
  C09: ({ task, figure, counts, used }, ref) =>
    `${ref}共同任务“${task}”报的是${figure}，数据报送单位${counts}报的是${used}，已按${counts}的计入；请与${counts}核对一致。`,
};
