import { Button, Checkbox } from "@fluentui/react-components";
import { refreshSummary, writeSummary } from "../acts/summary.ts";
import { contentText } from "../parts/change.tsx";
import { filesChosen, type RollUpPage } from "../state/roll-up.ts";
import { PageFrame } from "./page-frame.tsx";
import { usePane } from "./use-pane.ts";

/** What would be written, before it is (写入前先看). */
export function WritePage({ page }: { readonly page: Extract<RollUpPage, { kind: "write" }> }) {
  const { pane, state, words } = usePane();
  const files = filesChosen(state.rollup).length;
  const [first] = page.sheets;
  const sheet = first?.layout.name ?? "";
  return (
    <PageFrame title={words.rollup.write}>
      <p>{words.written.confirm(sheet)}</p>
      <p className="faint">{words.written.formulas(page.formulas)}</p>
      <Checkbox
        checked={page.remember}
        onChange={(_, { checked }) =>
          pane.store.dispatch({ do: "page", page: { ...page, remember: checked === true } })
        }
        label={words.written.remember(files)}
      />
      <p className="buttons">
        <Button appearance="primary" onClick={() => void writeSummary(pane, page)}>
          {words.written.write}
        </Button>
        <Button onClick={() => pane.store.dispatch({ do: "page", page: undefined })}>
          {words.written.cancel}
        </Button>
      </p>
    </PageFrame>
  );
}

/** What a refresh would change and what of the user's stays (刷新前先看). */
export function RefreshPage({ page }: { readonly page: Extract<RollUpPage, { kind: "refresh" }> }) {
  const { pane, words } = usePane();
  const writes = page.refreshes.flatMap((one) => one.writes);
  const kept = page.refreshes.flatMap((one) => one.kept);
  const count = writes.length + (page.alsoKept ? kept.length : 0);
  return (
    <PageFrame title={words.written.previewTitle}>
      {writes.length + kept.length === 0 ? (
        <p>{words.written.none}</p>
      ) : (
        <p>{words.written.changes(writes.length)}</p>
      )}
      <ul className="plain">
        {writes.slice(0, 30).map((write) => (
          <li key={`${write.sheet}!${write.ref}`} className="write-line">
            <span className="write-ref">
              {write.sheet} {write.ref}
            </span>
            <span>
              {contentText(write.before, words)} → <strong>{contentText(write.after, words)}</strong>
            </span>
          </li>
        ))}
      </ul>
      {kept.length > 0 ? (
        <>
          <p>{words.written.kept(kept.length, kept.map(({ ref }) => ref).join("、"))}</p>
          <Checkbox
            checked={page.alsoKept}
            onChange={(_, { checked }) =>
              pane.store.dispatch({ do: "page", page: { ...page, alsoKept: checked === true } })
            }
            label={words.written.alsoKept(kept.length)}
          />
        </>
      ) : null}
      <p className="faint">{words.written.beside}</p>
      <p className="buttons sticky">
        <Button appearance="primary" disabled={count === 0} onClick={() => void refreshSummary(pane)}>
          {words.written.refreshNow(count)}
        </Button>
        <Button onClick={() => pane.store.dispatch({ do: "page", page: undefined })}>
          {words.written.cancel}
        </Button>
      </p>
    </PageFrame>
  );
}
