import { type Indicator, inferIndicator, type Value } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import type { Figures, ObservationFact, Standing, TargetFact, TaskFact } from "../facts.ts";
import type { RollUp, RollUpCell } from "../roll-up-cell.ts";

/** One row of a sheet, short enough for tables of cases; a blank actual is null, “—” is "—", "?" cannot be read, "=" is not calculated. */
export interface Row {
  readonly org: string;
  readonly indicator?: string;
  readonly unit?: string;
  readonly power?: number;
  readonly target?: string | null;
  readonly actual?: string | null;
  readonly period?: string;
  readonly standing?: Exclude<Standing, "ledger">;
  readonly measure?: ObservationFact["measure"];
  readonly division?: string;
  readonly departments?: readonly string[];
  readonly program?: string;
  readonly taskId?: string;
  readonly file?: string;
  readonly line?: number;
  readonly facts?: Partial<ObservationFact>;
  readonly targetFacts?: Partial<TargetFact>;
}

const inferred = new Map<string, Indicator>();
/** The indicator of a name and unit, inferred once. */
const indicatorOf = (name: string, unit: string): Indicator => {
  const known = inferred.get(`${name} ${unit}`) ?? inferIndicator(name, unit);
  inferred.set(`${name} ${unit}`, known);
  return known;
};

const saidOf = (text: string | null): Value => {
  if (text === null) return { status: "missing" };
  if (text === "—") return { status: "notApplicable" };
  if (text === "?") return { status: "unusable", why: "unreadable" };
  if (text === "=") return { status: "unusable", why: "uncalculated" };
  return { status: "reported", amount: decimal(text) };
};

/** Figures of rows: a target where the row has one, an observation unless its actual is undefined. */
export function figuresOf(rows: readonly Row[], tasks: readonly TaskFact[] = []): Figures {
  const targets: TargetFact[] = [];
  const observations: ObservationFact[] = [];
  rows.forEach((row, index) => {
    const { org, indicator = "城镇新增就业", unit = "人", power = 0, standing = "own", line = index } = row;
    const at = (column: string) => ({
      kind: "cell" as const,
      file: row.file ?? `${org}.xlsx`,
      sheet: "台账",
      ref: `${column}${line + 3}`,
    });
    const shared = {
      indicator: indicatorOf(indicator, unit),
      org,
      unit,
      power,
      ...(row.taskId ? { taskId: row.taskId } : {}),
      dims: {
        ...(row.division ? { division: [{ name: row.division }] } : {}),
        ...(row.departments ? { department: row.departments.map((name) => ({ name })) } : {}),
        ...(row.program ? { program: [{ name: row.program }] } : {}),
      },
    };
    if (row.target !== undefined && row.target !== null)
      targets.push({
        ...shared,
        standing,
        bound: "eq",
        status: "set",
        value: decimal(row.target),
        at: at("C"),
        ...row.targetFacts,
      });
    if (row.actual !== undefined)
      observations.push({
        ...shared,
        standing,
        measure: row.measure ?? "cumulative",
        period: row.period ?? "2019-12",
        value: saidOf(row.actual),
        at: at("D"),
        ...row.facts,
      });
  });
  return { tasks, targets, observations };
}

/** The cell of a key, the grand total by default. */
export const cellOf = (
  { cells }: RollUp,
  key: Readonly<Record<string, string>> = {},
  indicator?: string,
): RollUpCell => {
  const found = cells.find(
    (cell) =>
      JSON.stringify(cell.key) === JSON.stringify(key) &&
      (indicator === undefined || cell.indicator === indicator),
  );
  if (!found) throw new Error(`no cell ${JSON.stringify(key)}`);
  return found;
};

export const codes = ({ notes }: RollUpCell): string[] => notes.map(({ code }) => code);
