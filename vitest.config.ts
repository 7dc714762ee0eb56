import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@taizhang/source"] },
  ssr: { resolve: { conditions: ["@taizhang/source"] } },
  test: {
    setupFiles: ["./test/seed.ts"],
    include: ["{packages,apps}/*/{src,test}/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 90_000,
    // vitest leaves a core to whoever sits before it; of two, that is half
    maxWorkers: "100%",
  },
});
