import { blockOf, rowsOf } from "../model/address.ts";
import { onWire } from "../model/entry.ts";
import { shownText } from "../model/number-text.ts";
import { type Block, cellAt, styleAt, usedBlock } from "../model/sheet.ts";
import { recalculate, writeCells, writeInputs } from "../model/writing.ts";
import { itemNotFound } from "../protocol/api-error.ts";
import { HostObject } from "../protocol/host-object.ts";
import type { RangeObject } from "./back-links.ts";
import { RangeEdits } from "./range-edits.ts";
import { addin } from "./scope.ts";

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
  readonly searchDirection?: string;
}

/** Finding, replacing, and dropping what stands there twice. */
export abstract class RangeSearch extends RangeEdits {
  Find(text: string, criteria: Criteria): RangeObject {
    const found = this.FindOrNullObject(text, criteria);
    if (!found) throw itemNotFound(`text ${text}`);
    return found;
  }
  FindOrNullObject(text: string, criteria: Criteria): RangeObject | null {
    const blocks = this.found(text, criteria);
    const block = criteria.searchDirection === "Backwards" ? blocks.at(-1) : blocks[0];
    return block ? this.range(block) : null;
  }
  ReplaceAll(text: string, replacement: string, criteria: Criteria): number {
    const { book, sheet } = this;
    const blocks = this.found(text, criteria);
    this.mayWrite();
    const pattern = new RegExp(
      text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
      criteria.matchCase ? "gu" : "giu",
    );
    for (const block of blocks) {
      const cell = cellAt(sheet, block.top, block.left);
      const now = cell?.formula ?? String(onWire(cell?.value ?? null));
      writeInputs(book, sheet, block, [[now.replace(pattern, () => replacement)]], addin);
    }
    return blocks.length;
  }
  RemoveDuplicates(columns: readonly number[], includesHeader: boolean): RemoveDuplicatesResult {
    const { book, sheet, block } = this;
    recalculate(book);
    this.mayWrite();
    const first = block.top + (includesHeader ? 1 : 0);
    const seen = new Set<string>();
    const kept: number[] = [];
    for (let row = first; row <= block.bottom; row++) {
      const key = JSON.stringify(
        columns.map((column) => cellAt(sheet, row, block.left + column)?.value ?? null),
      );
      if (!seen.has(key)) kept.push(row);
      seen.add(key);
    }
    const rows = block.bottom - first + 1;
    const cells = Array.from({ length: rows }, (_, at) =>
      Array.from({ length: block.right - block.left + 1 }, (__, across) => {
        const from = kept[at];
        return from === undefined ? undefined : cellAt(sheet, from, block.left + across);
      }),
    );
    writeCells(book, sheet, { ...block, top: first }, cells, addin);
    return new RemoveDuplicatesResult(rows - kept.length, kept.length);
  }

  /** The cells whose formula or shown text holds the text, row by row. */
  found(text: string, { completeMatch, matchCase }: Criteria): Block[] {
    const { book, sheet } = this;
    recalculate(book);
    const used = usedBlock(sheet, false, this.block);
    if (!used || rowsOf(used) === 0) return [];
    const plain = (one: string): string => (matchCase ? one : one.toLowerCase());
    const wanted = plain(text);
    const blocks: Block[] = [];
    for (let row = used.top; row <= used.bottom; row++)
      for (let column = used.left; column <= used.right; column++) {
        const cell = cellAt(sheet, row, column);
        if (!cell) continue;
        const format = styleAt(sheet, row, column)?.numberFormat ?? "General";
        const shown = plain(cell.formula ?? shownText(cell.value, format));
        if (completeMatch ? shown === wanted : shown.includes(wanted) && shown !== "")
          blocks.push(blockOf(row, column));
      }
    return blocks;
  }
}

class RemoveDuplicatesResult extends HostObject {
  readonly type = "RemoveDuplicatesResult";
  readonly #removed: number;
  readonly #remaining: number;
  constructor(removed: number, remaining: number) {
    super();
    this.#removed = removed;
    this.#remaining = remaining;
  }
  get Removed(): number {
    return this.#removed;
  }
  get UniqueRemaining(): number {
    return this.#remaining;
  }
}
