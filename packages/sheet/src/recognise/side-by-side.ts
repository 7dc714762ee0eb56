import type { HeaderBlock } from "./header-rows.ts";
import { fieldOfParts, fieldOfWord } from "./header-words.ts";
import { readHeading } from "./heading.ts";
import { own, type SheetView, shownAt } from "./sheet-view.ts";

/** The header, or its parts where tables stand beside each other: a blank column between, or the same headings over again (并列表). */
export function splitSideways(view: SheetView, header: HeaderBlock, floor: number): HeaderBlock[] {
  const parts: HeaderBlock[] = [];
  let left = header.left;
  for (let column = header.left; column <= header.right + 1; column++) {
    const heading = column <= header.right ? headingAt(view, header, column) : "";
    const blank = column <= header.right && heading === "" && isBlankColumn(view, header, column, floor);
    if (column <= header.right && !blank && !repeats(view, header, left, column, heading)) continue;
    if (column > left) parts.push({ ...header, left, right: column - 1 });
    left = blank ? column + 1 : column;
  }
  return parts.length > 1 && parts.every((part) => isWhole(view, part)) ? parts : [header];
}

const headingAt = (view: SheetView, header: HeaderBlock, column: number): string => {
  let names: string | undefined;
  for (let row = header.top; row <= header.bottom; row++) {
    const value = shownAt(view, row, column);
    if (typeof value !== "string" || value.trim() === "") continue;
    const { name } = readHeading(value);
    names = names === undefined ? name : `${names}/${name}`;
  }
  return names ?? "";
};

/** Nothing stands below where a heading would. */
function isBlankColumn(view: SheetView, header: HeaderBlock, column: number, floor: number): boolean {
  for (let row = header.firstDataRow; row <= Math.min(floor, header.firstDataRow + 60); row++) {
    const value = own(view, row, column);
    if (value !== null && value !== "") return false;
  }
  return true;
}

/** The headings from `column` on are those from `left` on: 序号 任务 目标 序号 任务 目标. */
function repeats(
  view: SheetView,
  header: HeaderBlock,
  left: number,
  column: number,
  heading: string,
): boolean {
  const width = column - left;
  if (width < 2 || column + 1 > header.right) return false;
  const field = fieldOfWord(heading);
  if (
    field !== "seq" &&
    field !== "task" &&
    field !== "division" &&
    field !== "lead" &&
    field !== "indicator"
  )
    return false;
  for (let step = 0; step < Math.min(width, header.right - column + 1); step++)
    if (headingAt(view, header, left + step) !== headingAt(view, header, column + step)) return false;
  return true;
}

/** A table by itself: it says what its rows are, and something about them. */
function isWhole(view: SheetView, part: HeaderBlock): boolean {
  let keys = 0;
  let others = 0;
  for (let column = part.left; column <= part.right; column++) {
    const names = headingAt(view, part, column);
    const leaf = names.split("/").at(-1) ?? "";
    const field = fieldOfWord(leaf) ?? fieldOfParts(leaf);
    if (
      field === "task" ||
      field === "indicator" ||
      field === "division" ||
      field === "lead" ||
      field === "program" ||
      leaf === "单位" ||
      (field === undefined && holdsNames(view, part, column))
    )
      keys++;
    else if (field && field !== "seq") others++;
  }
  return keys >= 1 && keys + others >= 2;
}

/** Below an unknown heading stand texts, and no two alike: names of what the rows are about. */
function holdsNames(view: SheetView, part: HeaderBlock, column: number): boolean {
  const seen = new Set<string>();
  for (let row = part.firstDataRow; row < part.firstDataRow + 5; row++) {
    const value = own(view, row, column);
    if (typeof value !== "string" || value.trim() === "" || seen.has(value)) return seen.size > 2;
    seen.add(value);
  }
  return true;
}
