import type { TeamFacts } from "../../facts/team.ts";
import type { WordsOf } from "../../sentences.ts";

const reasons = {
  syntax: "写法无法识别",
  unknown: "用到了没有的名称或函数",
  refused: "用到了不允许的写法",
  type: "算不出是或否",
  slow: "计算时间过长，已停止",
  columnless: "没有用到任何一列",
} as const;

export const teamZhCN: WordsOf<TeamFacts> = {
  R01: ({ rule, says, values }, ref) =>
    `${ref}不符合自编规则${rule}：${says.replace(/[。；;.]+$/u, "")}${
      values.length > 0
        ? `（${values.map(({ header, value }) => `${header}：${value === "" ? "空白" : value}`).join("，")}）`
        : ""
    }；请核对。`,
  R02: (facts, ref) =>
    facts.kind === "column"
      ? `自编规则${facts.rule}（${ref}）用到的列“${facts.detail}”在各表里都没有，没有检查；请核对列名。`
      : `自编规则${facts.rule}（${ref}）${reasons[facts.kind]}：${facts.detail}，没有检查；请改正这条规则。`,
  R03: ({ kind, text, sheet = "台账设置" }, ref) =>
    ({
      code: `台账设置${ref}的编号“${text}”不在问题目录里，这一行没有采用；请核对编号。`,
      severity: `${sheet}${ref}的级别“${text}”无法识别，应为A、B、C、D之一，没有采用；请改正。`,
      onOff: `${sheet}${ref}写的是“${text}”，应为“是”或“否”，按“是”处理；请改正。`,
      always: `台账设置${ref}要停用或改动${text}的级别，这一条必须照常检查，没有采用；请改回。`,
      parameter: `台账设置${ref}的“${text}”无法识别或超出范围，没有采用，仍用默认值；请按填写要求改正。`,
      field: `台账设置${ref}的列含义“${text}”无法识别，没有采用；请从下拉选项中选取。`,
      short: `台账设置${ref}的说明${text === "" ? "是空白的" : `“${text}”太短`}，对应的问题仍未销号；请写明情况。`,
      nameless: `台账设置${ref}没有填写人，${text}属于必须改的问题，放行须署名；请写上填写人。`,
      twice: `工作簿里还有一张“${text}”，只采用第一张，这一张没有采用；请合并成一张。`,
      headerRows: `台账设置${ref}指定的表头行“${text}”用不上：没有这张工作表，或表里没有这些行；请核对工作表名和行号。`,
    })[kind],
};
