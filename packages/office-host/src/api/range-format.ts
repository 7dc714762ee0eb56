import { isWholeColumns, isWholeRows } from "../model/address.ts";
import { fitColumns, fitRows } from "../model/fit.ts";
import { standardHeight } from "../model/sheet.ts";
import { columnWidth, pointsOfCharacters, rowHeight } from "../model/sizes.ts";
import { invalidArgument } from "../protocol/api-error.ts";
import { LookObject } from "./look-object.ts";
import { RangeBorderCollection } from "./range-borders.ts";
import { FormatProtection, RangeFill, RangeFont } from "./range-look.ts";

const horizontals = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const verticals = ["Top", "Center", "Bottom", "Justify", "Distributed"];

export class RangeFormat extends LookObject {
  readonly type = "RangeFormat";

  get Fill(): RangeFill {
    return new RangeFill(this.scope, this.sheet, this.blocks);
  }
  get Font(): RangeFont {
    return new RangeFont(this.scope, this.sheet, this.blocks);
  }
  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.scope, this.sheet, this.blocks);
  }
  get Protection(): FormatProtection {
    return new FormatProtection(this.scope, this.sheet, this.blocks);
  }
  get HorizontalAlignment(): string | null {
    return this.shared((style) => style?.horizontal ?? "General");
  }
  set HorizontalAlignment(horizontal: string) {
    if (!horizontals.includes(horizontal)) throw invalidArgument(`horizontalAlignment ${horizontal}`);
    this.change(() => ({ horizontal: horizontal === "General" ? undefined : horizontal }));
  }
  get VerticalAlignment(): string | null {
    return this.shared((style) => style?.vertical ?? "Center");
  }
  set VerticalAlignment(vertical: string) {
    if (!verticals.includes(vertical)) throw invalidArgument(`verticalAlignment ${vertical}`);
    this.change(() => ({ vertical: vertical === "Center" ? undefined : vertical }));
  }
  get WrapText(): boolean | null {
    return this.shared((style) => style?.wrap ?? false);
  }
  set WrapText(wrap: boolean) {
    this.change(() => ({ wrap: wrap || undefined }));
  }
  get IndentLevel(): number | null {
    return this.shared((style) => style?.indent ?? 0);
  }
  set IndentLevel(indent: number) {
    if (!(indent >= 0 && indent <= 250)) throw invalidArgument(`indentLevel ${indent}`);
    this.change(() => ({ indent: indent || undefined }));
  }
  get AutoIndent(): boolean | null {
    return this.shared((style) => style?.autoIndent ?? false);
  }
  set AutoIndent(autoIndent: boolean) {
    this.change(() => ({ autoIndent: autoIndent || undefined }));
  }
  get ReadingOrder(): string | null {
    return this.shared((style) => style?.readingOrder ?? "Context");
  }
  set ReadingOrder(readingOrder: string) {
    this.change(() => ({ readingOrder }));
  }
  get ShrinkToFit(): boolean | null {
    return this.shared((style) => style?.shrink ?? false);
  }
  set ShrinkToFit(shrink: boolean) {
    this.change(() => ({ shrink: shrink || undefined }));
  }
  get TextOrientation(): number | null {
    return this.shared((style) => style?.orientation ?? 0);
  }
  set TextOrientation(orientation: number) {
    this.change(() => ({ orientation: orientation || undefined }));
  }
  get ColumnWidth(): number | null {
    return agreed(this.#columns(), (column) => columnWidth(this.sheet, column));
  }
  set ColumnWidth(points: number) {
    if (!(points >= 0 && points <= 1790)) throw invalidArgument(`columnWidth ${points}`);
    this.#lines("columnWidths", "allowFormatColumns", this.#columns(), points);
  }
  get RowHeight(): number | null {
    return agreed(this.#rows(), (row) => rowHeight(this.sheet, row));
  }
  set RowHeight(points: number) {
    if (!(points >= 0 && points <= 409.5)) throw invalidArgument(`rowHeight ${points}`);
    this.#lines("rowHeights", "allowFormatRows", this.#rows(), points);
  }
  get UseStandardHeight(): boolean | null {
    return agreed(this.#rows(), (row) => rowHeight(this.sheet, row) === standardHeight);
  }
  set UseStandardHeight(standard: boolean) {
    if (standard) this.#lines("rowHeights", "allowFormatRows", this.#rows(), undefined);
  }
  get UseStandardWidth(): boolean | null {
    const standard = pointsOfCharacters(this.sheet.standardWidth);
    return agreed(this.#columns(), (column) => columnWidth(this.sheet, column) === standard);
  }
  set UseStandardWidth(standard: boolean) {
    if (standard) this.#lines("columnWidths", "allowFormatColumns", this.#columns(), undefined);
  }

  styleName(): string | null {
    return this.shared((style) => style?.styleName ?? "Normal");
  }

  AdjustIndent(amount: number): void {
    this.change((style) => ({
      indent: Math.max(0, Math.min(250, (style?.indent ?? 0) + amount)) || undefined,
    }));
  }
  AutofitColumns(): void {
    const { book, sheet } = this;
    for (const block of this.blocks) book.journal.set(sheet, "columnWidths", fitColumns(sheet, block));
  }
  AutofitRows(): void {
    const { book, sheet } = this;
    for (const block of this.blocks) book.journal.set(sheet, "rowHeights", fitRows(sheet, block));
  }

  #columns(): number[] {
    return this.blocks.flatMap((block) => lines(block.left, isWholeRows(block) ? block.left : block.right));
  }
  #rows(): number[] {
    return this.blocks.flatMap((block) => lines(block.top, isWholeColumns(block) ? block.top : block.bottom));
  }
  #lines(
    key: "columnWidths" | "rowHeights",
    option: string,
    which: number[],
    points: number | undefined,
  ): void {
    const { book, sheet } = this;
    this.allow(option);
    const sizes = new Map(sheet[key]);
    for (const line of which) {
      if (points === undefined) sizes.delete(line);
      else sizes.set(line, points);
    }
    book.journal.set(sheet, key, sizes);
  }
}

const lines = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function agreed<T>(which: readonly number[], pick: (line: number) => T): T | null {
  const [first = 0, ...rest] = which;
  const value = pick(first);
  return rest.every((line) => pick(line) === value) ? value : null;
}
