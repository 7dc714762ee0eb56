import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";

const addin = resolve(import.meta.dirname, "..");

/** Builds the pane as it is shipped and the page that plays Excel to it; returns the folder with both. */
export async function buildPages(): Promise<string> {
  const { NODE_ENV } = process.env;
  // the test runner's own would take React's development build, which nobody gets
  process.env.NODE_ENV = "production";
  try {
    return await bothPages();
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

async function bothPages(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), "taizhang-pages-"));
  await build({
    root: addin,
    configFile: resolve(addin, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: join(out, "addin"), emptyOutDir: true },
  });
  await build({
    root: resolve(addin, "browser"),
    configFile: false,
    base: "./",
    logLevel: "error",
    resolve: { conditions: ["@taizhang/source", "module", "browser"] },
    worker: { format: "es" },
    build: {
      outDir: out,
      emptyOutDir: false,
      rollupOptions: {
        input: ["browser/excel.html", "browser/large-excel.html"].map((page) => resolve(addin, page)),
      },
    },
  });
  return out;
}
