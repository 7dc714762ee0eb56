import { Button } from "@fluentui/react-components";
import { fixTitles, type Severity } from "@taizhang/finding";
import { useEffect, useRef } from "react";
import { showAndGo } from "../acts/check/show-and-go.ts";
import { fix } from "../acts/fix/fix.ts";
import { openRow, previewFixes } from "../acts/fix/preview-fixes.ts";
import { startExplaining } from "../acts/keep/explain.ts";
import { goTo } from "../acts/pane/go-to.ts";
import { Change } from "../parts/change.tsx";
import { Totals } from "../parts/totals.tsx";
import { UndoNote } from "../parts/undo-note.tsx";
import { usePane } from "../parts/use-pane.ts";
import { type FindingRow, isLocked } from "../state/finding-rows.ts";
import type { PaneWords } from "../words/words.ts";

interface DetailProps {
  readonly row: FindingRow;
  readonly rows: readonly FindingRow[];
  readonly alike: number;
}

const explainButton = (severity: Severity, { explain }: PaneWords): string =>
  ({ A: explain.release, B: explain.explain, C: explain.confirm, D: explain.ignore })[severity];

/** The way the user has just stepped, until the next row is open. */
let stepped: -1 | 1 | undefined;

/** A finding open in its row: what a fix would write, what it moves, and the allowed next steps (详情). */
export function FindingDetail({ row, rows, alike }: DetailProps) {
  const { pane, state, words } = usePane();
  const { finding, mended } = row;
  const preview = state.openPreview;
  const at = rows.findIndex(({ id }) => id === row.id);
  const stepper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // who steps through the rows stays on the button, in the row that is open now
    const [previous, next] = stepper.current?.querySelectorAll("button") ?? [];
    const button = stepped === undefined ? undefined : stepped < 0 ? [previous, next] : [next, previous];
    stepped = undefined;
    button?.find((one) => one?.disabled === false)?.focus();
  }, []);
  const step = (by: -1 | 1) => {
    const next = rows[at + by];
    if (!next) return;
    stepped = by;
    void openRow(pane, next);
    if (next.ref !== "") void goTo(pane, next);
  };
  const same = rows.filter(({ finding: other }) => other.code === finding.code);
  const locked = isLocked(state.outline, row);
  const fixable = preview !== undefined && !mended && preview.writes.length > 0;
  return (
    <div className="detail">
      <Hidden row={row} />
      {fixable ? (
        <>
          <p className="faint">
            {preview.numbersBeside
              ? words.detail.likeOthers(preview.numbersBeside)
              : finding.fix
                ? fixTitles[finding.fix.id][state.lang]
                : ""}
          </p>
          {preview.writes.slice(0, 6).map((write) => (
            <Change key={`${write.sheet}!${write.ref}`} write={write} withRef={preview.writes.length > 1} />
          ))}
          {preview.writes.length > 6 ? (
            <p className="faint">{words.detail.moreCells(preview.writes.length - 6)}</p>
          ) : null}
          <Totals totals={preview.totals} />
          {locked ? <p className="faint">{words.states.cellLocked}</p> : <UndoNote />}
        </>
      ) : null}
      {!mended && !finding.fix ? <p className="faint">{words.detail.noFix}</p> : null}
      {!mended && finding.severity === "A" ? <p className="faint">{words.detail.mustFix}</p> : null}
      {finding.related.length > 0 ? (
        <p className="related">
          {words.detail.related}
          {finding.related.slice(0, 4).map((place) =>
            place.kind === "cell" ? (
              <Button
                key={`${place.sheet}!${place.ref}`}
                size="small"
                appearance="transparent"
                onClick={() => void goTo(pane, place)}
              >
                {place.sheet === row.sheet ? place.ref : `${place.sheet} ${place.ref}`}
              </Button>
            ) : null,
          )}
        </p>
      ) : null}
      <div className="buttons">
        {fixable && !locked ? (
          <Button appearance="primary" onClick={() => void fix(pane, preview.writes)}>
            {words.detail.fix}
          </Button>
        ) : null}
        {alike > 1 && finding.fix && !mended && !locked ? (
          <Button onClick={() => void previewFixes(pane, same)}>{words.detail.fixAlike(alike)}</Button>
        ) : null}
        {!mended ? (
          <Button onClick={() => void startExplaining(pane, row)}>
            {explainButton(finding.severity, words)}
          </Button>
        ) : null}
      </div>
      <div ref={stepper} className="stepper">
        <Button size="small" appearance="transparent" disabled={at <= 0} onClick={() => step(-1)}>
          {words.detail.previous}
        </Button>
        <span>
          {at + 1}/{rows.length}
        </span>
        <Button
          size="small"
          appearance="transparent"
          disabled={at >= rows.length - 1}
          onClick={() => step(1)}
        >
          {words.detail.next}
        </Button>
        <Button
          className="to-right"
          size="small"
          appearance="transparent"
          onClick={() => pane.store.dispatch({ do: "page", page: { kind: "code", code: finding.code } })}
        >
          {words.detail.about(finding.code)}
        </Button>
      </div>
    </div>
  );
}

/** The cell lies in a hidden row or column: it is offered to show it, and not done unasked. */
function Hidden({ row }: { readonly row: FindingRow }) {
  const { pane, state, words } = usePane();
  const { hiddenAt } = state;
  if (!hiddenAt || hiddenAt.sheet !== row.sheet || hiddenAt.ref !== row.ref) return null;
  return (
    <p className="related">
      {words.detail.hidden(row.ref, hiddenAt.what)}
      <Button size="small" onClick={() => void showAndGo(pane, row)}>
        {words.detail.showAndGo}
      </Button>
    </p>
  );
}
