/// <reference types="node" />
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlan } from "./index.ts";

/** Processor time: the wall clock of a busy machine is noise. */
const milliseconds = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

const patience = 240_000;
const million = 1_000_000;
const sentence =
  "1.新建街路9条，10月底前完成，总投资500万元，其中市级200万元、区级300万元。(牵头单位：区住建局；配合单位：各街乡)\n";
const cells = "序号\n任务\n责任单位\n1\n甲\n区教育局\n2\n乙\n区财政局\n";
const lines: Record<string, string> = {
  "digits on one line": "9".repeat(million),
  "blanks within an entry": `1.新增${" ".repeat(million)}100张床位。`,
  "opening brackets": "（".repeat(million),
  "closing brackets": "）".repeat(million),
  "pairs of brackets": "（人）".repeat(million / 3),
  "Chinese digits": "三".repeat(million),
  "numbers of entries": "1.甲。".repeat(million / 4),
  "numbers with brackets": "（一）".repeat(million / 3),
  "numbers that begin in the middle": "。（二）".repeat(million / 4),
  "counted lists": "办好10件实事：甲；".repeat(million / 10),
  bars: "甲|乙|丙".repeat(million / 5),
  each: "每".repeat(million),
  "owners of a row": "甲、乙分别1个、2个、".repeat(million / 11),
  labels: "责任单位：".repeat(million / 5),
  "clauses of responsibility": "由区人社局牵头，".repeat(million / 8),
  "quantities in a row": "5所、".repeat(million / 10),
  dates: "6月底前".repeat(million / 5),
  tabs: "甲\t乙\t1\n".repeat(million / 6),
  "a cell a line": `序号\n任务\n责任单位\n${"1\n".repeat(million / 2)}`,
  "tables of a cell a line": cells.repeat(million / 40),
  quotes: "“".repeat(million),
  "line breaks": "\n".repeat(million),
  masks: "*".repeat(million),
  "five million letters of a plan": sentence.repeat(5 * Math.ceil(million / sentence.length)),
};

describe("hostile texts end in proportionate time", () => {
  test.each(Object.entries(lines))(
    "%s",
    (_, text) => {
      const start = process.cpuUsage();
      const { plan } = parsePlan(text);
      expect(milliseconds(start)).toBeLessThan(30_000);
      expect(plan.items.every(({ start: from, end }) => from >= 0 && end <= text.length)).toBe(true);
    },
    patience,
  );
});

test("each of 1,500 numbered entries is an item, whether they stand on lines or in one", () => {
  const entries = Array.from({ length: 1_500 }, (_, at) => `${at + 1}.新建公厕${(at % 9) + 2}座。`);
  for (const text of [entries.join("\n"), entries.join("")])
    expect(parsePlan(text).plan.items.map(({ no }) => no)).toEqual(entries.map((_, at) => String(at + 1)));
  expect(parsePlan("1.新建公厕3座。\n2016、2017年连续实施。\n2.新建公路5条。").plan.items).toHaveLength(2);
});

test(
  "fourfold text takes about four times the time",
  () => {
    const time = (text: string) => {
      const start = process.cpuUsage();
      parsePlan(text);
      return milliseconds(start);
    };
    for (const piece of [
      sentence,
      "（人）",
      "责任单位：区人社局\n",
      "由区人社局牵头，",
      "9",
      "1\n",
      cells,
      "甲、乙分别1个、2个、",
      "。（二）",
    ]) {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      const least = (one: string) => Math.min(time(one), time(one), time(one));
      time(text);
      const [once, fourfold] = [least(text), least(text.repeat(4))];
      expect(fourfold, piece).toBeLessThan(12 * once + 200);
    }
  },
  patience,
);

const letters =
  "0123456789.,、，。；：:（）()【】《》“”\n\t *一二三十第是①⑳年月日底前季度至—-区市县局委办牵头责任配合单位部门由负责完成新建万元亿人个%以上内不低于其中分别和目标任务序号篇章qū區";

test("no text throws, and each text is an exact piece of the source", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.array(fc.constantFrom(...letters), { maxLength: 200 }).map((list) => list.join("")),
      ),
      (source) => {
        const { plan, findings } = parsePlan(source, {
          simplify: (letter) => (letter === "區" ? "区" : letter),
        });
        for (const item of plan.items) {
          expect(item.text).toBe(source.slice(item.start, item.end));
          for (const part of [...item.indicators, ...item.milestones, ...item.funding, ...item.conditions])
            expect(part.raw).toBe(source.slice(part.start, part.end));
          for (const index of item.findings) expect(findings[index]).toBeDefined();
        }
        for (const { at } of findings)
          for (const place of at)
            if (place.kind === "text") expect(place.end).toBeLessThanOrEqual(source.length);
      },
    ),
    { numRuns: 3_000 },
  ));
