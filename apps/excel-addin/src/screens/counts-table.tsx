import type { GroupBy, TaskCounts } from "@taizhang/kpi";
import { lineName } from "./roll-up-result.tsx";
import { usePane } from "./use-pane.ts";

const states = ["total", "done", "onTrack", "behind", "notDue", "unreported"] as const;

/** How many tasks are in which state, by group (任务办理情况). */
export function CountsTable({
  counts,
}: {
  readonly counts: readonly TaskCounts[];
  readonly by: readonly GroupBy[];
}) {
  const { words } = usePane();
  return (
    <ul className="plain counts">
      {counts.map((count) => (
        <li
          key={JSON.stringify(count.key)}
          className={Object.keys(count.key).length === 0 ? "total-line" : ""}
        >
          <strong>{lineName(count, words)}</strong>
          <span className="count-states">
            {states.map((state) => (
              <span key={state}>
                {words.rollup.counts[state]} <span className="figure">{count[state]}</span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
