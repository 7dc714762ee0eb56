import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OfficeHost } from "../host.ts";
import type { Actor } from "../model/actor.ts";
import { findBrowser, isBrowserRequired, type ServedPage, servePage } from "../node/page.ts";

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const found = await findBrowser();
if (!found && !isBrowserRequired()) console.warn("office-host: no Chromium found, its page is NOT tested");

interface OnPage {
  taizhangPage: {
    host: OfficeHost;
    user: Actor;
    other: Actor;
    frame: { runCommand(action: string): Promise<void>; unknown: string[] };
  };
}

test.runIf(isBrowserRequired())("a browser is there", () => expect(found).toBeDefined());

describe.runIf(found)("the page that plays Excel", () => {
  let served: ServedPage;
  let browser: Browser;
  let page: Page;
  let addin: Frame;
  const asked: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    served = await servePage({
      addin: resolve(here, "../testing/addin"),
      page: "index.html",
      manifest: resolve(here, "../testing/manifest.xml"),
      workbook: resolve(here, "../../../../examples/nanguan-2016/台账.xlsx"),
      more: [resolve(here, "../../../../examples/nanguan-2016/2016-10/民政局.xlsx")],
    });
    browser = await chromium.launch({
      executablePath: found?.executablePath ?? "",
      args: [...(found?.args ?? [])],
    });
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 720 },
    });
    page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(served.url);
    await page.waitForSelector("body[data-ready]");
    addin = page.frame({ url: /\/addin\// }) as Frame;
    await addin.waitForSelector("body[data-ready]");
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const inPage = <T>(work: (on: OnPage["taizhangPage"]) => T): Promise<T> =>
    page.evaluate(`(${work.toString()})(window.taizhangPage)`) as Promise<T>;
  const seen = (): Promise<string[]> => addin.evaluate("window.seen.splice(0)") as Promise<string[]>;

  test("the unmodified office.js is ready, in the page's language", async () => {
    expect(await addin.textContent("#state")).toBe("Excel OfficeOnline zh-CN true");
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
  });

  test("the grid shows the workbook and its sheets", async () => {
    expect(await page.locator("#tabs button").allTextContents()).toEqual(["任务分解表", "民政局"]);
    const tabs = await page.locator("#tabs button").allTextContents();
    expect(tabs).toEqual(
      await inPage(({ host }) =>
        host.book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name),
      ),
    );
    const shown = await page.locator(".cell[data-ref=A1]").textContent();
    expect(shown).toBe(
      await inPage(({ host }) =>
        String(host.book.sheets.find(({ id }) => id === host.book.activeId)?.rows[0]?.[0]?.value ?? ""),
      ),
    );
  });

  test("typing, keys, undo and redo change the workbook and reach the add-in", async () => {
    await page.locator(".cell[data-ref=A4]").click();
    await page.keyboard.press("Control+ArrowDown");
    await expect.poll(() => page.textContent("#address")).not.toBe("A4");
    await page.keyboard.press("Control+Home");
    await seen();
    await page.locator(".cell[data-ref=D5]").click();
    await expect.poll(() => page.textContent("#address")).toBe("D5");
    const before = await page.inputValue("#formula");
    await page.keyboard.type("试一试");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".cell[data-ref=D5]").textContent()).toBe("试一试");
    await expect.poll(() => page.textContent("#address")).toBe("D6");
    await expect.poll(seen).toEqual(expect.arrayContaining(["D5 Local"]));
    await page.keyboard.press("Control+z");
    await page.locator(".cell[data-ref=D5]").click();
    await expect.poll(() => page.inputValue("#formula")).toBe(before);
  });

  test("the add-in writes and selects; the grid follows; formulas are calculated", async () => {
    await addin.evaluate(`Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("汇总");
      sheet.getRange("A1:A3").values = [[1.5], [2.5], ["=SUM(A1:A2)"]];
      sheet.getRange("A3").format.fill.color = "#FFEE00";
      sheet.getRange("A1:A3").conditionalFormats.add("Custom").custom.rule.formula = "=A1>2";
      sheet.activate();
      sheet.getRange("A3").select();
      await context.sync();
    })`);
    await expect.poll(() => page.locator(".cell[data-ref=A3]").textContent()).toBe("4");
    expect(await page.textContent("#tabs [aria-current=true]")).toBe("汇总");
    expect(await page.textContent("#address")).toBe("A3");
    expect(await page.locator(".cell[data-ref=A3]").evaluate((cell) => cell.style.background)).toBe(
      "rgb(255, 238, 0)",
    );
  });

  test("a button of the ribbon and a custom function reach the add-in", async () => {
    await seen();
    await addin.evaluate("Office.addin.showAsTaskpane()");
    await page.getByRole("button", { name: "你好" }).click();
    await expect.poll(seen).toEqual(["hello"]);
    expect(await page.evaluate("window.taizhangPage.host.callFunction('ADD', [2, 3])")).toEqual({
      failed: false,
      value: 5,
    });
  });

  test("a custom function that is typed into a cell calculates, and what leans on it follows", async () => {
    await page.locator("#tabs button").first().click();
    const typed = async (ref: string, text: string) => {
      await inPage(({ user, host }) => user.select(host.book.sheets[0]?.name ?? "", "A1"));
      await page.locator(`.cell[data-ref=${ref}]`).click();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };
    await typed("D5", "=TEST.加(2,3)");
    await expect.poll(() => page.locator(".cell[data-ref=D5]").textContent()).toBe("5");
    await typed("D6", "=TEST.add(D5,1)*10");
    await expect.poll(() => page.locator(".cell[data-ref=D6]").textContent()).toBe("60");
    await typed("D7", "=SUM(D5:D6)");
    await expect.poll(() => page.locator(".cell[data-ref=D7]").textContent()).toBe("65");
    await typed("D8", "=TEST.错()");
    await expect.poll(() => page.locator(".cell[data-ref=D8]").textContent()).toBe("#N/A");
    for (let step = 0; step < 4; step++) await inPage(({ user }) => user.undo());
    await inPage(({ user }) => user.activate("汇总"));
  });

  test("while a cell is edited the add-in is told so", async () => {
    await page.locator(".cell[data-ref=B2]").dblclick();
    await expect.poll(() => inPage(({ host }) => host.editing)).toBe(true);
    const failed = await addin.evaluate(`Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("B2").values = [[1]];
      await context.sync();
    }).then(() => "written", (error) => error.code)`);
    expect(failed).toBe("InvalidOperationInCellEditMode");
    await page.keyboard.press("Escape");
    await expect.poll(() => inPage(({ host }) => host.editing)).toBe(false);
  });

  test("axe finds nothing on the page", async () => {
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate(
      "axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
    );
    expect(found).toEqual([]);
  });

  test("nothing is asked of anybody else, nothing fails, nothing is unknown", async () => {
    expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
    expect(errors).toEqual([]);
    expect(await inPage(({ frame }) => frame.unknown)).toEqual([]);
    expect(await inPage(({ host }) => [...host.lacking])).toEqual([]);
  });
});
