import type { CellError, CellValue } from "@taizhang/grid";
import { getFormatFromId, isTextFormat, parseValue } from "numfmt";

import { invalidArgument } from "../protocol/api-error.ts";

/** What a cell holds after something was typed or written into it; `format` where Excel would choose one. */
export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
}

const errors = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!)$/;
/** As many characters a cell holds. */
const mostSigns = 32_767;
/** Texts that look like a number or a date; anything longer is a text and need not be parsed. */
const longestNumber = 40;

/**
 * What Excel makes of an input: `12` and "12" are numbers, "=A1" a formula, "2016-10-25" a date, "'12" a text.
 * In a cell with the format `@` every text stays a text. `General` cells get a date's or a percentage's format.
 */
export function entered(input: unknown, format: string): Entry {
  if (input === null || input === undefined || input === "") return { value: null };
  if (typeof input === "number" || typeof input === "boolean") return { value: input };
  if (typeof input !== "string") throw new TypeError("only texts, numbers and booleans can be written");
  if (input.replace(/^'/, "").length > mostSigns) throw invalidArgument("more than 32,767 characters");
  if (isTextFormat(format)) return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith("=") && input.length > 1) return { value: null, formula: withinLimits(input) };
  if (errors.test(input)) return { value: { error: input } as CellError };
  if (input.length > longestNumber) return { value: input };
  const parsed = parseValue(input);
  if (!parsed) return { value: input };
  const chosen =
    parsed.formatId !== undefined && format === "General"
      ? getFormatFromId(parsed.formatId, "zh-CN")
      : "General";
  return { value: parsed.value, ...(chosen === "General" ? {} : { format: chosen }) };
}

/** A formula that Excel would take: neither it nor a text in it is too long. */
function withinLimits(formula: string): string {
  if (formula.length > 8192) throw invalidArgument("a formula of more than 8,192 characters");
  const texts = formula.match(/"(?:[^"]|"")*"/g) ?? [];
  if (texts.some((text) => text.slice(1, -1).replaceAll('""', '"').length > 255))
    throw invalidArgument("a text of more than 255 characters in a formula");
  return formula;
}

/** The value as Office.js carries it: "" for an empty cell, an error as its text. */
export const onWire = (value: CellValue): string | number | boolean =>
  value === null ? "" : typeof value === "object" ? value.error : value;

/** Office.js's `RangeValueType`. */
export const valueType = (value: CellValue): string =>
  value === null
    ? "Empty"
    : typeof value === "object"
      ? "Error"
      : typeof value === "string"
        ? "String"
        : typeof value === "number"
          ? "Double"
          : "Boolean";
