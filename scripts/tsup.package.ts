import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";
import { rulesAlone } from "./without-examples.ts";

/** The source of each entry point that the package in this folder exports. */
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string | Record<string, unknown>>;
};
const entry = Object.values(exports).flatMap((target) =>
  typeof target === "object" ? [String(target["@taizhang/source"])] : [],
);

/** One build for every published package: ESM, CJS and types of each entry point. */
export default defineConfig({
  entry,
  format: ["esm", "cjs"],
  // tsup 8 sets baseUrl, which TypeScript 6 calls deprecated
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  splitting: true,
  clean: true,
  // whoever loads a package in a page without a bundler of their own loads it as it is
  minify: true,
  sourcemap: true,
  target: "es2022",
  esbuildPlugins: [rulesAlone],
  esbuildOptions(options) {
    options.charset = "utf8"; // Chinese as it is, not as escapes: smaller and readable
    options.lineLimit = 1000; // an uncaught error prints its line, which must not be the whole file
  },
});
