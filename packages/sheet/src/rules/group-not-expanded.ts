import { finding } from "@taizhang/finding";
import type { Field } from "../field.ts";
import { orgNamesOf, orgsIn } from "./org-cells.ts";
import { renameIn } from "./rename-org.ts";
import type { Rule } from "./rule.ts";

/** Whose figures are reported; 配合单位：各街乡 is how everybody writes and reports nothing. */
const reports: ReadonlySet<Field> = new Set(["lead", "reporter", "division"]);
const mostMembers = 40;

/** U04 集合未展开: 各街乡 where each has to report by itself. One a name and file. */
export const groupNotExpanded: Rule = {
  code: "U04",
  sees: orgsIn,
  *check(subject) {
    for (const org of orgNamesOf(subject)) {
      if (org.answer.type !== "group") continue;
      const cells = org.cells.filter(({ cell }) => reports.has(cell.column.field));
      const [first] = cells;
      if (!first) continue;
      const members = org.answer.members ?? [];
      const single = cells.some(({ cell }) => cell.column.path.join("").includes("牵头"));
      const names = members.map(({ short, name }) => short ?? name).join("、");
      yield finding(
        "U04",
        { name: org.name, members: members.length, count: cells.length },
        [first.cell.at],
        {
          related: cells.slice(1, 200).map(({ cell }) => cell.at),
          fix:
            members.length > 1 &&
            members.length <= mostMembers &&
            !single &&
            !cells.some(({ cell }) => cell.column.field === "division")
              ? renameIn("expandGroup", { ...org, cells }, names)
              : undefined,
        },
      );
    }
  },
  examples: [
    {
      title: "责任单位写各街乡",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["改造户厕", "户", 1300, 1255, "各街乡"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "出现两次只提一次",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["改造户厕", "户", 1300, 1255, "各乡镇人民政府"],
        ["修建村道", "公里", 220, 180, "区交通局、各乡镇人民政府"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "相关部门",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["改造户厕", "户", 1300, 1255, "区直各部门"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "配合单位可以用统称",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位", "配合单位"],
        ["改造户厕", "户", 1300, 1255, "区农业局", "各街乡"],
        ["残疾人就业", "人", 220, 180, "区残联", "各街乡"],
      ],
      finds: [],
    },
    {
      title: "写明了具体单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["改造户厕", "户", 1300, 1255, "区农业局、区卫计局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "任务名称里的“各街乡”",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["指导各街乡改造户厕", "户", 1300, 1255, "区农业局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
  ],
};
