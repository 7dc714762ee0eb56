import { finding } from "@taizhang/finding";
import { isBlank } from "@taizhang/grid";
import { placesOf, subtract, sum } from "@taizhang/quantity";
import type { Column } from "../table.ts";
import { amountOfCell, near, tolerance } from "./amounts.ts";
import { cellInColumn } from "./column-cells.ts";
import { eachTable, type Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";

/** X02 资金来源≠总额: the columns under one heading 资金来源 against their own 合计, or the total investment beside them. */
export const fundingSum: Rule = {
  code: "X02",
  check: eachTable(function* (view) {
    const group = sourcesOf(view);
    if (!group) return;
    for (const entry of view.entries) {
      const cell = cellInColumn(entry, group.total);
      if (!cell || cell.carried) continue;
      const whole = amountOfCell(cell, entry);
      const parts = group.sources
        .map((column) => cellInColumn(entry, column))
        .filter((one) => one !== undefined);
      const amounts = parts.map((part) => amountOfCell(part, entry));
      if (
        whole.status !== "reported" ||
        whole.amount === undefined ||
        parts.every(({ value }) => isBlank(value))
      )
        continue;
      if (amounts.some(({ status }) => status === "unusable" || status === "pending")) continue;
      const reported = amounts.filter(({ status }) => status === "reported");
      if (reported.some(({ unit, power }) => unit !== whole.unit || power !== whole.power)) continue;
      const added = sum(reported.flatMap(({ amount }) => amount ?? []));
      const places = Math.max(
        placesOf(whole.amount),
        ...reported.map(({ amount, places }) => Math.max(places, amount ? placesOf(amount) : 0)),
      );
      if (near(whole.amount, added, tolerance(places, reported.length + 1))) continue;
      yield finding(
        "X02",
        {
          total: whole.amount,
          sum: added,
          difference: subtract(whole.amount, added),
          parts: reported.length,
        },
        [cell.at],
        { related: parts.map(({ at }) => at) },
      );
    }
  }),
  examples: [
    {
      title: "各项来源加起来少于总投资",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, 1000, 1500, 300, "完成主体"],
        ["东岭路改造", 800, 300, 500, 0, "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [{ ref: "B3" }],
    },
    {
      title: "来源多于总额",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, 1000, 1500, 500, "完成主体"],
        ["东岭路改造", 800, 400, 500, "", "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [{ ref: "B4" }],
    },
    {
      title: "两行都不符",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "年度目标"],
        ["", "", "上级补助", "区财政", ""],
        ["南湖小学扩建", 3000, 1000, 1500, "完成主体"],
        ["东岭路改造", 800, 400, 500, "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
      finds: [{ ref: "B3" }, { ref: "B4" }],
    },
    {
      title: "来源正好等于总额",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, 1000, 1500, 500, "完成主体"],
        ["东岭路改造", 800, 300, 500, "", "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [],
    },
    {
      title: "来源还没有落实",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, "", "", "", "完成主体"],
        ["东岭路改造", 800, 300, 500, 0, "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [],
    },
    {
      title: "只列了其中一部分来源",
      rows: [
        ["项目名称", "总投资（万元）", "其中：财政资金（万元）", "年度计划投资（万元）", "年度目标"],
        ["南湖小学扩建", 3000, 1000, 1200, "完成主体"],
        ["东岭路改造", 800, 300, 800, "竣工通车"],
      ],
      finds: [],
    },
  ],
};

const isTotal = (column: Column): boolean =>
  /^(?:合计|小计|总额|总计|资金合计|资金总额|总投资)/.test(column.path.at(-1) ?? "");

/** The columns of sources under one heading, and the column that must equal them. */
function sourcesOf(view: TableView): { total: Column; sources: readonly Column[] } | undefined {
  const groups = new Map<string, Column[]>();
  for (const column of view.columnsOf("funding")) {
    const above = column.path.slice(0, -1).join("·");
    if (!/资金来源|资金构成|资金筹措|投资来源|投资构成|来源构成/.test(above)) continue;
    groups.set(above, [...(groups.get(above) ?? []), column]);
  }
  for (const columns of groups.values()) {
    const own = columns.find(isTotal);
    const sources = columns.filter((column) => column !== own && !/其中/.test(column.path.join("")));
    const total = own ?? view.columnsOf("investmentTotal")[0];
    if (total && sources.length > 1) return { total, sources };
  }
  return undefined;
}
