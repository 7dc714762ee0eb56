import { finding } from "@taizhang/finding";
import { columnName, isBlank, rangeRef, valueAt } from "@taizhang/grid";
import { amountFields, type Field } from "../field.ts";
import { eachTable, type Rule } from "./rule.ts";

const counted: ReadonlySet<Field> = new Set([...amountFields, "completion"]);

/** F04 隐藏的内容已计入: one hint a table with its hidden data rows and hidden columns of numbers, or for a hidden sheet. Ids are hidden on purpose. */
export const hiddenCounted: Rule = {
  code: "F04",
  sees: ({ view }) => (view.table.grid.hiddenColumns.size === 0 ? "" : undefined),
  check: eachTable(function* (view) {
    const { grid, rows, columns, range } = view.table;
    if (grid.visibility !== "visible")
      yield finding("F04", { rows: "", columns: "", sheet: true }, [
        { ...view.at(0, 0), ref: rangeRef(range) },
      ]);
    if (grid.hiddenRows.size === 0 && grid.hiddenColumns.size === 0) return;
    const hiddenRows = rows
      .filter(({ row, kind }) => kind === "data" && grid.hiddenRows.has(row))
      .map(({ row }) => row);
    const hiddenColumns = columns
      .filter(({ index, field }) => grid.hiddenColumns.has(index) && counted.has(field))
      .filter(({ index }) =>
        rows.some(({ row, kind }) => kind === "data" && !isBlank(valueAt(grid, row, index))),
      )
      .map(({ index }) => index);
    const [row] = hiddenRows;
    const [column] = hiddenColumns;
    if (row === undefined && column === undefined) return;
    const ref =
      row !== undefined
        ? rangeRef({ top: row, bottom: row, left: range.left, right: range.right })
        : rangeRef({ top: range.top, bottom: range.bottom, left: column ?? 0, right: column ?? 0 });
    const names = spans(hiddenColumns).map(([from, to]) =>
      from === to ? columnName(from) : `${columnName(from)}–${columnName(to)}`,
    );
    const numbers = spans(hiddenRows).map(([from, to]) =>
      from === to ? `${from + 1}` : `${from + 1}–${to + 1}`,
    );
    yield finding("F04", { rows: numbers.join("、"), columns: names.join("、") }, [
      { ...view.at(0, 0), ref },
    ]);
  }),
  examples: [
    {
      title: "隐藏了一行数据",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
        ["新建公厕", "座", 5, 4, "区城管局"],
      ],
      hiddenRows: [3],
      finds: [{ ref: "A3:E3" }],
    },
    {
      title: "隐藏了数字列",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      hiddenColumns: ["C"],
      finds: [{ ref: "C1:C3" }],
    },
    {
      title: "整张工作表是隐藏的",
      hiddenSheet: true,
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [{ ref: "A1:E3" }],
    },
    {
      title: "几行几列一起提",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
        ["新建公厕", "座", 5, 4, "区城管局"],
        ["道路改造", "公里", 5, 4, "区住建局"],
      ],
      hiddenRows: [3, 4],
      hiddenColumns: ["D"],
      finds: [{ ref: "A3:E3" }],
    },
    {
      title: "编号列本来就隐藏",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["NG001", "城镇新增就业", "人", 1000, 900, "区人社局"],
        ["NG002", "残疾人就业", "人", 200, 180, "区残联"],
      ],
      hiddenColumns: ["A"],
      finds: [],
    },
    {
      title: "隐藏的是表外的行",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      hiddenRows: [20],
      finds: [],
    },
    {
      title: "没有隐藏",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 900, "区人社局"],
        ["残疾人就业", "人", 200, 180, "区残联"],
      ],
      finds: [],
    },
  ],
};

/** Neighbouring numbers as spans. */
function spans(list: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const one of list) {
    const last = found.at(-1);
    if (last && one === last[1] + 1) last[1] = one;
    else found.push([one, one]);
  }
  return found;
}
