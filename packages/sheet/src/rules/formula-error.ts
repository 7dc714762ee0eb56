import { finding } from "@taizhang/finding";
import { formulaAt, isCellError, valueAt } from "@taizhang/grid";
import { heldIn } from "./column-holds.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOfRun, runsOf } from "./runs.ts";

/** F03 公式错误值: #REF! and its like, one finding a run of cells with the same error. */
export const formulaError: Rule = {
  code: "F03",
  sees: ({ view: { table }, row }) =>
    table.columns
      .map(({ index }) => valueAt(table.grid, row, index))
      .map((value) => (isCellError(value) ? value.error : ""))
      .join("|"),
  check: eachTable(function* (view) {
    const { grid } = view.table;
    if (!view.table.columns.some((column) => heldIn(view, column).others)) return;
    const errorAt = (row: number, column: number) => {
      const value = valueAt(grid, row, column);
      return isCellError(value) ? value.error : undefined;
    };
    for (const run of runsOf(view, errorAt)) {
      const formula = formulaAt(grid, run.row, run.column);
      yield finding("F03", { error: run.value, count: run.count, ...(formula ? { formula } : {}) }, [
        placeOfRun(view, run),
      ]);
    }
  }),
  examples: [
    {
      title: "除数是空白",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, 0.9],
        ["信访接待", "次", "—", 180, { error: "#DIV/0!" }],
      ],
      formulas: { E2: "D2/C2", E3: "D3/C3" },
      finds: [{ ref: "E3" }],
    },
    {
      title: "引用已不存在",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "东坡区", "人", 1000, 900],
        ["城镇新增就业", "彭山区", "人", 3000, 1500],
        ["合计", "", "人", 4000, { error: "#REF!" }],
      ],
      formulas: { E4: "SUM(#REF!)" },
      finds: [{ ref: "E4" }],
    },
    {
      title: "相连的同一错误只提一次",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "上年同期"],
        ["城镇新增就业", "人", 1000, 900, { error: "#N/A" }],
        ["残疾人就业", "人", 200, 180, { error: "#N/A" }],
        ["新建公厕", "座", 5, 4, 3],
      ],
      finds: [{ ref: "E2:E3" }],
    },
    {
      title: "公式结果正常",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, 0.9],
        ["残疾人就业", "人", 200, 180, 0.9],
      ],
      formulas: { E2: "D2/C2", E3: "D3/C3" },
      finds: [],
    },
    {
      title: "文字里提到错误值",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "备注"],
        ["城镇新增就业", "人", 1000, 900, "原表显示#DIV/0!，已改"],
        ["残疾人就业", "人", 200, 180, ""],
      ],
      finds: [],
    },
    {
      title: "以“—”代替错误值",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, 0.9],
        ["信访接待", "次", "—", 180, "—"],
      ],
      formulas: { E3: 'IFERROR(D3/C3,"—")' },
      finds: [],
    },
  ],
};
