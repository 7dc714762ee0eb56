import { Button, ProgressBar } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { cancelCheck } from "../acts/check/check.ts";
import { usePane } from "../parts/use-pane.ts";
import { Weight } from "../parts/weight.tsx";
import { weights } from "../state/finding-rows.ts";
import type { PaneState } from "../state/pane.ts";

/** Nothing is drawn for a check that is over before that many milliseconds. */
const drawnAfter = 400;

/** False at first, true from then on. */
function useSoon(milliseconds: number): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSoon(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return soon;
}

const isAll = ({ extent }: PaneState): boolean => extent !== "sheet" && extent !== "selection";

/** How far the check is; briefly above a list that is there already. */
export function Running({ briefly = false }: { readonly briefly?: boolean }) {
  const { pane, state, words } = usePane();
  const { progress } = state;
  const soon = useSoon(drawnAfter);
  if (!soon) return null;
  const found = briefly ? undefined : progress?.found;
  const sheets = found?.sheets ?? [];
  return (
    <div className="running">
      <p className="spread">
        <span>
          {progress && progress.of > 2
            ? words.check.progress(isAll(state), progress.of)
            : words.check.reading}
        </span>
        <Button size="small" onClick={() => void cancelCheck(pane)}>
          {words.check.cancel}
        </Button>
      </p>
      <ProgressBar
        {...(progress ? { value: ((progress.read ?? 0) + progress.done / progress.of) / 2 } : {})}
        aria-label={words.check.checking}
      />
      {progress && progress.of > 2 ? (
        <p className="figure faint">
          {progress.done}/{progress.of}
        </p>
      ) : null}
      {found ? (
        <p className="chips">
          <span>{words.check.foundSoFar}</span>
          {weights.map((severity) => (
            <span key={severity} className="chip">
              <Weight severity={severity} words={words.severities[severity]} />
              <span className="figure">{found.counts[severity]}</span>
            </span>
          ))}
        </p>
      ) : null}
      {sheets.length > 1 ? (
        <ul className="plain">
          {sheets.map(({ sheet, count }) => (
            <li key={sheet} className="spread">
              <span className="middle">{sheet}</span>
              <span className="figure">{count}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {briefly ? null : <p className="faint">{words.check.mayGoOn}</p>}
    </div>
  );
}
