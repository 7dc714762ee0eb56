import { catalog, type Finding, type Severity } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import { rules } from "./rules/rules.ts";
import { type CheckContext, type Subject, subjectOf } from "./rules/subject.ts";
import { applySettings } from "./settings/apply-settings.ts";
import type { SheetReading } from "./table.ts";

export type { CheckContext } from "./rules/subject.ts";

/**
 * All findings of recognised sheets, most severe first, then by code, file, sheet and cell (检查). The order of the
 * sheets of a file is that of `readings`; files come by name, so that the order of the input changes nothing. What was
 * explained, released or ignored in the sheet 台账设置 has that `status`, as long as its value stands.
 * @example check(recogniseWorkbook(grids, "民政局.xlsx"), { period: "2016-10" })
 */
export function check(readings: readonly SheetReading[], context: CheckContext = {}): Finding[] {
  const subject = subjectOf(readings, context);
  const sheets = new Map<string, number>();
  for (const { file, grid } of readings) {
    const key = `${file}\n${grid.name}`;
    if (!sheets.has(key)) sheets.set(key, sheets.size);
  }
  const found: { finding: Finding; order: Order }[] = [];
  const settled = applySettings(foundIn(subject), readings, subject.settingsOf);
  for (const finding of settled) found.push({ finding, order: orderOf(finding, sheets) });
  return found.sort((a, b) => compareOrders(a.order, b.order)).map(({ finding }) => finding);
}

function* foundIn(subject: Subject): Generator<Finding> {
  for (const rule of rules) yield* rule.check(subject);
  yield* subject.settingsFindings;
}

const codes = new Map(Object.keys(catalog).map((code, index) => [code, index]));
const severities: readonly Severity[] = ["A", "B", "C", "D"];

interface Order {
  readonly file: string;
  /** Severity, code, then sheet, row, column. */
  readonly first: readonly number[];
  readonly inFile: readonly number[];
}

function orderOf({ code, severity, at }: Finding, sheets: ReadonlyMap<string, number>): Order {
  const first = [severities.indexOf(severity), codes.get(code) ?? 0];
  const [place] = at;
  if (place?.kind !== "cell") return { file: place?.kind === "record" ? place.id : "", first, inFile: [] };
  const range = parseRange(place.ref);
  return {
    file: place.file,
    first,
    inFile: [sheets.get(`${place.file}\n${place.sheet}`) ?? 0, range?.top ?? 0, range?.left ?? 0],
  };
}

const compareNumbers = (a: readonly number[], b: readonly number[]): number => {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
};

const compareOrders = (a: Order, b: Order): number =>
  compareNumbers(a.first, b.first) ||
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  compareNumbers(a.inFile, b.inFile);
