import { describe, expect, test } from "vitest";
import { addFiles, cancelRollUp, rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { saidText } from "../src/screens/notice-line.tsx";
import { paneWords } from "../src/words/words.ts";
import { exampleBytes } from "./example-bytes.ts";
import { exampleGrids } from "./example-workbook.ts";
import { paneOf } from "./memory-pane.ts";

const names = ["教育局", "人社局", "残联", "民政局"];
const fileOf = (name: string, reading?: () => void) => ({
  name: `${name}.xlsx`,
  bytes: async () => {
    reading?.();
    return exampleBytes(`nanguan-2016/2016-10/${name}.xlsx`);
  },
});
const ledger = () => paneOf(exampleGrids("nanguan-2016/台账.xlsx"), "台账.xlsx");

const said = (pane: Awaited<ReturnType<typeof ledger>>) => {
  const { notice } = pane.store.get();
  return notice?.kind === "said" ? saidText(notice.text, paneWords["zh-CN"]) : "";
};

describe("汇总时取消", () => {
  test("reading files: those that were read stay, and one can go on", async () => {
    const pane = await ledger();
    await addFiles(
      pane,
      names.map((name) => fileOf(name, () => name === "残联" && cancelRollUp(pane))),
    );
    const { files, phase } = pane.store.get().rollup;
    expect(phase).toBe("choosing");
    expect(files.map(({ name }) => name)).toEqual(["教育局.xlsx", "人社局.xlsx", "残联.xlsx"]);
    expect(said(pane)).toBe("已取消，没有写入表格；读完的2个保留，可以接着汇总");
    await rollUpSources(pane);
    expect(pane.store.get().rollup.result?.coverage.reported).toBeGreaterThan(0);
  });

  test("rolling up: nothing is lost, and the second time all of them are in", async () => {
    const pane = await ledger();
    await addFiles(
      pane,
      names.map((name) => fileOf(name)),
    );
    const stop = pane.store.subscribe(() => {
      const { progress, phase } = pane.store.get().rollup;
      if (phase === "running" && progress?.done === 2) {
        stop();
        cancelRollUp(pane);
      }
    });
    await rollUpSources(pane);
    expect(pane.store.get().rollup.phase).toBe("choosing");
    expect(pane.store.get().rollup.result).toBeUndefined();
    expect(pane.store.get().rollup.files).toHaveLength(4);
    expect(said(pane)).toBe("已取消，没有写入表格；读完的2个保留，可以接着汇总");
    await rollUpSources(pane);
    expect(pane.store.get().rollup.phase).toBe("done");
    expect(pane.store.get().rollup.result?.coverage.reported).toBeGreaterThanOrEqual(4);
  });
});
