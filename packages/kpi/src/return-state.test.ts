import type { ReturnState } from "@taizhang/model";
import { expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { sayNote } from "./say-note.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

/** 各次报送：状态与数，先报的在前。 */
const returns = (org: string, ...each: readonly (readonly [ReturnState | "", string])[]): Row[] =>
  each.map(([state, actual], index) => ({
    org,
    actual,
    target: index === 0 ? "100" : null,
    period: "2016-10",
    facts: { version: index + 1, ...(state === "" ? {} : { state }) },
  }));

test.each<[string, Row[], "latest" | "reviewed", string | null, string[]]>([
  ["没有写状态的，不说状态", returns("子县", ["", "10"]), "latest", "10", []],
  [
    "已审的，写明是已审",
    returns("子县", ["reviewed", "10"]),
    "latest",
    "10",
    ["所用报表：已审1家（取各家最近一次报的）。"],
  ],
  ["未报状态的数不计", returns("子县", ["due", "10"]), "latest", null, []],
  ["只要已审的，未报的不说没有审", returns("子县", ["due", "10"]), "reviewed", null, []],
  [
    "退回的不计",
    returns("子县", ["sentBack", "99"]),
    "latest",
    null,
    ["子县的报表已退回，还没有重报，退回的数没有计入。"],
  ],
  [
    "先报的有效，后报的退回了，用先报的",
    returns("子县", ["submitted", "10"], ["sentBack", "99"]),
    "latest",
    "10",
    ["所用报表：已报1家（取各家最近一次报的）。", "子县的报表已退回，还没有重报，退回的数没有计入。"],
  ],
  [
    "退回后重报了，用重报的",
    returns("子县", ["sentBack", "99"], ["resubmitted", "12"]),
    "latest",
    "12",
    ["所用报表：重报1家（取各家最近一次报的）。"],
  ],
  [
    "只要已审的",
    [...returns("子县", ["reviewed", "10"], ["resubmitted", "12"]), ...returns("丑区", ["locked", "5"])],
    "reviewed",
    "15",
    ["所用报表：已审1家、锁定1家（按要求只计已审、锁定的）。", "子县有报表还没有审核，按要求没有计入。"],
  ],
  [
    "几种状态在一起，各有几家",
    [
      ...returns("子县", ["submitted", "10"]),
      ...returns("丑区", ["locked", "5"]),
      ...returns("寅县", ["", "1"]),
    ],
    "latest",
    "16",
    ["所用报表：已报2家、锁定1家（取各家最近一次报的）。"],
  ],
])("%s", (_, rows, which, actual, says) => {
  const cell = cellOf(rollUp(figuresOf(rows), { returns: which }));
  expect(cell.actual).toBe(actual);
  const codes = new Set(["returnStates", "sentBack", "notReviewed"]);
  expect(cell.notes.filter(({ code }) => codes.has(code)).map((note) => sayNote(note))).toEqual(says);
});
