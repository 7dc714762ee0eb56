import type { Finding, Severity } from "@taizhang/finding";
import type { Outline } from "../workbook/workbook.ts";

/** A finding as a row of the list (问题行). */
export interface FindingRow {
  readonly id: string;
  readonly finding: Finding;
  /** The sheet of its subject; "" where it has no cell. */
  readonly sheet: string;
  readonly ref: string;
  /** The departments whose rows it concerns. */
  readonly orgs: readonly string[];
  /** True once it is mended: the row stays until the next check. */
  readonly mended: boolean;
  /** True where the sheet is protected and lets this cell be changed all the same. */
  readonly unlocked?: true;
}

/** Rows of findings, each with an id that stays the same over checks as long as place and code do. */
export function rowsOf(findings: readonly Finding[], orgs: readonly (readonly string[])[]): FindingRow[] {
  const seen = new Map<string, number>();
  return findings.map((finding, index) => {
    const [place] = finding.at;
    const sheet = place?.kind === "cell" ? place.sheet : "";
    const ref = place?.kind === "cell" ? place.ref : "";
    const key = `${finding.code} ${sheet}!${ref}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { id: `${key} ${nth}`, finding, sheet, ref, orgs: orgs[index] ?? [], mended: false };
  });
}

export const weights: readonly Severity[] = ["A", "B", "C", "D"];

/** Which rows are shown (筛选). */
export interface Filter {
  readonly weights: readonly Severity[];
  readonly org: string;
  readonly scope: "sheet" | "all";
  /** Only what can be changed although the sheet is protected. */
  readonly only?: "unlocked" | "";
}

export const noFilter: Filter = { weights, org: "", scope: "sheet", only: "" };

/** True for a cell that the protection of its sheet keeps from being changed. */
export const isLocked = (outline: Outline | undefined, { sheet, unlocked }: FindingRow): boolean =>
  !unlocked && (outline?.sheets.some(({ name, isProtected }) => name === sheet && isProtected) ?? false);

/** True for a finding that still asks something of the user. */
export const isOpen = ({ finding, mended }: FindingRow): boolean => !mended && finding.status === "open";

/** The rows that the filter lets through, in their order. */
export const shown = (rows: readonly FindingRow[], filter: Filter, active: string): FindingRow[] =>
  rows.filter(
    (row) =>
      filter.weights.includes(row.finding.severity) &&
      (filter.scope === "all" || row.sheet === active || row.sheet === "") &&
      (filter.org === "" || row.orgs.includes(filter.org)) &&
      (filter.only !== "unlocked" || row.unlocked === true) &&
      (row.finding.status === "open" || row.mended),
  );

/** Open findings by weight. @example countsOf(rows).A // 3 */
export function countsOf(rows: readonly FindingRow[]): Record<Severity, number> {
  const counts = { A: 0, B: 0, C: 0, D: 0 };
  for (const row of rows) if (isOpen(row)) counts[row.finding.severity]++;
  return counts;
}

/** What is said of a check: of what the list shows by its scope, and how many there are in the other sheets. */
export function foundIn(
  rows: readonly FindingRow[],
  { scope }: Pick<Filter, "scope">,
  active: string,
): { readonly total: number; readonly must: number; readonly elsewhere: number } {
  const total = (some: readonly FindingRow[]) => some.filter(isOpen).length;
  const own = shown(rows, { ...noFilter, scope }, active);
  return { total: total(own), must: countsOf(own).A, elsewhere: total(rows) - total(own) };
}

export interface FindingGroup {
  readonly code: Finding["code"];
  readonly severity: Severity;
  readonly rows: readonly FindingRow[];
}

/** Rows by weight and rule, in the order they come. */
export function groupsOf(rows: readonly FindingRow[]): FindingGroup[] {
  const groups = new Map<string, { code: Finding["code"]; severity: Severity; rows: FindingRow[] }>();
  for (const row of rows) {
    const { code, severity } = row.finding;
    const group = groups.get(`${severity}${code}`);
    if (group) group.rows.push(row);
    else groups.set(`${severity}${code}`, { code, severity, rows: [row] });
  }
  return [...groups.values()];
}

/**
 * The rows after another check of what changed (随改随查): a row that is no longer found stays where it is, mended; new
 * ones come apart, so that the list does not move under the hand.
 */
export function recheckedRows(
  rows: readonly FindingRow[],
  found: readonly FindingRow[],
): { readonly rows: FindingRow[]; readonly fresh: FindingRow[] } {
  const now = new Map(found.map((row) => [row.id, row]));
  const known = new Set(rows.map(({ id }) => id));
  return {
    rows: rows.map((row) => {
      const again = now.get(row.id);
      return again ? { ...again, ...(row.unlocked ? { unlocked: true } : {}) } : { ...row, mended: true };
    }),
    fresh: found.filter(({ id }) => !known.has(id)),
  };
}
