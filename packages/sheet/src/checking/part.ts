import type { Finding } from "@taizhang/finding";
import { firstNot } from "../first-not.ts";

/** What a rule found in a table, by row (按行存放的问题); findings of a whole table stand in row -1. */
export interface Part {
  /** In ascending order. */
  readonly rows: readonly number[];
  readonly lists: readonly (readonly Finding[])[];
  /** What rows say since these lists were made: a change of one row copies no hundred thousand of them. */
  readonly later?: ReadonlyMap<number, readonly Finding[]>;
}

/** Beyond so many later rows the lists are made anew. */
const mostLater = 200;

/** The row under which findings of a whole table, or of everything, are kept. */
const whole = -1;

export const wholePart = (found: Iterable<Finding>): Part => {
  const list = [...found];
  return list.length === 0 ? empty : { rows: [whole], lists: [list] };
};

const empty: Part = { rows: [], lists: [] };

export const hasFindings = ({ rows, later }: Part): boolean => rows.length > 0 || later !== undefined;

/** Findings by the row of their first cell. */
export function partByRow(found: Iterable<Finding>): Part {
  const byRow = new Map<number, Finding[]>();
  for (const one of found) {
    const row = rowOf(one);
    const list = byRow.get(row);
    if (list) list.push(one);
    else byRow.set(row, [one]);
  }
  if (byRow.size === 0) return empty;
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  return { rows, lists: rows.map((row) => byRow.get(row) ?? []) };
}

const rowOf = ({ at: [place] }: Finding): number =>
  place?.kind === "cell" ? Number(/\d+/.exec(place.ref)?.[0] ?? 0) - 1 : whole;

/** The part with what was found anew in these rows; the same object where that says nothing else than before. */
export function withRows(part: Part, changed: readonly number[], fresh: Part): Part {
  const differs = changed.filter((row) => !same(listAt(part, row), listAt(fresh, row)));
  if (differs.length === 0) return part;
  const later = new Map(part.later);
  for (const row of differs) later.set(row, listAt(fresh, row));
  const { rows, lists } = part;
  return later.size <= mostLater ? { rows, lists, later } : settled({ rows, lists, later });
}

/** The part with its later rows among the others. */
function settled(part: Part): Part {
  const rows = rowsOf(part);
  return { rows, lists: rows.map((row) => listAt(part, row)) };
}

/** The rows of which something was found. */
function rowsOf(part: Part): readonly number[] {
  const { rows, later } = part;
  if (!later) return rows;
  const fresh = [...later.keys()].filter((row) => (later.get(row) ?? none).length > 0);
  return rows
    .filter((row) => !later.has(row))
    .concat(fresh)
    .sort((a, b) => a - b);
}

/** The part found anew, with the lists of the one before where they say the same. */
export function keepingLists(before: Part, now: Part): Part {
  let isSame = before.rows.length === now.rows.length;
  const lists = now.rows.map((row, index) => {
    const [old, list] = [listAt(before, row), now.lists[index] ?? []];
    const kept = row === whole ? keepingFindings(old, list) : same(old, list) ? old : list;
    isSame &&= kept === old;
    return kept;
  });
  return isSame ? before : { rows: now.rows, lists };
}

/** Findings of a whole table by place: where a place says the same as before, its findings are the same objects. */
function keepingFindings(before: readonly Finding[], now: readonly Finding[]): readonly Finding[] {
  const old = byPlace(before);
  const fresh = byPlace(now);
  const kept = new Map<string, readonly Finding[]>();
  for (const [place, list] of fresh) {
    const other = old.get(place) ?? [];
    if (same(other, list)) kept.set(place, [...other].reverse());
  }
  if (kept.size === 0) return now;
  const rest = new Map([...kept].map(([place, list]) => [place, [...list]]));
  const merged = now.map((one) => rest.get(placeOf(one))?.pop() ?? one);
  return merged.length === before.length && merged.every((one, index) => one === before[index])
    ? before
    : merged;
}

function byPlace(list: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const one of list) {
    const own = found.get(placeOf(one));
    if (own) own.push(one);
    else found.set(placeOf(one), [one]);
  }
  return found;
}

const placeOf = ({ at: [place] }: Finding): string =>
  place?.kind === "cell" ? `${place.file}\n${place.sheet}\n${place.ref}` : "";

const same = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a === b || (a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b)));

/** What one part holds and the other does not, by identity. */
export function* missingFrom(
  part: Part | undefined,
  other: Part | undefined,
  rows?: readonly number[],
): Generator<Finding> {
  if (!part || part === other) return;
  for (const row of rows ?? rowsOf(part)) {
    const list = listAt(part, row);
    const others = other ? listAt(other, row) : [];
    if (list === others) continue;
    const known = new Set(others);
    for (const one of list) if (!known.has(one)) yield one;
  }
}

const none: readonly Finding[] = [];
const listAt = ({ rows, lists, later }: Part, row: number): readonly Finding[] => {
  const said = later?.get(row);
  if (said) return said;
  const index = indexOf(rows, row);
  return rows[index] === row ? (lists[index] ?? none) : none;
};

/** The place of a row in ascending rows, or where it would stand. */
function indexOf(rows: readonly number[], row: number): number {
  return firstNot(rows.length, (at) => (rows[at] ?? 0) < row);
}
