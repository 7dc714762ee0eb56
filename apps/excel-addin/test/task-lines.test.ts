import { openBook } from "@taizhang/office-host";
import { expect, test } from "vitest";
import type { Pane } from "../src/acts/pane/pane.ts";
import { drillTasks, rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const states = ["done", "onTrack", "behind", "notDue", "unreported"] as const;

/** The tasks that a line of the counts opens. */
async function opened(pane: Pane, index: number) {
  await drillTasks(pane, index);
  const { page } = pane.store.get();
  if (page?.kind !== "tasks") throw new Error("no tasks");
  return page;
}

test.each(["nanguan-2016/2016-10/民政局.xlsx", "nanguan-2016/台账.xlsx"])(
  "任务办理情况的每一行都能打开，各状态的项数与表上一致，每项都有格：%s",
  async (file) => {
    const excel = excelWith(openBook(exampleBytes(file), file));
    const pane = await paneIn(excel);
    await rollUpSources(pane);
    const counts = pane.store.get().rollup.result?.counts ?? [];
    expect(counts.length).toBeGreaterThan(1);
    for (const [index, count] of counts.entries()) {
      const { tasks } = await opened(pane, index);
      const numbers = states.map((state) => tasks.filter((task) => task.state === state).length);
      expect(numbers).toEqual(states.map((state) => count[state]));
      expect(tasks.length).toBe(count.total);
      const { department } = count.key;
      if (department) expect(tasks.every(({ orgs }) => orgs.includes(department))).toBe(true);
      for (const { at } of tasks) expect(at?.ref).toMatch(/^[A-Z]+\d+/);
    }
    expect(excel.host.syncs.some(({ wrote }) => wrote)).toBe(false);
  },
);
