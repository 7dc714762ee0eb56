import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const stand = fileURLToPath(new URL("./src/engine/rule-language.ts", import.meta.url));

/** In the worker, the language of own rules is a part of its own that few workbooks need. */
export const lateRuleLanguage = (): Plugin => ({
  name: "taizhang:late-rule-language",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === "@marcbachmann/cel-js" && importer && !importer.endsWith("/src/engine/rule-language.ts")
      ? stand
      : undefined,
});
