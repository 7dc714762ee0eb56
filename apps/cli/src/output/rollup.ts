import type { Lang } from "@taizhang/finding";
import { type FollowUp, type RollUpCell, sayNote, type TaskCounts, type YearEnd } from "@taizhang/kpi";
import { type Decimal, roundText } from "@taizhang/quantity";
import { z } from "zod";
import { changeDocument, differenceDocument } from "./comparison.ts";
import { envelope } from "./finding.ts";

const amount = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .nullable();
const key = z.object({
  division: z.string().optional(),
  department: z.string().optional(),
  program: z.string().optional(),
  period: z.string().optional(),
});
/** Division codes of the names in the key, where they are known. */
const codes = z.record(z.string(), z.string()).optional();

/** What `rollup --json` prints. Amounts are decimal strings, null where there is no value; `completion` and `pace` are ratios. */
export const rollupDocument = z.object({
  ...envelope,
  cells: z.array(
    z.object({
      key,
      codes,
      indicator: z.string(),
      unit: z.string(),
      target: amount,
      /** The upper end of a band (控制在3%—5%); absent where the target is one number. */
      targetMax: z.string().optional(),
      stretch: amount,
      actual: amount,
      completion: amount,
      completionReporting: amount,
      atLeast: z.boolean(),
      pace: amount,
      light: z
        .enum(["green", "yellow", "red", "notDue", "unreported", "pending", "notApplicable"])
        .nullable(),
      reported: z.number().int(),
      expected: z.number().int(),
      missing: z.array(z.string()),
      parentReported: amount,
      difference: amount,
      sources: z.array(z.object({ file: z.string(), sheet: z.string(), ref: z.string() })),
      notes: z.array(
        z.object({ code: z.string(), args: z.record(z.string(), z.unknown()), message: z.string() }),
      ),
      /** With `--explain`: how the rate and the light came about, then the notes. */
      explanation: z.array(z.string()).optional(),
    }),
  ),
  counts: z.array(
    z.object({
      key,
      codes,
      total: z.number().int(),
      done: z.number().int(),
      onTrack: z.number().int(),
      behind: z.number().int(),
      overdue: z.number().int(),
      notDue: z.number().int(),
      unreported: z.number().int(),
    }),
  ),
  /** 督办清单. `lag` is in 百分点, null where no number says it. */
  followUps: z.array(
    z.object({
      /** 台账编号, null where the sheets have none. */
      task: z.string().nullable(),
      title: z.string(),
      orgs: z.array(z.string()),
      deadline: z.string().optional(),
      light: z.enum(["yellow", "red"]),
      overdue: z.boolean(),
      lag: amount,
      reason: z.enum(["twoMonths", "thirdQuarter"]),
      periods: z.array(z.string()),
      source: z.object({ file: z.string(), sheet: z.string(), ref: z.string() }).optional(),
    }),
  ),
  /** 年底预测 of the grand totals. */
  yearEnds: z.array(
    z.object({
      indicator: z.string(),
      unit: z.string(),
      target: amount,
      straight: amount,
      shaped: amount,
      least: amount,
      most: amount,
      months: z.array(z.string()),
      meets: z.enum(["all", "none", "part"]).nullable(),
    }),
  ),
  /** Sheets that are not rolled up, with the reason that `inspect` gives. */
  leftOut: z.array(z.object({ file: z.string(), sheet: z.string(), reason: z.string() })),
  changes: z.array(changeDocument).optional(),
  differences: z.array(differenceDocument).optional(),
});
export type RollupDocument = z.infer<typeof rollupDocument>;

/** A cell of the roll-up as printed in a document. */
export const cellOutput = (cell: RollUpCell, lang: Lang): RollupDocument["cells"][number] => ({
  key: cell.key,
  ...(Object.keys(cell.codes).length > 0 ? { codes: { ...cell.codes } } : {}),
  indicator: cell.indicator,
  unit: cell.unit,
  target: cell.target,
  ...(cell.targetMax === null ? {} : { targetMax: cell.targetMax }),
  stretch: cell.stretch,
  actual: cell.actual,
  completion: sixPlaces(cell.completion),
  completionReporting: sixPlaces(cell.completionReporting),
  atLeast: cell.atLeast,
  pace: sixPlaces(cell.pace),
  light: cell.light,
  reported: cell.reported,
  expected: cell.expected,
  missing: [...cell.missing],
  parentReported: cell.parentReported,
  difference: cell.difference,
  sources: cell.sources.map(({ file, sheet, ref }) => ({ file, sheet, ref })),
  notes: cell.notes.map((note) => ({
    code: note.code,
    args: { ...note.args },
    message: sayNote(note, lang),
  })),
});

const sixPlaces = (ratio: Decimal | null) => (ratio === null ? null : roundText(ratio, 6));

/** The states of a group's tasks as printed in a document. */
export const countOutput = ({
  key,
  codes,
  total,
  done,
  onTrack,
  behind,
  overdue,
  notDue,
  unreported,
}: TaskCounts): RollupDocument["counts"][number] => ({
  key,
  ...(Object.keys(codes).length > 0 ? { codes: { ...codes } } : {}),
  total,
  done,
  onTrack,
  behind,
  overdue,
  notDue,
  unreported,
});

/** A task to be followed up as printed in a document. */
export const followUpOutput = (one: FollowUp): RollupDocument["followUps"][number] => {
  const leads = one.dims.department?.map(({ name }) => name) ?? [];
  return {
    task: one.taskId ?? null,
    title: one.title,
    orgs: leads.length > 0 ? leads : [one.org],
    ...(one.deadline === undefined ? {} : { deadline: one.deadline }),
    light: one.light === "red" ? "red" : "yellow",
    overdue: one.overdue,
    lag: one.lag,
    reason: one.reason,
    periods: [...one.periods],
    ...(one.at ? { source: { file: one.at.file, sheet: one.at.sheet, ref: one.at.ref } } : {}),
  };
};

/** A forecast as printed in a document: of the grand totals, so without their empty key. */
export const yearEndOutput = ({
  key: _,
  shaped,
  meets,
  months,
  ...rest
}: YearEnd): RollupDocument["yearEnds"][number] => ({
  ...rest,
  shaped: shaped ?? null,
  months: [...months],
  meets: meets ?? null,
});
