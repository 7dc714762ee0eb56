import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { checkWorkbook } from "../acts/check/check.ts";
import { showMarks } from "../acts/fix/marks.ts";
import { exportFindings } from "../acts/list/export-findings.ts";
import { Ask } from "../parts/ask.tsx";
import { copyText } from "../parts/copy.ts";
import { listText } from "../parts/list-text.ts";
import { usePane } from "../parts/use-pane.ts";
import { isOpen } from "../state/finding-rows.ts";
import type { Extent } from "../state/part.ts";

/** What keeps the pane from acting, what was written, and the one way on: protection, no network, marks left. */
export function StateLines() {
  const { pane, state, words } = usePane();
  const sheet = state.outline?.sheets.find(({ name }) => name === state.active);
  const { states } = words;
  return (
    <>
      {sheet?.isProtected && state.tab === "check" && state.phase === "ready" ? <Protected /> : null}
      {state.marks === "asking" && state.tab === "check" ? (
        <Ask
          question={states.marksFirst}
          yes={states.addMarks}
          no={states.notNow}
          onYes={() => void showMarks(pane, true)}
          onNo={() => pane.store.dispatch({ do: "set", state: { marks: "off" } })}
        />
      ) : null}
      {state.marks === "left" ? (
        <div className="notice">
          <p>{states.marksLeft}</p>
          <Button size="small" onClick={() => void showMarks(pane, false)}>
            {states.clear}
          </Button>
        </div>
      ) : null}
      {state.partly ? (
        <div className="notice">
          <p>{states.partly(state.partly.checked, state.partly.of)}</p>
          <Button size="small" onClick={() => void checkWorkbook(pane)}>
            {words.check.again}
          </Button>
        </div>
      ) : null}
      {state.offline ? <p className="notice">{states.offline}</p> : null}
    </>
  );
}

/** The active sheet is protected: what can be done all the same. */
function Protected() {
  const { pane, state, words } = usePane();
  const { states } = words;
  const open = state.rows.filter((row) => row.unlocked && isOpen(row) && row.sheet === state.active).length;
  const only = state.filter.only === "unlocked";
  return (
    <div className="notice">
      <p>{states.protected}</p>
      <p>{states.protectedHow}</p>
      {open > 0 || only ? (
        <p className="spread">
          <span>{states.unlocked(open)}</span>
          <Button
            size="small"
            onClick={() => pane.store.dispatch({ do: "filter", filter: { only: only ? "" : "unlocked" } })}
          >
            {only ? states.viewAll : states.view}
          </Button>
        </p>
      ) : null}
      {state.outline?.isStructureProtected ? (
        <p className="spread">
          <span>{states.structure}</span>
          <Button size="small" onClick={() => void copyText(pane, listText(state))}>
            {states.copyList}
          </Button>
        </p>
      ) : (
        <Button size="small" onClick={() => void exportFindings(pane)}>
          {states.toNewSheet}
        </Button>
      )}
    </div>
  );
}

/** An act waits for the end of cell editing: always in sight, above the foot (正在编辑). */
export function Waiting() {
  const { state, words } = usePane();
  const { wait } = words;
  if (!state.waiting) return null;
  return (
    <div className="notice" role="alert">
      <p>
        <strong>{wait.title}</strong>
      </p>
      <p>{wait.how}</p>
      <p className="spread">
        <span>{wait.waiting(state.waiting)}</span>
        <Button size="small" onClick={state.waiting.cancel}>
          {wait.cancel}
        </Button>
      </p>
    </div>
  );
}

/** A very large workbook: how much of it to check (太大). */
export function TooLarge() {
  const { pane, state, words } = usePane();
  const { states } = words;
  const [extent, setExtent] = useState<Extent>("selection");
  const cells = new Intl.NumberFormat(state.lang, { notation: "compact", maximumFractionDigits: 1 }).format(
    state.cells,
  );
  return (
    <div className="running">
      <p role="status">
        {states.large(cells, state.seconds === undefined ? "" : states.about(state.seconds))}
      </p>
      <RadioGroup value={extent} onChange={(_, { value }) => setExtent(value as Extent)}>
        <Radio value="selection" label={states.largeSelection} />
        <Radio value="sheet" label={states.largeSheet} />
        <Radio value="rows" label={states.largeRows} />
        <Radio value="all" label={states.largeAll} />
      </RadioGroup>
      <p className="buttons">
        <Button appearance="primary" onClick={() => void checkWorkbook(pane, extent)}>
          {states.start}
        </Button>
      </p>
    </div>
  );
}

/** Reading did not come to an end: what happened, and the way on. */
export function NotRead() {
  const { pane, words } = usePane();
  return (
    <div className="running">
      <p>{words.states.failed}</p>
      <p className="buttons">
        <Button appearance="primary" onClick={() => void checkWorkbook(pane)}>
          {words.check.again}
        </Button>
      </p>
    </div>
  );
}
