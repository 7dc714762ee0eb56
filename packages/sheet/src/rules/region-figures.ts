import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { regionOf } from "../orgs/region.ts";
import type { TableView } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** A row of a return, as the figure of one department. */
export interface DepartmentFigure {
  readonly entry: Entry;
  readonly view: TableView;
}

/** The figures of departments by division and indicator: 南关区人社局's by 南关区 (部门数按地区). */
export function figuresByRegion(tables: readonly TableView[]): Map<string, DepartmentFigure[]> {
  const found = new Map<string, DepartmentFigure[]>();
  for (const view of tables) {
    if (view.table.role === "ledger" || !view.table.org) continue;
    const region = regionOf(view.table);
    if (region === undefined || textKey(region) === textKey(view.table.org.name)) continue;
    for (const entry of view.data)
      if (entry.division === undefined && entry.indicator)
        put(found, `${textKey(region)}|${textKey(entry.indicator)}`, { entry, view });
  }
  return found;
}
