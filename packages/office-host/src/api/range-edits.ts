import {
  blockOf,
  columnsOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  locate,
  rowsOf,
} from "../model/address.ts";
import { type CopyType, copied } from "../model/copying.ts";
import { deleteCells, insertCells } from "../model/moving.ts";
import { type Block, cellAt, type HostCell, type Hyperlink, type Sheet, widthOf } from "../model/sheet.ts";
import { restyle, writeCells, writeInputs } from "../model/writing.ts";
import { ApiError, accessDenied, invalidArgument } from "../protocol/api-error.ts";
import type { RangeObject } from "./back-links.ts";
import { RangeContent } from "./range-content.ts";
import { addin } from "./scope.ts";

/** Acts that change cells otherwise than by giving them values. */
export abstract class RangeEdits extends RangeContent {
  Clear(applyTo = "All"): void {
    const { book, sheet, block } = this;
    if (
      !["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"].includes(
        applyTo ?? "All",
      )
    )
      throw invalidArgument(`applyTo ${applyTo}`);
    this.mayWrite();
    const contents = applyTo === "All" || applyTo === "Contents" || applyTo === "ResetContents";
    const formats = applyTo === "All" || applyTo === "Formats";
    const links = applyTo === "All" || applyTo.endsWith("yperlinks");
    const used = { ...block, bottom: Math.min(block.bottom, Math.max(block.top, sheet.rows.length - 1)) };
    const width = Math.max(1, widthOf(sheet));
    const clipped = { ...used, right: Math.min(used.right, Math.max(used.left, width - 1)) };
    const cells = this.#cells(sheet, clipped, (cell) => {
      if (!cell) return undefined;
      const rest: HostCell = {
        value: contents ? null : cell.value,
        ...(contents || cell.formula === undefined ? {} : { formula: cell.formula }),
        ...(formats || !cell.style ? {} : { style: cell.style }),
        ...(links || !cell.link ? {} : { link: cell.link }),
      };
      return rest.value === null && rest.formula === undefined && !rest.style && !rest.link
        ? undefined
        : rest;
    });
    if (contents) writeCells(book, sheet, clipped, cells, addin);
    else book.journal.cells(sheet, clipped.top, clipped.left, cells);
    if (formats && (isWholeColumns(block) || isWholeRows(block)))
      restyle(
        book,
        sheet,
        block,
        (style) => Object.fromEntries(Object.keys(style ?? {}).map((key) => [key, undefined])),
        addin,
      );
    if (applyTo === "All" || applyTo === "Formats") {
      const rest = sheet.conditionalFormats.filter(
        ({ blocks }) => !blocks.every((one) => isInside(one, block)),
      );
      book.journal.set(sheet, "conditionalFormats", rest);
    }
    if (formats) book.events.raise({ kind: "formatChanged", sheetId: sheet.id, block, source: addin.source });
  }
  ClearOrResetContents(): void {
    this.Clear("Contents");
  }

  Merge(across?: boolean | null): void {
    const { book, sheet, block } = this;
    this.allow("allowFormatCells");
    if (sheet.tables.some((table) => intersection(table.block, block)))
      throw new ApiError("InvalidOperation", "Cells of a table cannot be merged.");
    const parts = across
      ? Array.from({ length: rowsOf(block) }, (_, down) => ({
          ...block,
          top: block.top + down,
          bottom: block.top + down,
        }))
      : [block];
    const rest = sheet.merges.filter((merge) => !intersection(merge, block));
    // only the first cell keeps its content
    for (const part of parts) {
      let first = true;
      const cells = this.#cells(sheet, part, (cell) => {
        const kept = first ? cell : cell?.style && { value: null, style: cell.style };
        first = false;
        return kept || undefined;
      });
      book.journal.cells(sheet, part.top, part.left, cells);
    }
    book.journal.set(sheet, "merges", [
      ...rest,
      ...parts.filter((part) => rowsOf(part) * columnsOf(part) > 1),
    ]);
  }
  Unmerge(): void {
    const { book, sheet, block } = this;
    this.allow("allowFormatCells");
    book.journal.set(
      sheet,
      "merges",
      sheet.merges.filter((merge) => !intersection(merge, block)),
    );
  }

  Insert(shift: string): RangeObject {
    const { book, sheet, block } = this;
    if (shift !== "Down" && shift !== "Right") throw invalidArgument(`shift ${shift}`);
    this.#mayMove("insert", shift === "Down");
    insertCells(book, sheet, block, shift, addin);
    return this.range(block);
  }
  Delete(shift: string): void {
    const { book, sheet, block } = this;
    if (shift !== "Up" && shift !== "Left") throw invalidArgument(`shift ${shift}`);
    this.#mayMove("delete", shift === "Up");
    deleteCells(book, sheet, block, shift, addin);
  }

  CopyFrom(
    source: RangeObject | { blocks: readonly Block[]; sheet: Sheet } | string,
    type = "All",
    skipBlanks?: boolean | null,
    transpose?: boolean | null,
  ): void {
    const { book, sheet, block } = this;
    const from = this.#source(source);
    if (!["All", "Formulas", "Values", "Formats", "Link"].includes(type))
      throw invalidArgument(`copyType ${type}`);
    const cells = copied(
      book,
      from,
      { sheet, block },
      type as CopyType,
      skipBlanks === true,
      transpose === true,
    );
    const at = blockOf(block.top, block.left, cells.length, cells[0]?.length ?? 1);
    this.range(at).mayWrite();
    writeCells(book, sheet, at, cells, addin);
  }
  MoveTo(destination: RangeObject | string): void {
    const { book, sheet, block } = this;
    const to = typeof destination === "string" ? this.#source(destination) : destination;
    const at = blockOf(to.block.top, to.block.left, rowsOf(block), columnsOf(block));
    this.mayWrite();
    const cells = this.#cells(sheet, block, (cell) => cell);
    writeCells(
      book,
      sheet,
      block,
      cells.map((line) => line.map(() => undefined)),
      addin,
    );
    writeCells(book, to.sheet, at, cells, addin);
  }
  /** Fills as copying does; a single number or a run of them goes on as a series. */
  AutoFill(destination?: RangeObject | string | null, type = "FillDefault"): void {
    if (destination === undefined || destination === null)
      throw invalidArgument("office-host fills only a given range");
    const to = typeof destination === "string" ? this.#source(destination) : destination;
    const { book, sheet, block } = this;
    if (!isInside(block, to.block)) throw invalidArgument("the destination holds the source");
    const cells = copied(
      book,
      { sheet, block },
      to,
      type === "FillFormats" ? "Formats" : type === "FillValues" ? "Values" : "All",
      false,
      false,
    );
    writeCells(book, sheet, to.block, cells, addin);
    if (type === "FillSeries") this.#series(to.block);
  }

  get Hyperlink(): Hyperlink | null {
    return cellAt(this.sheet, this.block.top, this.block.left)?.link ?? null;
  }
  set Hyperlink(link: Hyperlink | null) {
    const { book, sheet, block } = this;
    this.allow("allowInsertHyperlinks");
    if (link?.textToDisplay !== undefined)
      writeInputs(book, sheet, blockOf(block.top, block.left), [[link.textToDisplay]], addin);
    const cells = this.#cells(sheet, block, (cell) => {
      const { link: _, ...rest } = cell ?? { value: null };
      return link ? { ...rest, link: { ...link } } : rest;
    });
    book.journal.cells(sheet, block.top, block.left, cells);
    if (link) restyle(book, sheet, block, () => ({ fontColor: "#0563C1", underline: "Single" }), addin);
  }

  #cells(
    sheet: Sheet,
    block: Block,
    pick: (cell: HostCell | undefined) => HostCell | undefined,
  ): (HostCell | undefined)[][] {
    return Array.from({ length: rowsOf(block) }, (_, down) =>
      Array.from({ length: columnsOf(block) }, (__, across) =>
        pick(cellAt(sheet, block.top + down, block.left + across)),
      ),
    );
  }
  #source(source: RangeObject | { blocks: readonly Block[]; sheet: Sheet } | string): {
    sheet: Sheet;
    block: Block;
  } {
    if (typeof source !== "string" && "block" in source) return source;
    const place = typeof source === "string" ? locate(this.book, this.sheet, source) : source;
    const [block, ...more] = place?.blocks ?? [];
    if (!place || !block || more.length > 0) throw invalidArgument(`one range is needed: ${String(source)}`);
    return { sheet: place.sheet, block };
  }
  #mayMove(act: "insert" | "delete", down: boolean): void {
    const { sheet, block } = this;
    const whole = down ? isWholeRows(block) : isWholeColumns(block);
    const option =
      act === "insert"
        ? down
          ? "allowInsertRows"
          : "allowInsertColumns"
        : down
          ? "allowDeleteRows"
          : "allowDeleteColumns";
    if (whole) this.allow(option);
    else if (sheet.protection) throw accessDenied(`sheet ${sheet.name} is protected`);
    const cut = sheet.merges.some((merge) =>
      down
        ? (merge.left < block.left && merge.right >= block.left) ||
          (merge.right > block.right && merge.left <= block.right)
        : (merge.top < block.top && merge.bottom >= block.top) ||
          (merge.bottom > block.bottom && merge.top <= block.bottom),
    );
    if (cut && !whole) throw new ApiError("InvalidOperation", "Merged cells would be torn apart.");
  }
  #series(block: Block): void {
    const { sheet } = this;
    const down = rowsOf(block) > rowsOf(this.block);
    const lines = down ? columnsOf(block) : rowsOf(block);
    const known = down ? rowsOf(this.block) : columnsOf(this.block);
    for (let line = 0; line < lines; line++) {
      const at = (index: number): Block =>
        down ? blockOf(block.top + index, block.left + line) : blockOf(block.top + line, block.left + index);
      const valueAt = (index: number): number =>
        Number(cellAt(sheet, at(index).top, at(index).left)?.value ?? 0);
      const step = known > 1 ? valueAt(1) - valueAt(0) : 1;
      const length = down ? rowsOf(block) : columnsOf(block);
      for (let index = known; index < length; index++)
        writeInputs(this.book, sheet, at(index), [[valueAt(0) + step * index]], addin);
    }
  }
}

const isInside = (inner: Block, outer: Block): boolean =>
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom &&
  inner.left >= outer.left &&
  inner.right <= outer.right;
