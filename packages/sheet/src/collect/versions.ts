import { type Finding, finding } from "@taizhang/finding";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { isBlankAnswer } from "../read/blank-answer.ts";
import type { AssignedRow } from "../split/assignments.ts";
import { countsInstead } from "./answered.ts";
import type { Answer, ReturnedTable } from "./returned.ts";
import { headOf } from "./row-findings.ts";

/** The answers of one org that count, by row, and rows on which its files contradict each other. */
export interface Settled {
  readonly counted: ReadonlyMap<AssignedRow, Answer>;
  readonly disputed: ReadonlySet<AssignedRow>;
  readonly findings: readonly Finding[];
}

/** What a department fills in. */
const filled: readonly Field[] = [
  "actualPeriod",
  "actualCumulative",
  "actualLastYear",
  "stage",
  "investmentActual",
  "progress",
  "status",
  "problem",
  "nextStep",
];

/**
 * One answer a row from all tables of an org (版本核对): the first in a file; of two files that differ the one with the
 * later 报出日期, and where no date decides neither.
 */
export function settleVersions(org: string, tables: readonly ReturnedTable[]): Settled {
  const files = new Map<string, ReturnedTable[]>();
  for (const one of tables) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  const counted = new Map<AssignedRow, Answer>();
  const disputed = new Set<AssignedRow>();
  const findings: Finding[] = [];
  const ordered = [...files].sort(([a, x], [b, y]) => compareText(dayOf(x), dayOf(y)) || compareText(a, b));
  let before: [string, ReturnedTable[]] | undefined;
  for (const [file, list] of ordered) {
    const answers = firstOf(list);
    const twice = betweenSheets(org, list);
    for (const row of twice.rows) disputed.add(row);
    findings.push(...twice.findings);
    const shared = counted.size === 0 ? [] : [...answers].filter(([row]) => counted.has(row));
    const differing = shared.filter(([row, { entry }]) => {
      const other = counted.get(row);
      return other !== undefined && !says(entry, other.entry);
    });
    const decided = before !== undefined && dayOf(before[1]) !== "" && dayOf(before[1]) < dayOf(list);
    for (const [row, answer] of answers) if (!counted.has(row) || decided) counted.set(row, answer);
    const [head] = list;
    if (before && head && shared.length > 0) {
      if (!decided) for (const [row] of differing) disputed.add(row);
      findings.push(
        finding(
          "C02",
          {
            org,
            other: nameOf(before[0]),
            rows: differing.length,
            ...(decided && differing.length > 0 ? { used: nameOf(file) } : {}),
          },
          [headOf(head)],
          {
            related: before[1].slice(0, 1).map(headOf),
            ...(differing.length === 0 || decided ? { severity: "D" as const } : {}),
          },
        ),
      );
    }
    before = [file, list];
  }
  return { counted, disputed, findings };
}

/** The first answer to each row that has its figure, else the first; what only checks another's is none. */
function firstOf(tables: readonly ReturnedTable[]): Map<AssignedRow, Answer> {
  const first = new Map<AssignedRow, Answer>();
  for (const { answers } of tables)
    for (const answer of answers) {
      if (answer.isCheck || answer.sentTo !== undefined) continue;
      const before = first.get(answer.row);
      if (!before || countsInstead(answer.row, before.entry, answer.entry)) first.set(answer.row, answer);
    }
  return first;
}

/** Two sheets of one file that answer the same rows differently: which is meant, nobody can say (同一文件两张表). */
function betweenSheets(
  org: string,
  tables: readonly ReturnedTable[],
): { rows: readonly AssignedRow[]; findings: readonly Finding[] } {
  const [one, ...others] = tables;
  if (!one || others.length === 0) return { rows: [], findings: [] };
  const first = firstOf([one]);
  const rows: AssignedRow[] = [];
  const findings: Finding[] = [];
  for (const other of others) {
    const differing = [...firstOf([other])].flatMap(([row, { entry }]) => {
      const before = first.get(row)?.entry;
      const speak = before && !isBlankAnswer(before) && !isBlankAnswer(entry);
      return speak && !says(entry, before) ? [row] : [];
    });
    if (differing.length === 0) continue;
    rows.push(...differing);
    const args = { org, other: one.table.grid.name, rows: differing.length };
    findings.push(finding("C02", args, [headOf(other)], { related: [headOf(one)] }));
  }
  return { rows, findings };
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

const dayOf = (tables: readonly ReturnedTable[]): string =>
  tables
    .map(({ filledOn }) => /(20\d\d)\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/.exec(filledOn.normalize("NFKC")))
    .map((found) => (found ? `${found[1]}-${found[2]?.padStart(2, "0")}-${found[3]?.padStart(2, "0")}` : ""))
    .sort(compareText)
    .at(-1) ?? "";

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const says = (a: Entry, b: Entry): boolean =>
  filled.every((field) => plain(a.cells.get(field)?.text) === plain(b.cells.get(field)?.text));

const plain = (text = ""): string => text.normalize("NFKC").replace(/\s+/g, "");
