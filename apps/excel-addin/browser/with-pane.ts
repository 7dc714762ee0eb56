import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { type OpenOptions, type OpenPane, openPane, startBrowser } from "./open-pane.ts";

const found = inject("browser");
/** Whether there is a browser to test in. */
export const hasBrowser = found !== null;

let browser: Browser;
/** The browser that was started. */
export const browserOfTests = (): Browser => browser;

/** Starts the browser before the tests of a file and ends it after them. */
export function withBrowser(): void {
  beforeAll(async () => {
    if (found) browser = await startBrowser(found);
  });
  afterAll(() => browser?.close());
}

/** Opens the pane, waits for its findings, and holds that nothing went wrong and nothing left the computer. */
export async function withPane(
  options: OpenOptions,
  act: (opened: OpenPane) => Promise<void>,
): Promise<void> {
  const opened = await openPane(browser, inject("pages"), options);
  try {
    const first = opened.pane.locator(".findings .row-line, .clean, .card").first();
    await first.waitFor({ timeout: 15_000 }).catch(() => {});
    await opened.pane.locator(".running").waitFor({ state: "detached" });
    expect(opened.problems).toEqual([]);
    await act(opened);
    expect(opened.problems).toEqual([]);
  } finally {
    await opened.close();
  }
}

const pictures = process.env.TAIZHANG_PICTURES;

/** A picture of a state, where a folder for them is named. */
export async function picture({ page }: OpenPane, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(resolve(pictures), { recursive: true });
  await page.screenshot({ path: join(resolve(pictures), `${name}.png`), animations: "disabled" });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds wrong in the pane: nothing. Fluent's own focus guards, which are never shown, are left out. */
export async function expectAccessible({ page }: OpenPane, state: string): Promise<void> {
  const frame = page.frames()[1];
  if (!frame) throw new Error("no pane");
  // The policy of the page forbids inline scripts: axe is put in through the browser and not through the page.
  await frame.evaluate(`${axe}; undefined`);
  // A colour half way through its fade is no colour that anybody reads.
  await frame.evaluate(
    "Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => undefined)",
  );
  const { violations } = (await frame.evaluate(
    "axe.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  )) as AxeResult;
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${state} ${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(" | ")}`,
    ),
  ).toEqual([]);
}

/** Nothing of the pane scrolls sideways or stands out of it. */
export async function expectFits({ page }: OpenPane, state: string): Promise<void> {
  const out = await page.frames()[1]?.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pane, .pane *")]
      .filter((one) => {
        const box = one.getBoundingClientRect();
        const hidden =
          one.closest(
            ".unseen, select, input, textarea, [hidden], .fui-Checkbox__input, .fui-Switch__input",
          ) !== null;
        return !hidden && box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1);
      })
      .map((one) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`),
  );
  expect(out, state).toEqual([]);
  await expectTargets({ page }, state);
}

/** Nothing that is pressed is under 24 px; what stands in a text may be as high as its line. */
async function expectTargets({ page }: Pick<OpenPane, "page">, state: string): Promise<void> {
  const small = await page.frames()[1]?.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".pane button, .pane select, .pane [role=tab]")]
      .filter((one) => one.closest(".unseen, [hidden], [data-tabster-dummy]") === null)
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0 && (box.width < 23.5 || box.height < 23.5))
      .map(({ one, box }) => `${one.className} ${one.textContent} ${box.width}×${box.height}`),
  );
  expect(small, state).toEqual([]);
}
