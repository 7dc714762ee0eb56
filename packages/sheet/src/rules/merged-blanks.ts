import { finding } from "@taizhang/finding";
import { type Edit, type Range, rangeRef, valueAt } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { Column } from "../table.ts";
import { eachTable, type Rule } from "./rule.ts";
import { nothing } from "./seen.ts";

/** Columns whose merged text means "same as above" for each row. A merged number belongs to the rows together. */
const sameAsAbove: ReadonlySet<Field> = new Set([
  "program",
  "task",
  "kind",
  "indicator",
  "unit",
  "lead",
  "support",
  "reporter",
  "division",
  "deadline",
  "start",
]);

/** S03 合并单元格致空: one hint a table with all its merges down the rows. */
export const mergedBlanks: Rule = {
  code: "S03",
  sees: nothing,
  check: eachTable(function* ({ table, at }) {
    const { grid, headerRows, range } = table;
    if (grid.merges.every(({ bottom }) => bottom <= headerRows[1])) return;
    const columns = new Map(
      table.columns.filter(({ field }) => sameAsAbove.has(field)).map((column) => [column.index, column]),
    );
    const dataRows = new Set(table.rows.filter(({ kind }) => kind === "data").map(({ row }) => row));
    const found: { merge: Range; column: Column }[] = [];
    for (const merge of grid.merges) {
      const column = columns.get(merge.left);
      if (!column || merge.left !== merge.right || merge.top === merge.bottom || merge.bottom > range.bottom)
        continue;
      if (dataRows.has(merge.top) && dataRows.has(merge.bottom)) found.push({ merge, column });
    }
    const [first] = found;
    if (!first) return;
    const places = found.map(({ merge }) => ({ ...at(merge.top, merge.left), ref: rangeRef(merge) }));
    const edits = found.map(
      ({ merge }, index): Edit => ({
        kind: "unmergeFill",
        at: places[index] ?? at(merge.top, merge.left),
        before: { value: valueAt(grid, merge.top, merge.left) },
      }),
    );
    const headers = [...new Set(found.map(({ column }) => column.path.join("")))];
    yield finding("S03", { count: found.length, headers }, places.slice(0, 1), {
      related: places.slice(1),
      fix: { id: "fillMerged", edits },
    });
  }),
  examples: [
    {
      title: "任务名称合并了三行",
      rows: [
        ["任务名称", "指标名称", "计量单位", "年度目标", "责任单位"],
        ["促进就业", "城镇新增就业", "人", 1300, "区人社局"],
        ["", "失业人员再就业", "人", 400, "区人社局"],
        ["", "职业培训", "人次", 300, "区人社局"],
      ],
      merges: ["A2:A4"],
      finds: [{ ref: "A2:A4" }],
    },
    {
      title: "单位列也合并了，只提一次",
      rows: [
        ["任务名称", "指标名称", "计量单位", "年度目标", "责任单位"],
        ["促进就业", "城镇新增就业", "人", 1300, "区人社局"],
        ["", "失业人员再就业", "人", 400, ""],
        ["助残", "残疾人就业", "人", 220, "区残联"],
      ],
      merges: ["A2:A3", "E2:E3"],
      finds: [{ ref: "A2:A3" }],
    },
    {
      title: "工作板块合并",
      rows: [
        ["工作板块", "任务名称", "计量单位", "年度目标", "责任单位"],
        ["创业就业", "城镇新增就业", "人", 1300, "区人社局"],
        ["", "失业人员再就业", "人", 400, "区人社局"],
        ["社会救助", "慈善救助", "万元", 300, "区民政局"],
      ],
      merges: ["A2:A3"],
      finds: [{ ref: "A2:A3" }],
    },
    {
      title: "表头合并不算",
      rows: [
        ["任务名称", "年度目标", "", "责任单位"],
        ["", "数量（人）", "上半年（人）", ""],
        ["城镇新增就业", 1300, 650, "区人社局"],
        ["失业人员再就业", 400, 200, "区人社局"],
      ],
      merges: ["A1:A2", "B1:C1", "D1:D2"],
      finds: [],
    },
    {
      title: "横向合并的板块标题不算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["一、创业就业", "", "", ""],
        ["城镇新增就业", "人", 1300, "区人社局"],
        ["失业人员再就业", "人", 400, "区人社局"],
      ],
      merges: ["A2:D2"],
      finds: [],
    },
    {
      title: "没有合并",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1300, "区人社局"],
        ["失业人员再就业", "人", 400, "区人社局"],
      ],
      finds: [],
    },
  ],
};
