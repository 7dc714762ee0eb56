import { expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const month = (period: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org: "甲局",
  target: "1200",
  actual,
  period,
  ...more,
});
const told = (period: string, reported: boolean): TaskFact => ({
  id: "甲",
  title: "甲",
  standing: "own",
  org: "甲局",
  dims: {},
  kind: "qualitative",
  period,
  reported,
});

test.each<[string, Row[], TaskFact[], string | null, (readonly string[])[]]>([
  [
    "后几个月是空表：取有数的最近一期，并且说明",
    [month("2016-04", "370"), month("2016-05", "465"), month("2016-06", null), month("2016-07", null)],
    [],
    "2016-05",
    [["2016-06", "2016-07"]],
  ],
  [
    "有一家报了，就是报表",
    [month("2016-05", "465"), month("2016-06", null), month("2016-06", "5", { org: "乙局" })],
    [],
    "2016-06",
    [],
  ],
  ["填0是报了", [month("2016-05", "465"), month("2016-06", "0")], [], "2016-06", []],
  ["填不涉及是报了", [month("2016-05", "465"), month("2016-06", "—")], [], "2016-06", []],
  [
    "只报了文字进展也是报了",
    [month("2016-05", "465"), month("2016-06", null)],
    [told("2016-06", true)],
    "2016-06",
    [],
  ],
  [
    "一个数都没有：取最近一期的空表",
    [month("2016-05", null), month("2016-06", null)],
    [told("2016-06", false)],
    "2016-06",
    [],
  ],
])("%s", (_, rows, tasks, period, blank) => {
  const [cell] = rollUp(figuresOf(rows, tasks)).cells;
  expect(cell?.period).toBe(period);
  const notes = cell?.notes.flatMap((note) => (note.code === "emptyLater" ? [note.args.periods] : []));
  expect(notes).toEqual(blank);
});

test("指定了报告期，就是那一期", () => {
  const figures = figuresOf([month("2016-05", "465"), month("2016-06", null)]);
  const [cell] = rollUp(figures, { period: "2016-06" }).cells;
  expect(cell).toMatchObject({ period: "2016-06", actual: "465", light: "unreported" });
  expect(cell?.notes.map(({ code }) => code)).not.toContain("emptyLater");
});
