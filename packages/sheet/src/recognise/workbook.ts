import type { Grid } from "@taizhang/grid";
import { readSettings } from "../settings/read-settings.ts";
import type { SheetReading, Table } from "../table.ts";
import { type RecogniseOptions, recogniseSheet } from "./recognise.ts";
import { viewOf } from "./sheet-view.ts";
import { surroundingsOf } from "./surroundings.ts";

/**
 * The readings of all sheets of a workbook (识别工作簿). What a sheet does not say about org and period, a cover or the
 * other sheets may; corrections kept in the sheet 台账设置 are applied, and those given win over them.
 */
export function recogniseWorkbook(
  grids: readonly Grid[],
  file: string,
  options: RecogniseOptions = {},
): readonly SheetReading[] {
  const kept = readSettings(grids, file).settings.corrections;
  const corrections = [...kept, ...(options.corrections ?? [])];
  return together(grids.map((grid) => recogniseSheet(grid, file, { ...options, corrections })));
}

/** Readings of single sheets with what the sheets of a workbook say of each other: org and period. */
export function together(readings: readonly SheetReading[]): readonly SheetReading[] {
  if (readings.length < 2 || readings.every(({ tables }) => tables.every(saysAll))) return readings;
  const covers = readings.filter(({ tables }) => tables.length === 0).map(coverOf);
  const tables = readings.flatMap((reading) => reading.tables);
  const org = agreed(covers.map(({ org }) => org)) ?? agreed(tables.map((table) => table.org));
  const coverPeriod = agreed(covers.map(({ period }) => period));
  const period = coverPeriod ?? agreed(tables.map((table) => table.period));
  return readings.map((reading) => {
    const tables = reading.tables.map((table) => {
      const more = {
        ...(org && !said(table.org) && (covers.some((cover) => cover.org) || !table.org) ? { org } : {}),
        ...(period && (!table.period || (coverPeriod && table.period.value.length === 4)) ? { period } : {}),
      };
      return filledIn(table, more);
    });
    return tables.every((table, index) => table === reading.tables[index]) ? reading : { ...reading, tables };
  });
}

const known = new WeakMap<Table, Table>();

/** The table with what other sheets say; the same object for the same words, so that what is read of it stays read. */
function filledIn(table: Table, more: Pick<Table, "org" | "period">): Table {
  if (!more.org && !more.period) return table;
  const before = known.get(table);
  const said = ({ org, period }: Pick<Table, "org" | "period">) => JSON.stringify([org, period]);
  if (before && said(before) === said({ ...table, ...more })) return before;
  const filled = { ...table, ...more };
  known.set(table, filled);
  return filled;
}

/** Has a table of other values completed as the one before it was. */
export const completedAs = (table: Table, completed: Table): unknown => known.set(table, completed);

/** Nothing that another sheet says would add to it. */
const saysAll = ({ org, period }: Table): boolean =>
  said(org) && period !== undefined && period.value.length > 4;

const said = (org: Table["org"]): boolean => org?.evidence[0]?.rule === "填报单位";

/** What a cover sheet says outright. */
function coverOf({ grid }: SheetReading): Pick<Table, "org" | "period"> {
  const view = viewOf(grid);
  const { said: org, saidPeriod: period } = surroundingsOf(view, 0, Math.min(view.bottom, 40), "");
  const sheet = { rule: "otherSheet", saw: grid.name };
  return {
    ...(org ? { org: { name: org.name, evidence: [...org.evidence, sheet] } } : {}),
    ...(period ? { period: { value: period.value, evidence: [...period.evidence, sheet] } } : {}),
  };
}

/** The value that all who have one agree on. */
function agreed<T extends { readonly name?: string; readonly value?: string }>(
  values: readonly (T | undefined)[],
): T | undefined {
  const known = values.filter((value) => value !== undefined);
  const [first] = known;
  return known.every((one) => one.name === first?.name && one.value === first?.value) ? first : undefined;
}
