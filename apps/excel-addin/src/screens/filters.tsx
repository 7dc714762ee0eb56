import type { Severity } from "@taizhang/finding";
import { usePane } from "../parts/use-pane.ts";
import { Weight } from "../parts/weight.tsx";
import { countsOf, noFilter, shown, weights } from "../state/finding-rows.ts";

/** What the list shows: by weight with the counts, by department, of this sheet or of all (筛选). */
export function Filters() {
  const { pane, state, words } = usePane();
  const { filter } = state;
  const inScope = shown(state.rows, { ...noFilter, scope: filter.scope, org: filter.org }, state.active);
  const counts = countsOf(inScope);
  const orgs = [
    ...new Set(
      shown(state.rows, { ...noFilter, scope: filter.scope }, state.active).flatMap((row) => row.orgs),
    ),
  ].sort((a, b) => a.localeCompare(b, "zh-CN"));
  const press = (severity: Severity) => {
    const only = filter.weights.length === 1 && filter.weights[0] === severity;
    pane.store.dispatch({ do: "filter", filter: { weights: only ? weights : [severity] } });
  };
  return (
    <div className="filters" data-back="filters">
      {weights.map((severity) => (
        <button
          key={severity}
          type="button"
          className="filter-chip"
          aria-pressed={filter.weights.includes(severity) && filter.weights.length < 4}
          onClick={() => press(severity)}
        >
          <Weight severity={severity} words={words.severities[severity]} />
          <span className="figure">{counts[severity]}</span>
        </button>
      ))}
      <span className="picks">
        <select
          className="pick"
          aria-label={words.check.department}
          value={filter.org}
          onChange={({ target }) => pane.store.dispatch({ do: "filter", filter: { org: target.value } })}
        >
          <option value="">{words.check.allDepartments}</option>
          {orgs.map((org) => (
            <option key={org}>{org}</option>
          ))}
        </select>
        <select
          className="pick"
          aria-label={words.check.scope}
          value={filter.scope}
          onChange={({ target }) =>
            pane.store.dispatch({ do: "filter", filter: { scope: target.value === "all" ? "all" : "sheet" } })
          }
        >
          <option value="sheet">{words.check.thisSheet}</option>
          <option value="all">{words.check.everySheet}</option>
        </select>
      </span>
    </div>
  );
}
