import { parseRange, type Range } from "@taizhang/grid";
import type { Cell } from "../entry.ts";
import { remembered } from "../remembered.ts";
import type { TableView } from "./subject.ts";

const call = /(?<![A-Z.])(SUM|AVERAGE|SUBTOTAL|AVERAGEA)\(([^()]*)\)/gi;
/** A quick look at a formula: one of these calls, or a sum of cells from the first letter on. */
export const mayAdd = remembered((formula) =>
  /SUM|AVERAGE|SUBTOTAL|^[\s($]*[A-Z]{1,3}\$?\d+\s*\+/i.test(formula),
);

const reference = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/gi;

/** What a formula does to the rates above or below it: adds or averages them, or undefined (率公式). */
export function ratesMistreated(view: TableView, { formula, column }: Cell): "sum" | "average" | undefined {
  if (!formula || formula.length > 2_000 || !mayAdd(formula) || formula.includes("!")) return undefined;
  const text = formula.toUpperCase();
  for (const [, name = "", inside = ""] of text.matchAll(call)) {
    const values = name === "SUBTOTAL" ? inside.slice(inside.indexOf(",") + 1) : inside;
    if (!overColumn(view, values, column.index)) continue;
    const average = name.startsWith("AVERAGE") || /^(?:10)?1,/.test(inside) || /\)\s*\/\s*[\dCR]/.test(text);
    return average ? "average" : "sum";
  }
  // =(F3+F4+F5)/3
  if (/^\(?\s*\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+\s*\)?(?:\s*\/\s*\d+)?$/.test(text))
    return overColumn(view, text, column.index) ? (text.includes("/") ? "average" : "sum") : undefined;
  return undefined;
}

/** All references lie in the column and name more than one of its rows. */
function overColumn(view: TableView, text: string, column: number): boolean {
  const ranges = [...text.matchAll(reference)].map(([ref]) => parseRange(ref));
  if (ranges.length === 0 || ranges.some((range) => range === undefined)) return false;
  const rows = (ranges as Range[]).reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
  const { range } = view.table;
  return (
    rows > 1 &&
    (ranges as Range[]).every(
      ({ left, right, top }) => left === column && right === column && top <= range.bottom,
    )
  );
}
