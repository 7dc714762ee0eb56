import { type Finding, finding } from "@taizhang/finding";
import { cellPlace, cellRef } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import { orgNames, type PrintedOrg } from "../orgs/org-names.ts";
import { regionOfPlan, reportersOf } from "../orgs/plan-region.ts";
import { regionOf } from "../orgs/region.ts";
import { withinOf } from "../orgs/within.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { type EntriesOf, readEntries } from "../read/entries.ts";
import type { SheetReading, Table } from "../table.ts";
import { rowIds } from "./row-id.ts";

/** By what a ledger is taken apart: one file a lead department, a town (or other division), or a program. */
export type SplitBy = "lead" | "town" | "program";

/** A row of the ledger as it goes to a department. */
export interface AssignedRow {
  readonly id: string;
  readonly entry: Entry;
  readonly table: Table;
  /** All who lead the task; the first reports the figure unless the ledger names another. */
  readonly leads: readonly string[];
  /** Who reports the figure that counts. */
  readonly dataOrg: string;
  /** Whose sheet brings the answer that counts: the department's, or the town's or program's where these are sent out. */
  readonly answeredBy: string;
  /** The row of which it is what one of several has (各家的一份). */
  readonly whole?: AssignedRow;
  /** It only checks the figure of a joint task. */
  readonly isCheck?: true;
}

/** The rows that one department answers for (下发单位). */
export interface Assignment {
  readonly org: string;
  readonly rows: readonly AssignedRow[];
}

/** A ledger taken apart. */
export interface Assignments {
  readonly assignments: readonly Assignment[];
  /** All rows, in the ledger's order. */
  readonly rows: readonly AssignedRow[];
  /** The org that a name in a row of the ledger means, by the name that its assignment has. */
  readonly orgOf: (row: AssignedRow, printed: string) => string;
  /** Rows that nobody answers for. */
  readonly findings: readonly Finding[];
}

/**
 * Who answers for which rows of a ledger, in the ledger's order (任务归属). The names of `returned` tables tell whose plan
 * a ledger without a division is: its 文体局 is 南关区文体局 where the returns are 南关区's.
 */
export function assignmentsOf(
  ledger: readonly SheetReading[],
  by: SplitBy = "lead",
  entriesOf: EntriesOf = readEntries,
  returned: readonly SheetReading[] = [],
): Assignments {
  const ofPlan = regionOfPlan(reportersOf(returned.flatMap(({ tables }) => tables)));
  const sources = ledger.flatMap(({ tables }) =>
    tables.map((table) => ({ table, entries: entriesOf(table), region: regionOf(table) ?? ofPlan })),
  );
  const data = sources.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "data"));
  const ids = rowIds(data);
  const divisions = data.flatMap(({ division }) => division ?? []);
  const printed: PrintedOrg[] = [];
  for (const { entries, region } of sources) {
    // A ledger prints each name in row after row.
    const own = new Map<string, number>();
    const note = (name: string | undefined): void => {
      if (name) own.set(name, (own.get(name) ?? 0) + 1);
    };
    for (const entry of entries) {
      for (const name of entry.leads) note(name);
      note(entry.division);
      note(dataOrgOf(entry));
    }
    for (const [name, times] of own) printed.push({ name, region, times });
  }
  const known = orgNames(printed, printed, {
    within: withinOf(divisions.slice(0, 200), undefined),
  });
  const nameOf = (name: string, region: string | undefined): string => known({ name, region }).name;
  const regions = new Map(sources.map(({ table, region }) => [table, region]));
  const byOrg = new Map<string, AssignedRow[]>();
  const rows: AssignedRow[] = [];
  const findings: Finding[] = [];
  for (const { table, entries, region } of sources) {
    // The same list comes in row after row.
    const knownLeads = new Map<readonly string[], readonly string[]>();
    for (const entry of entries) {
      if (entry.kind !== "data") continue;
      const leads = knownLeads.get(entry.leads) ?? [
        ...new Set(entry.leads.map((name) => nameOf(name, region))),
      ];
      knownLeads.set(entry.leads, leads);
      const stated = dataOrgOf(entry);
      const division = entry.division && nameOf(entry.division, region);
      const dataOrg =
        by === "town"
          ? (division ?? leads[0])
          : stated === ""
            ? (leads[0] ?? division)
            : nameOf(stated, region);
      const groups =
        by === "program"
          ? [entry.program ?? ""]
          : by === "town"
            ? [division ?? leads[0] ?? ""]
            : stated === "" || leads.length === 0
              ? leads
              : [...new Set([...leads, dataOrg ?? ""])];
      const row: AssignedRow = {
        id: ids.get(entry) ?? "",
        entry,
        table,
        leads: leads.length > 0 ? leads : division ? [division] : [],
        dataOrg: dataOrg ?? "",
        answeredBy: (by === "program" ? groups[0] : dataOrg) ?? "",
      };
      rows.push(row);
      const named = (groups.length > 0 ? groups : division ? [division] : []).filter((org) => org !== "");
      for (const org of named) {
        const own = byOrg.get(org);
        if (own) own.push(row);
        else byOrg.set(org, [row]);
      }
      if (named.length === 0)
        findings.push(
          finding("U03", { kind: "none", task: entry.task || entry.indicator }, [
            cellPlace(table.file, table.grid.name, leadRef(table, entry)),
          ]),
        );
    }
  }
  return {
    assignments: [...byOrg].map(([org, rows]) => ({ org, rows })),
    rows,
    orgOf: ({ table }, printed) => nameOf(printed, regions.get(table)),
    findings,
  };
}

const leadRef = (table: Table, { row }: Entry): string =>
  cellRef(row, table.columns.find(({ field }) => field === "lead")?.index ?? table.range.left);
