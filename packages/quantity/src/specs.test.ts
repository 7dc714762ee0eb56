import { describe, expect, test } from "vitest";
import conversions from "../specs/conversions.json";
import datesFound from "../specs/dates-found.json" with { type: "json" };
import deadlines from "../specs/deadlines.json";
import distributions from "../specs/distributions.json" with { type: "json" };
import finds from "../specs/finds.json";
import headers from "../specs/headers.json";
import numbers from "../specs/numbers.json";
import pers from "../specs/per.json" with { type: "json" };
import periods from "../specs/periods.json";
import quantities from "../specs/quantities.json";
import units from "../specs/units.json";
import {
  convert,
  decimal,
  findDeadlines,
  findDistributions,
  findPeriod,
  findQuantities,
  parseDeadline,
  parsePeriod,
  parseQuantity,
  readNumber,
  splitNameAndUnit,
  unitOf,
} from "./index.ts";

// The cases are data: add a line to a file of specs/ and it runs. What a case leaves out has its usual value.

describe("specs/quantities.json", () => {
  test.each(quantities as { text: string; is?: object; reason?: string }[])(
    "$text",
    ({ text, is, reason }) => {
      const { value, reason: why } = parseQuantity(text);
      if (!is) return expect({ value, why }).toEqual({ value: undefined, why: reason });
      const { raw, unitText, ...rest } = value ?? {};
      expect(rest).toEqual({ unit: "", power: 0, bound: "valueMax" in is ? "range" : "eq", ...is });
      expect(raw).toBe(text.trim().replace(/。$/, ""));
    },
  );
});

describe("specs/numbers.json", () => {
  test.each(numbers)("$text", ({ text, is }) =>
    expect(readNumber(text)).toEqual(is === null ? undefined : { power: 0, ...is }),
  );
});

describe("specs/finds.json", () => {
  test.each(finds)("$text", ({ text, finds }) => {
    const found = findQuantities(text);
    expect(found.map(({ value }) => value.raw)).toEqual(finds);
    for (const { start, end, value } of found) expect(text.slice(start, end)).toBe(value.raw);
  });
});

describe("specs/per.json", () => {
  test.each(pers)("$text", ({ text, is }) =>
    expect(findQuantities(text).map(({ value: { raw, per } }) => (per ? `${raw} ${per}` : raw))).toEqual(is),
  );
});

describe("specs/distributions.json", () => {
  test.each(distributions)("$text", ({ text, is }) => {
    const rows = findDistributions(text);
    expect(
      rows.map(({ parts }) => parts.map(({ owner, quantity }) => `${owner} ${quantity.value.raw}`)),
    ).toEqual(is);
    for (const { start, end, parts } of rows) {
      expect(start).toBe(parts[0]?.quantity.start);
      expect(end).toBe(parts.at(-1)?.quantity.end);
    }
  });
});

describe("specs/units.json", () => {
  test.each(units)("$text", ({ text, is }) => expect(unitOf(text)).toEqual(is ?? undefined));
});

describe("specs/conversions.json", () => {
  test.each(conversions)("$value $from → $to", ({ value, from, to, is }) =>
    expect(convert(decimal(value), from, to)).toBe(is ?? undefined),
  );
});

describe("specs/headers.json", () => {
  test.each(headers)("$header", ({ header, is }) => expect(splitNameAndUnit(header)).toEqual(is));
});

describe("specs/deadlines.json", () => {
  test.each(deadlines as { text: string; year?: number; is: object | null }[])(
    "$text $year",
    ({ text, year, is }) => expect(parseDeadline(text, { year })).toEqual(is ?? undefined),
  );
});

describe("specs/periods.json", () => {
  test.each(periods as { text?: string; title?: string; year?: number; is: string | null }[])(
    "$text$title $year",
    ({ text, title, year, is }) =>
      expect(text === undefined ? findPeriod(title ?? "", { year }) : parsePeriod(text, { year })).toBe(
        is ?? undefined,
      ),
  );
});

describe("specs/dates-found.json", () => {
  test.each(datesFound as { text: string; year?: number; is: string[] }[])("$text", ({ text, year, is }) => {
    const found = findDeadlines(text, { year });
    expect(
      found.map(({ start, end, value, wholeYear, sense }) =>
        [text.slice(start, end), value.due, sense ?? (wholeYear ? "whole" : "")].join(" ").trim(),
      ),
    ).toEqual(is);
  });
});
