import type { Finding } from "@taizhang/finding";
import { type CellPlace, parseRange } from "@taizhang/grid";
import type { Note, RollUp, RollUpCell } from "@taizhang/kpi";

/**
 * The roll-up in which each total says what was released beneath it, by whom and why (放行注记): totals with a figure
 * in a row that a released finding names; where none has, every total with a figure from its sheet.
 * @example noteReleases(rollUp(figures), check(readings))
 */
export function noteReleases(result: RollUp, findings: readonly Finding[]): RollUp {
  const notes = new Map<RollUpCell, Note[]>();
  for (const found of findings) {
    if (found.status !== "released") continue;
    const places = found.at.filter((place) => place.kind === "cell");
    const inRow = result.cells.filter(({ sources }) => places.some((place) => sources.some(sameRow(place))));
    const touched =
      inRow.length > 0
        ? inRow
        : result.cells.filter(({ sources }) => places.some((place) => sources.some(sameSheet(place))));
    const { code, by = "", reason = "" } = found;
    const note: Note = { code: "released", args: { code, by, reason, at: places } };
    for (const cell of touched) notes.set(cell, [...(notes.get(cell) ?? []), note]);
  }
  if (notes.size === 0) return result;
  return {
    ...result,
    cells: result.cells.map((cell) => {
      const more = notes.get(cell);
      return more ? { ...cell, notes: [...cell.notes, ...more] } : cell;
    }),
  };
}

type Source = RollUpCell["sources"][number];

const sameSheet = (place: CellPlace) => (source: Source) =>
  source.file === place.file && source.sheet === place.sheet;

const sameRow = (place: CellPlace) => {
  const block = parseRange(place.ref);
  return (source: Source): boolean => {
    if (!sameSheet(place)(source) || !block) return false;
    const cell = parseRange(source.ref);
    return cell !== undefined && cell.top >= block.top && cell.top <= block.bottom;
  };
};
