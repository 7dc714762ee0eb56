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
  const rowOf = (key: number): number => Math.floor(key / 16_384);
  const rows = new Set([...changes.cells.keys(), ...changes.stale].map(rowOf));
  const cells: CellSpan[] = [];
  const spans = locateCells(
    bytes,
    (row) => rows.has(row),
    (cell) => cells.push(cell),
  );
  const { prefix } = spans;
  const there = new Map<number, CellSpan>();
  const orphaned = new Set<string>(); // shared formulas whose first cell is overwritten
  for (const cell of cells) {
    if (changes.cells.has(cell.key)) {
      there.set(cell.key, cell);
      const shared = sharedFormula(bytes, prefix, cell);
      if (shared?.first) orphaned.add(shared.id);
    } else if (changes.stale.has(cell.key)) replacements.push(...withoutValue(bytes, prefix, cell));
  }
  if (orphaned.size > 0) {
    const adopt = (cell: CellSpan): void => {
      const shared = changes.cells.has(cell.key) ? undefined : sharedFormula(bytes, prefix, cell);
      if (!shared || shared.first || !orphaned.has(shared.id)) return;
      const text = escapeXml(changes.formulas.get(cell.key) ?? "");
      replacements.push({ start: shared.start, end: shared.end, text: `<${prefix}f>${text}</${prefix}f>` });
    };
    locateCells(bytes, () => true, adopt);
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
    const row = rowOf(key);
    const column = key % 16_384;
    const style = styled(inheritedStyle(bytes, spans, row, column), content);
    added.push({ row, column, xml: patchedCell(prefix, content, ` r="${cellRef(row, column)}"`, style) });
  }
  replacements.push(...insertCells(bytes, spans, cells, added));
  if (changes.unmerged.length > 0)
    replacements.push(...withoutMerges(bytes, prefix, spans.data.end, changes.unmerged));
  return replaceBytes(bytes, replacements);
}
