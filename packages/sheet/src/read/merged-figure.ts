import { type CellPlace, cellPlace, type Range, rangeRef } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { indexMerges } from "../recognise/merges.ts";
import type { Table } from "../table.ts";

/**
 * What a figure in a merged cell is to the rows under it (合并单元格里的数).
 * - `shared`: several orgs have it together, one row each, and no org's own.
 * - `unclear`: rows of one org, or of different indicators, with targets of their own: nobody can say whose how much is.
 */
export interface MergedFigure {
  readonly kind: "shared" | "unclear";
  readonly entries: readonly Entry[];
  /** The whole block. */
  readonly at: CellPlace;
}

const known = new WeakMap<Table, readonly Range[]>();

/** The merged blocks of several rows that reach below the header (竖向合并块). */
export function tallBlocks(table: Table): readonly Range[] {
  const before = known.get(table);
  if (before) return before;
  const [, header] = table.headerRows;
  const found = table.grid.merges.filter(({ top, bottom }) => bottom > top && bottom > header);
  known.set(table, found);
  return found;
}

/** True where some merged cell below the header spans several rows: without one every figure is its row's own. */
export const hasTallMerges = (table: Table): boolean =>
  tallBlocks(table).some(({ top }) => top > table.headerRows[1]);

/**
 * Finds, for an entry, the merged cell that gives its figure to other rows as well. Undefined for a figure of its own,
 * and for rows that are one thing: the same org with the same target, described in several rows.
 */
export function mergedFigures(
  table: Table,
  entries: readonly Entry[],
  field: Field,
  orgOf: (printed: string) => string = (printed) => printed,
): (entry: Entry) => MergedFigure | undefined {
  if (!hasTallMerges(table)) return () => undefined;
  const mergeAt = indexMerges(table.grid);
  const blockOf = (entry: Entry, of: Field) => {
    const column = entry.cells.get(of)?.column.index;
    const merge = column === undefined ? undefined : mergeAt(entry.row, column);
    return merge && merge.bottom > merge.top && merge.top > table.headerRows[1] ? merge : undefined;
  };
  const keyOf = (entry: Entry, of = field): string | undefined => {
    const block = entry.kind === "data" ? blockOf(entry, of) : undefined;
    return block && `${block.top}\n${block.left}`;
  };
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(entry);
    else if (key !== undefined) groups.set(key, [entry]);
  }
  const settled = new Map<string, MergedFigure | undefined>();
  const settle = (group: readonly Entry[]): MergedFigure | undefined => {
    const [first] = group;
    const block = first && blockOf(first, field);
    if (!first || !block || group.length < 2) return undefined;
    const orgs = new Set(group.map(({ org }) => (org === undefined ? "" : orgOf(org))));
    const indicators = new Set(group.map(({ indicator }) => indicator));
    const isShared = indicators.size === 1 && orgs.size === group.length && !orgs.has("");
    const sameTarget = new Set(group.map((entry) => keyOf(entry, "target"))).size === 1;
    const isOne = orgs.size === 1 && sameTarget && keyOf(first, "target") !== undefined;
    const bare = group.slice(1).every((entry) => (entry.cells.get("target")?.text ?? "") === "");
    if (isOne || (orgs.size === 1 && bare && field !== "target")) return undefined;
    const at = { ...cellPlace(table.file, table.grid.name, rangeRef(block)) };
    return { kind: isShared ? "shared" : "unclear", entries: group, at };
  };
  return (entry) => {
    const key = keyOf(entry);
    if (key === undefined) return undefined;
    if (!settled.has(key)) settled.set(key, settle(groups.get(key) ?? []));
    return settled.get(key);
  };
}
