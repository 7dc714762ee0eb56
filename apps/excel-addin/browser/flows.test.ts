import { describe, expect, test } from "vitest";
import { exampleBytes } from "../test/example-bytes.ts";
import { expectAccessible, expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

const returns = ["教育局", "人社局", "残联"].map((name) => ({
  name: `${name}.xlsx`,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(exampleBytes(`nanguan-2016/2016-10/${name}.xlsx`)),
}));
const ledger = {
  ...returns[0],
  name: "台账.xlsx",
  buffer: Buffer.from(exampleBytes("nanguan-2016/台账.xlsx")),
};
const old = {
  ...returns[0],
  name: "旧报表.xls",
  buffer: Buffer.from(exampleBytes("nanguan-2016/旧格式/旧报表.xls")),
};

describe.runIf(hasBrowser).each(languages)("%s", (lang) => {
  const words = see[lang];

  test("finds, selects, fixes, undoes", async () => {
    await withPane({ lang, width: 320, height: 600 }, async (opened) => {
      const { page, pane } = opened;
      const before = await page.evaluate(() => JSON.stringify(window.excel.snapshot()));
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).waitFor();
      await picture(opened, `${lang}-07-detail`);
      expect(await page.evaluate(() => window.excel.book.sheets[0]?.selection)).toMatchObject([
        { top: 18, left: 8 },
      ]);
      await pane.getByRole("button", { name: words.fix, exact: true }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor();
      expect(await page.evaluate(() => window.excel.book.sheets[0]?.rows[18]?.[8]?.value)).toBe(2);
      await picture(opened, `${lang}-07-mended`);
      await pane.getByRole("button", { name: words.undo }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor({ state: "detached" });
      await expect.poll(() => page.evaluate(() => JSON.stringify(window.excel.snapshot()))).toBe(before);
    });
  });

  test("what is typed is checked as it comes; a kind is fixed at once, and what another changed is not", async () => {
    await withPane({ lang, width: 320, height: 600 }, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => window.excel.user.type("月报表", "I16", [["'12"], ["'４００"]]));
      await pane.getByRole("button", { name: words.fresh }).click();
      await pane.getByRole("button", { name: words.fixAll }).click();
      await pane.getByRole("checkbox").nth(2).waitFor();
      await picture(opened, `${lang}-08-fix-all`);
      await page.evaluate(() => window.excel.other.type("月报表", "I17", 1300));
      await pane.getByRole("alert").waitFor();
      await pane.getByText("1300").waitFor();
      await picture(opened, `${lang}-20-other-user`);
      await expectAccessible(opened, "other user");
      await pane.getByRole("button", { name: words.fixRest }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor();
      const cells = await page.evaluate(() =>
        [15, 16, 18].map((row) => window.excel.book.sheets[0]?.rows[row]?.[8]?.value),
      );
      expect(cells).toEqual([12, 1300, 2]);
    });
  });

  test("explains, and the workbook keeps it", async () => {
    await withPane({ lang, width: 320, height: 600 }, async (opened) => {
      const { page, pane } = opened;
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.explain }).click();
      await pane.getByRole("textbox", { name: words.reason }).fill("本月含技改项目贷款");
      await picture(opened, `${lang}-09-explain`);
      await page.evaluate(() => window.excel.other.type("月报表", "I19", "'３"));
      await pane.getByRole("button", { name: words.save }).click();
      await pane.getByText(words.changed).waitFor();
      await picture(opened, `${lang}-09-changed`);
      await expectAccessible(opened, "changed");
      await pane.getByRole("button", { name: words.save }).click();
      await expect
        .poll(() => page.evaluate(() => window.excel.book.sheets.map(({ name }) => name)))
        .toContain("台账设置");
      await pane.locator(".page").waitFor({ state: "detached" });
      await picture(opened, `${lang}-09-explained`);
      await pane.getByRole("button", { name: words.undo }).click();
      await expect
        .poll(() => page.evaluate(() => window.excel.book.sheets.map(({ name }) => name)))
        .toEqual(["月报表"]);
    });
  });

  test("columns, settings and language", async () => {
    await withPane({ lang, width: 320, height: 600 }, async (opened) => {
      const { pane } = opened;
      await pane.getByRole("button", { name: words.edit }).click();
      await pane.locator(".column").first().waitFor();
      await picture(opened, `${lang}-04-columns`);
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.getByRole("button", { name: words.settings }).click();
      await pane.getByRole("combobox").nth(3).waitFor();
      await picture(opened, `${lang}-21-settings`);
      await pane
        .getByRole("combobox")
        .nth(2)
        .selectOption(lang === "zh-CN" ? "en" : "zh-CN");
      await pane.getByRole("tab", { name: see[lang === "zh-CN" ? "en-US" : "zh-CN"].check }).waitFor();
    });
  });

  test("rolls files and sheets up, drills down, writes the sheet, refreshes it and keeps the user's edit", async () => {
    await withPane({ lang, width: 320, height: 600 }, async (opened) => {
      const { page, pane } = opened;
      await pane.getByRole("tab", { name: words.rollup }).click();
      await pane
        .locator("input[type=file]")
        .setInputFiles([ledger, ...returns, old, { ...returns[0], name: "教育局(1).xlsx" }] as never);
      await pane.locator(".file").nth(5).waitFor();
      await picture(opened, `${lang}-11-sources`);
      await pane.getByRole("button", { name: words.go }).click();
      await pane.locator(".lines").waitFor();
      await picture(opened, `${lang}-13-result`);
      await pane.locator(".line-name").first().click();
      await pane.locator(".place").first().waitFor();
      await picture(opened, `${lang}-14-drill`);
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.getByRole("button", { name: words.write }).click();
      await pane.getByRole("button", { name: words.confirm, exact: true }).click();
      await pane.locator(".written").waitFor();
      await picture(opened, `${lang}-15-written`);
      const written = await page.evaluate(() => {
        const [, sheet] = window.excel.book.sheets;
        return { name: sheet?.name, charts: sheet?.charts.length, note: window.excel.book.sheets.length };
      });
      expect(written).toMatchObject({ name: lang === "zh-CN" ? "汇总" : "Summary", charts: 1 });
      const names = (column: number) =>
        page.evaluate(
          ([sheet, at]) =>
            window.excel.book.sheets
              .find(({ name }) => name === sheet)
              ?.rows.map((row) => `${row?.[1]?.value} ${row?.[2]?.value} ${row?.[at]?.value}`) ?? [],
          [written.name ?? "", column] as const,
        );
      const last = (await names(4)).length;
      const own = (await names(4))[last - 1]?.split(" ").slice(0, 2).join(" ") ?? "";
      await page.evaluate(
        ([name, row]) => {
          window.excel.user.type(name, `E${row}`, 99);
          window.excel.user.type(name, `T${row}`, "已核对");
        },
        [written.name ?? "", last] as const,
      );
      await page.evaluate(() => window.excel.user.type("月报表", "I16", 9));
      await pane.getByRole("button", { name: words.back2 }).click();
      await pane
        .getByRole("button", { name: /教育局\.xlsx/ })
        .first()
        .click();
      await pane.locator(".coverage").waitFor();
      await picture(opened, `${lang}-11-arrived`);
      await pane.getByRole("button", { name: words.go }).click();
      await pane.locator(".lines").waitFor();
      await pane.getByRole("button", { name: words.refresh }).click();
      const without = pane.getByRole("button", { name: words.without });
      const page15 = pane.locator(".page", { hasText: "99" });
      await without.or(page15).first().waitFor();
      if ((await without.count()) > 0) await without.click();
      await page15.waitFor();
      await picture(opened, `${lang}-15-refresh`);
      await expectFits(opened, "refresh");
      await expectAccessible(opened, "refresh");
      await pane.getByRole("button", { name: words.refreshNow }).click();
      await pane.locator(".page").waitFor({ state: "detached" });
      await picture(opened, `${lang}-15-refreshed`);
      expect((await names(4)).filter((line) => line.endsWith(" 99"))).toEqual([`${own} 99`]);
      expect((await names(19)).filter((line) => line.endsWith("已核对"))).toEqual([`${own} 已核对`]);
      // the sheet that was written is named, and no source
      await pane.getByRole("button", { name: words.back2 }).click();
      await pane
        .locator(".left-out", { hasText: written.name ?? "" })
        .first()
        .waitFor();
      await picture(opened, `${lang}-11-own`);
    });
  });
});

describe.runIf(hasBrowser)("beside the pane", () => {
  test("the ribbon walks the findings and marks them; the marks go again", async () => {
    await withPane({}, async ({ page }) => {
      const before = await page.evaluate(() => JSON.stringify(window.excel.snapshot()));
      const press = (act: string) => page.evaluate((name) => void window.excel.frame.runCommand(name), act);
      const top = () => page.evaluate(() => window.excel.book.sheets[0]?.selection[0]?.top);
      const marks = () => page.evaluate(() => window.excel.book.sheets[0]?.conditionalFormats.length);
      await press("nextFinding");
      await expect.poll(top).toBe(18);
      await press("nextFinding");
      await expect.poll(top).not.toBe(18);
      await press("previousFinding");
      await expect.poll(top).toBe(18);
      await press("marks");
      await expect.poll(marks).toBeGreaterThan(0);
      await press("marks");
      await expect.poll(() => page.evaluate(() => JSON.stringify(window.excel.snapshot()))).toBe(before);
    });
  });

  test("custom functions answer in cells", async () => {
    await withPane({}, async ({ page }) => {
      const call = (name: string, given: unknown[]) =>
        page.evaluate(([id, values]) => window.excel.host.callFunction(id as string, values as unknown[]), [
          name,
          given,
        ] as const);
      expect(JSON.stringify(await call("COMPLETION", [52242, 27800, null]))).toContain("1.879209");
      expect(JSON.stringify(await call("LIGHT", [0.878, 0.8333, null]))).toContain("●绿");
      expect(JSON.stringify(await call("DIVISION", ["朝阳区", "220100", null]))).toContain("220104");
    });
  });
});
