import { finding } from "@taizhang/finding";
import { columnName } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { Column } from "../table.ts";
import { eachTable, type Rule } from "./rule.ts";
import { nothing } from "./seen.ts";

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

/**
 * S02 列名重复: two columns of one meaning with the same heading from top to bottom, so nobody can say which counts.
 * Whole blocks that repeat side by side are another layout, not a slip; and the 同比 behind each figure is that figure's.
 */
export const repeatedHeader: Rule = {
  code: "S02",
  sees: nothing,
  check: eachTable(function* ({ table, at }) {
    const groups = new Map<string, Column[]>();
    for (const column of table.columns) {
      if (mayRepeat.has(column.field) || column.path.join("") === "") continue;
      const { field, path, indicator, node, department } = column;
      const key = JSON.stringify([field, path, indicator, node, department]);
      groups.set(key, [...(groups.get(key) ?? []), column]);
    }
    const repeated = [...groups.values()].filter(
      (columns) => columns.length > 1 && !areEachOfAnother(table.columns, columns),
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
