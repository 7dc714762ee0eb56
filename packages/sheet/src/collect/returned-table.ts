import { formatAt, type Grid, textOf, valueAt } from "@taizhang/grid";
import { dateOfSerial, isDateFormat } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { regionOf } from "../orgs/region.ts";
import { withoutCarriedOn } from "../read/carried-on.ts";
import type { EntriesOf } from "../read/entries.ts";
import type { AssignedRow, Assignments } from "../split/assignments.ts";
import { matcherOf, type RowMatch } from "../split/match-row.ts";
import type { SheetReading, Table } from "../table.ts";
import { isBlankAnswer } from "./answered.ts";
import type { Answer, ReturnedTable } from "./returned.ts";
import { byOwner } from "./tables-by-owner.ts";

/** The tables of returned files against the ledger's rows (读报表). */
export function returnedTables(
  readings: readonly SheetReading[],
  assigned: Assignments,
  entriesOf: EntriesOf,
): ReturnedTable[] {
  const { rows, assignments, orgOf } = assigned;
  const match = matcherOf(rows);
  const owners = new Map<AssignedRow, readonly string[]>();
  for (const { org, rows: own } of assignments) {
    const alone = [org];
    for (const row of own) {
      const others = owners.get(row);
      owners.set(row, others ? [...others, org] : alone);
    }
  }
  const found = readings.flatMap(({ grid, file, tables }) =>
    tables.map((table): ReturnedTable => {
      const entries = withoutCarriedOn(table, entriesOf(table)).filter(
        ({ kind, task }) => kind === "data" && task !== "",
      );
      const reporter = table.org?.name;
      const named = reporter === undefined ? undefined : orgOf(reporter, regionOf(table));
      const byId = entries.map((entry) => match(entry, nobody));
      const sentTo = votes(byId, owners, named);
      const said = named;
      const org = said !== undefined && sentTo.includes(said) ? said : (sentTo[0] ?? said);
      const taken = new Set(byId.map((one) => one?.row));
      const mayReport = (row: AssignedRow) => {
        const own = reporter === undefined ? undefined : assigned.claim(row, reporter, regionOf(table));
        return own?.org !== undefined || own?.claim.as === "unknown";
      };
      const isOpen = (row: AssignedRow) =>
        !taken.has(row) && (org === undefined || owners.get(row)?.includes(org) === true || mayReport(row));
      const answers: Answer[] = [];
      const added: Entry[] = [];
      for (let index = 0; index < entries.length; index++) {
        const entry = entries[index] as Entry;
        const found = byId[index] ?? match(entry, isOpen);
        if (found) {
          const owner = owners.get(found.row);
          const sentTo = org !== undefined && owner && !owner.includes(org) ? owner[0] : undefined;
          answers.push(sentTo === undefined ? { ...found, entry } : { ...found, entry, sentTo });
          taken.add(found.row);
        } else added.push(entry);
      }
      const owning = sentTo.length > 0 ? sentTo : votes(answers, owners, said);
      return {
        table,
        file,
        org: org ?? owning[0],
        said,
        sentTo: owning,
        answers,
        added,
        filledBy: footText(grid, table, /^填(?:报|表)人(?:[（(].{1,4}[)）])?[:：]\s*(.*)$/),
        filledOn: footText(grid, table, /^(?:报出|填报|填表|报送|上报)(?:日期|时间)[:：]\s*(.*)$/),
      };
    }),
  );
  return byOwner(found, owners, assigned);
}

/** False for a form in which nothing has been filled in: it is no report (空表). */
export const isFilledIn = ({ answers, added }: ReturnedTable): boolean =>
  [...answers.map(({ entry }) => entry), ...added].some((entry) => !isBlankAnswer(entry));

const nobody = (): boolean => false;

/** The orgs that the rows were sent to, by number of rows; the one that the table names first among equals. */
function votes(
  found: readonly (RowMatch | undefined)[],
  owners: ReadonlyMap<AssignedRow, readonly string[]>,
  said: string | undefined,
): string[] {
  const counts = new Map<string, number>();
  for (const one of found)
    if (one) for (const org of owners.get(one.row) ?? []) counts.set(org, (counts.get(org) ?? 0) + 1);
  const rank = ([org, count]: [string, number]) => count * 2 + (org === said ? 1 : 0);
  return [...counts].sort((a, b) => rank(b) - rank(a)).map(([org]) => org);
}

/** What stands after a key below the table, in its cell or in the next. */
function footText(grid: Grid, { rows }: Table, key: RegExp): string {
  const from = rows.findLast(({ kind }) => kind === "data")?.row ?? 0;
  for (let row = from + 1; row < grid.rows.length; row++)
    for (let column = 0; column < (grid.rows[row]?.length ?? 0); column++) {
      const found = key.exec(textOf(valueAt(grid, row, column)).trim());
      if (found) return found[1] || shown(grid, row, column + 1);
    }
  return "";
}

function shown(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  const format = formatAt(grid, row, column);
  if (typeof value === "number" && format !== undefined && isDateFormat(format))
    return dateOfSerial(value, grid.date1904) ?? "";
  const text = textOf(value).trim();
  return /[:：]$/.test(text) ? "" : text;
}
