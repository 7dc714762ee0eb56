import { rollUp } from "@taizhang/kpi";
import { check, figuresOf, recogniseWorkbook } from "@taizhang/sheet";
import { describe, expect, test } from "vitest";
import { gridsOf, type LayoutCase, layoutCases } from "./layout-cases.ts";
import { compare } from "./layout-compare.ts";
import {
  blankEdges,
  chanceOf,
  headerAgain,
  lineAbove,
  noteAboveHeader,
  otherOrder,
  otherWords,
  spacedWords,
  tallHeader,
  turnedRound,
  type Variation,
} from "./layout-variations.ts";

/** What a clean sheet must not show. */
const alarms = (layout: LayoutCase): string[] =>
  layout.expect.clean
    ? check(recogniseWorkbook(gridsOf(layout), layout.fileName))
        .filter(({ severity }) => severity === "A" || severity === "B")
        .map(({ code, args }) => `${code} ${JSON.stringify(args)}`)
    : [];

/** The layouts that are read otherwise once varied, with what differs; and how often the variation could be tried. */
function tryOut(
  variation: Variation,
  rounds: number,
): { tried: number; different: Record<string, readonly string[]> } {
  let tried = 0;
  const different: Record<string, readonly string[]> = {};
  for (const layout of layoutCases)
    for (let round = 0; round < rounds; round++) {
      const varied = variation(layout, chanceOf(`${layout.id}#${round}`));
      if (!varied) continue;
      tried++;
      const found = [...compare(varied).differences, ...alarms(varied)];
      if (found.length > 0) different[`${layout.id}#${round}`] = found;
    }
  return { tried, different };
}

describe("what another clerk types otherwise is recognised all the same", () => {
  test.each<[string, Variation, rounds: number, least: number]>([
    ["a line more above the title", lineAbove, 1, 150],
    ["a note between title and header", noteAboveHeader, 1, 150],
    ["a blank row above and a blank column at the left", blankEdges, 1, 150],
    ["header words with spaces and line breaks", spacedWords, 2, 300],
    ["the header again in the midst of the data", headerAgain, 1, 120],
    ["the columns of a long table in another order", otherOrder, 2, 100],
    ["headings in other words for the same field", otherWords, 2, 150],
    ["a header of one row over two", tallHeader, 1, 70],
  ])("%s", (_, variation, rounds, least) => {
    const { tried, different } = tryOut(variation, rounds);
    expect(different).toEqual({});
    expect(tried).toBeGreaterThan(least);
  });
});

/** The targets in total by indicator. */
const totals = (layout: LayoutCase) =>
  Object.fromEntries(
    rollUp(figuresOf(recogniseWorkbook(gridsOf(layout), layout.fileName)), {}).cells.map(
      ({ indicator, target }) => [indicator, target],
    ),
  );

test("a table turned round is refused, or adds up to the same", () => {
  const reasons: Record<string, number> = {};
  const different: Record<string, unknown> = {};
  for (const layout of layoutCases) {
    const turned = turnedRound(layout, chanceOf(layout.id));
    if (!turned) continue;
    const readings = recogniseWorkbook(gridsOf(turned), turned.fileName);
    const isTarget = readings.some(({ tables }) => tables.length > 0);
    for (const { reason } of readings) reasons[reason.code] = (reasons[reason.code] ?? 0) + 1;
    if (!isTarget) continue;
    const [before, after] = [totals(layout), totals(turned)];
    if (JSON.stringify(before) !== JSON.stringify(after)) different[layout.id] = { before, after };
  }
  expect(different).toEqual({});
  expect(reasons.turned).toBeGreaterThan(80);
});
