import type { CellPlace, Dimensions, Figures, ObservationFact, TargetFact, TaskFact } from "@taizhang/kpi";
import type { Indicator, Value } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { unitParts } from "./unit-scale.ts";

/** What a row of a case may say of whose it is. Joint rows name several departments, "甲局、乙局". */
interface CaseRow {
  org: string;
  indicator?: string;
  task?: string;
  division?: string;
  department?: string;
  program?: string;
  prefecture?: string;
  joint?: string[];
  dataOrg?: string;
  unit?: string;
  standing?: TargetFact["standing"];
  /** "file!B9"; by default each row has a place of its own, in order. */
  at?: string;
}

export interface CaseTarget extends CaseRow, Omit<Partial<TargetFact>, keyof CaseRow | "value" | "nodes"> {
  value?: string;
  nodes?: { through: string; value: string }[];
}

/** `value`: a decimal, "" for a blank, "—", or "!error" "!unreadable" "!uncalculated". */
export interface CaseFigure extends CaseRow, Omit<Partial<ObservationFact>, keyof CaseRow | "value"> {
  value: string;
}

export interface CaseTask extends CaseRow, Omit<Partial<TaskFact>, keyof CaseRow> {
  id: string;
}

/** The input of a hand-computed case: what differs from the plainest row is written, the rest is filled in here. */
export interface CaseInput {
  indicators: Record<string, Partial<Omit<Indicator, "key" | "name">> & { unit: string }>;
  targets?: CaseTarget[];
  figures?: CaseFigure[];
  tasks?: CaseTask[];
}

/** An upward flow that adds, unless the case says otherwise. */
const indicatorOf = (input: CaseInput, key: string): Indicator => ({
  key,
  name: key,
  direction: "up",
  accounting: "flow",
  acrossOrgs: "sum",
  acrossTime: "sum",
  evidence: [],
  ...(input.indicators[key] ?? { unit: "" }),
});

const dimsOf = (row: CaseRow): Dimensions => {
  const names = (text: string) => text.split("、").map((name) => ({ name }));
  return {
    ...(row.standing === "total" && !row.division ? {} : { division: names(row.division ?? row.org) }),
    ...(row.department ? { department: names(row.department) } : {}),
    ...(row.program ? { program: names(row.program) } : {}),
    ...(row.prefecture ? { prefecture: names(row.prefecture) } : {}),
  };
};

function placeOf(row: CaseRow, index: number): CellPlace {
  const [file = "", ref = ""] = (row.at ?? `${row.org}.xlsx!G${index + 5}`).split("!");
  return { kind: "cell", file, sheet: "报表", ref };
}

function figureOf(input: CaseInput, row: CaseRow, index: number) {
  const { indicator: key, task, joint, division, department, program, prefecture, unit, at, ...rest } = row;
  const indicator = indicatorOf(input, key ?? Object.keys(input.indicators)[0] ?? "");
  return {
    ...rest,
    indicator,
    dims: dimsOf(row),
    ...unitParts(unit ?? indicator.unit),
    at: placeOf(row, index),
    ...(task === undefined ? {} : { taskId: task }),
    ...(joint === undefined ? {} : { jointOrgs: joint }),
  };
}

export function valueOfText(text: string): Value {
  if (text === "") return { status: "missing" };
  if (text === "—") return { status: "notApplicable" };
  if (text.startsWith("!")) return { status: "unusable", why: text.slice(1) as "error" };
  return { status: "reported", amount: decimal(text) };
}

/** The figures of a case, with every default filled in. The JSON is trusted: a wrong case fails its test. */
export function caseFigures(input: CaseInput): Figures {
  const targets = (input.targets ?? []).map((row, index) => {
    const fact = figureOf(input, row, index);
    const bound = row.valueMax === undefined ? "eq" : "range";
    return { standing: "own", bound, status: "set", ...fact } as unknown as TargetFact;
  });
  const observations = (input.figures ?? []).map((row, index) => {
    const fact = { ...figureOf(input, row, index), value: valueOfText(row.value) };
    return { standing: "own", measure: "cumulative", ...fact } as unknown as ObservationFact;
  });
  const tasks = (input.tasks ?? []).map((row, index) => {
    const { division: _d, department: _e, program: _p, prefecture: _f, at: _at, ...rest } = row;
    const filled = { title: row.id, standing: "own", kind: "quantitative", reported: true, ...rest };
    return { ...filled, dims: dimsOf(row), at: placeOf(row, index) } as unknown as TaskFact;
  });
  return { tasks, targets, observations };
}
