import { cellKey, parseRange, type Range } from "@taizhang/grid";
import { type ShiftedFormula, shiftFormula } from "./formula-shift.ts";
import { withoutSections } from "./shared-strings.ts";
import { tooLarge } from "./unreadable.ts";
import type { Tag } from "./xml-tags.ts";
import { decodeUtf8, unescapeXml } from "./xml-text.ts";

/** The formulas of one sheet while it is read. */
export interface SheetFormulas {
  readonly byCell: Map<number, string>;
  /** Blocks that one array formula or data table fills. */
  readonly arrays: Range[];
  /** Adds the formula of a cell from the bytes of its `f`; `tag` is undefined for a plain `<f>`. */
  readonly add: (
    bytes: Uint8Array,
    start: number,
    end: number,
    tag: Tag | undefined,
    row: number,
    column: number,
  ) => void;
  /** Gives a cell the formula that it shares by number. */
  readonly share: (id: number, row: number, column: number) => void;
  /** Resolves what had to wait, and returns the cells that share a formula that the sheet does not hold. */
  readonly finish: () => number[];
}

/** Formulas with shared ones written out for each cell (公式). */
export function sheetFormulas(budget: { formulaCharacters: number }): SheetFormulas {
  const byCell = new Map<number, string>();
  const shared = new Map<number, { row: number; column: number; shift: ShiftedFormula }>();
  const arrays: Range[] = [];
  const waiting: { id: number; row: number; column: number }[] = [];

  const set = (row: number, column: number, text: string): void => {
    budget.formulaCharacters -= text.length;
    if (budget.formulaCharacters < 0) tooLarge("formulas");
    byCell.set(cellKey(row, column), text);
  };

  const share = (id: number, row: number, column: number): void => {
    const owner = shared.get(id);
    if (owner) set(row, column, owner.shift(row - owner.row, column - owner.column));
    else {
      waiting.push({ id, row, column });
      set(row, column, "");
    }
  };

  return {
    byCell,
    arrays,
    share,
    add: (bytes, start, end, tag, row, column) => {
      const text = end > start ? formulaText(decodeUtf8(bytes, start, end)) : "";
      const type = tag?.attribute("t");
      if (type === "shared") {
        const id = Number(tag?.attribute("si"));
        if (text === "") return share(id, row, column);
        // the first cell has the text; a later one with a text of its own keeps it
        if (!shared.has(id)) shared.set(id, { row, column, shift: shiftFormula(text) });
        set(row, column, text);
        return;
      }
      const filled =
        type === "array" || type === "dataTable" ? parseRange(tag?.attribute("ref") ?? "") : undefined;
      if (filled) arrays.push(filled);
      if (type === "dataTable") set(row, column, text || dataTable(tag as Tag));
      else set(row, column, text);
    },
    finish: () =>
      waiting.flatMap(({ id, row, column }) => {
        const owner = shared.get(id);
        if (!owner) return [cellKey(row, column)];
        set(row, column, owner.shift(row - owner.row, column - owner.column));
        return [];
      }),
  };
}

const formulaText = (xml: string): string => {
  const text = unescapeXml(withoutSections(xml));
  return text.startsWith("=") ? text.slice(1) : text;
};

/** What Excel shows for a data table (模拟运算表): its row and column input cells. */
function dataTable(tag: Tag): string {
  const first = tag.attribute("r1") ?? "";
  const second = tag.attribute("r2") ?? "";
  if (tag.attribute("dt2D") === "1") return `TABLE(${first},${second})`;
  return tag.attribute("dtr") === "1" ? `TABLE(${first},)` : `TABLE(,${first})`;
}
