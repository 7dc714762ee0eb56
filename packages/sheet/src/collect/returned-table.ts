import { formatAt, type Grid, textOf, valueAt } from "@taizhang/grid";
import { dateOfSerial, isDateFormat } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { isBlankAnswer } from "../read/blank-answer.ts";
import { withoutCarriedOn } from "../read/carried-on.ts";
import type { EntriesOf } from "../read/entries.ts";
import type { Assignments } from "../split/assignments.ts";
import { matcherOf, matchTo, type RowMatch } from "../split/match-row.ts";
import type { SheetReading, Table } from "../table.ts";
import type { Answer, ReturnedTable } from "./returned.ts";
import { byOwner } from "./tables-by-owner.ts";
import { type WhoseAnswers, whoseAnswers } from "./whose-answers.ts";

/** The tables of returned files against the ledger's rows, each once for every department whose rows are in it (读报表). */
export function returnedTables(
  readings: readonly SheetReading[],
  assigned: Assignments,
  entriesOf: EntriesOf,
): ReturnedTable[] {
  const { byId } = matcherOf(assigned.rows);
  const sheets = readings.flatMap(({ grid, file, tables }) =>
    tables.map((table) => {
      const entries = withoutCarriedOn(table, entriesOf(table)).filter(
        ({ kind, task }) => kind === "data" && task !== "",
      );
      return { grid, file, table, entries };
    }),
  );
  const whose = whoseAnswers(sheets, assigned);
  return sheets.flatMap(({ grid, file, table, entries }): readonly ReturnedTable[] => {
    const found = entries.map((entry): Answer | undefined => {
      const [marked, row, owner] = [byId(entry), whose.rowOf(entry), whose.ownerOf(entry)];
      if (!row) return marked && owner?.among === undefined ? { ...marked, entry } : undefined;
      return { ...(marked?.row === row ? marked : matchTo(entry, row)), entry };
    });
    const said = table.org && whose.reporterOf(table);
    const sentTo = votes(found, whose, said);
    const org = said !== undefined && sentTo.includes(said) ? said : (sentTo[0] ?? said);
    const added: Entry[] = [];
    const answers = found.flatMap((one, index) => {
      if (!one) added.push(entries[index] as Entry);
      return one ?? [];
    });
    return byOwner(
      {
        table,
        file,
        org,
        said,
        sentTo,
        answers,
        added,
        filledBy: footText(grid, table, /^填(?:报|表)人(?:[（(].{1,4}[)）])?[:：]\s*(.*)$/),
        filledOn: footText(grid, table, /^(?:报出|填报|填表|报送|上报)(?:日期|时间)[:：]\s*(.*)$/),
      },
      whose,
    );
  });
}

/** False for a form in which nothing has been filled in: it is no report (空表). */
export const isFilledIn = ({ answers, added }: ReturnedTable): boolean =>
  [...answers.map(({ entry }) => entry), ...added].some((entry) => !isBlankAnswer(entry));

/** The orgs that the rows were sent to, by number of rows; the one that the table names first among equals. */
function votes(
  found: readonly (RowMatch | undefined)[],
  whose: WhoseAnswers,
  said: string | undefined,
): string[] {
  const counts = new Map<string, number>();
  for (const one of found)
    if (one) for (const org of whose.sentTo(one.row)) counts.set(org, (counts.get(org) ?? 0) + 1);
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
