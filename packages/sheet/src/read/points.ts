import type { TaskFact } from "@taizhang/kpi";
import { absolute, type Decimal, decimalOfNumber, multiply } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { plainNumber } from "../rules/plain-number.ts";

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

const happened = /^(?:是|有|发生|已发生|触发|存在|√|✓|[1-9]\d*[起次件例]?)$/u;
const nothing = /^(?:无|否|没有|未发生|未触发|不存在|不涉及|—|-|\/|×|0[起次件例]?|)$/u;

/** True for a row that is about 一票否决 itself. */
const isVetoRow = ({ task, indicator, program = "" }: Entry): boolean =>
  `${task}${indicator}${program}`.includes("一票否决");

/**
 * The matter of 一票否决 that a row says has happened (一票否决事项): the text of a column headed so, or the name of a row
 * about it whose state or figure says 是, 发生 or a number above zero. What says 无, 否 or 0, or nothing certain, is none.
 */
function vetoIn(entry: Entry): string | undefined {
  const said = (cell: Cell | undefined) => cell?.text.replace(/\s/g, "") ?? "";
  const column = [...entry.cells.values(), ...entry.repeats].find((cell) =>
    cell.column.path.some((word) => word.includes("一票否决")),
  );
  if (column && !column.carried && !nothing.test(said(column)))
    return happened.test(said(column)) ? entry.task || entry.indicator : column.text;
  if (!isVetoRow(entry)) return undefined;
  const fields = ["status", "actualCumulative", "actualPeriod", "progress"] as const;
  const answer = fields.map((field) => said(entry.cells.get(field))).find((text) => text !== "");
  return answer && happened.test(answer)
    ? (entry.task || entry.indicator).replace(/^一票否决(?:事项)?[：:]/, "")
    : undefined;
}

/** What a row says for an assessment: its weight, and the points that others gave; 自评 is not theirs (考核分值). */
export function assessedPoints(
  entry: Entry,
  ledger: Entry | undefined,
): Pick<TaskFact, "weight" | "given" | "adjusts" | "veto"> {
  const adjusts = adjustsOf(ledger ?? entry);
  const veto = vetoIn(entry);
  const weight = pointsIn((ledger ?? entry).cells.get("weight") ?? entry.cells.get("weight"));
  const score = entry.cells.get("score");
  const given = score?.column.path.some((word) => word.includes("自评")) ? undefined : pointsIn(score);
  return {
    ...(weight === undefined || adjusts || isVetoRow(entry) ? {} : { weight }),
    ...(given === undefined ? {} : { given: adjusts ? absolute(given) : given }),
    ...(adjusts ? { adjusts } : {}),
    ...(veto === undefined ? {} : { veto }),
  };
}

/** 组别 of a row, where a column is headed so. */
export const groupIn = (entry: Entry): string | undefined =>
  [entry.cells.get("other"), ...entry.repeats].find((cell) =>
    cell?.column.path.some((word) => word.includes("组别")),
  )?.text || undefined;
