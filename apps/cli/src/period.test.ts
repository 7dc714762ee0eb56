import { describe, expect, test } from "vitest";
import { endsBefore } from "./period.ts";

describe("endsBefore: a period before a day", () => {
  test.each([
    ["2016-10", "2020-02-25", true],
    ["2020-01", "2020-02-25", true],
    ["2020-02", "2020-02-25", false],
    ["2020-03", "2020-02-25", false],
    ["2019", "2020-02-25", true],
    ["2020", "2020-02-25", false],
    ["2019Q4", "2020-02-25", true],
    ["2020Q1", "2020-02-25", false],
    ["2016Q3", "2016-10-01", true],
    ["2016Q3", "2016-09-30", false],
  ])("%s, %s: %s", (period, day, is) => expect(endsBefore(period, day)).toBe(is));
});
