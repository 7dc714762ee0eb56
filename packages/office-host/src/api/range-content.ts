import type { CellValue } from "@taizhang/grid";
import { cellsOf, columnsOf, rowsOf } from "../model/address.ts";
import { onWire, valueType } from "../model/entry.ts";
import { fromR1C1, toR1C1 } from "../model/formula-shift.ts";
import { isLocked } from "../model/locks.ts";
import { formatCategory, shownText } from "../model/number-text.ts";
import { cellAt, type HostCell, styleAt } from "../model/sheet.ts";
import { recalculate, restyle, writeInputs } from "../model/writing.ts";
import { ApiError, accessDenied, invalidArgument } from "../protocol/api-error.ts";
import { RangeGeometry, wrongShape } from "./range-geometry.ts";
import { addin } from "./scope.ts";

/** The most cells that Excel reads or writes through one range. */
const mostCells = 5_000_000;

/** What stands in the cells of a range. */
export abstract class RangeContent extends RangeGeometry {
  get Values(): unknown[][] {
    return this.#read((cell) => onWire(cell?.value ?? null));
  }
  set Values(values: unknown) {
    this.#write(this.matrix(values));
  }
  get Formulas(): unknown[][] {
    return this.#read((cell) => cell?.formula ?? onWire(cell?.value ?? null));
  }
  set Formulas(formulas: unknown) {
    this.#write(this.matrix(formulas));
  }
  get FormulasLocal(): unknown[][] {
    return this.Formulas;
  }
  set FormulasLocal(formulas: unknown) {
    this.Formulas = formulas;
  }
  get FormulasR1C1(): unknown[][] {
    return this.#read((cell, row, column) =>
      cell?.formula === undefined ? onWire(cell?.value ?? null) : toR1C1(cell.formula, row, column),
    );
  }
  set FormulasR1C1(formulas: unknown) {
    const { top, left } = this.block;
    const plain = this.matrix(formulas).map((line, down) =>
      line.map((one, across) =>
        typeof one === "string" && one.startsWith("=") ? fromR1C1(one, top + down, left + across) : one,
      ),
    );
    this.#write(plain);
  }
  get Text(): string[][] {
    return this.#read((cell, row, column) => shownText(cell?.value ?? null, this.#format(row, column)));
  }
  get ValueTypes(): string[][] {
    return this.#read((cell) => valueType(cell?.value ?? null));
  }
  get ValuesAsJson(): unknown[][] {
    return this.#read((cell) => asJson(cell?.value ?? null));
  }
  get ValuesAsJsonLocal(): unknown[][] {
    return this.ValuesAsJson;
  }
  get NumberFormat(): string[][] {
    return this.#read((_, row, column) => this.#format(row, column));
  }
  set NumberFormat(formats: unknown) {
    this.allow("allowFormatCells");
    const { book, sheet, block } = this;
    if (typeof formats === "string") {
      restyle(book, sheet, block, () => ({ numberFormat: unlessGeneral(formats) }), addin);
      return;
    }
    const matrix = this.matrix(formats);
    restyle(
      book,
      sheet,
      block,
      (style, row, column) => {
        const format = matrix[row - block.top]?.[column - block.left];
        if (format === null || format === undefined) return { numberFormat: style?.numberFormat };
        if (typeof format !== "string") throw invalidArgument("a number format is a text");
        return { numberFormat: unlessGeneral(format) };
      },
      addin,
    );
  }
  get NumberFormatLocal(): string[][] {
    return this.NumberFormat;
  }
  set NumberFormatLocal(formats: unknown) {
    this.NumberFormat = formats;
  }
  get NumberFormatCategories(): string[][] {
    return this.#read((_, row, column) => formatCategory(this.#format(row, column)));
  }
  get HasSpill(): boolean {
    return false;
  }
  get SavedAsArray(): boolean {
    return false;
  }
  get LinkedDataTypeState(): string[][] {
    return this.#read(() => "None");
  }

  /** The value for each cell of the range: a matrix of its shape, or one value for all of them. */
  protected matrix(given: unknown): unknown[][] {
    this.#size();
    const rows = rowsOf(this.block);
    const columns = columnsOf(this.block);
    if (!Array.isArray(given)) return Array.from({ length: rows }, () => Array(columns).fill(given));
    if (given.length !== rows || given.some((line) => !Array.isArray(line) || line.length !== columns))
      throw wrongShape();
    return given as unknown[][];
  }

  /** Throws unless the sheet's protection lets the cells be written. */
  mayWrite(): void {
    if (this.book.readOnly) throw accessDenied("the workbook is read-only");
    if (isLocked(this.sheet, this.block))
      throw accessDenied(`sheet ${this.sheet.name} is protected and ${this.Address} is locked`);
  }

  #write(inputs: unknown[][]): void {
    this.mayWrite();
    try {
      writeInputs(this.book, this.sheet, this.block, inputs, addin);
    } catch (thrown) {
      if (thrown instanceof TypeError) throw invalidArgument(thrown.message);
      throw thrown;
    }
  }

  #read<T>(pick: (cell: HostCell | undefined, row: number, column: number) => T): T[][] {
    this.#size();
    recalculate(this.book);
    const { sheet } = this;
    const { top, left, bottom, right } = this.block;
    const out: T[][] = [];
    for (let row = top; row <= bottom; row++) {
      const line: T[] = [];
      for (let column = left; column <= right; column++)
        line.push(pick(cellAt(sheet, row, column), row, column));
      out.push(line);
    }
    return out;
  }

  #format(row: number, column: number): string {
    return styleAt(this.sheet, row, column)?.numberFormat ?? "General";
  }

  #size(): void {
    if (cellsOf(this.block) > mostCells)
      throw new ApiError("ResponsePayloadSizeLimitExceeded", `a range of more than ${mostCells} cells`);
  }
}

const unlessGeneral = (format: string): string | undefined =>
  format === "General" || format === "G/通用格式" || format === "" ? undefined : format;

const asJson = (value: CellValue): Record<string, unknown> => {
  const basicType = valueType(value);
  const basicValue = onWire(value);
  if (basicType === "Error")
    return { type: "Error", basicType, basicValue, errorType: String(basicValue).slice(1) };
  return { type: basicType, basicType, basicValue };
};
