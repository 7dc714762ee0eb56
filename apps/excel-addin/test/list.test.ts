import { describe, expect, test } from "vitest";
import { roundUp } from "../src/acts/check/estimate-time.ts";
import { briefly, fully } from "../src/parts/briefly.ts";
import { type FindingRow, foundIn, noFilter } from "../src/state/finding-rows.ts";
import { firstState } from "../src/state/pane.ts";
import { paneReducer } from "../src/state/pane-reducer.ts";
import { paneWords } from "../src/words/words.ts";
import { exampleGrids } from "./example-workbook.ts";
import { paneOf } from "./memory-pane.ts";

const { "zh-CN": zh, en } = paneWords;

describe("条数说的是正在看的范围", () => {
  const row = (sheet: string, severity: "A" | "B", more: Partial<FindingRow> = {}): FindingRow =>
    ({
      id: `${sheet}${severity}${Math.random()}`,
      finding: { severity, status: "open" },
      sheet,
      ref: "A1",
      orgs: [],
      mended: false,
      ...more,
    }) as unknown as FindingRow;
  const rows = [row("甲", "A"), row("甲", "B", { mended: true }), row("乙", "A"), row("乙", "B")];

  test("只看本表时，别的表另说；改好的不算", () => {
    expect(foundIn(rows, { scope: "sheet" }, "甲")).toEqual({ total: 1, must: 1, elsewhere: 2 });
    expect(foundIn(rows, noFilter, "丙")).toEqual({ total: 0, must: 0, elsewhere: 3 });
    expect(foundIn(rows, { scope: "all" }, "甲")).toEqual({ total: 3, must: 2, elsewhere: 0 });
  });

  test("说出来的话", () => {
    expect(zh.said.found(3, 1, 0)).toBe("发现3条，其中1条必须改");
    expect(zh.said.found(3, 1, 8)).toBe("发现3条，其中1条必须改；其他表8条");
    expect(en.said.found(0, 0, 8)).toBe("Nothing was found; 8 in other sheets");
    expect(zh.said.found(0, 0, 8, true)).toBe("其他表8条");
    expect(zh.check.count(7, 7, 1)).toBe("7条，按轻重排列，已改好1条");
  });

  test("换了表、换了范围，说的跟着变", () => {
    const said = foundIn(rows, { scope: "sheet" }, "甲");
    const first = {
      ...firstState,
      rows,
      active: "甲",
      notice: { kind: "said" as const, text: { what: "found" as const, ...said } },
    };
    const elsewhere = paneReducer(first, { do: "set", state: { active: "乙" } });
    expect(elsewhere.notice).toMatchObject({ text: { total: 2, must: 1, elsewhere: 1 } });
    const all = paneReducer(elsewhere, { do: "filter", filter: { scope: "all" } });
    expect(all.notice).toMatchObject({ text: { total: 3, elsewhere: 0 } });
    expect(paneReducer(first, { do: "set", state: { tab: "rollup" } }).notice).toBe(first.notice);
  });

  test("检查后说的就是列表里的", async () => {
    const pane = await paneOf(exampleGrids("nanguan-2016/台账.xlsx"), "台账.xlsx");
    const { notice, rows: found, filter, active } = pane.store.get();
    expect(notice).toMatchObject({ text: { what: "found", ...foundIn(found, filter, active) } });
  });
});

describe("一行一句，不断在半截", () => {
  test("短句照原样；没有写单元格的补上", () => {
    expect(briefly("I19“2”是文本；请改为数字2。", "I19")).toBe("I19“2”是文本；请改为数字2。");
    expect(fully("序号缺10，应逐行连续。", "B5:B20")).toBe("B5:B20 序号缺10，应逐行连续。");
    expect(fully("应报未报。", "")).toBe("应报未报。");
  });

  test("长句去掉末尾的做法，展开时都在", () => {
    const found = `F12“${"甲".repeat(40)}”与上月相同，本月应有新进展`;
    expect(briefly(`${found}；请补充本月进展，确无变化请说明原因。`, "F12")).toBe(`${found}。`);
    expect(briefly(`F12 ${"word ".repeat(26)}stands twice; please keep one.`, "F12")).toMatch(
      /stands twice\.$/,
    );
  });
});

test.each([
  [0.2, 1],
  [6.1, 7],
  [37.2, 40],
  [118, 120],
])("%d秒说成%d", (seconds, said) => expect(roundUp(seconds)).toBe(said));

test.each([
  ["2016", "67项，2016年", "67 tasks, 2016"],
  ["2016-10", "67项，到10月", "67 tasks, to October"],
  ["", "67项", "67 tasks"],
])("表卡一行：%s", (period, chinese, english) => {
  expect(zh.card.short(67, period)).toBe(chinese);
  expect(en.card.short(67, period)).toBe(english);
});
