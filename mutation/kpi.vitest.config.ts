import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Cases before laws, and worlds last: the run of a mutant ends at the first test that fails. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification) =>
      dear.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return [...files].sort((a, b) => cost(a) - cost(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** From the cheap to the dear; what is not named comes before them. */
const dear = [
  "score-laws",
  "laws-of-signs",
  "live-roll-up",
  "engine/oracle",
  "engine/laws",
  "totals",
  "roll-up-agrees",
  "oracle-cases",
  "laws",
  "oracle/oracle",
];

/** The tests that judge a mutant of kpi: its own, with fewer runs of each law, and the hand-computed cases. */
export default defineConfig({
  resolve: {
    conditions: ["@taizhang/source"],
    alias: {
      // In the sandbox the workspace's links lead to the sources without mutants.
      "@taizhang/kpi": fileURLToPath(new URL("../packages/kpi/src/index.ts", import.meta.url)),
    },
  },
  ssr: { resolve: { conditions: ["@taizhang/source"] } },
  test: {
    include: ["packages/kpi/src/**/*.test.ts", "packages/scenario/src/oracle/oracle{,-cases}.test.ts"],
    exclude: ["packages/kpi/src/index.test.ts"],
    setupFiles: ["./mutation/seed.ts"],
    // A first round tries little; what survives it is tried again with MUTANT_LAWS=10 MUTANT_WORLDS=100.
    env: {
      TAIZHANG_RUNS: process.env.MUTANT_LAWS ?? "5",
      ENGINE_RUNS: process.env.MUTANT_WORLDS ?? "30",
      ORACLE_RUNS: process.env.MUTANT_LAWS ?? "5",
      ORACLE_LAW_RUNS: "1",
    },
    testTimeout: 30_000,
    isolate: false,
    sequence: { sequencer: CheapFirst },
  },
});
