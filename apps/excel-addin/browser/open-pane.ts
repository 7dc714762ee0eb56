import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Browser as FoundBrowser } from "@taizhang/office-host/page";
import { type Browser, chromium, type FrameLocator, type Page } from "playwright-core";
import { exampleBytes } from "../test/example-bytes.ts";

export const startBrowser = ({ executablePath, args }: FoundBrowser): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...args] });

const origin = "https://excel.test";
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

export interface OpenOptions {
  readonly file?: string;
  /** The workbook itself, where it is none of the examples. */
  readonly bytes?: Uint8Array;
  readonly lang?: "zh-CN" | "en-US";
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  readonly requirements?: Readonly<Record<string, string>>;
  /** Done in the page that plays Excel before the pane has read anything. */
  readonly prepare?: () => void;
  /** A file that does not come, until `comes` is called: its name matches this. */
  readonly without?: RegExp;
  /** Shows the words of the first visit. */
  readonly first?: boolean;
}

/** The pane as a user has it: a page that plays Excel, the frame, and what went wrong or left the computer. */
export interface OpenPane {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Errors of the pages and of the policy, and requests to anywhere else. */
  readonly problems: readonly string[];
  /** From now on the file that was missing comes. */
  readonly comes: () => void;
  readonly close: () => Promise<void>;
}

/** A page of the built ones, with what goes wrong there. */
export async function openPage(
  browser: Browser,
  pages: string,
  name: string,
  options: OpenOptions = {},
): Promise<OpenPane> {
  const { lang = "zh-CN", width = 350, height = 600 } = options;
  const problems: string[] = [];
  let { without } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: options.dark ? "dark" : "light",
    forcedColors: options.forced ? "active" : "none",
    serviceWorkers: "block",
    deviceScaleFactor: 1.5,
  });
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    const path = join(pages, decodeURIComponent(url.pathname));
    if (without?.test(url.pathname)) return route.abort();
    if (url.protocol === "data:" || url.protocol === "blob:") return route.continue();
    if (url.origin !== origin || !existsSync(path) || !statSync(path).isFile()) {
      problems.push(`request: ${url.href}`);
      return route.abort();
    }
    return route.fulfill({ body: readFileSync(path), contentType: types[extname(path)] ?? "text/plain" });
  });
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => problems.push(`error: ${message}`));
  page.on("console", (message) => {
    if (without && /Failed to load resource/.test(message.text())) return;
    if (message.type() === "error" || /Content Security Policy/.test(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  if (!options.first)
    await context.addInitScript(() => {
      if (localStorage.getItem("taizhang") === null)
        localStorage.setItem("taizhang", JSON.stringify({ seen: true }));
    });
  await page.goto(`${origin}/${name}`);
  return {
    page,
    pane: page.frameLocator("iframe"),
    problems,
    comes: () => (without = undefined),
    close: () => context.close(),
  };
}

/** Opens the built pane beside an example workbook. */
export async function openPane(
  browser: Browser,
  pages: string,
  options: OpenOptions = {},
): Promise<OpenPane> {
  const { file = "nanguan-2016/2016-10/民政局.xlsx", lang = "zh-CN" } = options;
  const opened = await openPage(browser, pages, "excel.html", options);
  const { page } = opened;
  await page.waitForFunction(() => "startExcel" in window);
  await page.evaluate(
    ({ bytes, name, language, requirements }) => {
      window.excel = window.startExcel(bytes, name, language, requirements);
    },
    {
      bytes: [...(options.bytes ?? exampleBytes(file))],
      name: file.split("/").at(-1) ?? file,
      language: lang,
      requirements: options.requirements ?? {},
    },
  );
  if (options.prepare) await page.evaluate(options.prepare);
  return opened;
}
