import { defineConfig } from "vitest/config";

// Apart from the other tests: these build the pane, and want a browser.
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ["@taizhang/source"] },
  ssr: { resolve: { conditions: ["@taizhang/source"] } },
  test: {
    include: ["browser/**/*.test.ts"],
    globalSetup: ["./browser/global-setup.ts"],
    testTimeout: 60_000,
    fileParallelism: false,
  },
});
