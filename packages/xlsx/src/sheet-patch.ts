import { type CellContent, cellRef, type Range } from "@taizhang/grid";
import { type Replacement, replaceBytes } from "./byte-edits.ts";
import { attributeText, type CellSpan, locateCells } from "./cell-locator.ts";
import { keptAttributes, patchedCell, sharedFormula, withoutValue } from "./cell-patch.ts";
import { inheritedStyle, insertCells, type NewCell } from "./row-insert.ts";
import { withoutMerges } from "./unmerge-patch.ts";
import { escapeXml } from "./xml-text.ts";

/** What is to be changed in one sheet. All cells are by `cellKey`. */
export interface SheetChanges {
  readonly cells: ReadonlyMap<number, CellContent>;
  /** Formulas whose stored values are to go. */
  readonly stale: ReadonlySet<number>;
  readonly unmerged: readonly Range[];
  /** The own text of each formula, for cells that lose the first cell of their shared formula. */
  readonly formulas: ReadonlyMap<number, string>;
  /** The number of the style that is like a given one but for the number format. */
  readonly restyled: (style: number, format: string) => number;
}

/** The sheet's part with the changes, every other byte as it was (改工作表). */
export function patchSheet(bytes: Uint8Array, changes: SheetChanges): Uint8Array {
  const replacements: Replacement[] = [];
  const cells: CellSpan[] = [];
  const spans = locateCells(bytes, (cell) => cells.push(cell));
  const { prefix } = spans;
  const there = new Map<number, CellSpan>();
  const orphaned = new Set<string>(); // shared formulas whose first cell is overwritten
  for (const cell of cells) {
    if (!changes.cells.has(cell.key)) continue;
    there.set(cell.key, cell);
    const shared = sharedFormula(bytes, prefix, cell);
    if (shared?.first) orphaned.add(shared.id);
  }
  for (const cell of cells) {
    if (changes.cells.has(cell.key)) continue;
    if (changes.stale.has(cell.key)) replacements.push(...withoutValue(bytes, prefix, cell));
    const shared = orphaned.size > 0 ? sharedFormula(bytes, prefix, cell) : undefined;
    if (!shared || shared.first || !orphaned.has(shared.id)) continue;
    const text = escapeXml(changes.formulas.get(cell.key) ?? "");
    replacements.push({ start: shared.start, end: shared.end, text: `<${prefix}f>${text}</${prefix}f>` });
  }
  const added: NewCell[] = [];
  const styled = (style: number, { format }: CellContent): number =>
    format === undefined ? style : changes.restyled(style, format);
  for (const [key, content] of changes.cells) {
    const cell = there.get(key);
    if (cell) {
      const style = styled(Number(attributeText(bytes, cell.start, "s") ?? 0), content);
      const text = patchedCell(prefix, content, keptAttributes(bytes, cell.start), style);
      replacements.push({ start: cell.start, end: cell.end, text });
      continue;
    }
    if (content.value === null && content.formula === undefined && content.format === undefined) continue;
    const row = Math.floor(key / 16_384);
    const column = key % 16_384;
    const style = styled(inheritedStyle(bytes, spans, row, column), content);
    added.push({ row, column, xml: patchedCell(prefix, content, ` r="${cellRef(row, column)}"`, style) });
  }
  replacements.push(...insertCells(bytes, spans, cells, added));
  if (changes.unmerged.length > 0)
    replacements.push(...withoutMerges(bytes, prefix, spans.data.end, changes.unmerged));
  return replaceBytes(bytes, replacements);
}
