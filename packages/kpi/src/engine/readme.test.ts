import { inferIndicator } from "@taizhang/model";
import { expect, test } from "vitest";
import { encodeFacts, everyLevel, factCell, lackingOrgs, liveRollUp, rollUpFacts } from "../index.ts";

// The example of the README, run.
test("a city of three counties, one of which has not reported", () => {
  const counties = ["子县", "丑区", "寅县"];
  const of = { indicator: "城镇新增就业", period: "2016-10" };
  const { table, refused } = encodeFacts(
    {
      indicators: [inferIndicator("城镇新增就业", "人")],
      orgs: counties.map((name) => ({ name, in: { division: name } })),
      dimensions: { division: [{ name: "甲市" }, ...counties.map((name) => ({ name, parent: "甲市" }))] },
      measure: "cumulative",
    },
    [
      { ...of, org: "子县", target: 100, actual: 90, light: "yellow" },
      { ...of, org: "丑区", target: 100.5, actual: 120.1, light: "green" },
      { ...of, org: "寅县", target: 50 },
    ],
  );
  expect(refused).toEqual([]);
  const totals = rollUpFacts(table, { sets: everyLevel(table, "division") });
  expect(factCell(totals, { division: "甲市" }, "城镇新增就业")).toMatchObject({
    actual: "210.1",
    target: "250.5",
    atLeast: true,
    completionReporting: "1.04788",
    expected: 3,
    reported: 2,
    worst: "yellow",
  });
  expect(lackingOrgs(totals, { division: "甲市" }, "城镇新增就业")).toEqual(["寅县"]);
  const live = liveRollUp(table, totals.plan);
  const heard: unknown[] = [];
  live.watch({ division: "甲市" }, "城镇新增就业", (cell) => heard.push(cell?.actual));
  live.apply([{ row: 2, change: { actual: 40 } }]);
  expect(heard).toEqual(["250.1"]);
});
