import type { Entry } from "../entry.ts";
import { groupLabel, membersOf } from "../recognise/group-label.ts";
import { labelOf } from "./column-cells.ts";
import type { TableView } from "./subject.ts";

/** How the details of total and subtotal rows were found, once a table. */
const known = new WeakMap<TableView, ReadonlyMap<string, readonly Entry[]>>();

/**
 * The data rows that a total or subtotal row adds up (明细): of a total all, of a subtotal those of its section, or
 * of the block above it, or of the block below where subtotals stand first. In a cross-tab those of the same column
 * block. A row that names a group of places (四城区合计, 总计（不含开发区）) adds up these, where the sheet has them, and
 * else nothing that is known. 其中 rows are never among them.
 */
export function detailsOf(view: TableView, entry: Entry): readonly Entry[] {
  let all = known.get(view);
  if (!all) {
    all = scopesOf(view);
    known.set(view, all);
  }
  return all.get(keyOf(view, entry)) ?? [];
}

const blockOf = (view: TableView, entry: Entry): string =>
  view.table.shape === "crossTab" ? ((entry.indicator || entry.division) ?? "") : "";
const keyOf = (view: TableView, entry: Entry): string => `${entry.row}|${blockOf(view, entry)}`;

function scopesOf(view: TableView): Map<string, readonly Entry[]> {
  const scopes = new Map<string, readonly Entry[]>();
  const blocks = new Map<string, Entry[]>();
  for (const entry of view.entries) {
    const block = blockOf(view, entry);
    const rows = blocks.get(block);
    if (rows) rows.push(entry);
    else blocks.set(block, [entry]);
  }
  const sections = new Map(view.table.rows.map(({ row, section }) => [row, section]));
  for (const entries of blocks.values()) {
    const data = entries.filter(({ kind }) => kind === "data");
    const isPlain = (entry: Entry) => entry.kind === "subtotal" && groupLabel(labelOf(entry)) === undefined;
    const firstSub = entries.findIndex(isPlain);
    const firstData = entries.findIndex(({ kind }) => kind === "data");
    const subtotalsFirst = firstSub >= 0 && firstSub < firstData;
    let run: Entry[] = [];
    const close = (subtotal: Entry | undefined) => {
      if (subtotal) scopes.set(keyOf(view, subtotal), run);
      run = [];
    };
    let open: Entry | undefined;
    for (const entry of entries) {
      if (entry.kind === "total") scopes.set(keyOf(view, entry), data);
      else if (entry.kind === "data") {
        const last = run.at(-1);
        if (!subtotalsFirst && last && sections.get(last.row) !== sections.get(entry.row)) run = [];
        run.push(entry);
      } else if (entry.kind === "subtotal") {
        const label = groupLabel(labelOf(entry));
        if (label) scopes.set(keyOf(view, entry), membersOf(label, data, labelOf) ?? []);
        else if (subtotalsFirst) {
          close(open);
          open = entry;
        } else close(entry);
      }
    }
    if (subtotalsFirst) close(open);
  }
  return scopes;
}
