import { describe, expect, inject, test } from "vitest";
import { openPane } from "./open-pane.ts";
import {
  browserOfTests,
  expectAccessible,
  expectFits,
  hasBrowser,
  picture,
  withBrowser,
  withPane,
} from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

const survey = [
  ["序号", "任务名称", "计量单位", "年度目标", "完成情况", "责任单位"],
  [1, "建公园", "个", 3, "已建成3所", "区园林局"],
  [2, "建食堂", "个", 5, 2, "区民政局"],
  [3, "建市场", "个", 6, "在建", "区商务局"],
  [4, "建站点", "个", 4, "年底前开工", "区民政局"],
  [5, "建学校", "所", 2, 1, "区教育局"],
];

describe.runIf(hasBrowser).each(languages)("%s", (lang) => {
  const words = see[lang];
  const options = { lang, width: 320, height: 500 };

  test("a column of two readings is asked about, and the choice holds", async () => {
    await withPane(options, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate((rows) => {
        window.excel.user.addSheet("民生");
        window.excel.user.type("民生", "A1", rows);
        window.excel.user.activate("民生");
      }, survey);
      await pane.locator(".card-name", { hasText: "民生" }).waitFor();
      await pane.getByRole("button", { name: words.edit }).click();
      const column = pane.locator(".column", { hasText: "完成情况" });
      await column.getByRole("radio").nth(2).waitFor();
      expect(await column.getByRole("combobox").inputValue()).toBe("");
      await column.scrollIntoViewIfNeeded();
      await picture(opened, `${lang}-04-two-readings`);
      await expectFits(opened, "two readings");
      await expectAccessible(opened, "two readings");
      await column.getByRole("radio").nth(1).click();
      expect(await column.getByRole("combobox").inputValue()).toBe("actualCumulative");
      await pane.getByRole("button", { name: words.saveColumns }).click();
      await pane.getByRole("button", { name: words.once }).click();
      await pane.locator(".page").waitFor({ state: "detached" });
      await pane.locator(".row-line", { hasText: "E2" }).first().waitFor();
    });
  });

  test("while fifty sheets are checked each is counted, the quarters are spoken, and it can be stopped", async () => {
    const opened = await openPane(browserOfTests(), inject("pages"), {
      ...options,
      prepare: () => {
        const { user, host } = window.excel;
        for (let at = 1; at <= 49; at++) {
          user.addSheet(`部门${at}`);
          user.type(`部门${at}`, "A1", [
            ["序号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
            [1, "建公园", "个", 3, "'2", "区园林局"],
            [2, "建食堂", "个", 5, 2, "区民政局"],
            ...Array.from({ length: 350 }, (_, row) => [row + 3, `任务${row}`, "个", 5, 2, "区民政局"]),
          ]);
        }
        user.activate("月报表");
        host.faults.always({ delay: 700 });
      },
    });
    try {
      const { page, pane } = opened;
      await pane.locator(".running .plain li").nth(3).waitFor();
      await picture(opened, `${lang}-05-checking`);
      await expectFits(opened, "checking");
      await expectAccessible(opened, "checking");
      const spoken = pane.locator("[role=status].unseen");
      await expect.poll(() => spoken.textContent(), { timeout: 20_000 }).toMatch(words.quarter);
      await pane.getByRole("button", { name: words.cancel }).click();
      await expect.poll(() => spoken.textContent()).toMatch(words.cancelled);
      await page.evaluate(() => window.excel.host.faults.clear());
      expect(opened.problems).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  test("marks are asked about where Excel cannot undo them, and not where it can", async () => {
    await withPane(options, async (opened) => {
      const { page, pane } = opened;
      const marks = () => page.evaluate(() => window.excel.book.sheets[0]?.conditionalFormats.length);
      await pane.getByRole("switch").click();
      await pane.getByRole("alertdialog").waitFor();
      await picture(opened, `${lang}-06-marks-asked`);
      await expectAccessible(opened, "marks asked");
      expect(await marks()).toBe(0);
      await pane.getByRole("button", { name: words.addMarks }).click();
      await expect.poll(marks).toBeGreaterThan(0);
      await pane.getByRole("switch").click();
      await expect.poll(marks).toBe(0);
    });
    await withPane({ ...options, requirements: { ExcelApi: "1.20" } }, async ({ page, pane }) => {
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).waitFor();
      expect(await pane.getByText(words.cannotUndo).count()).toBe(0);
      await pane.getByRole("switch").click();
      await expect
        .poll(() => page.evaluate(() => window.excel.book.sheets[0]?.conditionalFormats.length))
        .toBeGreaterThan(0);
    });
  });

  test("a clean sheet is exported as well, and the sheet goes again", async () => {
    await withPane(options, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => {
        window.excel.user.addSheet("清楚");
        window.excel.user.type("清楚", "A1", [
          ["序号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
          [1, "建公园", "个", 3, 2, "区园林局"],
          [2, "建食堂", "个", 5, 2, "区民政局"],
        ]);
        window.excel.user.activate("清楚");
      });
      await pane.locator(".clean").waitFor();
      await picture(opened, `${lang}-10-clean`);
      await expectAccessible(opened, "clean");
      const names = () => page.evaluate(() => window.excel.book.sheets.map(({ name }) => name).length);
      const before = await names();
      const exported = pane.getByRole("button", { name: words.exportResult });
      if ((await exported.count()) === 0) return; // notes remain: the list has its own button
      await exported.click();
      await expect.poll(names).toBe(before + 1);
      await pane.getByRole("button", { name: words.undo }).click();
      await expect.poll(names).toBe(before);
    });
  });
});
