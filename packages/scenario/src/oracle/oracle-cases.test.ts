import { expect, test } from "vitest";
import { caseFigures } from "./case-figures.ts";
import { handCases, optionsOf } from "./hand-cases.ts";
import { open } from "./oracle-cell.ts";
import { type Rational, rational, shown, times } from "./rational.ts";
import { oracleRollUp } from "./roll-up.ts";
import { scaleOfText } from "./unit-scale.ts";

const amounts = new Set(["target", "stretch", "actual", "parentReported", "difference"]);
const rates = new Set(["completion", "completionReporting", "pace"]);

/** The oracle must know the hand-computed cases too, or be silent; it is silent in few of them. */
test.each(handCases().map((one) => [one.name, one] as const))("%s", (_, one) => {
  const { cells, counts } = oracleRollUp(caseFigures(one), optionsOf(one));
  const firstUnit = Object.values(one.indicators)[0]?.unit ?? "";
  for (const { key, indicator, notes: _notes, period: _period, ...fields } of one.expect ?? []) {
    const name = indicator ?? Object.keys(one.indicators)[0] ?? "";
    const cell = cells.find((c) => c.indicator === name && JSON.stringify(c.key) === JSON.stringify(key));
    expect(cell, `${name} ${JSON.stringify(key)}`).toBeDefined();
    const unit = fields.unit ?? one.indicators[name]?.unit ?? firstUnit;
    for (const [field, expected] of Object.entries(fields)) {
      const ours = cell?.[field as keyof typeof cell] as unknown;
      if (ours === open) continue;
      if (ours !== null && (amounts.has(field) || rates.has(field))) {
        const scale = amounts.has(field) ? scaleOfText(unit) : rational("1");
        const theirs = expected === null ? null : shown(times(rational(expected as string), scale));
        expect(shown(ours as Rational), field).toBe(theirs);
      } else expect(ours, field).toEqual(expected);
    }
  }
  for (const { key, ...fields } of one.counts ?? []) {
    const found = counts.find((c) => JSON.stringify(c.key) === JSON.stringify(key));
    for (const [field, expected] of Object.entries(fields)) {
      const { least, most } = found?.[field as "done"] ?? { least: 0, most: -1 };
      expect([least <= (expected as number), (expected as number) <= most], field).toEqual([true, true]);
    }
  }
});

test("the oracle decides nearly everything that the hand-computed cases state", () => {
  let stated = 0;
  let silent = 0;
  for (const one of handCases()) {
    const { cells } = oracleRollUp(caseFigures(one), optionsOf(one));
    for (const { key, indicator, notes: _notes, period: _period, ...fields } of one.expect ?? []) {
      const name = indicator ?? Object.keys(one.indicators)[0];
      const cell = cells.find((c) => c.indicator === name && JSON.stringify(c.key) === JSON.stringify(key));
      for (const field of Object.keys(fields)) {
        stated++;
        if (cell?.[field as keyof typeof cell] === open) silent++;
      }
    }
  }
  expect(silent / stated).toBeLessThan(0.05);
});
