import { catalog, type Finding, type Severity } from "@taizhang/finding";
import { cellKey, parseRange } from "@taizhang/grid";
import type { EntriesOf } from "./read/entries.ts";
import { rules } from "./rules/rules.ts";
import { type CheckContext, type Subject, subjectOf } from "./rules/subject.ts";
import { applySettings } from "./settings/apply-settings.ts";
import type { SheetReading } from "./table.ts";
import { teamFindings } from "./team-rules/run-team-rules.ts";

export type { CheckContext } from "./rules/subject.ts";

/**
 * All findings of recognised sheets, most severe first, then by code, file, sheet and cell (检查). The order of the
 * sheets of a file is that of `readings`; files come by name, so that the order of the input changes nothing. What was
 * explained, released or ignored in the sheet 台账设置 has that `status`, as long as its value stands.
 * @example check(recogniseWorkbook(grids, "民政局.xlsx"), { period: "2016-10" })
 */
export function check(readings: readonly SheetReading[], context: CheckContext = {}): Finding[] {
  return checkRead(readings, context);
}

/** The same, where somebody has read the entries of the tables, or will need them again. */
export function checkRead(
  readings: readonly SheetReading[],
  context: CheckContext,
  entriesOf?: EntriesOf,
): Finding[] {
  const subject = subjectOf(readings, context, undefined, entriesOf);
  return settled(foundIn(subject), subject);
}

/** Findings as users see them: graded, with the states of their explanations, in order. */
function settled(found: Iterable<Finding>, { readings, settingsOf }: Subject): Finding[] {
  const orderOf = ordering(readings);
  return applySettings(found, readings, settingsOf)
    .map(orderOf)
    .sort(compareOrders)
    .map(({ finding }) => finding);
}

function* foundIn(subject: Subject): Generator<Finding> {
  for (const rule of rules) yield* rule.check(subject);
  yield* teamFindings(subject);
  yield* subject.settingsFindings;
}

const codes = new Map(Object.keys(catalog).map((code, index) => [code, index]));
const severities: readonly Severity[] = ["A", "B", "C", "D"];

/** A finding with what it is ordered by. */
export interface Ordered {
  readonly finding: Finding;
  /** Severity and code, most severe first. */
  readonly weight: number;
  readonly file: string;
  /** The sheet's place in its file; -1 for what stands in no cell. */
  readonly sheet: number;
  /** The first cell, counted through the rows. */
  readonly cell: number;
}

/** Orders findings of these sheets: by severity, code, file, sheet, row and column (排序). */
export function ordering(readings: readonly SheetReading[]): (finding: Finding) => Ordered {
  const sheets = new Map<string, Map<string, number>>();
  let count = 0;
  for (const { file, grid } of readings) {
    const names = sheets.get(file) ?? new Map<string, number>();
    if (!names.has(grid.name)) names.set(grid.name, count++);
    sheets.set(file, names);
  }
  return (finding) => {
    const weight = severities.indexOf(finding.severity) * 1_000 + (codes.get(finding.code) ?? 0);
    const [place] = finding.at;
    if (place?.kind !== "cell")
      return { finding, weight, file: place?.kind === "record" ? place.id : "", sheet: -1, cell: -1 };
    const sheet = sheets.get(place.file)?.get(place.sheet) ?? 0;
    return { finding, weight, file: place.file, sheet, cell: firstCell(place.ref) };
  };
}

function firstCell(ref: string): number {
  let column = 0;
  let at = 0;
  for (; at < ref.length; at++) {
    const letter = ref.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(ref.slice(at));
  if (at > 0 && Number.isInteger(row)) return cellKey(row - 1, column - 1);
  const range = parseRange(ref);
  return cellKey(range?.top ?? 0, range?.left ?? 0);
}

export const compareOrders = (a: Ordered, b: Ordered): number =>
  a.weight - b.weight ||
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.sheet - b.sheet ||
  a.cell - b.cell;
