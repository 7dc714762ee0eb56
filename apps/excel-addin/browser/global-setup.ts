import { rmSync } from "node:fs";
import { type Browser, findBrowser, isBrowserRequired } from "@taizhang/office-host/page";
import type { TestProject } from "vitest/node";
import { buildPages } from "./build-pages.ts";

declare module "vitest" {
  interface ProvidedContext {
    pages: string;
    browser: Browser | null;
  }
}

/** Builds the pages once for all browser tests. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const browser = await findBrowser();
  if (!browser && isBrowserRequired()) throw new Error("a browser is required: set CHROMIUM to its path");
  if (!browser) console.warn("NOT TESTED in a browser: none was found; set CHROMIUM to its path");
  const pages = await buildPages();
  provide("pages", pages);
  provide("browser", browser ?? null);
  return () => rmSync(pages, { recursive: true, force: true });
}
