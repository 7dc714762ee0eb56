import { columnIndex, lastColumn, lastRow, type Range } from "@taizhang/grid";
import { sheetName } from "./formula-parts.ts";
import type { Reach } from "./formula-walk.ts";

const string = /"(?:[^"]|"")*"/g;
/** A sheet's name before `!`, or the cells and lines that a formula names, or a word. */
const part =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(])|([\p{L}_\\][\p{L}\p{N}_.\\]*)(\(?)/giu;
const anywhere = /^(?:INDIRECT|OFFSET|TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)$/i;

/**
 * What a formula looks at, as far as its text says. It errs on the side of too much.
 * @example reachOf("SUM(B2:B9)+汇总!C1").blocks.length // 2
 */
export function reachOf(formula: string): Reach {
  const text = formula.replace(string, '""');
  // other workbooks, tables, several sheets at once, results that spill
  if (/[[\]#]/.test(text) || /:[^!:()'",]*!|'[^']*:[^']*'!/.test(text)) return { blocks: [], anything: true };
  const blocks: { sheet?: string; range: Range }[] = [];
  let anything = false;
  const rest = text.replace(
    part,
    (_, sheet: string | undefined, cells: string | undefined, word = "", bracket = "") => {
      const range = cells === undefined ? undefined : rangeOf(cells);
      if (range) blocks.push({ ...(sheet === undefined ? {} : { sheet: sheetName(sheet) }), range });
      else if (cells !== undefined) anything = true;
      else if (bracket === "" ? !/^(?:TRUE|FALSE)$/i.test(word) : anywhere.test(word)) anything = true;
      return "";
    },
  );
  // a block whose corner is worked out
  return anything || rest.includes(":") ? { blocks: [], anything: true } : { blocks, anything: false };
}

/** The block that cells, whole columns or whole rows make. */
function rangeOf(written: string): Range | undefined {
  const [from = "", to = from] = written.replaceAll("$", "").split(":");
  const [a, b] = [placeOf(from), placeOf(to)];
  if (!a || !b) return undefined;
  return {
    top: Math.min(a.row ?? 0, b.row ?? 0),
    bottom: Math.max(a.row ?? lastRow, b.row ?? lastRow),
    left: Math.min(a.column ?? 0, b.column ?? 0),
    right: Math.max(a.column ?? lastColumn, b.column ?? lastColumn),
  };
}

function placeOf(written: string): { readonly row?: number; readonly column?: number } | undefined {
  const [, letters = "", digits = ""] = /^([A-Z]*)(\d*)$/i.exec(written) ?? [];
  const column = columnIndex(letters);
  const row = Number(digits) - 1;
  if ((letters !== "" && column === undefined) || (digits !== "" && (row < 0 || row > lastRow)))
    return undefined;
  return { ...(column === undefined ? {} : { column }), ...(digits === "" ? {} : { row }) };
}
