// The mutants of what is computed once when a module is loaded: each has its own modules, loaded with the mutant on.
import { readFileSync } from "node:fs";

const kpi = JSON.parse(readFileSync(new URL("kpi.config.json", import.meta.url), "utf8"));

export default {
  ...kpi,
  ignoreStatic: false,
  jsonReporter: { fileName: "reports/mutation/kpi-static.json" },
  warnings: { slow: false },
};
