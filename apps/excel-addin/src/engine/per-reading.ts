import type { Grid } from "@taizhang/grid";
import type { SheetReading, Table } from "@taizhang/sheet";

/** The function, which works once for each sheet as long as the sheet and its tables are the same objects (只算一次). */
export function perReading<T>(work: (reading: SheetReading) => T): (reading: SheetReading) => T {
  const known = new WeakMap<Grid, { readonly tables: readonly Table[]; readonly result: T }>();
  return (reading) => {
    const { grid, tables } = reading;
    const before = known.get(grid);
    const same =
      before?.tables.length === tables.length &&
      tables.every((table, index) => table === before.tables[index]);
    if (before && same) return before.result;
    const result = work(reading);
    known.set(grid, { tables, result });
    return result;
  };
}
