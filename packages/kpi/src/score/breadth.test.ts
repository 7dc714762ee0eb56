import { describe, expect, test } from "vitest";
import { breadthOf } from "./breadth.ts";
import type { RankedScore } from "./org-score.ts";

/** An org by so many scored indicators, beside so many that have no score; without a place where it is not ranked. */
const org = (scored: number, { group = "", unscored = 0, rank = 1 as number | null } = {}): RankedScore =>
  ({
    group,
    rank,
    items: [...Array(scored).fill({ score: "0" }), ...Array(unscored).fill({ score: null })],
  }) as unknown as RankedScore;

describe("考核项数悬殊：至少两倍，并且至少多三项", () => {
  test.each<[string, readonly RankedScore[], readonly object[]]>([
    ["一项与十四项", [org(1), org(14), org(9)], [{ group: "", fewest: 1, most: 14 }]],
    ["正好两倍、多三项", [org(3), org(6)], [{ group: "", fewest: 3, most: 6 }]],
    ["不到两倍", [org(4), org(7)], []],
    ["只多两项", [org(1), org(3)], []],
    ["一样多", [org(5), org(5)], []],
    ["只有一家", [org(14)], []],
    ["没有一家", [], []],
    ["没有分的指标不算", [org(1, { unscored: 13 }), org(2)], []],
    ["没有位次的不比", [org(1, { rank: null }), org(14)], []],
    [
      "各组各比",
      [org(1, { group: "县" }), org(2, { group: "县" }), org(8, { group: "区" }), org(2, { group: "区" })],
      [{ group: "区", fewest: 2, most: 8 }],
    ],
  ])("%s", (_, orgs, is) => expect(breadthOf(orgs)).toEqual(is));
});
