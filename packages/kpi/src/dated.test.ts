import { describe, expect, test } from "vitest";
import { datedSource, inForce } from "./dated.ts";

const first = { since: "2016-03-01", source: "first", value: 1 };
const second = { since: "2019-01-01", source: "second", sourceZh: "第二个", value: 2 };
const own = { since: "2000-01-01", source: "ours", own: true, value: 3 } as const;

describe("适用的规则", () => {
  test.each([
    ["the day on which it begins", [first, second], "2019-01-01", second],
    ["the day before that", [first, second], "2018-12-31", first],
    ["no day: the latest", [first, second], undefined, second],
    ["the first day of all", [first, second], "2016-03-01", first],
    ["before the first: the first, marked", [first, second], "2016-02-29", { ...first, early: true }],
    ["our own has no beginning", [own], "1999-12-31", own],
    ["our own after its day", [own], "2016-01-01", own],
  ])("%s", (_, versions, day, is) => expect(inForce(versions, day)).toStrictEqual(is));
});

test.each([
  [first, "first (2016-03-01)", "first (2016-03-01)"],
  [second, "第二个 (2019-01-01)", "second (2019-01-01)"],
  [
    { ...first, early: true as const },
    "first (沿用2016-03-01起的规则)",
    "first (a rule of 2016-03-01, used for want of an earlier one)",
  ],
  [own, "ours (自始适用)", "ours (from the beginning)"],
])("the source of %o says since when", (version, zh, en) =>
  expect([datedSource(version, "zh-CN"), datedSource(version, "en")]).toEqual([zh, en]),
);
