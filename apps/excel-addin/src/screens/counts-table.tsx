import type { GroupBy, TaskCounts } from "@taizhang/kpi";
import { drillTasks } from "../acts/roll-up/roll-up.ts";
import { countStates, lineName } from "../parts/line-text.ts";
import { usePane } from "../parts/use-pane.ts";

/** How many tasks are in which state, by group; each line opens its tasks (任务办理情况). */
export function CountsTable({
  counts,
}: {
  readonly counts: readonly TaskCounts[];
  readonly by: readonly GroupBy[];
}) {
  const { pane, words } = usePane();
  return (
    <ul className="plain counts">
      {counts.map((count, index) => (
        <li
          key={JSON.stringify(count.key)}
          className={Object.keys(count.key).length === 0 ? "total-line" : ""}
        >
          <button
            type="button"
            className="line-name"
            data-back={`count ${index}`}
            onClick={() => void drillTasks(pane, index)}
          >
            {lineName(count, words)}
          </button>
          <span className="count-states">
            {countStates
              .filter((state) => state !== "overdue" || count.overdue > 0)
              .map((state) => (
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
