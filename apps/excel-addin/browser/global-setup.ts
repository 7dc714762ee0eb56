import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { browserPath } from "./browser-path.ts";
import { buildPages } from "./build-pages.ts";

declare module "vitest" {
  interface ProvidedContext {
    pages: string;
    browserPath: string;
  }
}

/** Builds the pages once for all browser tests. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const path = browserPath();
  if (!path && process.env.TAIZHANG_REQUIRE_BROWSER)
    throw new Error("a browser is required: set CHROMIUM to its path");
  if (!path) console.warn("NOT TESTED in a browser: none was found; set CHROMIUM to its path");
  const pages = await buildPages();
  provide("pages", pages);
  provide("browserPath", path ?? "");
  return () => rmSync(pages, { recursive: true, force: true });
}
