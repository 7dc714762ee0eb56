import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { completion } from "./completion.ts";
import type { ObservationFact, TargetFact } from "./facts.ts";
import { quotaUse } from "./quota.ts";
import { rollUp } from "./roll-up.ts";
import { figuresOf } from "./testing/figures.ts";
import { yearOnYear } from "./year-on-year.ts";

const row = (facts: object = {}, targetFacts: object = {}) =>
  figuresOf([
    {
      org: "甲",
      period: "2026-10",
      target: "300",
      actual: "200",
      facts: facts as Partial<ObservationFact>,
      targetFacts: targetFacts as Partial<TargetFact>,
    },
  ]);
const amount = (text: string) => row({ value: { status: "reported", amount: text } });

describe("数写得不合规的，不当作0，写明是哪一条、哪一项、应当怎样写", () => {
  test.each([
    [amount("1,000"), 'value.amount "1,000" is no exact decimal as text: write "1000" or decimal("1000")'],
    [amount("１２"), 'value.amount "１２" is no exact decimal as text: write "12" or decimal("12")'],
    [amount("1 000"), 'value.amount "1 000" is no exact decimal as text: write "1000" or decimal("1000")'],
    [amount("1.50"), 'value.amount "1.50" is no exact decimal as text: write "1.5" or decimal("1.5")'],
    [amount("1e3"), 'value.amount "1e3" is no exact decimal as text: write "1000" or decimal("1000")'],
    [amount("12%"), 'value.amount "12%" is no exact decimal as text: write it like "12.5"'],
    [amount(""), 'value.amount "" is no exact decimal as text: write it like "12.5"'],
    [amount("NaN"), 'value.amount "NaN" is no exact decimal as text: write it like "12.5"'],
    [amount("1.2.3"), 'value.amount "1.2.3" is no exact decimal as text: write it like "12.5"'],
    [
      row({}, { value: "1,000" }),
      'value "1,000" is no exact decimal as text: write "1000" or decimal("1000")',
    ],
    [row({}, { stretch: "约400" }), 'stretch "约400" is no exact decimal as text: write it like "12.5"'],
    [
      row({}, { versions: [{ from: "2026-07-01", value: "2,40" }] }),
      'versions.value "2,40" is no exact decimal as text: write "240" or decimal("240")',
    ],
    [
      row({}, { nodes: [{ through: "2026-06", value: "50%" }] }),
      'nodes.value "50%" is no exact decimal as text: write it like "12.5"',
    ],
  ])("%#", (figures, message) => {
    expect(() => rollUp(figures)).toThrow(new RegExp(message.replace(/[()[\]"+.*?]/g, "\\$&")));
  });
});

describe("用词不合规的，列出可以写的词", () => {
  test.each([
    [row({ state: "退回" }), /state "退回" is unknown: write one of "due", "submitted", "sentBack"/],
    [row({ measure: "cum" }), /measure "cum" is unknown: write one of "cumulative", "inPeriod", "lastYear"/],
    [row({ measure: undefined }), /measure is missing: write one of/],
    [row({ standing: "Own" }), /standing "Own" is unknown: write one of "ledger", "own"/],
    [row({ standing: "toString" }), /standing "toString" is unknown/],
    [row({ value: { status: "Reported" } }), /value\.status "Reported" is unknown/],
    [row({}, { bound: "<=" }), /bound "<=" is unknown: write one of "eq", "ge"/],
  ])("%#", (figures, message) => {
    expect(() => rollUp(figures)).toThrow(message);
  });
});

test.each<[string, () => unknown]>([
  ["完成率", () => completion({ direction: "up", target: "1,000" as never, actual: decimal("500") })],
  ["额度", () => quotaUse({ ceiling: "1,000" as never, used: decimal("500") } as never)],
  ["同比", () => yearOnYear("1,120" as never, "1,000" as never)],
])("%s：不是数的目标、完成数不当作0", (_, act) => {
  expect(act).toThrow(/Not (?:a )?decimals?/);
});
