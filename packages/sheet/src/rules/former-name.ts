import { finding } from "@taizhang/finding";
import { orgNamesOf } from "./org-cells.ts";
import { isBesideSuccessor, renameIn, seesSuccessors } from "./rename-org.ts";
import type { Rule } from "./rule.ts";

/** U02 旧称: a department or a place under a name that it no longer had when the plan's year began. One a name and file. */
export const formerName: Rule = {
  code: "U02",
  ...seesSuccessors,
  *check(subject) {
    for (const org of orgNamesOf(subject)) {
      const { answer, name, cells, reports } = org;
      const [first] = cells;
      const how = new Set(answer.evidence.map(({ code }) => code));
      const renamedPlace = answer.type === "division" && how.has("renamed") && (how.has("within") || reports);
      if (!first || answer.ended !== true || !(answer.type === "department" || renamedPlace)) continue;
      const now = answer.successors.map((one) => one.short ?? one.name);
      const only = now.length === 1 ? now[0] : undefined;
      const isBeside = only !== undefined && isBesideSuccessor(subject, org, only);
      const facts = { name, now, count: cells.length, ...(isBeside ? { beside: true as const } : {}) };
      yield finding("U02", facts, [first.cell.at], {
        related: cells.slice(1, 200).map(({ cell }) => cell.at),
        fix: only && !isBeside ? renameIn("renameSuccessor", org, only) : undefined,
      });
    }
  },
  examples: [
    {
      title: "2016年的表里还写区计生委",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["免费孕检", "人", 1300, 1255, "区计生委"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E3", fix: ["区卫计局"] }],
    },
    {
      title: "两个旧称的同一项指标都由一个单位承接：改了名称就成了重复的两行",
      rows: [
        ["2016年指标完成情况表", "", "", "", ""],
        ["责任单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["区计生委", "免费体检", "人", 1300, 1255],
        ["区卫生局", "免费体检", "人", 500, 400],
        ["区残联", "免费体检", "人", 220, 180],
      ],
      finds: [{ ref: "A3" }, { ref: "A4" }],
    },
    {
      title: "一个旧称出现两次，只提一次",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["免费孕检", "人", 1300, 1255, "区计生委"],
        ["优生优育培训", "人", 220, 180, "区民政局、区计生委"],
      ],
      finds: [{ ref: "E3", fix: ["区卫计局", "区民政局、区卫计局"] }],
    },
    {
      title: "2020年的表里写区卫计局",
      rows: [
        ["2020年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["免费孕检", "人", 1300, 1255, "区卫计局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E3", fix: ["区卫健局"] }],
    },
    {
      title: "填报单位用旧称",
      rows: [
        ["2016年10月重点任务月报表", "", "", ""],
        ["填报单位", "区计生委", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["免费孕检", "人", 1300, 1255],
        ["优生优育培训", "人", 220, 180],
      ],
      finds: [{ ref: "B2", fix: ["区卫计局"] }],
    },
    {
      title: "在当年是现名",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["免费孕检", "人", 1300, 1255, "区卫计局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "2012年的表里写区计生委",
      rows: [
        ["2012年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["免费孕检", "人", 1300, 1255, "区计生委"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "名称没有变过",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区民政局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
  ],
};
