import { resolve } from "node:path";
import { servePage } from "@taizhang/office-host/page";
import { describe, expect, inject, test } from "vitest";
import { browserOfTests, hasBrowser, withBrowser } from "./with-pane.ts";

withBrowser();

const root = resolve(import.meta.dirname, "../../..");

describe.runIf(hasBrowser)("the page without Excel, with the real pane", () => {
  test("the functions calculate in cells, under both languages' names and within other formulas", async () => {
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
      expect(elsewhere).toEqual([]);
    } finally {
      await context.close();
      await served.close();
    }
  });
});
