import { readdirSync, readFileSync } from "node:fs";
import { type Grid, gridOf, type Range } from "@taizhang/grid";

/** A sheet in brief: its title, its headings with the field that each must have, and some rows (简表). */
export interface BriefSheet {
  readonly title: string;
  /** Undefined fields: the sheet is no target sheet and must be refused. */
  readonly fields: readonly string[] | undefined;
  readonly headings: readonly string[];
  readonly grid: Grid;
}

const folder = new URL("../headings/", import.meta.url);

/** All brief sheets of `headings/`, in the order of the files; the format is told in its README. */
export const briefSheets = (): readonly BriefSheet[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), "utf8")
        .split(/\n\s*\n/)
        .filter((block) => block.trim() !== "")
        .map(readBrief),
    );

/** Which half a sheet belongs to, by the letters of its title: one that is looked at while mending, and one that is not. */
export function halfOf(title: string): "looked-at" | "held-out" {
  let sum = 7;
  for (const letter of title) sum = (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return sum % 2 === 0 ? "looked-at" : "held-out";
}

function readBrief(block: string): BriefSheet {
  const [first = "", header = "", ...data] = block.trim().split("\n");
  const [title = "", note] = first.slice(2).split(/ {2,}/);
  const isTarget = first.startsWith(">");
  const cells = header.split("|").map((cell) => cell.trim().split("="));
  const paths = cells.map(([heading = ""]) => heading.split("/"));
  const deep = paths.some((path) => path.length > 1);
  const merges: Range[] = [];
  const upper = paths.map(([name = ""]) => name);
  const lower = paths.map(([, name]) => name ?? null);
  const top = note ? 2 : 1;
  if (deep)
    for (let column = 0; column < paths.length; ) {
      let end = column;
      while (lower[column] !== null && lower[end + 1] != null && upper[end + 1] === upper[column]) end++;
      const bottom = lower[column] === null ? top + 1 : top;
      if (bottom > top || end > column) merges.push({ top, bottom, left: column, right: end });
      column = end + 1;
    }
  const above = deep
    ? [upper.map((name, at) => (at > 0 && lower[at] !== null && upper[at - 1] === name ? null : name)), lower]
    : [upper];
  const rows = data.map((line) => line.split("|").map((text) => cellOf(text.trim())));
  return {
    title,
    fields: isTarget ? cells.map(([, field = "other"]) => field) : undefined,
    headings: cells.map(([heading = ""]) => heading),
    grid: gridOf("Sheet1", [[title], ...(note ? [[note]] : []), ...above, ...rows], { merges }),
  };
}

const cellOf = (text: string): string | number | null =>
  text === "" ? null : /^-?\d+(?:\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text;
