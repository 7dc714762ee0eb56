import { type Finding, finding } from "@taizhang/finding";
import { type CellPlace, cellPlace, cellRef } from "@taizhang/grid";
import type { Cell, Entry } from "../entry.ts";
import { firstNot } from "../first-not.ts";
import { readAmount } from "../read/amount.ts";
import { textKey } from "../rules/text-key.ts";
import type { AssignedRow } from "../split/assignments.ts";
import { nodeOf } from "../split/return-layout.ts";
import { figureMissing, hasFigure } from "./answered.ts";
import type { Answer, ReturnedTable } from "./returned-table.ts";

/** What is odd about the rows of one returned table: no id, twice, added, moved, a locked cell edited (行的核对). */
export function* rowFindings(
  returned: ReturnedTable,
  order: ReadonlyMap<AssignedRow, number>,
  period: string | undefined,
): Generator<Finding> {
  const first = new Map<AssignedRow, Answer>();
  const renumbered = new Set<AssignedRow>();
  const figured = new Set(returned.answers.flatMap(({ row, entry }) => (hasFigure(entry) ? [row] : [])));
  for (const answer of returned.answers) {
    const { row, entry, by, sentTo } = answer;
    if (sentTo !== undefined) {
      yield finding("C03", { task: entry.task, sentTo }, [placeOf(entry)]);
      continue;
    }
    const before = first.get(row);
    if (before) {
      // The first one that has a figure counts.
      const [counts, other] =
        !hasFigure(before.entry) && hasFigure(entry) ? [entry, before.entry] : [before.entry, entry];
      yield finding("C08", { id: row.id, first: placeOf(counts).ref }, [placeOf(other)], {
        related: [placeOf(counts)],
      });
      continue;
    }
    first.set(row, answer);
    // The check of the sheet says which number is wrong; the row's words and place are as they were sent.
    if (isRenumbered(answer)) {
      renumbered.add(row);
      continue;
    }
    const slipped = slippedHiddenId(answer);
    if (slipped) yield slipped;
    else if (by !== "id" && hadId(row))
      yield finding("C01", { id: row.entry.id ?? row.id, task: entry.task, evidence: by }, [placeOf(entry)]);
    yield* lockedCells(answer, period);
    if (!figured.has(row)) yield* figureMissing(row, entry);
  }
  for (const entry of returned.added) yield finding("C03", { task: entry.task }, [placeOf(entry)]);
  const placed = [...first].filter(([row]) => !renumbered.has(row));
  const moved = outOfOrder(placed.map(([row]) => order.get(row) ?? 0));
  const [one] = moved;
  const at = one === undefined ? undefined : placed[one]?.[1];
  if (at) yield finding("C05", { count: moved.length }, [placeOf(at.entry)]);
}

/** The rows of an org that none of its tables answers. */
export function* missingRows(
  rows: readonly AssignedRow[],
  returned: readonly ReturnedTable[],
): Generator<Finding> {
  const answered = new Set(returned.flatMap(({ answers }) => answers.map(({ row }) => row)));
  const [table] = returned;
  if (!table) return;
  for (const row of rows)
    if (!answered.has(row))
      yield finding("C04", { id: row.entry.id ?? row.id, task: row.entry.task }, [headOf(table)], {
        related: [placeOf(row.entry)],
      });
}

/** A ledger without numbers had none to lose. */
const hadId = ({ entry }: AssignedRow): boolean => entry.id !== undefined;

/** The 台账编号 was typed over: the row's words and its hidden id are those of another number. */
const isRenumbered = ({ row, entry, hiddenOf, by }: Answer): boolean =>
  by === "id" &&
  hiddenOf !== undefined &&
  hiddenOf.entry.id !== row.entry.id &&
  textKey(row.entry.task) !== textKey(entry.task) &&
  textKey(hiddenOf.entry.task) === textKey(entry.task);

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

function* lockedCells({ entry, row, by }: Answer, period: string | undefined): Generator<Finding> {
  const id = row.entry.id ?? row.id;
  const edited = (cell: Cell, expected: string) =>
    finding("C07", { header: cell.column.path.at(-1) ?? "", found: cell.text, expected, id }, [cell.at]);
  const node = nodeOf(row.entry, period);
  const [own] = entry.nodes;
  if (own && entry.nodes.length === 1 && node && own.text !== "") {
    const [is, was] = [readAmount(own, entry), readAmount(node, row.entry)];
    if (is.status === "reported" && was.status === "reported" && is.amount !== was.amount)
      yield edited(own, node.text);
  }
  const task = entry.cells.get("task");
  if (by === "id" && task && textKey(entry.task) !== textKey(row.entry.task))
    yield edited(task, row.entry.task);
  const [target, sent] = [entry.cells.get("target"), row.entry.cells.get("target")];
  if (target && sent && target.text === "" && !target.carried && sent.text !== "")
    yield edited(target, sent.text);
  const indicator = entry.cells.get("indicator");
  if (
    by === "id" &&
    indicator &&
    indicator.text !== "" &&
    textKey(entry.task) === textKey(row.entry.task) &&
    textKey(entry.indicator) !== textKey(row.entry.indicator)
  )
    yield edited(indicator, row.entry.indicator);
}

/** The cell that stands for a row: its task, else the first of the table. */
const placeOf = ({ cells, table, row }: Entry): CellPlace =>
  cells.get("task")?.at ??
  cells.get("indicator")?.at ??
  cellPlace(table.file, table.grid.name, cellRef(row, table.range.left));

/** The head of a returned table: where something is said of the whole. */
export const headOf = ({ table, file }: ReturnedTable): CellPlace =>
  cellPlace(file, table.grid.name, cellRef(table.range.top, table.range.left));

/** The places that do not fit into the longest ascending run. @example outOfOrder([0, 2, 1, 3]) // [1] or [2] */
function outOfOrder(places: readonly number[]): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    const low = firstNot(tails.length, (at) => (places[tails[at] ?? 0] ?? 0) < place);
    before[index] = tails[low - 1];
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return places.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}
