import { describe, expect, test } from "vitest";
import type { OpenPane } from "./open-pane.ts";
import { expectAccessible, expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

const looks = [
  { look: "light", width: 270 },
  { look: "light", width: 320 },
  { look: "dark", width: 350 },
  { look: "contrast", width: 450 },
] as const;
const combinations = looks.flatMap((one) => languages.map((lang) => ({ ...one, lang })));

/** Reads the workbook anew, as the ribbon's button does. */
const checkAgain = ({ page }: OpenPane) => page.evaluate(() => void window.excel.frame.runCommand("check"));

describe.runIf(hasBrowser).each(combinations)("$lang $look $width", ({ lang, look, width }) => {
  const words = see[lang];
  const options = { lang, width, height: 560, dark: look !== "light", forced: look === "contrast" };
  const looked = async (opened: OpenPane, state: string) => {
    await picture(opened, `${lang}-${look}-${width}-${state}`);
    await expectFits(opened, state);
    await expectAccessible(opened, state);
  };

  test("no target sheet: why, others, header rows by hand, numbers and dates only; an empty sheet", async () => {
    await withPane(options, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => {
        const { user } = window.excel;
        user.addSheet("空表");
        user.addSheet("摸底");
        user.type("摸底", "A1", [
          ["摸底情况", "", "", ""],
          ["姓名", "电话", "科室", "数"],
          ["张某", "'043112345678", "办公室", 1],
          ["李某", "'043112345679", "综合科", 2],
          ["王某", "'043112345670", "业务科", 3],
          ["赵某", "'043112345671", "业务科", "'4"],
        ]);
        user.activate("摸底");
      });
      await checkAgain(opened);
      await pane.getByRole("button", { name: words.setHeader }).waitFor();
      await looked(opened, "02-no-target");
      await pane.getByRole("button", { name: words.formats }).click();
      await pane.locator(".row-line", { hasText: "D6" }).waitFor();
      await looked(opened, "02-formats");
      await pane.getByRole("button", { name: words.setHeader }).click();
      await page.evaluate(() => window.excel.user.select("摸底", "A2:D2"));
      await pane.locator("[role=status]", { hasText: "2" }).first().waitFor();
      await looked(opened, "02-header");
      await pane.getByRole("button", { name: words.take }).click();
      await pane.getByRole("button", { name: words.once }).click();
      await pane.locator(".chips").waitFor();
      await looked(opened, "02-header-taken");
      await page.evaluate(() => window.excel.user.activate("空表"));
      await pane.locator(".card-name", { hasText: "空表" }).waitFor();
      await looked(opened, "02-empty");
    });
  });

  test("a hidden row is offered; the page about a code; explaining by weight", async () => {
    await withPane(options, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => {
        const [sheet] = window.excel.book.sheets;
        if (sheet) sheet.hiddenRows = new Set([18]);
      });
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.showAndGo }).waitFor();
      await looked(opened, "07-hidden");
      await pane.getByRole("button", { name: words.showAndGo }).click();
      await expect.poll(() => page.evaluate(() => window.excel.book.sheets[0]?.hiddenRows.size)).toBe(0);
      await pane.getByRole("button", { name: words.about }).click();
      await pane.locator(".page h3").first().waitFor();
      await looked(opened, "07-about");
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.locator(".row-line", { hasText: "P16" }).click();
      await pane.getByRole("button", { name: words.confirmed }).click();
      const save = pane.getByRole("button", { name: words.confirm6, exact: true });
      await pane.getByRole("textbox").first().fill("五个字不");
      expect(await save.isDisabled()).toBe(true);
      await looked(opened, "09-confirm");
      await pane.getByRole("textbox").first().fill("按要求脱敏处理");
      expect(await save.isDisabled()).toBe(false);
    });
  });

  test("protected: what is unlocked is named; a large workbook is asked about, and the note stays", async () => {
    await withPane(options, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => {
        const { user, book } = window.excel;
        user.type("月报表", "I16", "'12");
        user.format("月报表", "I16", { locked: false });
        const [sheet] = book.sheets;
        if (sheet) sheet.protection = { options: {} };
        Object.assign(book, { protection: {} });
      });
      await checkAgain(opened);
      await pane.getByText(words.unlocked).waitFor();
      await pane.getByRole("button", { name: words.copyList }).waitFor();
      await looked(opened, "17-protected");
      await pane.getByRole("button", { name: words.view, exact: true }).click();
      await expect.poll(() => pane.locator(".row-line").count()).toBe(1);
      await page.evaluate(() => {
        const [sheet] = window.excel.book.sheets;
        if (sheet) Reflect.deleteProperty(sheet, "protection");
        window.excel.user.type("月报表", "XFD200", "x");
        window.excel.user.select("月报表", "A5:C8");
      });
      await checkAgain(opened);
      await pane.getByRole("radio", { name: words.rowsOnly }).waitFor();
      await looked(opened, "18-large");
    });
  });
});

describe.runIf(hasBrowser).each(languages)("%s", (lang) => {
  const words = see[lang];

  test("tab, filters and language outlive a reload of the pane", async () => {
    await withPane({ lang, width: 320, height: 500 }, async (opened) => {
      const { page, pane } = opened;
      await pane.locator(".filter-chip").nth(1).click();
      await pane.getByRole("tab", { name: words.rollup }).click();
      const frame = page.frames()[1];
      const kept = await frame?.evaluate(() => localStorage.getItem("taizhang") ?? "");
      expect(JSON.parse(kept ?? "{}")).toMatchObject({ tab: "rollup", shown: ["B"], scope: "sheet" });
      expect(kept).not.toContain("民政");
      await frame?.evaluate(() => location.reload());
      await pane.getByRole("button", { name: words.go }).waitFor({ timeout: 20_000 });
      await pane.getByRole("tab", { name: words.check }).click();
      await expect.poll(() => pane.locator(".filter-chip[aria-pressed=true]").count()).toBe(1);
    });
  });

  test("keyboard: back on what opened a page, Esc twice ends in the sheet, F2 goes to the cell, one stop a group", async () => {
    await withPane({ lang, width: 320, height: 420 }, async (opened) => {
      const { page, pane } = opened;
      const frame = page.frames()[1];
      const place = () =>
        frame?.evaluate(
          () => document.activeElement?.closest<HTMLElement>("[data-back]")?.dataset.back ?? "",
        );
      await pane.locator(".row-line", { hasText: "I19" }).focus();
      await page.keyboard.press("Enter");
      await pane.getByRole("button", { name: words.fix, exact: true }).waitFor();
      const row = await place();
      expect(row).toContain("I19");
      await pane.getByRole("button", { name: words.explain }).press("Enter");
      await pane.locator(".page h2").waitFor();
      await expect.poll(() => frame?.evaluate(() => document.activeElement?.tagName)).toBe("H2");
      await page.keyboard.press("Escape");
      await expect.poll(place).toBe(row);
      await pane.getByRole("button", { name: words.settings }).press("Enter");
      await pane.locator(".page h2").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(place).toBe("settings");
      await page.keyboard.press("Escape");
      await expect.poll(() => frame?.evaluate(() => document.hasFocus())).toBe(false);

      await pane.getByRole("button", { name: words.next }).press("Enter");
      await expect
        .poll(() => frame?.evaluate(() => document.activeElement?.closest(".stepper") !== null))
        .toBe(true);
      await pane.locator(".row-line", { hasText: "P16" }).focus();
      await page.keyboard.press("F2");
      await expect.poll(() => page.evaluate(() => window.excel.book.sheets[0]?.selection[0]?.top)).toBe(15);
      await expect.poll(() => frame?.evaluate(() => document.hasFocus())).toBe(false);

      const stops = await pane.locator("[data-stop=row][tabindex='0']").count();
      expect(stops).toBe(await pane.locator(".group").count());
    });
  });

  test("what Excel's own undo took back is not offered again", async () => {
    await withPane({ lang, width: 320, height: 500 }, async (opened) => {
      const { page, pane } = opened;
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor();
      await page.evaluate(() => window.excel.user.undo());
      await pane.getByRole("button", { name: words.undo }).waitFor({ state: "detached" });
    });
  });

  test("a part of a large workbook: the note stays on the card", async () => {
    await withPane({ lang, width: 320, height: 420 }, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => {
        window.excel.user.type("月报表", "XFD200", "x");
        window.excel.user.select("月报表", "A5:C8");
      });
      await checkAgain(opened);
      await pane.getByRole("radio", { name: words.selectionOnly }).check();
      await pane.getByRole("button", { name: words.start }).click();
      await pane.getByText(words.partSelection).waitFor({ timeout: 30_000 });
      await pane.locator(".clean").waitFor();
      expect(await pane.locator(".row-line").count()).toBe(0);
      await picture(opened, `${lang}-18-part`);
      await expectFits(opened, "part");
    });
  });

  test("marks left in a file are named and cleared", async () => {
    await withPane({ lang, width: 320, height: 420 }, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => void window.excel.frame.runCommand("marks"));
      const marks = () => page.evaluate(() => window.excel.book.sheets[0]?.conditionalFormats.length);
      await expect.poll(marks).toBeGreaterThan(0);
      await page.frames()[1]?.evaluate(() => location.reload());
      await pane.getByRole("button", { name: words.clear, exact: true }).waitFor({ timeout: 20_000 });
      await picture(opened, `${lang}-03-marks-left`);
      await pane.getByRole("button", { name: words.clear, exact: true }).click();
      await expect.poll(marks).toBe(0);
    });
  });
});
