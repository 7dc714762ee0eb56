import { type Finding, finding } from "@taizhang/finding";
import { type CellPlace, cellPlace, cellRef } from "@taizhang/grid";
import type { Cell, Entry } from "../entry.ts";
import { firstNot } from "../first-not.ts";
import { readAmount } from "../read/amount.ts";
import { textKey } from "../rules/text-key.ts";
import type { AssignedRow } from "../split/assignments.ts";
import { nodeOf } from "../split/return-layout.ts";
import { sentName } from "../split/sent-name.ts";
import { countsInstead, figureMissing, hasFigure } from "./answered.ts";
import type { Answer, ReturnedTable } from "./returned.ts";

/** What is odd about the rows of one returned table: no id, twice, added, moved, a locked cell edited (行的核对). */
export function rowFindings(
  returned: ReturnedTable,
  order: ReadonlyMap<AssignedRow, number>,
  period: string | undefined,
): Finding[] {
  const found: Finding[] = [];
  const first = new Map<AssignedRow, Answer>();
  const seconds: Answer[] = [];
  const counted = new Map<AssignedRow, Answer>();
  const figured = new Set<AssignedRow>();
  for (const { row, entry } of returned.answers) if (hasFigure(entry)) figured.add(row);
  for (const answer of returned.answers) {
    const { row, entry, by, sentTo } = answer;
    if (sentTo !== undefined) {
      found.push(finding("C03", { task: entry.task, sentTo }, [placeOf(entry)]));
      continue;
    }
    const before = first.get(row);
    if (before) {
      seconds.push(answer);
      if (countsInstead(row, (counted.get(row) ?? before).entry, entry)) counted.set(row, answer);
      continue;
    }
    first.set(row, answer);
    const slipped = slippedHiddenId(answer);
    if (slipped) found.push(slipped);
    else if (by !== "id" && hadId(row)) {
      const args = { id: row.entry.id ?? row.id, task: entry.task, evidence: by };
      found.push(finding("C01", args, [placeOf(entry)]));
    }
    putLockedCells(answer, period, found);
    if (!figured.has(row)) found.push(...figureMissing(row, entry));
  }
  for (const answer of seconds) {
    const { row } = answer;
    const before = first.get(row) ?? answer;
    const used = counted.get(row) ?? before;
    // Where a later one counts, the first is the one too many.
    const other = used === answer ? before : answer;
    const args = { id: row.id, first: placeOf(used.entry).ref };
    found.push(finding("C08", args, [placeOf(other.entry)], { related: [placeOf(used.entry)] }));
  }
  for (const entry of returned.added) found.push(finding("C03", { task: entry.task }, [placeOf(entry)]));
  const placed = [...first];
  const moved = outOfOrder(placed.map(([row]) => order.get(row.whole ?? row) ?? 0));
  const [one] = moved;
  const at = one === undefined ? undefined : placed[one]?.[1];
  if (at) found.push(finding("C05", { count: moved.length }, [placeOf(at.entry)]));
  return found;
}

/** The rows of an org that none of its tables answers. */
export function* missingRows(
  rows: readonly AssignedRow[],
  returned: readonly ReturnedTable[],
): Generator<Finding> {
  const [table] = returned;
  if (!table) return;
  const answered = new Set<AssignedRow>();
  for (const { answers } of returned) for (const { row } of answers) answered.add(row.whole ?? row);
  for (const row of rows)
    if (!answered.has(row))
      yield finding("C04", { id: row.entry.id ?? row.id, task: row.entry.task }, [headOf(table)], {
        related: [placeOf(row.entry)],
      });
}

/** A ledger without numbers had none to lose. */
const hadId = ({ entry }: AssignedRow): boolean => entry.id !== undefined;

/**
 * S09: the hidden id is another row's, and only the row's words tell (行标识错位). Where its 台账编号 tells, the check of the
 * sheet says so.
 */
function slippedHiddenId({ row, entry, hiddenOf }: Answer): Finding | undefined {
  if (!hiddenOf || (entry.id !== undefined && hiddenOf.entry.id !== row.entry.id)) return undefined;
  return finding("S09", { kind: "hidden", found: entry.task, expected: hiddenOf.entry.task }, [
    placeOf(entry),
  ]);
}

/** Adds what was written over in the cells that the ledger filled in. */
function putLockedCells({ entry, row, by }: Answer, period: string | undefined, found: Finding[]): void {
  const id = row.entry.id ?? row.id;
  const edited = (cell: Cell, expected: string): void => {
    const header = cell.column.path.at(-1) ?? "";
    found.push(finding("C07", { header, found: cell.text, expected, id }, [cell.at]));
  };
  const own = entry.nodes.length === 1 ? entry.nodes[0] : undefined;
  const node = own && nodeOf(row.entry, period);
  if (own && node && own.text !== "") {
    const [is, was] = [readAmount(own, entry), readAmount(node, row.entry)];
    if (is.status === "reported" && was.status === "reported" && is.amount !== was.amount)
      edited(own, node.text);
  }
  const isOtherTask = by === "id" && !isSameText(entry.task, row.entry.task);
  const task = isOtherTask ? entry.cells.get("task") : undefined;
  if (task) edited(task, row.entry.task);
  const target = entry.cells.get("target");
  const sent = target?.text === "" && !target.carried ? row.entry.cells.get("target") : undefined;
  if (target && sent && sent.text !== "") edited(target, sent.text);
  const sentAs = sentName(row.entry);
  if (
    by !== "id" ||
    isOtherTask ||
    [sentAs, row.entry.indicator].some((name) => isSameText(entry.indicator, name))
  )
    return;
  const indicator = entry.cells.get("indicator");
  if (indicator && indicator.text !== "") edited(indicator, sentAs);
}

const isSameText = (one: string, other: string): boolean => one === other || textKey(one) === textKey(other);

/** The cell that stands for a row: its task, else the first of the table. */
const placeOf = ({ cells, table, row }: Entry): CellPlace =>
  cells.get("task")?.at ??
  cells.get("indicator")?.at ??
  cellPlace(table.file, table.grid.name, cellRef(row, table.range.left));

/** The head of a returned table: where something is said of the whole. */
export const headOf = ({ table, file }: ReturnedTable): CellPlace =>
  cellPlace(file, table.grid.name, cellRef(table.range.top, table.range.left));

/** The places that do not fit into the longest run that never descends. @example outOfOrder([0, 2, 1, 3]) // [1] or [2] */
function outOfOrder(places: readonly number[]): number[] {
  if (places.every((place, index) => index === 0 || (places[index - 1] ?? 0) <= place)) return [];
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    const low = firstNot(tails.length, (at) => (places[tails[at] ?? 0] ?? 0) <= place);
    before[index] = tails[low - 1];
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return places.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}
