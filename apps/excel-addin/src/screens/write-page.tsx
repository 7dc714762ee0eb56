import { Button, Checkbox } from "@fluentui/react-components";
import { writeSummary } from "../acts/roll-up/summary.ts";
import { usePane } from "../parts/use-pane.ts";
import { filesChosen, type RollUpPage } from "../state/roll-up.ts";
import { PageFrame } from "./page-frame.tsx";

/** What would be written, before it is (写入前先看). */
export function WritePage({ page }: { readonly page: Extract<RollUpPage, { kind: "write" }> }) {
  const { pane, state, words } = usePane();
  const files = filesChosen(state.rollup).length;
  const { written } = state.rollup;
  const names = page.sheets.map(({ layout }) => layout.name);
  const own = new Set([...(written?.sheets ?? []), ...(written?.earlier ?? [])]);
  return (
    <PageFrame title={words.rollup.write}>
      <p>{words.written.confirm(names.map((name) => `“${name}”`).join(words.comma))}</p>
      {page.renamed.map(({ usual, name }) => (
        <p key={usual}>
          {own.has(usual) ? words.written.renamed(usual, name) : words.written.notOwn(usual, name)}
        </p>
      ))}
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
