import { defineConfig } from "tsup";

/** One file with everything in it: the command line starts fast and installs alone. */
export default defineConfig({
  entry: ["src/taizhang.ts"],
  format: ["esm"],
  target: "node20",
  platform: "node",
  clean: true,
  noExternal: [/.*/],
  esbuildOptions(options) {
    options.conditions = ["@taizhang/source"];
  },
  banner: {
    js: '#!/usr/bin/env node\nimport { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
