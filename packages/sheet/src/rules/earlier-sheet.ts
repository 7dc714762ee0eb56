import { comparePeriods, isPeriod } from "@taizhang/model";
import type { Table } from "../table.ts";

/**
 * Whether a sheet is that of an earlier period beside the return of the period asked for, of one org in one file: 1月, 2月
 * and 3月 in a workbook are no wrong sheets (各期的表).
 */
export function isEarlierSheet(
  { file, period }: Table,
  wanted: string,
  others: readonly Table[],
  isOfSameOrg: (other: Table) => boolean,
): boolean {
  const found = period?.value;
  return (
    found !== undefined &&
    isPeriod(found) &&
    isPeriod(wanted) &&
    comparePeriods(found, wanted) < 0 &&
    others.some(
      (other) =>
        other.file === file &&
        other.role === "return" &&
        other.period?.value === wanted &&
        isOfSameOrg(other),
    )
  );
}
