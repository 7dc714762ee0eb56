import { expect, test } from "vitest";
import specs from "../specs/styles.json" with { type: "json" };
import { parsePlan, type TextIndicator, type TextItem } from "./index.ts";

// The cases are data: a style of plans, its text line by line, and what a reader takes from it.

const targetText = ({ name, bound, value, valueMax, unit, per }: TextIndicator) =>
  `${name} ${bound} ${value}${valueMax === undefined ? "" : `~${valueMax}`}${unit}${per ? `/${per}` : ""}`;

const listed = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);

const said = (item: TextItem) => ({
  ...(item.no === null ? {} : { no: item.no }),
  title: item.title,
  lead: listed(item.lead)?.join("、"),
  support: listed(item.support)?.join("、"),
  scope: item.scope === "task" ? undefined : item.scope,
  targets: listed(item.indicators)?.map(targetText),
  due: listed(item.milestones)?.map(({ due }) => due),
  money: listed(item.funding)?.map(({ source, amount, unit }) => `${source} ${amount}${unit}`),
  conditions: listed(item.conditions)?.map(({ raw }) => raw),
});

test.each(specs)("$phenomenon", ({ text, year, items, finds }) => {
  const { plan, findings } = parsePlan(text.join("\n"));
  expect(plan.year).toBe(year);
  expect(plan.items.map(said)).toEqual(items);
  expect([...new Set(findings.map(({ code }) => code))]).toEqual(finds);
});
