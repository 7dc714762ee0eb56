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
): SheetReading[] {
  const kept = readSettings(grids, file).settings.corrections;
  const corrections = [...kept, ...(options.corrections ?? [])];
  const readings = grids.map((grid) => recogniseSheet(grid, file, { ...options, corrections }));
  if (readings.length < 2) return readings;
  const covers = readings.filter(({ tables }) => tables.length === 0).map(coverOf);
  const tables = readings.flatMap((reading) => reading.tables);
  const org = agreed(covers.map(({ org }) => org)) ?? agreed(tables.map((table) => table.org));
  const coverPeriod = agreed(covers.map(({ period }) => period));
  const period = coverPeriod ?? agreed(tables.map((table) => table.period));
  return readings.map((reading) => ({
    ...reading,
    tables: reading.tables.map((table) => ({
      ...table,
      ...(org && !said(table.org) && (covers.some((cover) => cover.org) || !table.org) ? { org } : {}),
      ...(period && (!table.period || (coverPeriod && table.period.value.length === 4)) ? { period } : {}),
    })),
  }));
}

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
