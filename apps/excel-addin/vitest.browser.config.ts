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
    // a busy machine may be late with a picture: the continuous build asks again before it fails
    retry: process.env.CI ? 2 : 0,
  },
});
