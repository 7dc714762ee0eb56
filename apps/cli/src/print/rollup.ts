import {
  awaitsCalculation,
  type GroupBy,
  type Key,
  type RollUp,
  type RollUpCell,
  type TaskCounts,
} from "@taizhang/kpi";
import { type Decimal, decimal, divide, groupDigits, multiply, roundText } from "@taizhang/quantity";
import type { Session } from "../io.ts";
import type { RollupDocument } from "../output/rollup.ts";
import type { Words } from "../words/words.ts";
import { listsOf } from "./rollup-lists.ts";
import { safe, type TextColumn, textTable } from "./text-table.ts";

/** The roll-up for people: totals by indicator, task states, then the notes that the numbers carry. */
export function printRollup(
  { cells: all, counts }: RollUp,
  document: RollupDocument,
  by: readonly GroupBy[],
  { words }: Session,
): string {
  const out = document.leftOut.map(({ file, sheet, reason }) =>
    words.rollup.leftOut(safe(file), safe(sheet), reason),
  );
  if (all.length === 0 && counts.length === 0) return [words.rollup.nothing, ...out].join("\n");
  const isShown = all.map((cell) => !repeatsItsOnlyGroup(cell, all, by));
  const cells = all.filter((_, index) => isShown[index]);
  const { lines, notes } = numbered(document.cells.filter((_, index) => isShown[index]));
  const open = (severity: "A" | "B") =>
    document.findings.filter((found) => found.severity === severity && found.status === "open").length;
  const count = { A: open("A"), B: open("B") };
  return [
    ...periodLine(cells, words),
    cellsTable(cells, lines, by, words),
    ...(counts.length > 0 ? [`${words.rollup.tasks}\n${countsTable(counts, by, words)}`] : []),
    ...explained(
      document.cells.filter((_, index) => isShown[index]),
      by,
      words,
    ),
    ...listsOf(document, words),
    ...(notes.length > 0
      ? [[words.rollup.notes, ...notes.map((note, index) => `  ${index + 1}. ${safe(note)}`)].join("\n")]
      : []),
    ...(out.length > 0 ? [out.join("\n")] : []),
    ...(count.A + count.B > 0 ? [words.rollup.openFindings(count)] : []),
  ].join("\n\n");
}

/** The period that all totals are of: whoever gave none must see which was taken. */
function periodLine(cells: readonly RollUpCell[], { rollup }: Words): string[] {
  const periods = new Set(cells.flatMap(({ period }) => period ?? []));
  const [only] = periods;
  return only !== undefined && periods.size === 1 ? [rollup.period(only)] : [];
}

/** With `--explain`, each total with its derivation. */
function explained(cells: RollupDocument["cells"], by: readonly GroupBy[], words: Words): string[] {
  const told = cells.flatMap(({ indicator, key, explanation = [] }) =>
    explanation.length === 0
      ? []
      : [
          [
            `  ${safe([indicator, ...groupCells(definedKey(key), by, words)].join(" "))}`,
            ...explanation.map((line) => `    ${safe(line)}`),
          ].join("\n"),
        ],
  );
  return told.length === 0 ? [] : [[words.rollup.explained, ...told].join("\n")];
}

const definedKey = (key: RollupDocument["cells"][number]["key"]): Key =>
  Object.fromEntries(Object.entries(key).flatMap(([name, of]) => (of === undefined ? [] : [[name, of]])));

/** True for a 合计 line over one group alone, which would print the same numbers twice. */
function repeatsItsOnlyGroup(cell: RollUpCell, all: readonly RollUpCell[], by: readonly GroupBy[]): boolean {
  if (by.length === 0 || Object.keys(cell.key).length > 0) return false;
  const [only, ...others] = all.filter(
    (one) =>
      one.indicatorKey === cell.indicatorKey && one.unit === cell.unit && Object.keys(one.key).length > 0,
  );
  return others.length === 0 && only?.target === cell.target && only.actual === cell.actual;
}

/** Equal notes get one number; each cell shows the numbers of its notes. */
function numbered(cells: RollupDocument["cells"]): { lines: string[]; notes: string[] } {
  const numbers = new Map<string, number>();
  const lines = cells.map(({ notes }) =>
    notes
      .map(({ message }) => {
        if (!numbers.has(message)) numbers.set(message, numbers.size + 1);
        return `[${numbers.get(message)}]`;
      })
      .join(""),
  );
  return { lines, notes: [...numbers.keys()] };
}

const groupColumns = (by: readonly GroupBy[], { rollup }: Words): TextColumn[] =>
  by.map((dimension) => ({
    heading: rollup.dimensions[dimension as keyof typeof rollup.dimensions] ?? dimension,
  }));
const groupCells = (key: Key, by: readonly GroupBy[], { rollup }: Words): string[] =>
  by.map((dimension) =>
    key[dimension] === "" && (dimension === "division" || dimension === "department")
      ? rollup.unknown
      : (key[dimension] ?? rollup.total),
  );

function cellsTable(
  cells: readonly RollUpCell[],
  notes: readonly string[],
  by: readonly GroupBy[],
  words: Words,
): string {
  const { headings, lights, none, atLeast, uncalculated } = words.rollup;
  const right = (heading: string): TextColumn => ({ heading, align: "right" });
  const hasParent = cells.some(({ parentReported }) => parentReported !== null);
  const hasMissing = cells.some(({ missing }) => missing.length > 0);
  const hasNotes = notes.some((note) => note !== "");
  const columns = [
    { heading: headings.indicator },
    ...groupColumns(by, words),
    { heading: headings.unit },
    right(headings.target),
    right(headings.actual),
    right(headings.completion),
    right(headings.pace),
    { heading: headings.light },
    right(headings.coverage),
    ...(hasParent ? [right(headings.parent), right(headings.difference)] : []),
    ...(hasMissing ? [{ heading: headings.missing }] : []),
    ...(hasNotes ? [{ heading: headings.notes }] : []),
  ];
  const amount = (value: Decimal | null) => (value === null ? none : groupDigits(value));
  const rows = cells.map((cell, index) => [
    cell.indicator,
    ...groupCells(cell.key, by, words),
    cell.unit,
    cell.targetMax === null ? amount(cell.target) : `${amount(cell.target)}—${amount(cell.targetMax)}`,
    cell.atLeast && cell.actual !== null ? atLeast(amount(cell.actual)) : amount(cell.actual),
    cell.atLeast && cell.completion !== null
      ? atLeast(percent(cell.completion))
      : percent(cell.completion, none),
    percent(cell.pace, none),
    cell.light === null ? none : awaitsCalculation(cell) ? uncalculated : lights[cell.light],
    `${cell.reported}/${cell.expected}`,
    ...(hasParent ? [amount(cell.parentReported), amount(cell.difference)] : []),
    ...(hasMissing ? [cell.missing.join("、")] : []),
    ...(hasNotes ? [notes[index] ?? ""] : []),
  ]);
  return textTable(columns, rows);
}

function countsTable(counts: readonly TaskCounts[], by: readonly GroupBy[], words: Words): string {
  const { rollup } = words;
  const states = ["total", "done", "onTrack", "behind", "overdue", "notDue", "unreported"] as const;
  const columns: TextColumn[] = [
    ...(by.length > 0 ? groupColumns(by, words) : [{ heading: "" }]),
    ...[...states, "rate" as const].map(
      (state): TextColumn => ({ heading: rollup.counts[state], align: "right" }),
    ),
  ];
  const rows = counts.map((count) => [
    ...(by.length > 0 ? groupCells(count.key, by, words) : [rollup.total]),
    ...states.map((state) => String(count[state])),
    percent(divide(decimal(String(count.done)), decimal(String(count.total)), 6) ?? null, rollup.none),
  ]);
  return textTable(columns, rows);
}

/** A ratio as a percentage with one place, as bulletins print it. */
const percent = (ratio: Decimal | null, none = ""): string =>
  ratio === null ? none : roundText(multiply(ratio, decimal("100")), 1);
