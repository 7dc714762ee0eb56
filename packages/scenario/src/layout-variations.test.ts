import { check, recogniseWorkbook } from "@taizhang/sheet";
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
  ])("%s", (_, variation, rounds, least) => {
    const { tried, different } = tryOut(variation, rounds);
    expect(different).toEqual({});
    expect(tried).toBeGreaterThan(least);
  });
});
