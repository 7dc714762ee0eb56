import { finding } from "@taizhang/finding";
import { columnName, contains, isBlank, valueAt } from "@taizhang/grid";
import type { SheetReading, Table } from "../table.ts";
import { eachTable, type Rule } from "./rule.ts";
import { blanks } from "./seen.ts";

/** S05 空行或多余列: blank rows between the data, and blank columns that cut the table in two. One a table. */
export const blankRows: Rule = {
  code: "S05",
  sees: (seen) => blanks(seen, namelessColumns(seen.view.table)),
  check: eachTable(function* ({ table, at }, { readings }) {
    const counted = table.rows
      .filter(({ kind }) => kind !== "blank" && kind !== "note")
      .map(({ row }) => row);
    const last = counted.at(-1) ?? -1;
    const first = counted[0] ?? 0;
    const rows = table.rows
      .filter(({ row, kind }) => kind === "blank" && row > first && row < last)
      .map(({ row }) => row);
    const left = table.range.left;
    const columns = cuttingColumns(table, readings);
    const [row] = rows;
    const [column] = columns;
    const place =
      row !== undefined ? at(row, left) : column !== undefined ? at(table.headerRows[1], column) : undefined;
    if (place)
      yield finding("S05", { rows: rows.map((one) => one + 1), columns: columns.map(columnName) }, [place]);
  }),
  examples: [
    {
      title: "数据中间有空行",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1300, "区人社局"],
        ["", "", "", ""],
        ["慈善救助", "万元", 300, "区民政局"],
        ["新建公厕", "座", 5, "区城管局"],
      ],
      finds: [{ ref: "A3" }],
    },
    {
      title: "两处空行只提一次",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1300, "区人社局"],
        ["", "", "", ""],
        ["慈善救助", "万元", 300, "区民政局"],
        ["", "", "", ""],
        ["新建公厕", "座", 5, "区城管局"],
      ],
      finds: [{ ref: "A3" }],
    },
    {
      title: "中间有一列既无列名也无内容",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "", "责任单位"],
        ["城镇新增就业", "人", 1300, "", "区人社局"],
        ["慈善救助", "万元", 300, "", "区民政局"],
      ],
      merges: ["A1:E1"],
      finds: [{ ref: "D2" }],
    },
    {
      title: "表尾的空行不算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1300, "区人社局"],
        ["慈善救助", "万元", 300, "区民政局"],
        ["", "", "", ""],
        ["注：数据截至10月底。", "", "", ""],
      ],
      finds: [],
    },
    {
      title: "没有空行空列",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1300, "区人社局"],
        ["慈善救助", "万元", 300, "区民政局"],
      ],
      finds: [],
    },
    {
      title: "有列名的空列是待填的",
      rows: [
        ["任务名称", "计量单位", "存在问题", "年度目标", "责任单位"],
        ["城镇新增就业", "人", "", 1300, "区人社局"],
        ["慈善救助", "万元", "", 300, "区民政局"],
      ],
      finds: [],
    },
  ],
};

/** Blank columns within the table, and one right of it behind which the same heading row goes on without a table. */
function cuttingColumns(
  { grid, range, headerRows, rows, columns }: Table,
  readings: readonly SheetReading[],
): number[] {
  const isEmpty = (column: number) => rows.every(({ row }) => isBlank(valueAt(grid, row, column)));
  const isMerged = (column: number) =>
    grid.merges.some(({ left, right, top }) => top >= headerRows[0] && column > left && column <= right);
  const inside = columns
    .filter(({ index, path }) => index > range.left && index < range.right && path.join("") === "")
    .map(({ index }) => index)
    .filter((column) => isEmpty(column) && !isMerged(column));
  const gap = range.right + 1;
  const header = headerRows[1];
  if (isBlank(valueAt(grid, header, gap + 1)) || !isBlank(valueAt(grid, header, gap)) || !isEmpty(gap))
    return inside;
  const isOther = readings.some(
    (reading) =>
      reading.grid === grid && reading.tables.some((table) => contains(table.range, header, gap + 1)),
  );
  return isOther ? inside : [...inside, gap];
}

/** The columns that may cut the table in two where they are blank: those without a heading, and the next two. */
const namelessColumns = ({ columns, range }: Table): number[] => [
  ...columns.filter(({ path }) => path.join("") === "").map(({ index }) => index),
  range.right + 1,
  range.right + 2,
];
