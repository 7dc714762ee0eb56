import { finding } from "@taizhang/finding";
import { formulaAt } from "@taizhang/grid";
import { add, compare, type Decimal, divide, multiply, roundText, sum } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Column } from "../table.ts";
import { amountIn } from "./amounts.ts";
import { detailsOf } from "./details.ts";
import { indicatorOf } from "./indicator-of.ts";
import { agrees, candidatesOf, type Rate, rateIn } from "./rate.ts";
import { mayAdd, ratesMistreated } from "./rate-formula.ts";
import { eachTable, type Rule, type SeenRow } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import type { TableView } from "./subject.ts";

/** Shares of one whole, and weights, do add up to 100%. */
const sharesOfWhole = /占比|比重|构成|份额|权重|贡献|占.{0,6}(?:比例|百分比)/;

/**
 * X05 率被相加或平均. A formula that sums or averages a column of rates is certain: A. A typed total that merely equals
 * the sum or the mean of its rows may be one by chance: C, and none where actual over target gives the same.
 */
export const rateAdded: Rule = {
  code: "X05",
  sees: rowOf,
  check: eachTable(function* (view) {
    const hasFormulas = view.table.grid.formulas.size > 0;
    if (!hasFormulas && !view.hasSums) return;
    const columns = rates.flatMap(view.columnsOf);
    for (const entry of view.entries) {
      if (
        entry.kind === "ofWhich" ||
        (entry.kind === "data" && !(hasFormulas && mayAddRates(view, entry, columns)))
      )
        continue;
      for (const cell of rateCells(entry)) {
        const how = cell.formula === undefined ? undefined : ratesMistreated(view, cell);
        if (how && cell.formula !== undefined) {
          const expected = recomputed(entry, cell);
          yield finding(
            "X05",
            {
              kind: "formula",
              how,
              formula: cell.formula,
              ...(expected ? { expected } : rateOf(entry, cell)),
            },
            [cell.at],
          );
        } else if (cell.formula === undefined && entry.kind !== "data") yield* typed(view, entry, cell);
      }
    }
  }),
  examples: [
    {
      title: "指标本身是率，合计行用AVERAGE平均",
      rows: [
        ["桓台县2024年6月农村卫生厕所普及率", "", "", ""],
        ["镇（街道）", "计量单位", "年度目标", "累计完成"],
        ["索镇街道", "%", 90, 88],
        ["起凤镇", "%", 90, 80],
        ["全县", "%", 90, 84],
      ],
      formulas: { D5: "AVERAGE(D3:D4)" },
      finds: [{ ref: "D5", severity: "A" }],
    },
    {
      title: "平均行写明是平均，不进合计",
      rows: [
        ["桓台县2024年6月农村卫生厕所普及率", "", "", ""],
        ["镇（街道）", "计量单位", "年度目标", "累计完成"],
        ["索镇街道", "%", 90, 88],
        ["起凤镇", "%", 90, 80],
        ["平均", "%", 90, 84],
      ],
      formulas: { D5: "AVERAGE(D3:D4)" },
      finds: [],
    },
    {
      title: "合计行用AVERAGE平均各区完成率",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 3000, 1500, 50],
        ["合计", "", "人", 4000, 2400, 70],
      ],
      formulas: { F4: "AVERAGE(F2:F3)" },
      finds: [{ ref: "F4", severity: "A" }],
    },
    {
      title: "合计行用SUM相加",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 3000, 1500, 50],
        ["合计", "", "人", 4000, 2400, 140],
      ],
      formulas: { F4: "SUM(F2:F3)" },
      finds: [{ ref: "F4", severity: "A" }],
    },
    {
      title: "填的数正好是各区完成率的平均",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 3000, 1500, 50],
        ["合计", "", "人", 4000, 2400, 70],
      ],
      finds: [{ ref: "F4", severity: "C" }],
    },
    {
      title: "完成数合计除以目标合计",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 3000, 1500, 50],
        ["合计", "", "人", 4000, 2400, 60],
      ],
      formulas: { F4: "SUM(E2:E3)/SUM(D2:D3)*100" },
      finds: [],
    },
    {
      title: "各区目标相同，平均数与复算相同",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 1000, 500, 50],
        ["合计", "", "人", 2000, 1400, 70],
      ],
      finds: [],
    },
    {
      title: "人数相加是对的",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 3000, 1500, 50],
        ["合计", "", "人", 4000, 2400, 60],
      ],
      formulas: { D4: "SUM(D2:D3)", E4: "SUM(E2:E3)", F4: "E4/D4*100" },
      finds: [],
    },
  ],
};

/** A look at a row of data before its cells are made: one of its rates has a formula that may add, or may have one. */
function mayAddRates({ table }: TableView, { row }: Entry, columns: readonly Column[]): boolean {
  if (table.shape !== "long") return true;
  for (const { index } of columns) {
    const formula = formulaAt(table.grid, row, index);
    if (formula !== undefined && mayAdd(formula)) return true;
  }
  return false;
}

const rates = ["completion", "yearOnYear"] as const;

/** In a row of data a formula alone may go wrong by adding rates; in a sum a typed number may as well. */
const mayMatter = ({ kind }: Entry, { formula }: Cell): boolean =>
  kind !== "data" || (formula !== undefined && mayAdd(formula));

/** The cells of a row that hold rates and matter: completion, growth, and the figures of a rate indicator in its own columns. */
function rateCells(entry: Entry): Cell[] {
  const cells: Cell[] = [];
  for (const field of rates) {
    const cell = entry.cells.get(field);
    if (cell && !cell.carried && mayMatter(entry, cell)) cells.push(cell);
  }
  const isLong = entry.table.shape === "long";
  if (!(isLong && entry.kind === "data") && !sharesOfWhole.test(entry.indicator)) {
    const { accounting } = indicatorOf(entry);
    for (const field of ["target", "actualCumulative", "actualPeriod"] as const) {
      const cell = entry.cells.get(field);
      const isRate = accounting === "ratio" && (cell?.column.unit ?? entry.unit) === "%";
      const matters = cell && !cell.carried && (isLong ? cell.formula !== undefined : mayMatter(entry, cell));
      if (matters && isRate) cells.push(cell);
    }
  }
  return cells.length === 0 ? cells : cells.filter(({ column }) => !sharesOfWhole.test(column.path.join("")));
}

/** Actual over target of the row, as the cell would print it. */
function recomputed(entry: Entry, cell: Cell): string | undefined {
  if (cell.column.field !== "completion") return undefined;
  const first = candidatesOf(entry).find((one) => one.plain);
  return first && `${roundText(multiply(first.rate, "100" as Decimal), 1)}%`;
}

/** Whose rate the cell holds, where it is none of completion. */
function rateOf(entry: Entry, { column: { field } }: Cell): { of?: "ratio" | "growth" } {
  if (field === "completion") return {};
  if (field === "yearOnYear") return { of: "growth" };
  const { numerator, denominator } = indicatorOf(entry);
  return { of: "ratio", ...(numerator ? { numerator } : {}), ...(denominator ? { denominator } : {}) };
}

function* typed(view: TableView, entry: Entry, cell: Cell) {
  const rate = rateIn(cell);
  if (!rate || rate.printed === "0") return;
  const scale = rate.scale ?? "percent";
  if (candidatesOf(entry).some((one) => agrees(rate, one, scale) || agrees(rate, one, "fraction"))) return;
  const rates = detailsOf(view, entry).flatMap((detail): Rate[] => {
    const found = rateIn(detail.cells.get(cell.column.field));
    return found && found.scale === rate.scale ? [found] : [];
  });
  if (rates.length < 2 || new Set(rates.map(({ printed }) => printed)).size < 2) return;
  const total = sum(rates.map(({ printed }) => printed));
  const mean = divide(total, String(rates.length) as Decimal, 12);
  const how = rate.printed === total ? "sum" : mean && equalsAsPrinted(mean, rate) ? "average" : undefined;
  if (!how) return;
  if (cell.column.field !== "completion" && amountIn(entry, cell.column.field).status !== "reported") return;
  const expected = recomputed(entry, cell);
  yield finding(
    "X05",
    {
      kind: "typed",
      how,
      value: rate.printed + (rate.scale ? "%" : ""),
      ...(expected ? { expected } : rateOf(entry, cell)),
    },
    [cell.at],
    { severity: "C" },
  );
}

/** The mean rounds or cuts to the printed number, which has a digit after the point or is large enough to tell. */
const equalsAsPrinted = (mean: Decimal, { printed, places }: Rate): boolean => {
  const half = `0.${"0".repeat(places)}5` as Decimal;
  const [low, high] = [add(printed, `-${half}` as Decimal), add(printed, half)];
  return compare(mean, low) >= 0 && compare(mean, high) <= 0;
};

/** The rates beside totals; without totals only a row with a formula that adds rates matters. */
function rowOf(seen: SeenRow): string {
  const { view, entries } = seen;
  const all = () => names(seen) + figures(seen) + printed(seen, "direction");
  if (view.hasSums) return all();
  if (view.table.grid.formulas.size === 0) return "";
  const adds = (cell: Cell) => cell.formula !== undefined && ratesMistreated(view, cell) !== undefined;
  return entries.some((entry) => rateCells(entry).some(adds)) ? all() : "";
}
