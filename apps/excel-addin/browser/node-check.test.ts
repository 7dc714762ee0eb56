import { gridOf } from "@taizhang/grid";
import { writeWorkbook } from "@taizhang/xlsx";
import { describe, expect, test } from "vitest";
import { nodeCheckSheet } from "../test/node-check-sheet.ts";
import { expectAccessible, expectFits, hasBrowser, picture, withBrowser, withPane } from "./with-pane.ts";
import { languages, see } from "./words.ts";

withBrowser();

const bytes = writeWorkbook(
  [gridOf("民生实事", nodeCheckSheet(860))].map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => (row ?? []).map((value) => ({ value: value ?? null }))),
  })),
);

const said = {
  "zh-CN": {
    line: /合计/,
    figures: "上级上报数860 下级合计840",
    listed: "比上级上报数少20",
    difference: "差额+20，请核对",
    go: "转到",
  },
  "en-US": {
    line: /Total/,
    figures: "Superior’s figure 860, sum of those below 840",
    listed: "20 less than the superior’s figure",
    difference: "Difference +20, please check",
    go: "Go",
  },
};

describe.runIf(hasBrowser).each(languages)("节点检查 %s", (lang) => {
  test("the superior's wrong figure: the difference is said, and its cell is one click away", async () => {
    await withPane({ lang, width: 320, height: 600, file: "民生实事.xlsx", bytes }, async (opened) => {
      const { page, pane } = opened;
      await pane.getByRole("tab", { name: see[lang].rollup }).click();
      await pane.getByRole("button", { name: see[lang].go }).click();
      await pane.locator(".lines").waitFor();
      await pane.getByText(said[lang].listed).first().waitFor();
      await picture(opened, `${lang}-13-node-check`);
      await pane.locator(".line-name", { hasText: said[lang].line }).first().click();
      await pane.getByText(said[lang].figures).waitFor();
      await pane.getByText(said[lang].difference).waitFor();
      await picture(opened, `${lang}-14-node-check`);
      await expectFits(opened, "node check");
      await expectAccessible(opened, "node check");
      const above = pane.locator(".place", { hasText: "F4" });
      expect(await above.textContent()).toContain("860");
      await above.getByRole("button", { name: said[lang].go }).click();
      await expect
        .poll(() => page.evaluate(() => window.excel.book.sheets[0]?.selection))
        .toMatchObject([{ top: 3, left: 5 }]);
    });
  });
});
