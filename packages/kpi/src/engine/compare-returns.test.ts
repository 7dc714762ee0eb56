import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/runs.ts";
import { compareReturns, type ReturnedFact } from "./compare-returns.ts";

const fact = (org: string, actual: string | null, more: Partial<ReturnedFact> = {}): ReturnedFact => ({
  org,
  indicator: "城镇新增就业",
  period: "2016-06",
  target: decimal("100"),
  ...(actual === null ? {} : { actual: decimal(actual) }),
  ...more,
});

test("更正、补报、撤回各一行，并写明是谁", () => {
  const before = [fact("子县", "90"), fact("丑区", null), fact("寅县", "5")];
  const after = [fact("丑区", "0", { by: "丑区人社局" }), fact("子县", "95.5"), fact("卯区", "1")];
  expect(compareReturns(before, after)).toEqual([
    {
      org: "丑区",
      indicator: "城镇新增就业",
      period: "2016-06",
      kind: "changed",
      by: "丑区人社局",
      fields: [
        { field: "actual", before: null, after: "0" },
        { field: "status", before: "missing", after: "reported" },
      ],
    },
    expect.objectContaining({
      org: "子县",
      kind: "changed",
      by: "子县",
      fields: [{ field: "actual", before: "90", after: "95.5", difference: "5.5" }],
    }),
    expect.objectContaining({ org: "卯区", kind: "added", by: "卯区" }),
    expect.objectContaining({ org: "寅县", kind: "removed", by: "寅县" }),
  ]);
});

test("不同单位的两数不相减；同一处有几行时按次序比", () => {
  const [one] = compareReturns(
    [fact("子县", "1", { unit: "万人" })],
    [fact("子县", "10000", { unit: "人" })],
  );
  expect(one?.fields.map(({ field }) => field)).toEqual(["actual", "unit"]);
  expect(one?.fields[0]).not.toHaveProperty("difference");
  const twice = compareReturns(
    [fact("子县", "1"), fact("子县", "2")],
    [fact("子县", "1"), fact("子县", "3")],
  );
  expect(twice).toHaveLength(1);
  expect(twice[0]?.fields[0]).toMatchObject({ before: "2", after: "3", difference: "1" });
});

const facts = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom("子县", "丑区", "寅县", "卯区"),
      fc.constantFrom("1", "2"),
      fc.option(fc.constantFrom("0", "1", "2.5")),
    ),
    { selector: ([org, task]) => org + task },
  )
  .map((all) => all.map(([org, task, actual]) => fact(org, actual, { task })));

test("law: order is no change, a version equals itself, and turned round the difference has the other sign", () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      expect(compareReturns(before, [...before].reverse())).toEqual([]);
      const there = compareReturns(before, after);
      const back = compareReturns(after, before);
      expect(back).toHaveLength(there.length);
      const count = (kind: string, all: typeof there) => all.filter((one) => one.kind === kind).length;
      expect(count("added", there)).toBe(count("removed", back));
      for (const one of there) {
        const other = back.find(({ org, task }) => org === one.org && task === one.task);
        expect(other?.fields.map(({ field, before: was, after: is }) => [field, is, was])).toEqual(
          one.fields.map(({ field, before: was, after: is }) => [field, was, is]),
        );
      }
    }),
    { numRuns: runs },
  );
});
