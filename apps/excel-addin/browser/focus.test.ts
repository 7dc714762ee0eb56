import { gridOf } from "@taizhang/grid";
import { writeWorkbook } from "@taizhang/xlsx";
import { describe, expect, test } from "vitest";
import type { OpenPane } from "./open-pane.ts";
import { expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

/** What has the keyboard in the pane: the words that a screen reader says of it. */
const focused = ({ page }: OpenPane) =>
  page.frames()[1]?.evaluate(() => {
    const one = document.activeElement as HTMLInputElement;
    return (one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent ?? "").trim();
  });

const grid = gridOf("月报表", [
  ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
  ["城镇新增就业", "人", 1300, "1255", "区人社局"],
  ["城镇新增就业", "人", 220, null, "区残联"],
  ["城镇新增就业", "人", 13_000_000, 9_800_000, "区住房和城乡建设局"],
]);
const bytes = writeWorkbook([
  { name: grid.name, rows: grid.rows.map((row) => (row ?? []).map((value) => value ?? null)) },
]);

describe.runIf(hasBrowser).each(languages)("%s", (lang) => {
  const words = see[lang];

  test("after each question, notice, page and act the keyboard is where it was, or goes on where the act has led", async () => {
    await withPane({ lang, width: 320, height: 600, bytes, file: "月报表.xlsx" }, async (opened) => {
      const { page, pane } = opened;
      const press = (key: string) => page.keyboard.press(key);
      const at = (name: string | RegExp) => expect.poll(() => focused(opened)).toMatch(name);
      const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: true }).first();

      // marks: asked where Excel cannot undo them; either answer leads back to the switch
      const marks = pane.getByRole("switch");
      await marks.focus();
      await press("Space");
      await at(words.addMarks);
      await press("Tab");
      await press("Enter");
      await at(words.marks);
      await press("Space");
      await at(words.addMarks);
      await press("Enter");
      await at(words.marks);
      await expect.poll(() => marks.isChecked()).toBe(true);
      await press("Space");
      await expect.poll(() => marks.isChecked()).toBe(false);

      // a question that was left open by going elsewhere does not come back
      await press("Space");
      await at(words.addMarks);
      await button(words.settings).click();
      await press("Escape");
      await at(words.settings);
      expect(await button(words.addMarks).count()).toBe(0);

      // a failure, and trying again
      await pane.locator(".row-line", { hasText: "D2" }).first().click();
      await button(words.fix).focus();
      await page.evaluate(() => window.excel.host.faults.on(2, { error: "GeneralException" }));
      await press("Enter");
      await button(words.again).waitFor();
      await button(words.again).focus();
      await press("Enter");
      await at(/D2/);
      await button(words.undo).focus();
      await press("Enter");
      await button(words.undo).waitFor({ state: "detached" });
      await at(/D2|V01/);

      // a column for this time only
      await pane.locator(".card-line").click();
      await button(words.edit).focus();
      await press("Enter");
      await pane.locator(".column").first().waitFor();
      await pane.getByRole("combobox").last().selectOption({ index: 2 });
      await button(words.saveColumns).focus();
      await press("Enter");
      await button(words.once).focus();
      await press("Enter");
      await at(words.edit);
      await expect.poll(() => pane.locator(".running").count()).toBe(0);
      await button(words.edit).click();
      await pane.locator(".column").first().waitFor();
      await press("Escape");

      // sources, result, and back
      await pane.getByRole("tab", { name: words.rollup }).click();
      await pane.locator(".sources").waitFor();
      await button(words.choose).focus();
      await pane
        .locator("input[type=file]")
        .setInputFiles([{ name: "说明.xlsx", mimeType: "text/plain", buffer: Buffer.from("no workbook") }]);
      await pane.locator(".file").first().waitFor();
      await at(words.choose);
      await button(words.go).focus();
      await press("Enter");
      await pane.locator(".lines").waitFor();
      await expect
        .poll(() =>
          page.frames()[1]?.evaluate(() => document.activeElement?.closest(".result-head") !== null),
        )
        .toBe(true);
      await button(words.write).focus();
      await press("Enter");
      await button(words.confirm).focus();
      await press("Enter");
      await pane.locator(".written").waitFor();
      await at(words.write);
      await button(words.back2).focus();
      await press("Enter");
      await at(words.go);
    });
  });

  test.each([270, 320, 350, 450])(
    "%i px: a table with missing reports and long figures fits",
    async (width) => {
      await withPane({ lang, width, height: 600, bytes, file: "月报表.xlsx" }, async (opened) => {
        const { pane } = opened;
        await pane.getByRole("tab", { name: words.rollup }).click();
        await pane.getByRole("button", { name: words.go }).click();
        await pane.locator(".lines").waitFor();
        await picture(opened, `${lang}-13-missing-${width}`);
        await expectFits(opened, `missing ${width}`);
        const names = await pane
          .locator(".line-name")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
        expect(Math.min(...names)).toBeGreaterThanOrEqual(40);
      });
    },
  );
});
