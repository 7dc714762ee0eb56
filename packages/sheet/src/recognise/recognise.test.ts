import { rangeRef } from "@taizhang/grid";
import { expect, test } from "vitest";
import specs from "../../specs/recognise.json" with { type: "json" };
import { gridOfSpec, type Spec } from "./grid-of-spec.ts";
import { recogniseSheet } from "./recognise.ts";

test.each(specs as unknown as Spec[])("$name", (spec) => {
  const { tables, reason } = recogniseSheet(gridOfSpec(spec), spec.file);
  const { reason: refused = "targets", tables: wanted = [] } = spec.is;
  const told = tables.map((table, index) => {
    const asked = wanted[index];
    const kinds: Record<string, number[]> = {};
    for (const { row, kind } of table.rows)
      if (kind !== "data" && kind !== "blank") kinds[kind] = [...(kinds[kind] ?? []), row + 1];
    return {
      range: rangeRef(table.range),
      headerRows: table.headerRows.map((row) => row + 1),
      shape: table.shape,
      columns: table.columns.map(({ field }) => field),
      ...(asked?.indicators ? { indicators: table.columns.map(({ indicator }) => indicator ?? null) } : {}),
      ...(asked?.org ? { org: table.org?.name } : {}),
      ...(asked?.period ? { period: table.period?.value } : {}),
      ...(asked?.role ? { role: table.role } : {}),
      ...(asked?.kinds ? { kinds } : {}),
    };
  });
  expect({ reason: reason.code, tables: told }).toEqual({ reason: refused, tables: wanted });
});
