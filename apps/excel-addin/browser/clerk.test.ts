import { describe, expect, test } from "vitest";
import { exampleBytes } from "../test/example-bytes.ts";
import type { OpenPane } from "./open-pane.ts";
import { expectAccessible, expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

const excelFile = (name: string, path: string) => ({
  name,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(exampleBytes(path)),
});
const files = [
  excelFile("台账.xlsx", "nanguan-2016/台账.xlsx"),
  ...["教育局", "人社局", "残联"].map((name) =>
    excelFile(`${name}.xlsx`, `nanguan-2016/2016-10/${name}.xlsx`),
  ),
];

/** What has the keyboard in the pane: its words, and what is wrong with how it is seen. */
interface Stop {
  readonly text: string;
  readonly wrong: string;
}

/** The pane by the keyboard alone. */
function keyboard({ page }: OpenPane) {
  const stop = (): Promise<Stop> =>
    (page.frames()[1] as NonNullable<ReturnType<typeof page.frame>>).evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const label =
        one.getAttribute("aria-label") ?? one.closest("label")?.textContent ?? one.textContent ?? "";
      const own = one as HTMLInputElement;
      const text = label === "" ? (own.labels?.[0]?.textContent ?? "") : label;
      const { left, top, width, height } = one.getBoundingClientRect();
      const shown = one.matches("input[type=checkbox], input[type=radio], input[type=file]")
        ? one.parentElement
        : one;
      const at = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1));
      const isGuard = one.matches("body, [data-tabster-dummy]"); // Fluent's own guards are never shown
      const covered = !isGuard && at !== null && !(shown?.contains(at) || at.contains(one));
      return {
        text: text.trim(),
        wrong: covered ? `covered by ${(at as HTMLElement).className}` : "",
      };
    });
  const press = (key: string) => page.keyboard.press(key);
  /** Tab until something with these words has the keyboard; every stop on the way is in sight. */
  const to = async (words: string | RegExp, key = "Tab"): Promise<void> => {
    const met: string[] = [];
    for (let step = 0; step < 80; step++) {
      const { text, wrong } = await stop();
      if (wrong !== "") throw new Error(`${text}: ${wrong}`);
      if (typeof words === "string" ? text === words : words.test(text)) return;
      met.push(text.slice(0, 20));
      await press(key);
    }
    throw new Error(`${words} is not reached; met ${met.join(" | ")}`);
  };
  return { stop, press, to, type: (text: string) => page.keyboard.type(text) };
}

describe.runIf(hasBrowser).each(languages)(
  "%s: a clerk's day by the keyboard alone, dark, 320 wide",
  (lang) => {
    const words = see[lang];

    test("look, correct a column, fix, undo, explain, undo, roll up, drill, write, refresh, export", async () => {
      await withPane({ lang, width: 320, height: 520, dark: true }, async (opened) => {
        const { page, pane } = opened;
        const { press, to, type } = keyboard(opened);
        const cell = (ref: [number, number]) =>
          page.evaluate(([row, column]) => window.excel.book.sheets[0]?.rows[row]?.[column]?.value, ref);
        const sheets = () => page.evaluate(() => window.excel.book.sheets.map(({ name }) => name));
        const shot = async (state: string) => {
          await picture(opened, `${lang}-clerk-${state}`);
          await expectFits(opened, state);
          await expectAccessible(opened, state);
        };
        await pane.getByRole("tab", { name: words.check }).focus();

        // what the sheet is: said without a key; a column is corrected for this time
        await pane.locator(".card-name", { hasText: "月报表" }).waitFor();
        await to(words.edit);
        await press("Enter");
        await pane.locator(".column").first().waitFor();
        await to(/^P /);
        await press("End");
        await shot("1-columns");
        await to(words.saveColumns);
        await press("Enter");
        await to(words.once);
        await press("Enter");
        await pane.locator(".page").waitFor({ state: "detached" });
        await expect.poll(() => pane.locator(".running").count()).toBe(0);

        // one finding is fixed after a look at before and after, and comes back
        await pane.getByRole("tab", { name: words.check }).focus();
        await to(/^I19/);
        await press("Enter");
        await pane.locator(".change").waitFor();
        await shot("2-detail");
        await to(words.fix);
        await press("Enter");
        await expect.poll(() => cell([18, 8])).toBe(2);
        await pane.getByRole("button", { name: words.undo }).waitFor();
        await pane.locator("[data-stop]").first().focus();
        await press("Control+z");
        await expect.poll(() => cell([18, 8])).toBe("2");

        // it is explained, and that is taken back as well
        await to(/I19/);
        if ((await pane.locator(".detail").count()) === 0) await press("Enter");
        await to(words.explain);
        await press("Enter");
        await to(words.reason);
        await type("本月含技改项目贷款");
        await to(words.save);
        await press("Enter");
        await expect.poll(sheets).toEqual(["月报表", "台账设置"]);
        await shot("3-explained");
        await to(words.undo);
        await press("Enter");
        await expect.poll(sheets).toEqual(["月报表"]);

        // sheets and files are rolled up; a figure opens to its cells
        await pane.getByRole("tab", { name: words.check }).focus();
        await press("ArrowRight");
        await press("Enter");
        await pane.locator(".sources").waitFor();
        await to(words.choose);
        await expect // the window belongs to the browser, which may be late with it
          .poll(
            async () => {
              const chooser = page.waitForEvent("filechooser", { timeout: 5000 }).catch(() => undefined);
              await press("Enter");
              const chosen = await chooser;
              await chosen?.setFiles(files);
              return chosen !== undefined;
            },
            { timeout: 20_000 },
          )
          .toBe(true);
        await pane.locator(".file").nth(3).waitFor();
        await shot("4-sources");
        await to(words.go);
        await press("Enter");
        await pane.locator(".lines").waitFor();
        await shot("5-result");
        await to(words.total);
        await press("Enter");
        await pane.locator(".place").first().waitFor();
        await shot("6-drill");
        await press("Escape");
        await pane.locator(".page").waitFor({ state: "detached" });

        // the sheet is written, a source changes, the refresh says what it will do
        await to(words.write);
        await press("Enter");
        await to(words.confirm);
        await press("Enter");
        await pane.locator(".written").waitFor();
        await page.evaluate(() => window.excel.user.type("月报表", "I16", 9));
        await pane.getByRole("tab", { name: words.rollup }).focus();
        await to(words.refresh);
        await press("Enter");
        await pane.locator(".page, .written .plain").first().waitFor();
        await shot("7-refresh");
        if ((await pane.locator(".page").count()) > 0) {
          await press("Escape");
          await pane.locator(".page").waitFor({ state: "detached" });
        }

        // the findings go to a sheet of their own
        await pane.getByRole("tab", { name: words.rollup }).focus();
        await press("ArrowLeft");
        await press("Enter");
        await page.evaluate(() => window.excel.user.activate("月报表"));
        await pane.locator(".card-name", { hasText: "月报表" }).waitFor();
        await to(words.export);
        await press("Enter");
        await expect.poll(async () => (await sheets()).at(-1)).toMatch(words.resultSheet);
        await shot("8-exported");
      });
    });
  },
);
