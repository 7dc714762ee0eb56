import type { CellPlace } from "@taizhang/grid";
import { type Decimal, findQuantities } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { actualOf, amountIn } from "./amounts.ts";
import { placeOf, type TableView, textIn, valueIn } from "./subject.ts";

/** A row with a number and no unit anywhere: neither in the cell, the row, the name, the heading nor the note above (缺计量单位). */
export interface Bare {
  readonly entry: Entry;
  readonly amount: Decimal;
}

/** What a row is to its unit: it has no number, or a number that has or needs no unit, or one that lacks it. */
type Need = "none" | "met" | Bare;

/** The rows whose number has no unit anywhere, and how many rows have a number. */
export function withoutUnit(view: TableView): { rows: readonly Bare[]; numbered: number } {
  const rows: Bare[] = [];
  let numbered = 0;
  for (const entry of view.data) {
    const need = needOf(view, entry);
    if (need !== "none") numbered++;
    if (typeof need === "object") rows.push(need);
  }
  return { rows, numbered };
}

/** What the row's number lacks, if it has a number. */
export function needOf(view: TableView, entry: Entry): Need {
  if (!hasNumber(view, entry)) return "none";
  if (entry.unit) return "met";
  const number = numberOf(entry);
  if (!number) return "none";
  return number.unit || namesOwnUnit.test(entry.indicator) || saysUnit(entry, number.amount)
    ? "met"
    : { entry, amount: number.amount };
}

/** Where the unit is missed: its own cell where the table has a column of units, else the figure's. */
export const unitPlace = (view: TableView, entry: Entry): CellPlace =>
  placeOf(view, entry, ...(view.has("unit") ? (["unit"] as const) : []), "target", "actualCumulative");

/** Names that say their own unit: 参保率 is %, 床位数 is a count of beds, 排名 has none. */
const namesOwnUnit =
  /(?:率|增速|增幅|比重|占比|比例|百分比|程度|满意度|收入比|性别比|比值|系数|指数|得分|分数|排名|位次|名次|人数|户数|次数|人次|个数|件数|家数|所数|处数|台数|套数|座数|辆数|床位数|天数|面积（亩）)$/;

/** A figure of the row is a number, or a text with a digit. */
export const hasNumber = (view: TableView, entry: Entry): boolean =>
  figures.some((field) => {
    const value = valueIn(view, entry, field);
    return typeof value === "number" || (typeof value === "string" && /\d/.test(value));
  });

const figures = ["target", "actualCumulative", "actualPeriod"] as const;

/** The number of a row that needs a unit, if it has one. */
function numberOf(entry: Entry): { amount: Decimal; unit?: string } | undefined {
  if (/定性|节点|里程碑/.test(textIn(entry, "kind"))) return undefined;
  const target = amountIn(entry, "target");
  const found = target.status === "reported" ? target : actualOf(entry)?.amount;
  if (found?.amount === undefined) return undefined;
  return { amount: found.amount, ...(found.unit ? { unit: found.unit } : {}) };
}

/** The title, the definition or the criteria write the same number with a unit. */
const saysUnit = (entry: Entry, amount: Decimal): boolean =>
  [entry.task, entry.indicator, textIn(entry, "definition"), textIn(entry, "acceptance")].some(
    (text) =>
      /\d|[一二三四五六七八九十两]/.test(text) &&
      findQuantities(text).some(({ value }) => value.unitText !== "" && value.value === amount),
  );
