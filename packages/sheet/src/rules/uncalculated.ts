import { finding } from "@taizhang/finding";
import { cellOfKey, formulaAt, type Grid, isUncalculated } from "@taizhang/grid";
import { hiddenIdHeading } from "../split/row-id.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOfRun, runsOf } from "./runs.ts";
import type { TableView } from "./subject.ts";

/** Some formula of the sheet has no value: one look at each formula instead of at each cell. */
function hasUncalculated({ formulas, rows }: Grid): boolean {
  for (const key of formulas.keys()) {
    const [row, column] = cellOfKey(key);
    if ((rows[row]?.[column] ?? null) === null) return true;
  }
  return false;
}

/** The rates that the issued form works out itself, locked: a program that fills it leaves them, and no total uses them. */
const workedOut = ({ columnsOf }: TableView): ReadonlySet<number> =>
  new Set(
    columnsOf("id").some(({ path }) => path.at(-1) === hiddenIdHeading)
      ? [...columnsOf("completion"), ...columnsOf("yearOnYear")].map(({ index }) => index)
      : [],
  );

/** F02 公式未计算: a formula that no program has calculated is neither blank nor zero. One finding a run of cells. */
export const uncalculated: Rule = {
  code: "F02",
  sees: ({ view: { table }, row }) =>
    table.columns.map(({ index }) => (isUncalculated(table.grid, row, index) ? "1" : "0")).join(""),
  check: eachTable(function* (view) {
    const { grid } = view.table;
    if (!hasUncalculated(grid)) return;
    const own = workedOut(view);
    for (const run of runsOf(view, (row, column) =>
      isUncalculated(grid, row, column) && !own.has(column) ? "" : undefined,
    ))
      yield finding("F02", { formula: formulaAt(grid, run.row, run.column) ?? "", count: run.count }, [
        placeOfRun(view, run),
      ]);
  }),
  examples: [
    {
      title: "合计公式没有结果",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "东坡区", "人", 1000, 900],
        ["城镇新增就业", "彭山区", "人", 3000, 1500],
        ["合计", "", "人", 4000, null],
      ],
      formulas: { E4: "SUM(E2:E3)" },
      finds: [{ ref: "E4" }],
    },
    {
      title: "一列公式都没有结果：只提一次",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, null],
        ["残疾人就业", "人", 200, 180, null],
      ],
      formulas: { E2: "D2/C2", E3: "D3/C3" },
      finds: [{ ref: "E2:E3" }],
    },
    {
      title: "中间隔着一行就分两处",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, null],
        ["残疾人就业", "人", 200, 180, 0.9],
        ["新建公厕", "座", 5, 4, null],
      ],
      formulas: { E2: "D2/C2", E3: "D3/C3", E4: "D4/C4" },
      finds: [{ ref: "E2" }, { ref: "E4" }],
    },
    {
      title: "公式有结果",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, 0.9],
        ["残疾人就业", "人", 200, 180, 0.9],
      ],
      formulas: { E2: "D2/C2", E3: "D3/C3" },
      finds: [],
    },
    {
      title: "下发表自带的完成率公式还没有结果，完成数的公式照提",
      rows: [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "完成率", "行标识"],
        ["NG-01", "城镇新增就业", "人", 1000, 900, null, "NG-01"],
        ["NG-02", "残疾人就业", "人", 200, null, null, "NG-02"],
      ],
      formulas: { F2: "E2/D2", E3: "100+80", F3: "E3/D3" },
      finds: [{ ref: "E3" }],
    },
    {
      title: "公式的结果是空文本",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, 0.9],
        ["残疾人就业", "人", 200, "—", ""],
      ],
      formulas: { E2: "D2/C2", E3: 'IF(D3="","",D3/C3)' },
      finds: [],
    },
    {
      title: "没有公式的空格",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 900, null],
        ["残疾人就业", "人", 200, 0, null],
      ],
      finds: [],
    },
  ],
};
