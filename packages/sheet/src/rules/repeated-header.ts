import { finding } from "@taizhang/finding";
import { columnName } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { Column } from "../table.ts";
import { eachTable, type Rule } from "./rule.ts";
import { nothing, printed } from "./seen.ts";
import type { TableView } from "./subject.ts";

/** Columns that may well stand twice: notes, people, and what has no meaning to us. */
const mayRepeat: ReadonlySet<Field> = new Set([
  "other",
  "note",
  "seq",
  "contact",
  "owner",
  "leader",
  "progress",
  "problem",
  "nextStep",
  "evidence",
]);

/** What is said of the figure to its left: 本月 | 同比 | 累计 | 同比. */
const ofTheLeft: ReadonlySet<Field> = new Set(["yearOnYear", "completion"]);
const figures: ReadonlySet<Field> = new Set(["actualPeriod", "actualCumulative", "investmentActual"]);

/** Each of these columns stands behind a figure, and no two of the figures have the same meaning. */
function areEachOfAnother(all: readonly Column[], columns: readonly Column[]): boolean {
  const before = columns.map(({ field, index }) =>
    ofTheLeft.has(field) ? all.find((one) => one.index === index - 1)?.field : undefined,
  );
  return before.every((field) => field && figures.has(field)) && new Set(before).size === columns.length;
}

/** Of this figure a row has one; targets may come from two sources, and months stand in columns of their own. */
const single = "actualCumulative";

/**
 * S02 列名重复: two columns of one meaning with the same heading from top to bottom, so nobody can say which counts; or with
 * other headings, as surely of one meaning, and other figures. Whole blocks that repeat side by side are another layout,
 * not a slip; and the 同比 behind each figure is that figure's.
 */
export const repeatedHeader: Rule = {
  code: "S02",
  sees: (seen) => (tiesOf(seen.view).length > 0 ? printed(seen, single) : nothing()),
  check: eachTable(function* (view) {
    const { table, at } = view;
    for (const [first, second] of tiesOf(view)) {
      if (!view.data.some(({ row }) => differ(view, row, first, second))) continue;
      yield finding(
        "S02",
        {
          header: first.path.join("·"),
          other: second.path.join("·"),
          columns: [first, second].map(({ index }) => columnName(index)),
        },
        [at(table.headerRows[1], second.index)],
        { related: [at(table.headerRows[1], first.index)] },
      );
    }
    const groups = new Map<string, Column[]>();
    for (const column of table.columns) {
      if (mayRepeat.has(column.field) || view.columnsOf(column.field).length < 2) continue;
      if (column.path.join("") === "") continue;
      const { field, path, indicator, node, department } = column;
      const key = JSON.stringify([field, path, indicator, node, department]);
      groups.set(key, [...(groups.get(key) ?? []), column]);
    }
    const repeated = [...groups.values()].filter(
      (columns) =>
        columns.length > 1 &&
        !areEachOfAnother(table.columns, columns) &&
        !columns.slice(1).every((column) => isSplitOff(view, column)),
    );
    if (repeated.length > 2) return;
    for (const columns of repeated) {
      const [first, second] = columns;
      if (!first || !second) continue;
      const places = columns.map(({ index }) => at(table.headerRows[1], index));
      const [, subject] = places;
      if (subject)
        yield finding(
          "S02",
          { header: second.path.join("·"), columns: columns.map(({ index }) => columnName(index)) },
          [subject],
          { related: places.filter((place) => place !== subject) },
        );
    }
  }),
  examples: [
    {
      title: "两列说的是同一个数，填的不一样",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "累计完成数", "牵头单位"],
        ["城镇新增就业", "人", 1000, 500, 510, "区人社局"],
        ["技能培训", "人次", 200, 100, 100, "区人社局"],
      ],
      finds: [{ ref: "E1" }],
    },
    {
      title: "两列说的是同一个数，填的也一样",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "累计完成数", "牵头单位"],
        ["城镇新增就业", "人", 1000, 500, 500, "区人社局"],
        ["技能培训", "人次", 200, 100, 100, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "两列都叫“累计完成”",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, 1200, "区人社局"],
        ["残疾人就业", "人", 220, 180, 170, "区残联"],
      ],
      finds: [{ ref: "E1" }],
    },
    {
      title: "两列都叫“年度目标”",
      rows: [
        ["任务名称", "计量单位", "年度目标", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1300, 1200, "区人社局"],
        ["残疾人就业", "人", 220, 200, 170, "区残联"],
      ],
      finds: [{ ref: "D1" }],
    },
    {
      title: "两列都叫“任务名称”",
      rows: [
        ["任务名称", "任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "新增就业", "人", 1300, "区人社局"],
        ["残疾人就业", "助残", "人", 220, "区残联"],
      ],
      finds: [{ ref: "B1" }],
    },
    {
      title: "上层表头不同就不算重复",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 8000, 7900, 1200, 1100],
        ["彭山区", 3000, 2900, 500, 450],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [],
    },
    {
      title: "本月、累计后面各有一列同比",
      rows: [
        [
          "指标名称",
          "计量单位",
          "年度目标",
          "本月完成",
          "同比（%）",
          "本年累计完成",
          "同比（%）",
          "责任单位",
        ],
        ["工业总产值", "亿元", 300, 25.1, 8.2, 255.3, 7.7, "区工信局"],
        ["社会消费品零售总额", "亿元", 200, 17.2, 9.9, 168.8, 10.1, "区商务局"],
      ],
      finds: [],
    },
    {
      title: "从文档粘贴来的表，一列被拆成两列又逐行合并",
      rows: [
        ["任务名称", "", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "", "人", 1300, 1200, "区人社局"],
        ["残疾人就业", "", "人", 220, 170, "区残联"],
      ],
      merges: ["A1:B1", "A2:B2", "A3:B3"],
      finds: [],
    },
    {
      title: "备注可以有两列",
      rows: [
        ["任务名称", "计量单位", "年度目标", "备注", "责任单位", "备注"],
        ["城镇新增就业", "人", 1300, "", "区人社局", ""],
        ["残疾人就业", "人", 220, "含培训", "区残联", ""],
      ],
      finds: [],
    },
    {
      title: "各列名称都不同",
      rows: [
        ["任务名称", "计量单位", "年度目标", "本月完成", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 120, 1200, "区人社局"],
        ["残疾人就业", "人", 220, 10, 170, "区残联"],
      ],
      finds: [],
    },
  ],
};

/** 任务名称 merged over two columns, and so is each row below: one column that was split, as tables pasted from documents are. */
const isSplitOff = ({ table: { grid, headerRows }, data }: TableView, { index }: Column): boolean => {
  const rows = new Set([headerRows[1], ...data.map(({ row }) => row)]);
  for (const { left, right, top, bottom } of grid.merges)
    if (left < index && right >= index) for (let row = top; row <= bottom; row++) rows.delete(row);
  return rows.size === 0;
};

/** The two columns of the figure whose headings both surely mean it. */
function tiesOf({ table, columnsOf }: TableView): (readonly [Column, Column])[] {
  const [first, second, third] = columnsOf(single);
  if (table.shape !== "long" || !first || !second || third) return [];
  const isOther =
    first.confidence < 1 ||
    second.confidence < 1 ||
    first.node !== second.node ||
    first.indicator !== second.indicator ||
    first.division !== second.division ||
    first.department !== second.department ||
    first.unit !== second.unit ||
    first.path.slice(0, -1).join() !== second.path.slice(0, -1).join() ||
    first.path.join("") === second.path.join("");
  return isOther ? [] : [[first, second]];
}

function differ({ table: { grid } }: TableView, row: number, first: Column, second: Column): boolean {
  const [one, other] = [grid.rows[row]?.[first.index], grid.rows[row]?.[second.index]];
  return typeof one === "number" && typeof other === "number" && one !== other;
}
