import { defineConfig } from "vitest/config";

/** The tests that judge a mutant of kpi: its own, with fewer runs of each law, and the hand-computed cases. */
export default defineConfig({
  resolve: { conditions: ["@taizhang/source"] },
  ssr: { resolve: { conditions: ["@taizhang/source"] } },
  test: {
    include: ["packages/kpi/src/**/*.test.ts", "packages/scenario/src/oracle/oracle.test.ts"],
    exclude: ["packages/kpi/src/engine/**", "packages/kpi/src/index.test.ts"],
    env: { TAIZHANG_RUNS: "15", ORACLE_RUNS: "25" },
    testTimeout: 30_000,
  },
});
