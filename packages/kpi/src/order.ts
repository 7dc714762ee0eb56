import type { CellPlace, Standing } from "./facts.ts";

/** The row and column of an A1 reference's first cell, counted from 1; [0, 0] where it is none. */
function rowAndColumn(ref: string): readonly [row: number, column: number] {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})/.exec(ref);
  if (!match) return [0, 0];
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(match[2]), column];
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of places: by file, sheet, row and column; facts without a place come last (位置先后). */
export function comparePlaces(a: CellPlace | undefined, b: CellPlace | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  const byName = compareTexts(a.file, b.file) || compareTexts(a.sheet, b.sheet);
  if (byName !== 0) return byName;
  const [x, y] = [rowAndColumn(a.ref), rowAndColumn(b.ref)];
  return x[0] - y[0] || x[1] - y[1];
}

const ranks: Readonly<Record<Standing, number>> = { ledger: 0, own: 1, superior: 2, total: 3 };

/** What orders facts, whatever order they came in. */
interface Placed {
  readonly standing: Standing;
  readonly at?: CellPlace;
  readonly indicator?: { readonly key: string };
  readonly id?: string;
  readonly org?: string;
  readonly period?: string;
}

/**
 * The facts by standing (ledger, own, superior, total), then by place. Facts without a place are ordered by what
 * they say, so that the order in which they were handed over changes nothing.
 */
export function inOrder<Fact extends Placed>(facts: readonly Fact[]): Fact[] {
  const texts = new Map<Fact, string>();
  const textOf = (fact: Fact) => {
    const known = texts.get(fact) ?? JSON.stringify(fact);
    texts.set(fact, known);
    return known;
  };
  // References are read once a fact, and whole facts are written out only where their places and names are the same.
  const placed = facts.map((fact) => ({
    fact,
    at: fact.at,
    cell: fact.at ? rowAndColumn(fact.at.ref) : nowhere,
  }));
  placed.sort(
    (a, b) =>
      ranks[a.fact.standing] - ranks[b.fact.standing] ||
      (a.at && b.at
        ? compareTexts(a.at.file, b.at.file) ||
          compareTexts(a.at.sheet, b.at.sheet) ||
          a.cell[0] - b.cell[0] ||
          a.cell[1] - b.cell[1]
        : Number(!a.at) - Number(!b.at)) ||
      compareTexts(nameOf(a.fact), nameOf(b.fact)) ||
      compareTexts(a.fact.org ?? "", b.fact.org ?? "") ||
      compareTexts(a.fact.period ?? "", b.fact.period ?? "") ||
      (a.fact === b.fact ? 0 : compareTexts(textOf(a.fact), textOf(b.fact))),
  );
  return placed.map(({ fact }) => fact);
}

const nowhere = [0, 0] as const;
const nameOf = ({ indicator, id }: Placed): string => indicator?.key ?? id ?? "";

/** Where a fact stands in its sheet, whatever the file is called: standing, row, column. */
type Position = readonly [standing: number, row: number, column: number];

const last: Position = [4, 0, 0];

/** A superior's table lists all orgs and indicators in the order its readers know, an own return only some. */
const listing: Readonly<Record<Standing, number>> = { ledger: 0, superior: 1, total: 1, own: 2 };

const positionOf = ({ standing, at }: Placed): Position =>
  at ? [listing[standing], ...rowAndColumn(at.ref)] : [listing[standing], Number.MAX_SAFE_INTEGER, 0];

const comparePositions = (a: Position, b: Position): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/**
 * Groups of facts in the order in which staff know them: as the ledger lists them, else as a superior's
 * table does, else as the sheets do, else by name. The names of files play no part, so that renaming or splitting files changes no order (law 3).
 */
export function inSheetOrder<Group>(
  groups: readonly Group[],
  factsOf: (group: Group) => readonly Placed[],
  nameOf: (group: Group) => string,
): Group[] {
  return groups
    .map((group) => {
      let first = last;
      for (const fact of factsOf(group)) {
        const position = positionOf(fact);
        if (comparePositions(position, first) < 0) first = position;
      }
      return { group, first, name: nameOf(group) };
    })
    .sort((a, b) => comparePositions(a.first, b.first) || compareTexts(a.name, b.name))
    .map(({ group }) => group);
}
