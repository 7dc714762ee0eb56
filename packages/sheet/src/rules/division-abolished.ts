import { finding } from "@taizhang/finding";
import { orgNamesOf } from "./org-cells.ts";
import { isBesideSuccessor, renameIn, seesSuccessors } from "./rename-org.ts";
import type { Rule } from "./rule.ts";

/**
 * U05 单位已撤并: a division that was gone when the plan's year began. Nobody can say without a year, nor of a name that
 * only somewhere else in the country was a division.
 */
export const divisionAbolished: Rule = {
  code: "U05",
  ...seesSuccessors,
  *check(subject) {
    for (const org of orgNamesOf(subject)) {
      const { answer, name, cells, day, reports } = org;
      const [first] = cells;
      if (!first || !day || answer.type !== "division" || answer.ended !== true || !answer.until) continue;
      const how = new Set(answer.evidence.map(({ code }) => code));
      if (how.has("renamed") || !(how.has("within") || reports)) continue;
      const successors = answer.successors.map((one) => one.name);
      const only = successors.length === 1 ? successors[0] : undefined;
      const isBeside = only !== undefined && isBesideSuccessor(subject, org, only);
      const beside = isBeside ? { beside: true as const } : {};
      const facts = { name, until: answer.until, successors, count: cells.length, ...beside };
      yield finding("U05", facts, [first.cell.at], {
        related: cells.slice(1, 200).map(({ cell }) => cell.at),
        fix: only && !isBeside ? renameIn("renameSuccessor", org, only) : undefined,
      });
    }
  },
  examples: [
    {
      title: "2016年的表里还有下关区",
      within: "320100",
      rows: [
        ["2016年城镇新增就业完成情况", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标"],
        ["玄武区", "城镇新增就业", "人", 8000],
        ["下关区", "城镇新增就业", "人", 6000],
      ],
      finds: [{ ref: "A4", fix: ["鼓楼区"] }],
    },
    {
      title: "同一项指标另有鼓楼区的一行：改了名称就成了重复的两行",
      within: "320100",
      rows: [
        ["2016年城镇新增就业完成情况", "", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["鼓楼区", "城镇新增就业", "人", 1000, 500],
        ["下关区", "城镇新增就业", "人", 500, 200],
        ["玄武区", "城镇新增就业", "人", 800, 420],
      ],
      finds: [{ ref: "A4" }],
    },
    {
      title: "白下区并入秦淮区以后",
      within: "320100",
      rows: [
        ["2015年城镇新增就业完成情况", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标"],
        ["玄武区", "城镇新增就业", "人", 8000],
        ["白下区", "城镇新增就业", "人", 6000],
      ],
      finds: [{ ref: "A4", fix: ["秦淮区"] }],
    },
    {
      title: "交叉表里的区",
      within: "320100",
      rows: [
        ["2016年就业完成情况", "", "", "", ""],
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["玄武区", 8000, 7900, 1200, 1100],
        ["下关区", 3000, 2900, 500, 450],
      ],
      merges: ["A2:A3", "B2:C2", "D2:E2"],
      finds: [{ ref: "A5", fix: ["鼓楼区"] }],
    },
    {
      title: "填报单位是已撤并的县级市",
      rows: [
        ["2018年10月指标完成情况", "", "", ""],
        ["填报单位：九台市", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成"],
        ["新建厕所", "座", 10, 6],
      ],
      finds: [{ ref: "A2", fix: ["填报单位：九台区"] }],
    },
    {
      title: "2012年时下关区还在",
      within: "320100",
      rows: [
        ["2012年城镇新增就业完成情况", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标"],
        ["玄武区", "城镇新增就业", "人", 8000],
        ["下关区", "城镇新增就业", "人", 6000],
      ],
      finds: [],
    },
    {
      title: "没有写年份",
      within: "320100",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标"],
        ["玄武区", "城镇新增就业", "人", 8000],
        ["下关区", "城镇新增就业", "人", 6000],
      ],
      finds: [],
    },
    {
      title: "现有的区",
      within: "320100",
      rows: [
        ["2016年城镇新增就业完成情况", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标"],
        ["玄武区", "城镇新增就业", "人", 8000],
        ["鼓楼区", "城镇新增就业", "人", 6000],
      ],
      finds: [],
    },
  ],
};
