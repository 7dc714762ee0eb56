import { usePane } from "../parts/use-pane.ts";
import { RollUpResult } from "./roll-up-result.tsx";
import { RollUpRunning } from "./roll-up-running.tsx";
import { RollUpSources } from "./roll-up-sources.tsx";

/** The act 汇总: sources, then the table. */
export function RollUpScreen() {
  const { state } = usePane();
  const { phase, result } = state.rollup;
  if (phase === "reading" || phase === "running") return <RollUpRunning />;
  return phase === "done" && result ? <RollUpResult result={result} /> : <RollUpSources />;
}
