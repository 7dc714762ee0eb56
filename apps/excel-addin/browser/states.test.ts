import { describe, expect, test } from "vitest";
import { expectAccessible, expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

describe.runIf(hasBrowser)("every width, both languages, light, dark and contrast", () => {
  const looks = [
    { look: "light", width: 270 },
    { look: "light", width: 320 },
    { look: "dark", width: 350 },
    { look: "contrast", width: 450 },
  ] as const;
  const states = looks.flatMap((one) => languages.map((lang) => ({ ...one, lang })));
  test.each(states)("$lang $look $width: fits, and axe finds nothing", async ({ lang, look, width }) => {
    const options = { lang, width, height: 600, dark: look !== "light", forced: look === "contrast" };
    await withPane(options, async (opened) => {
      const { pane } = opened;
      const words = see[lang];
      const look_ = async (state: string) => {
        await picture(opened, `${lang}-${look}-${width}-${state}`);
        await expectFits(opened, state);
        await expectAccessible(opened, state);
      };
      await look_("06-findings");
      await pane.locator(".row-line").first().click();
      await pane.locator(".detail").waitFor();
      await look_("07-detail");
      await pane.getByRole("button", { name: words.settings }).click();
      await pane.getByRole("combobox").nth(3).waitFor();
      await look_("21-settings");
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.locator(".card-line").click();
      await pane.getByRole("button", { name: words.edit }).click();
      await pane.locator(".column").first().waitFor();
      await look_("04-columns");
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.getByRole("tab", { name: words.rollup }).click();
      await pane.getByRole("button", { name: words.go }).waitFor();
      await look_("11-sources");
      await pane.getByRole("button", { name: words.go }).click();
      await pane.locator(".lines").waitFor();
      await look_("13-result");
      await pane.locator(".line-name").first().click();
      await pane.locator(".place").first().waitFor();
      await look_("14-drill");
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.locator(".result-head select").selectOption(words.tasks);
      await look_("13-counts");
      await pane.locator(".counts .line-name").first().click();
      await pane.locator(".task-title").first().waitFor();
      await look_("14-tasks");
    });
  });
});

describe.runIf(hasBrowser).each(languages)("%s: what keeps it from acting", (lang) => {
  const words = see[lang];

  test("a cell is being edited: it waits, and goes on by itself", async () => {
    await withPane({ lang, width: 320, height: 400 }, async (opened) => {
      const { page, pane } = opened;
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).waitFor();
      await page.evaluate(() => {
        window.excel.host.editing = true;
      });
      await pane.getByRole("button", { name: words.fix, exact: true }).click();
      await pane.getByText(words.waiting).waitFor();
      await picture(opened, `${lang}-16-editing`);
      await expectAccessible(opened, "editing");
      await page.evaluate(() => {
        window.excel.host.editing = false;
      });
      await pane.getByRole("button", { name: words.undo }).waitFor();
      await pane.getByText(words.waiting).waitFor({ state: "detached" });
      expect(await page.evaluate(() => window.excel.book.sheets[0]?.rows[18]?.[8]?.value)).toBe(2);
    });
  });

  test("Excel refuses: nothing was written, and trying again works", async () => {
    await withPane({ lang, width: 320, height: 400 }, async (opened) => {
      const { page, pane } = opened;
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).waitFor();
      await page.evaluate(() => window.excel.host.faults.on(2, { error: "GeneralException" }));
      await pane.getByRole("button", { name: words.fix, exact: true }).click();
      await pane.getByRole("button", { name: words.again }).waitFor();
      await picture(opened, `${lang}-19-busy`);
      expect(await page.evaluate(() => window.excel.book.sheets[0]?.rows[18]?.[8]?.value)).toBe("2");
      await pane.getByRole("button", { name: words.again }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor();
    });
  });

  test("Excel does not answer: it says so, asks again, and is back", async () => {
    await withPane({ lang, width: 320, height: 400 }, async (opened) => {
      const { page, pane } = opened;
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).waitFor();
      await page.evaluate(() => window.excel.host.faults.always({ delay: 1_000_000 }));
      await pane.getByRole("button", { name: words.fix, exact: true }).click();
      await pane.getByText(words.reconnecting).waitFor({ timeout: 30_000 });
      await pane.getByText(words.lost).waitFor();
      await picture(opened, `${lang}-19-lost`);
      await expectAccessible(opened, "lost");
      expect(await page.evaluate(() => window.excel.book.sheets[0]?.rows[18]?.[8]?.value)).toBe("2");
      await page.evaluate(() => window.excel.host.faults.clear());
      await pane.getByRole("button", { name: words.tryNow }).click();
      await pane.getByText(words.reconnecting).waitFor({ state: "detached" });
      await pane.getByRole("button", { name: words.again }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor();
      expect(await page.evaluate(() => window.excel.book.sheets[0]?.rows[18]?.[8]?.value)).toBe(2);
    });
  });

  test("a protected sheet is checked all the same", async () => {
    await withPane({ lang, width: 320, height: 400 }, async (opened) => {
      const { page, pane } = opened;
      await page.evaluate(() => {
        const [sheet] = window.excel.book.sheets;
        if (sheet) sheet.protection = { options: {} };
        window.excel.user.activate("月报表");
      });
      await page.evaluate(() => void window.excel.frame.runCommand("check"));
      await pane.getByText(words.protected).waitFor();
      await picture(opened, `${lang}-17-protected`);
      await expectAccessible(opened, "protected");
    });
  });

  test("the network goes and comes: everything goes on", async () => {
    await withPane({ lang, width: 320, height: 400 }, async (opened) => {
      const { page, pane } = opened;
      await page.context().setOffline(true);
      await pane.getByText(words.offline).waitFor();
      await picture(opened, `${lang}-19-offline`);
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.fix, exact: true }).click();
      await pane.getByRole("button", { name: words.undo }).waitFor();
      await page.context().setOffline(false);
      await pane.getByText(words.offline).waitFor({ state: "detached" });
    });
  });

  test("without a network since the first check: pages, lights and the roll-up are there all the same", async () => {
    await withPane({ lang, width: 320, height: 400 }, async ({ page, pane }) => {
      await page
        .frames()[1]
        ?.waitForFunction(() => performance.getEntriesByName("taizhang:stocked").length > 0);
      const asked: string[] = [];
      await page.context().route("**", (route) => {
        asked.push(route.request().url());
        return route.abort();
      });
      await page.context().setOffline(true);
      await pane.locator(".row-line", { hasText: "I19" }).click();
      await pane.getByRole("button", { name: words.settings }).click();
      await pane.getByRole("combobox").nth(3).waitFor();
      await pane.getByRole("button", { name: words.back, exact: true }).click();
      await pane.getByRole("tab", { name: words.rollup }).click();
      await pane.getByRole("button", { name: words.go }).click();
      await pane.getByRole("button", { name: words.write }).waitFor();
      expect(asked).toEqual([]);
    });
  });

  test.each([
    ["page-view", /page-view/],
    ["roll-up-screen", /roll-up-screen/],
    ["anything that the act needs", /roll-up-screen|refresh|findings-layout|preview|help\.css/],
  ])(
    "%s does not come: that is said, the rest goes on, and it comes when asked again",
    async (name, without) => {
      await withPane({ lang, width: 320, height: 400, without }, async (opened) => {
        const { pane } = opened;
        if (name === "page-view") await pane.getByRole("button", { name: words.settings }).click();
        else await pane.getByRole("tab", { name: words.rollup }).click();
        await pane.getByText(words.notCome).waitFor();
        await picture(opened, `${lang}-late-${name}`);
        await expectAccessible(opened, name);
        opened.comes();
        await pane.getByRole("button", { name: words.onceMore, exact: true }).click();
        if (name === "page-view") await pane.getByRole("combobox").nth(3).waitFor();
        else await pane.getByRole("button", { name: words.go }).waitFor();
      });
    },
  );

  test("the first visit says what it is, once", async () => {
    await withPane({ lang, width: 320, height: 500, first: true }, async (opened) => {
      const { pane } = opened;
      await pane.locator(".first").waitFor();
      await picture(opened, `${lang}-01-first`);
      await expectAccessible(opened, "first");
      await pane.locator(".first").getByRole("button").first().click();
      await pane.locator(".first").waitFor({ state: "detached" });
    });
  });

  test("the example opens in a window of its own", async () => {
    await withPane({ lang, width: 320, height: 500, first: true }, async ({ page, pane }) => {
      const before = await page.evaluate(() => JSON.stringify(window.excel.snapshot()));
      await pane.getByRole("button", { name: words.example }).click();
      await expect.poll(() => page.evaluate(() => window.excel.book.windows.length)).toBe(1);
      expect(await page.evaluate(() => JSON.stringify(window.excel.snapshot()))).toBe(before);
    });
  });

  test("keyboard alone: arrows through the list, Enter opens, Esc goes back, Ctrl+Z undoes", async () => {
    await withPane({ lang, width: 320, height: 500 }, async ({ page, pane }) => {
      await pane.locator("[data-stop]").first().focus();
      const stops = await pane.locator("[data-stop]").count();
      for (let stop = 1; stop < stops; stop++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await pane.locator(".detail").waitFor();
      expect(
        await page.frames()[1]?.evaluate(() => document.activeElement?.getAttribute("aria-expanded")),
      ).toBe("true");
      await page.keyboard.press("Tab");
      expect(
        await page.frames()[1]?.evaluate(() => document.activeElement?.closest(".detail") !== null),
      ).toBe(true);
      await pane.getByRole("button", { name: words.fix, exact: true }).press("Enter");
      await pane.getByRole("button", { name: words.undo }).waitFor();
      await pane.locator("[data-stop]").first().focus();
      await page.keyboard.press("Control+z");
      await pane.getByRole("button", { name: words.undo }).waitFor({ state: "detached" });
      await pane.getByRole("button", { name: words.settings }).press("Enter");
      await pane.locator(".page").waitFor();
      await page.keyboard.press("Escape");
      await pane.locator(".page").waitFor({ state: "detached" });
    });
  });
});
