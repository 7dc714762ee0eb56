import { type CellContent, isCellError } from "@taizhang/grid";
import { decimalOfNumber } from "@taizhang/quantity";
import { amountText, percentText } from "./figures.ts";

/** What a cell shows, as its own number format prints it (显示值). @example shownText({ value: 0.5, format: "0.0%" }) // "50.0%" */
export function shownText({ value, format = "" }: CellContent, empty = ""): string {
  if (value === null || value === "") return empty;
  if (isCellError(value)) return value.error;
  const amount = typeof value === "number" ? decimalOfNumber(value) : undefined;
  if (amount === undefined) return `${value}`;
  if (format.includes("%")) return `${percentText(amount)}%`;
  const [, before = ""] = /^"([^"]*)"/.exec(format) ?? [];
  return `${before}${amountText(amount)}`;
}
