import { describe, expect, test } from "vitest";
import type { OpenPane } from "./open-pane.ts";
import { expectAccessible, expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

/** Wider text spacing, as a reader may set it (WCAG 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }`;

/** The boxes of what is seen whole in the pane, from top to bottom. */
const wholeRows = ({ page }: OpenPane) =>
  page.frames()[1]?.evaluate(() => {
    const body = document.querySelector(".body")?.getBoundingClientRect();
    if (!body) return 0;
    return [...document.querySelectorAll(".row")].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= body.top - 1 && bottom <= body.bottom + 1;
    }).length;
  });

/** Selects whose chosen word does not fit. */
const cutSelects = ({ page }: OpenPane) =>
  page.frames()[1]?.evaluate(() =>
    [...document.querySelectorAll<HTMLSelectElement>("select.pick")].flatMap((one) => {
      const ruler = document.createElement("canvas").getContext("2d");
      const text = one.selectedOptions[0]?.textContent ?? "";
      if (!ruler) return [];
      const { font, paddingLeft, paddingRight } = getComputedStyle(one);
      ruler.font = font;
      const arrow = 18;
      const room = one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - arrow;
      return ruler.measureText(text).width > room ? [`${text} ${room}`] : [];
    }),
  );

/** Texts that are cut at their box although nothing scrolls there. */
const cut = ({ page }: OpenPane) =>
  page.frames()[1]?.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pane button, .pane p, .pane a, .pane h2, .row-text, .light")]
      .filter((one) => !one.closest(".unseen, .card-name") && !one.matches(".card-name"))
      .filter(
        (one) =>
          getComputedStyle(one).overflow !== "visible" &&
          (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1),
      )
      .map((one) => `${one.className} ${one.textContent?.slice(0, 40)}`),
  );

describe.runIf(hasBrowser).each(languages)("%s", (lang) => {
  const words = see[lang];

  test("at 319×378 tabs, card, filters, foot and three whole findings are in sight", async () => {
    await withPane({ lang, width: 319, height: 378 }, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => window.excel.user.type("月报表", "I15", [["'12"], ["'13"], ["'４００"]]));
      await page.evaluate(() => void window.excel.frame.runCommand("check"));
      await expect.poll(() => pane.locator(".row").count()).toBeGreaterThan(4);
      await pane.locator(".card-line").click();
      await picture(opened, `${lang}-06-small`);
      for (const part of [".tabs", ".card-line", ".filters", ".footer"])
        expect(await pane.locator(part).isVisible(), part).toBe(true);
      expect(await wholeRows(opened)).toBeGreaterThanOrEqual(3);
      expect(await cut(opened)).toEqual([]);
      expect(await cutSelects(opened)).toEqual([]);
      await expectFits(opened, "small");
    });
  });

  test.each([175, 160])(
    "zoomed to 200 per cent, %i px: nothing stands out, all can be reached",
    async (width) => {
      await withPane({ lang, width, height: 300 }, async (opened) => {
        const { pane } = opened;
        await picture(opened, `${lang}-zoom-${width}-06`);
        await expectFits(opened, "zoomed list");
        await pane.locator(".row-line").first().click();
        await pane.locator(".detail").waitFor();
        await picture(opened, `${lang}-zoom-${width}-07`);
        await expectFits(opened, "zoomed detail");
        await pane.getByRole("button", { name: words.settings }).click();
        await pane.locator(".page").waitFor();
        await expectFits(opened, "zoomed settings");
        await pane.getByRole("button", { name: words.back, exact: true }).click();
        await pane.getByRole("tab", { name: words.rollup }).click();
        await pane.getByRole("button", { name: words.go }).click();
        await pane.locator(".lines").waitFor();
        await picture(opened, `${lang}-zoom-${width}-13`);
        await expectFits(opened, "zoomed result");
      });
    },
  );

  test("with wider text spacing nothing is cut", async () => {
    await withPane({ lang, width: 320, height: 600 }, async (opened) => {
      const { page, pane } = opened;
      await page.frames()[1]?.evaluate((css) => {
        const style = document.createElement("style");
        style.textContent = css;
        document.head.append(style);
      }, spacing);
      await picture(opened, `${lang}-spacing-06`);
      expect(await cut(opened)).toEqual([]);
      await expectFits(opened, "spaced list");
      await pane.locator(".row-line").first().click();
      await pane.locator(".detail").waitFor();
      expect(await cut(opened)).toEqual([]);
      await pane.getByRole("tab", { name: words.rollup }).click();
      await pane.getByRole("button", { name: words.go }).click();
      await pane.locator(".lines").waitFor();
      await picture(opened, `${lang}-spacing-13`);
      expect(await cut(opened)).toEqual([]);
      await expectFits(opened, "spaced result");
    });
  });

  test("F6 goes through the regions and out to the sheet, Shift+F6 back; every ring is 2 px", async () => {
    await withPane({ lang, width: 320, height: 600 }, async ({ page, pane }) => {
      const frame = page.frames()[1];
      const region = () =>
        frame?.evaluate(
          () =>
            document.activeElement?.closest(".tabs, .top, .body, .footer")?.className.split(" ").at(-1) ?? "",
        );
      await pane.getByRole("tab", { name: words.check }).focus();
      const way: (string | undefined)[] = [];
      for (let step = 0; step < 3; step++) {
        await page.keyboard.press("F6");
        way.push(await region());
      }
      expect(way).toEqual(["top", "body", "footer"]);
      await page.keyboard.press("Shift+F6");
      expect(await region()).toBe("body");
      await page.keyboard.press("F6");
      await page.keyboard.press("F6");
      expect(await region()).toBe("");
      await pane.locator(".help").focus();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      expect(
        await frame?.evaluate(() => getComputedStyle(document.activeElement as Element).outline),
      ).toMatch(/solid 2px|2px solid/);
    });
  });

  test("files dropped anywhere on the pane become sources", async () => {
    await withPane({ lang, width: 320, height: 500 }, async (opened) => {
      const { pane } = opened;
      await pane.locator(".footer").evaluate((foot) => {
        const files = new DataTransfer();
        files.items.add(new File(["no workbook"], "说明.xlsx"));
        for (const kind of ["dragover", "drop"])
          foot.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: files }));
      });
      await pane.locator(".file", { hasText: "说明.xlsx" }).waitFor();
      await picture(opened, `${lang}-11-dropped`);
    });
  });

  test.each([
    ["light", false],
    ["dark", true],
  ] as const)(
    "contrast theme on %s: letters, edges and lights are told apart without colour",
    async (look, dark) => {
      await withPane({ lang, width: 350, height: 600, forced: true, dark }, async (opened) => {
        const { page, pane } = opened;
        await pane.locator(".row-line").first().waitFor();
        await picture(opened, `${lang}-contrast-${look}-06`);
        await expectAccessible(opened, `contrast ${look}`);
        const looks = await page.frames()[1]?.evaluate(() =>
          ["A", "B", "C", "D"].map((weight) => {
            const one = document.querySelector(`.filter-chip .weight[data-weight=${weight}]`);
            const { color, backgroundColor, borderStyle, borderColor } = getComputedStyle(one as Element);
            return { pair: [color, backgroundColor].join(), borderStyle, edge: borderColor === color };
          }),
        );
        expect(looks?.[0]?.pair).not.toBe(looks?.[1]?.pair);
        expect(looks?.map(({ borderStyle, edge }) => `${borderStyle} ${edge}`).slice(1)).toEqual([
          "dashed true",
          "dotted true",
          "solid false",
        ]);
        expect(await pane.locator(".light").allTextContents()).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/^●/),
            expect.stringMatching(/^▲/),
            expect.stringMatching(/^◆/),
          ]),
        );
      });
    },
  );
});
