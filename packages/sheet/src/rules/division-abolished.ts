import { resolve } from "@taizhang/admin-units";
import { finding } from "@taizhang/finding";
import { type OrgName, orgNamesOf, orgsIn } from "./org-cells.ts";
import { renameIn } from "./rename-org.ts";
import type { Rule } from "./rule.ts";
import type { Subject } from "./subject.ts";

/**
 * U05 单位已撤并: a division that was gone when the plan's year began. Nobody can say without a year, nor of a name that
 * only somewhere else in the country was a division. Where the successor has rows of its own beside it, the figures are to
 * be added up, and a name written over would make one of them a duplicate.
 */
export const divisionAbolished: Rule = {
  code: "U05",
  sees: orgsIn,
  *check(subject) {
    for (const org of orgNamesOf(subject)) {
      const { answer, name, cells, day, reports } = org;
      const [first] = cells;
      if (!first || !day || answer.type !== "division" || answer.ended !== true || !answer.until) continue;
      const how = new Set(answer.evidence.map(({ code }) => code));
      if (how.has("renamed") || !(how.has("within") || reports)) continue;
      const successors = answer.successors.map((one) => one.name);
      const only = successors.length === 1 ? answer.successors[0] : undefined;
      const together = only?.code !== undefined && isBeside(only.code, org, subject);
      const facts = { name, until: answer.until, successors, count: cells.length };
      yield finding("U05", together ? { ...facts, together } : facts, [first.cell.at], {
        related: cells.slice(1, 200).map(({ cell }) => cell.at),
        fix: only && !together ? renameIn("renameSuccessor", org, only.name) : undefined,
      });
    }
  },
  examples: [
    {
      title: "承接的区已有自己的行",
      within: "320100",
      rows: [
        ["2016年城镇新增就业完成情况", "", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["南京市鼓楼区", "城镇新增就业", "人", 1000, 500],
        ["下关区", "城镇新增就业", "人", 500, 200],
      ],
      finds: [{ ref: "A4" }],
    },
    {
      title: "并为一个区的三个区各有一行",
      within: "320500",
      rows: [
        ["2016年城镇新增就业完成情况", "", "", "", ""],
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["平江区", "城镇新增就业", "人", 1000, 500],
        ["沧浪区", "城镇新增就业", "人", 500, 200],
      ],
      finds: [{ ref: "A3" }, { ref: "A4" }],
    },
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

/** Another name in sheets of the same period means the successor, or what it took in as well. */
function isBeside(code: string, { name, cells, day, within }: OrgName, { tables }: Subject): boolean {
  const own = new Set(cells.map(({ view: { table } }) => `${table.role}\n${table.period?.value}`));
  const others = new Set<string | undefined>();
  for (const { table, data } of tables) {
    if (!own.has(`${table.role}\n${table.period?.value}`)) continue;
    others.add(table.org?.name);
    for (const { division, org, leads } of data) for (const one of [division, org, ...leads]) others.add(one);
  }
  return [...others].some((other) => {
    if (other === undefined || other === name) return false;
    const found = resolve(other, { within, on: day });
    if (found.type !== "division") return false;
    const now = found.ended === true ? found.successors : [found];
    return now.length === 1 && now[0]?.code === code;
  });
}
