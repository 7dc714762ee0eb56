import type { TaskFact } from "@taizhang/kpi";
import { absolute, type Decimal, decimalOfNumber, multiply } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { plainNumber } from "../rules/plain-number.ts";
import { readTarget } from "./stated-direction.ts";
import { isVetoRow, vetoIn } from "./veto.ts";

/** Points in a cell of 权重 or 得分: 10, “10分”, or 10% of a hundred (分值). */
export function pointsIn(cell: Cell | undefined): Decimal | undefined {
  if (!cell || cell.carried) return undefined;
  const { value, text, format } = cell;
  const number =
    typeof value === "number" ? decimalOfNumber(value) : plainNumber(text.replace(/[分%％]$/, ""));
  return number && format?.includes("%") && typeof value === "number"
    ? multiply(number, "100" as Decimal)
    : number;
}

/** Whether a row is one of 加分 or 减分, whose points stand outside the declared total (加减分行). */
export function adjustsOf({ task, indicator, program = "" }: Entry): TaskFact["adjusts"] {
  const words = `${task}${indicator}${program}`;
  if (/减分|扣分/.test(words)) return "deduction";
  return /加分|附加|奖励/.test(words) ? "bonus" : undefined;
}

/** What a row says for an assessment: its weight, and the points that others gave; 自评 is not theirs (考核分值). */
export function assessedPoints(
  entry: Entry,
  ledger: Entry | undefined,
): Pick<TaskFact, "weight" | "given" | "adjusts" | "veto"> {
  const adjusts = adjustsOf(ledger ?? entry);
  const veto = vetoIn(entry);
  // A matter of 一票否决 has no points, unless it is an indicator with a target that has some.
  const isMatter = isVetoRow(entry) && readTarget(entry).status !== "reported";
  const weight = pointsIn((ledger ?? entry).cells.get("weight") ?? entry.cells.get("weight"));
  const score = entry.cells.get("score");
  const given = score?.column.path.some((word) => word.includes("自评")) ? undefined : pointsIn(score);
  return {
    ...(weight === undefined || adjusts || isMatter ? {} : { weight }),
    ...(given === undefined ? {} : { given: adjusts ? absolute(given) : given }),
    ...(adjusts ? { adjusts } : {}),
    ...(veto?.answer === "happened" ? { veto: veto.matter } : {}),
  };
}

/** 组别 of a row, where a column is headed so. */
export const groupIn = (entry: Entry): string | undefined =>
  [entry.cells.get("other"), ...entry.repeats].find((cell) =>
    cell?.column.path.some((word) => word.includes("组别")),
  )?.text || undefined;
