import { describe, expect, inject, test } from "vitest";
import { openPage } from "./open-pane.ts";
import { mainTasks } from "./tasks.ts";
import { browserOfTests, hasBrowser, withBrowser } from "./with-pane.ts";

withBrowser();

/** Opens the pane beside a large workbook and waits until it is checked; the times that the pane marked. */
async function checkLarge(sheets: number, rows: number) {
  const browser = browserOfTests();
  const opened = await openPage(browser, inject("pages"), "large-excel.html");
  const { page, pane } = opened;
  await page.waitForFunction(() => "largeExcel" in window);
  await page.evaluate(([s, r]) => window.largeExcel.ask({ do: "make", sheets: s, rows: r }), [
    sheets,
    rows,
  ] as const);
  const tasks = await mainTasks(browser, page, async () => {
    await page.evaluate(() => window.largeExcel.open());
    await pane.locator(".card").waitFor();
    const frame = page.frames()[1];
    await frame?.waitForFunction(
      () => performance.getEntriesByName("taizhang:checked").length > 0,
      undefined,
      {
        timeout: 50_000,
      },
    );
  });
  const times = (await page.frames()[1]?.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return {
      ready: at("taizhang:office-ready"),
      shown: at("first-contentful-paint"),
      read: at("taizhang:read"),
      checked: at("taizhang:checked"),
    };
  })) ?? { ready: Number.NaN, shown: Number.NaN, read: Number.NaN, checked: Number.NaN };
  const report = await page.evaluate(() => window.largeExcel.ask({ do: "report" }));
  return { opened, tasks, times, report };
}

describe.runIf(hasBrowser)("a large workbook", () => {
  test("50 sheets of 500 rows and 16 columns", async () => {
    const { opened, tasks, times, report } = await checkLarge(50, 500);
    console.log({
      ...times,
      requests: report.requests.length,
      megabytes: report.requests.reduce((sum, { replyBytes }) => sum + replyBytes, 0) / 1e6,
      longest: tasks.slice(0, 12).map(({ lasted, cpu }) => `${Math.round(lasted)} (${Math.round(cpu)})`),
    });
    expect(opened.problems).toEqual([]);
    await opened.close();
  });
});
