import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The tests that judge a mutant of kpi: its own, and the hand-computed cases and worlds of the oracle. */
export const testsOf = (folder) => ({
  setup: join(folder, "mutation/seed.ts"),
  files: [
    ...readdirSync(join(folder, "packages/kpi/src"), { recursive: true })
      .filter((file) => file.endsWith(".test.ts") && file !== "index.test.ts")
      .map((file) => join(folder, "packages/kpi/src", file)),
    ...["oracle", "oracle-cases"].map((name) => join(folder, `packages/scenario/src/oracle/${name}.test.ts`)),
  ].sort(),
  conditions: ["@taizhang/source"],
  // In the sandbox the workspace's links lead to the sources without mutants
  aliases: { "@taizhang/kpi": join(folder, "packages/kpi/src/index.ts") },
  env: {
    TAIZHANG_RUNS: process.env.MUTANT_LAWS ?? "2",
    ENGINE_RUNS: process.env.MUTANT_WORLDS ?? "15",
    ORACLE_RUNS: process.env.MUTANT_LAWS ?? "2",
    ORACLE_LAW_RUNS: "2",
  },
});
