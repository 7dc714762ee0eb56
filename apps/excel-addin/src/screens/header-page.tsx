import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { rowsOfRef } from "../acts/check/rows-of-ref.ts";
import { mostHeaderRows, takeHeader } from "../acts/keep/header.ts";
import { Ask } from "../parts/ask.tsx";
import { usePane } from "../parts/use-pane.ts";
import { PageFrame } from "./page-frame.tsx";

/** The header rows by hand: the user selects them in the sheet, and the choice is kept after asking (指定表头行). */
export function HeaderPage() {
  const { pane, state, words } = usePane();
  const [asking, setAsking] = useState(false);
  const { header } = words;
  const selected = state.currentCell?.sheet === state.active ? rowsOfRef(state.currentCell.ref) : undefined;
  const tooMany = selected !== undefined && selected[1] - selected[0] >= mostHeaderRows;
  return (
    <PageFrame title={header.title}>
      <p>{header.how}</p>
      <p role="status">
        {selected === undefined ? "" : tooMany ? header.tooMany : header.selected(selected[0], selected[1])}
      </p>
      {asking ? (
        <Ask
          question={words.columns.ask}
          yes={words.columns.keep}
          no={words.columns.once}
          onYes={() => void takeHeader(pane, true)}
          onNo={() => void takeHeader(pane, false)}
          writes
        />
      ) : (
        <p className="buttons">
          <Button appearance="primary" disabled={tooMany} onClick={() => setAsking(true)}>
            {header.take}
          </Button>
          <Button onClick={() => pane.store.dispatch({ do: "page", page: undefined })}>
            {words.explain.cancel}
          </Button>
        </p>
      )}
    </PageFrame>
  );
}
