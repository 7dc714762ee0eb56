import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { cancelCheck, checkWorkbook } from "../src/acts/check/check.ts";
import { estimateTime } from "../src/acts/check/estimate-time.ts";
import { recheckCells } from "../src/acts/check/recheck.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { type Engine, EngineFailure } from "../src/engine/protocol.ts";
import { sameThreadEngine } from "../src/engine/same-thread.ts";
import { saidText } from "../src/screens/notice-line.tsx";
import { firstState } from "../src/state/pane.ts";
import { paneReducer } from "../src/state/pane-reducer.ts";
import { storeOf } from "../src/state/store.ts";
import { paneWords } from "../src/words/words.ts";
import { HostFailure } from "../src/workbook/failure.ts";
import { memoryWorkbook } from "../src/workbook/memory.ts";

const sheet = (name: string) =>
  gridOf(name, [
    ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    ["新增就业", "人", 1300, "1255", "区人社局"],
    ["新建公园", "个", 3, 2, "区住建局"],
  ]);
const names = Array.from({ length: 10 }, (_, index) => `表${index + 1}`);
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A pane over ten sheets that are read one after the other; `reading` is called before each. */
function slowPane(reading: (sheet: string) => void): Pane {
  const workbook = memoryWorkbook(names.map(sheet), "台账.xlsx");
  return {
    workbook: {
      ...workbook,
      read: async ({ outline, sheets = names, signal }, onPart) => {
        for (const name of sheets) {
          reading(name);
          await turn();
          if (signal?.aborted) throw new HostFailure("cancelled");
          await workbook.read({ outline, sheets: [name] }, onPart);
        }
      },
    },
    engine: sameThreadEngine(),
    store: storeOf(paneReducer, firstState),
    now: () => 1,
  };
}

test("取消后查完的表保留：有卡片、有问题，说出几张；其余的没有查", async () => {
  const pane: Pane = slowPane((name) => {
    if (name === "表7") void cancelCheck(pane);
  });
  await checkWorkbook(pane);
  await expect.poll(() => pane.store.get().notice).toMatchObject({ text: { what: "checkCancelled" } });
  const { cards, rows, partly, notice, phase } = pane.store.get();
  const kept = cards.map((card) => card.sheet);
  expect(phase).toBe("ready");
  expect(kept.length).toBeGreaterThanOrEqual(3);
  expect(names.slice(0, 6)).toEqual(expect.arrayContaining(kept));
  expect(new Set(rows.map((row) => row.sheet))).toEqual(new Set(kept));
  expect(partly).toEqual({ checked: kept.length, of: 10 });
  if (notice?.kind !== "said") throw new Error("nothing was said");
  expect(saidText(notice.text, paneWords["zh-CN"])).toBe(`已取消，查完的${kept.length}张保留`);
  expect(saidText(notice.text, paneWords.en)).toBe(`Cancelled; ${kept.length} checked sheets kept`);
});

test("保留的表照样随改随查；再查一遍就全了", async () => {
  let cancel = true;
  const pane: Pane = slowPane((name) => {
    if (name === "表5" && cancel) void cancelCheck(pane);
  });
  await checkWorkbook(pane);
  await expect.poll(() => pane.store.get().partly?.of).toBe(10);
  const before = pane.store.get().rows.length;
  await recheckCells(pane, [
    { sheet: "表1", ref: "C3" },
    { sheet: "表9", ref: "C3" },
  ]);
  expect(pane.store.get().rows.length).toBe(before);
  expect(pane.store.get().fresh).toEqual([]);
  cancel = false;
  await checkWorkbook(pane);
  expect(pane.store.get().cards).toHaveLength(10);
  expect(pane.store.get().partly).toBeUndefined();
});

test("第二次检查取消：上一次的结果还在，查过的用新的", async () => {
  let second = false;
  const pane: Pane = slowPane((name) => {
    if (name === "表5" && second) void cancelCheck(pane);
  });
  await checkWorkbook(pane);
  const ids = pane.store.get().rows.map(({ id }) => id);
  second = true;
  await checkWorkbook(pane);
  await expect.poll(() => pane.store.get().notice).toMatchObject({ text: { what: "checkCancelled" } });
  expect(pane.store.get().cards).toHaveLength(10);
  expect(pane.store.get().rows.map(({ id }) => id)).toEqual(ids);
  expect(pane.store.get().partly).toBeUndefined();
});

test("一张都没查完就取消：没有结果，可以重新检查", async () => {
  const pane: Pane = slowPane((name) => {
    if (name === "表1") void cancelCheck(pane);
  });
  await checkWorkbook(pane);
  await expect.poll(() => pane.store.get().phase).toBe("stopped");
  expect(pane.store.get().notice).toMatchObject({ text: { what: "checkCancelled", sheets: 0 } });
});

test("取消与答复在路上相遇：全部查完，一张不丢，也不说已取消", async () => {
  const pane: Pane = slowPane(() => {});
  const engine: Engine = {
    ...pane.engine,
    call: async (name, ask, options) => {
      const answer = await pane.engine.call(name, ask, options);
      if (name !== "check") return answer;
      void cancelCheck(crossed); // the user presses when the answer is under way
      throw new EngineFailure("cancelled");
    },
  };
  const crossed: Pane = { ...pane, engine };
  await checkWorkbook(crossed);
  await expect.poll(() => pane.store.get().phase).toBe("ready");
  expect(pane.store.get().cards).toHaveLength(10);
  expect(pane.store.get().partly).toBeUndefined();
  expect(pane.store.get().notice).toMatchObject({ text: { what: "found" } });
});

test("太大的表先试查一小块，再全查、中途取消：查完的表照样保留", async () => {
  const pane: Pane = slowPane((name) => {
    if (name === "表7") void cancelCheck(pane);
  });
  const outline = await pane.workbook.outline();
  pane.store.dispatch({ do: "set", state: { outline } });
  await estimateTime(pane, outline, 90, new AbortController().signal);
  await checkWorkbook(pane);
  await expect.poll(() => pane.store.get().notice).toMatchObject({ text: { what: "checkCancelled" } });
  const { cards, partly } = pane.store.get();
  expect(cards.length).toBeGreaterThanOrEqual(3);
  expect(partly).toEqual({ checked: cards.length, of: 10 });
});
