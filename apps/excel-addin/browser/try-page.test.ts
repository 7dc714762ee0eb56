import { resolve } from "node:path";
import { servePage } from "@taizhang/office-host/page";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { browserOfTests, hasBrowser, withBrowser } from "./with-pane.ts";

withBrowser();

const root = resolve(import.meta.dirname, "../../..");

/** The try page with the real pane, and what it asked of others. */
async function withTryPage(act: (page: Page) => Promise<void>): Promise<void> {
  const served = await servePage({
    addin: resolve(inject("pages"), "addin"),
    manifest: resolve(root, "apps/excel-addin/manifest.xml"),
    workbook: resolve(root, "examples/nanguan-2016/2016-10/民政局.xlsx"),
  });
  const context = await browserOfTests().newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(served.url) && !/^(?:data|blob):/.test(request.url()))
        elsewhere.push(request.url());
    });
    await page.goto(served.url);
    await page.waitForSelector("body[data-ready]");
    await page.frameLocator("#pane iframe").locator(".card").waitFor();
    await act(page);
    expect(elsewhere).toEqual([]);
  } finally {
    await context.close();
    await served.close();
  }
}

describe.runIf(hasBrowser)("the page without Excel, with the real pane", () => {
  test("the functions calculate in cells, under both languages' names and within other formulas", () =>
    withTryPage(async (page) => {
      const shown = async (formula: string) => {
        await page.evaluate(`window.taizhangPage.user.type("月报表", "B30", ${JSON.stringify(formula)})`);
        const value = () =>
          page.evaluate(
            "JSON.stringify(window.taizhangPage.book.sheets[0].rows[29][1].value)",
          ) as Promise<string>;
        await expect.poll(value).not.toMatch(/BUSY|null/);
        return value();
      };
      expect(await shown("=TAIZHANG.完成率(52242,27800)")).toMatch(/^1\.879209/);
      expect(await shown("=TAIZHANG.COMPLETION(52242,27800)")).toMatch(/^1\.879209/);
      expect(await shown('=IF(TAIZHANG.灯(0.878,0.8333)="●绿","绿灯","别的")')).toBe('"绿灯"');
      expect(await shown('=TAIZHANG.行政区划("朝阳区","220100")')).toContain("220104");
      expect(await shown("=TAIZHANG.没有(1)")).toContain("#NAME?");
    }));

  test("Esc in the pane gives the keyboard to the cells: what is typed then stands there", () =>
    withTryPage(async (page) => {
      const pane = page.frameLocator("#pane iframe");
      await page.evaluate('window.taizhangPage.user.select("月报表", "B30")');
      await pane.getByRole("tab").first().focus();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.evaluate("document.activeElement.tagName")).not.toMatch(/BODY|IFRAME/);
      await page.keyboard.type("试");
      await page.keyboard.press("Enter");
      await expect
        .poll(() => page.evaluate("window.taizhangPage.book.sheets[0].rows[29]?.[1]?.value ?? null"))
        .toBe("试");
    }));

  test("the chart of a summary is drawn: a bar a department, from the top as the rows stand", () =>
    withTryPage(async (page) => {
      const pane = page.frameLocator("#pane iframe");
      await pane.getByRole("tab", { name: "汇总" }).click();
      await pane.getByRole("button", { name: /^汇总\d/ }).click();
      await pane.getByRole("button", { name: /写入“汇总”表/ }).click();
      await pane.getByRole("button", { name: "写入", exact: true }).click();
      await pane.locator(".written").waitFor();
      const chart = page.locator(".chart svg");
      await chart.waitFor();
      expect(await chart.locator("rect").count()).toBeGreaterThan(0);
      expect(await chart.getAttribute("aria-label")).toMatch(/民政局 \d+\.\d%/);
    }));
});
