import { intersection, without } from "../model/address.ts";
import type { Book } from "../model/book.ts";
import { valueType } from "../model/entry.ts";
import { type Block, cellAt, type HostCell, type Sheet, usedBlock } from "../model/sheet.ts";
import { recalculate } from "../model/writing.ts";
import { invalidArgument } from "../protocol/api-error.ts";

const kinds: Readonly<Record<string, readonly string[]>> = {
  All: ["Error", "Boolean", "Double", "String"],
  Errors: ["Error"],
  ErrorsLogical: ["Error", "Boolean"],
  ErrorsNumbers: ["Error", "Double"],
  ErrorsText: ["Error", "String"],
  ErrorsLogicalNumber: ["Error", "Boolean", "Double"],
  ErrorsLogicalText: ["Error", "Boolean", "String"],
  ErrorsNumberText: ["Error", "Double", "String"],
  Logical: ["Boolean"],
  LogicalNumbers: ["Boolean", "Double"],
  LogicalText: ["Boolean", "String"],
  LogicalNumbersText: ["Boolean", "Double", "String"],
  Numbers: ["Double"],
  NumbersText: ["Double", "String"],
  Text: ["String"],
};

/** The cells of a block that "Go to special" finds, as blocks. */
export function specialBlocks(
  book: Book,
  sheet: Sheet,
  block: Block,
  cellType: string,
  valueTypes?: string | null,
): Block[] {
  recalculate(book);
  const used = usedBlock(sheet, false, block);
  const wanted = kinds[valueTypes ?? "All"];
  if (!wanted) throw invalidArgument(`cellValueType ${valueTypes}`);
  const isWanted = (cell: HostCell | undefined): boolean => wanted.includes(valueType(cell?.value ?? null));
  switch (cellType) {
    case "Blanks":
      return used
        ? blocksWhere(sheet, used, (cell) => !cell || (cell.value === null && cell.formula === undefined))
        : [];
    case "Constants":
      return used
        ? blocksWhere(
            sheet,
            used,
            (cell) => cell !== undefined && cell.formula === undefined && isWanted(cell),
          )
        : [];
    case "Formulas":
      return used ? blocksWhere(sheet, used, (cell) => cell?.formula !== undefined && isWanted(cell)) : [];
    case "Visible":
      return visibleBlocks(sheet, block);
    case "ConditionalFormats":
    case "SameConditionalFormat":
      return sheet.conditionalFormats.flatMap(({ blocks }) =>
        blocks.flatMap((one) => intersection(one, block) ?? []),
      );
    case "DataValidations":
    case "SameDataValidation":
      return sheet.validations.flatMap(({ blocks }) =>
        blocks.flatMap((one) => intersection(one, block) ?? []),
      );
    default:
      throw invalidArgument(`cellType ${cellType}`);
  }
}

/** Runs of cells across, joined downwards where they are alike. */
function blocksWhere(sheet: Sheet, within: Block, test: (cell: HostCell | undefined) => boolean): Block[] {
  const done: Block[] = [];
  let open = new Map<string, Block>();
  for (let row = within.top; row <= within.bottom; row++) {
    const next = new Map<string, Block>();
    for (let left = within.left; left <= within.right; left++) {
      if (!test(cellAt(sheet, row, left))) continue;
      let right = left;
      while (right < within.right && test(cellAt(sheet, row, right + 1))) right++;
      const key = `${left}:${right}`;
      const above = open.get(key);
      next.set(key, above ? { ...above, bottom: row } : { top: row, bottom: row, left, right });
      left = right;
    }
    for (const [key, block] of open) if (!next.has(key)) done.push(block);
    open = next;
  }
  return [...done, ...open.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

function visibleBlocks(sheet: Sheet, block: Block): Block[] {
  const hidden = [
    ...[...sheet.hiddenRows].map((row) => ({ ...block, top: row, bottom: row })),
    ...[...sheet.hiddenColumns].map((column) => ({ ...block, left: column, right: column })),
  ];
  return hidden
    .reduce((rest, hole) => rest.flatMap((one) => without(one, hole)), [block])
    .sort((a, b) => a.top - b.top || a.left - b.left);
}
