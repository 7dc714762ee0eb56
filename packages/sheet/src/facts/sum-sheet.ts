import type { Entry } from "../entry.ts";
import { fold } from "../recognise/heading.ts";
import type { Table } from "../table.ts";

const sumName = /^(?:合计|总计|汇总|总表|总|全[省市区县州旗镇乡])(?:表|数|合计|汇总)?(?:\(.{1,8}\))?$/;
const noise = /(?:20\d\d年?|\d{1,2}月(?:份)?|[-_ .\d])+/g;

/** True for a sheet that calls itself the sum of the others: 合计, 汇总, 全县 (汇总页). */
export const isSumSheet = ({ grid }: Table): boolean => sumName.test(fold(grid.name).replace(noise, ""));

/** For each indicator the sheets that have a row of it; a sum is one of others, so they must be there. */
export function sheetsByIndicator(
  tables: readonly { readonly table: Table; readonly entries: readonly Entry[] }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  if (!tables.some(({ table }) => isSumSheet(table))) return found;
  for (const { table, entries } of tables)
    for (const { kind, indicator } of entries)
      if (kind === "data") found.set(indicator, (found.get(indicator) ?? new Set()).add(sheetOf(table)));
  return found;
}

const sheetOf = ({ file, grid }: Table): string => `${file}\u0000${grid.name}`;
