import { type Finding, finding } from "@taizhang/finding";
import { cellKey, cellPlace, cellRef, formatAt, type Grid, isBlank, valueAt } from "@taizhang/grid";
import { findDeadlines, isDateFormat, toNumber } from "@taizhang/quantity";
import { isBrokenDate, isNoDate } from "./rules/deadline-unreadable.ts";
import { fixCell } from "./rules/edit-cell.ts";
import { plainNumber } from "./rules/plain-number.ts";

/** A column is one of numbers, or of dates, where at least this share of what is filled is. */
const most = 0.6;
const fewest = 3;

/**
 * What a sheet that is no target sheet can still be checked for: numbers kept as text among numbers (V01), and texts
 * that are no date among dates (D01), column by column (只查数字和日期格式). Nothing is said of what the columns mean.
 * @example checkFormats(gridOf("统计表", [["数"], [1], [2], [3], ["4"]]), "统计.xlsx")[0]?.code // "V01"
 */
export function checkFormats(grid: Grid, file: string): Finding[] {
  const width = Math.max(0, ...grid.rows.map((row) => row?.length ?? 0));
  const found: Finding[] = [];
  for (let column = 0; column < width; column++) {
    const cells = filledCells(grid, column);
    const dates = cells.filter(({ isDate }) => isDate).length;
    const numbers = cells.filter(({ value, isDate }) => typeof value === "number" && !isDate).length;
    const enough = (count: number) => count >= fewest && count >= most * (cells.length - 1);
    for (const { row, value } of cells) {
      if (typeof value !== "string" || grid.formulas.has(cellKey(row, column))) continue;
      const place = cellPlace(file, grid.name, cellRef(row, column));
      const number = plainNumber(value);
      if (number !== undefined && enough(numbers))
        found.push(
          finding("V01", { text: value.trim(), reads: number }, [place], {
            fix: fixCell("toNumber", grid, place, toNumber(number)),
          }),
        );
      else if (enough(dates) && row > (cells[0]?.row ?? 0) && isUnreadable(value))
        found.push(finding("D01", { text: value.trim().slice(0, 30), vague: false }, [place]));
    }
  }
  return found;
}

/** 月6月, or a text in which nothing is a date in whichever way it is written. */
const isUnreadable = (text: string): boolean =>
  isBrokenDate(text) || (isNoDate(text) && findDeadlines(text).length === 0);

function filledCells(grid: Grid, column: number) {
  return grid.rows.flatMap((cells, row) => {
    const value = cells?.[column] ?? null;
    if (isBlank(value) || (typeof value === "string" && value.trim() === "")) return [];
    const isDate = typeof value === "number" && isDateFormat(formatAt(grid, row, column) ?? "");
    return [{ row, value: valueAt(grid, row, column), isDate }];
  });
}
