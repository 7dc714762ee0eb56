import { Button, Checkbox } from "@fluentui/react-components";
import { catalog, say } from "@taizhang/finding";
import type { CellContent } from "@taizhang/grid";
import { useEffect, useState } from "react";
import { fix } from "../acts/fix/fix.ts";
import { previewAgain } from "../acts/fix/preview-fixes.ts";
import type { TotalMoved } from "../engine/protocol.ts";
import { contentText } from "../parts/change.tsx";
import { Totals } from "../parts/totals.tsx";
import { UndoNote } from "../parts/undo-note.tsx";
import { usePane } from "../parts/use-pane.ts";
import type { Page } from "../state/page.ts";
import type { CellWrite } from "../workbook/workbook.ts";
import { PageFrame } from "./page-frame.tsx";

/** What the ticked cells move, asked anew with every tick. */
function useTotals(writes: readonly CellWrite[]): readonly TotalMoved[] {
  const { pane } = usePane();
  const [totals, setTotals] = useState<readonly TotalMoved[]>([]);
  const cells = writes.map(({ sheet, ref }) => `${sheet}!${ref}`).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same cells move the same totals
  useEffect(() => {
    let current = true;
    void pane.engine.call("totals", { writes }).then((found) => {
      if (current) setTotals(found);
    });
    return () => {
      current = false;
    };
  }, [pane, cells]);
  return totals;
}

/** Before → after; of a cell that somebody else has just changed, what it holds now instead. */
function Changes({ write, now }: { readonly write: CellWrite; readonly now: CellContent | undefined }) {
  const { words } = usePane();
  const before = contentText(write.before, words);
  return now ? (
    <span>{words.fixes.nowIs(before, contentText(now, words))}</span>
  ) : (
    <span>
      {before} → <strong>{contentText(write.after, words)}</strong>
    </span>
  );
}

/** Fix all of a kind: every cell before → after, all ticked at first, what stays alone named (一键修正). */
export function FixesPage({ page }: { readonly page: Extract<Page, { kind: "fixes" }> }) {
  const { pane, state, words } = usePane();
  const { preview, ticked, rows } = page;
  const chosen = preview.writes.filter((_, index) => ticked.includes(index));
  const totals = useTotals(chosen);
  const left = rows.filter(({ finding, mended }) => !finding.fix && !mended);
  const others = state.changedByOthers;
  const nowOf = (write: CellWrite) =>
    others.find(({ sheet, ref }) => sheet === write.sheet && ref === write.ref)?.now;
  const formats = preview.writes.some(({ after }) => after.format !== undefined);
  return (
    <PageFrame title={words.fixes.title(catalog[page.title].title[state.lang], page.title)}>
      <p>{(formats ? words.fixes.aboutFormat : words.fixes.about)(chosen.length)}</p>
      {others.length > 0 ? (
        <div className="notice" role="alert">
          <p>{words.states.otherChanged(others.length, others.map(({ ref }) => ref).join(words.comma))}</p>
          <p>{words.states.previewUpdated(others.length)}</p>
        </div>
      ) : null}
      <ul className="plain writes">
        {preview.writes.map((write, index) => (
          <li key={`${write.sheet}!${write.ref}`} className="write">
            <Checkbox
              checked={ticked.includes(index)}
              onChange={(_, { checked }) => pane.store.dispatch({ do: "tick", index, on: checked === true })}
              label={
                <span className="write-line">
                  <span className="write-ref">
                    {write.sheet === state.active ? write.ref : `${write.sheet} ${write.ref}`}
                  </span>
                  <Changes write={write} now={nowOf(write)} />
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {left.length > 0 ? (
        <>
          <p>{words.fixes.left(left.length)}</p>
          <ul className="left-alone">
            {left.map((row) => (
              <li key={row.id}>{say(row.finding, state.lang)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {preview.stale.length > 0 ? <p>{words.fixes.stale(preview.stale.length)}</p> : null}
      <Totals totals={totals} />
      <UndoNote />
      <p className="buttons sticky">
        <Button appearance="primary" disabled={chosen.length === 0} onClick={() => void fix(pane, chosen)}>
          {words.fixes.fix(chosen.length, others.length > 0)}
        </Button>
        {others.length > 0 ? (
          <Button onClick={() => void previewAgain(pane, page)}>{words.fixes.again}</Button>
        ) : null}
        <Button onClick={() => pane.store.dispatch({ do: "page", page: undefined })}>
          {words.fixes.cancel}
        </Button>
        {state.hostUndoes ? <span className="faint">{words.fixes.canUndo}</span> : null}
      </p>
    </PageFrame>
  );
}
