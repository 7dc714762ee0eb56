import { Button } from "@fluentui/react-components";
import type { Said } from "../state/pane.ts";
import type { PaneWords } from "../words/words.ts";
import { usePane } from "./use-pane.ts";

/** What is said after an act, in the words of the language. */
export function saidText(said: Said, { said: words }: PaneWords): string {
  switch (said.what) {
    case "found":
      return words.found(said.total, said.must);
    case "fixed":
      return words.fixed(said.cells, said.skipped, said.left);
    case "kept":
      return words.kept;
    case "exported":
      return words.exported(said.sheet, said.rows);
    case "rolledUp":
      return words.rolledUp(said.expected, said.reported);
    case "filesAdded":
      return words.filesAdded(said.usable, said.unusable);
    case "written":
      return words.written(said.sheet);
    case "refreshed":
      return words.refreshed(said.cells);
    case "cancelled":
    case "removed":
    case "edited":
    case "copied":
    case "explained":
    case "released":
    case "ignored":
    case "noHeaderRows":
    case "headerUnused":
    case "automatic":
      return words[said.what];
    case "undone":
      return words.undone(said.cells, said.skipped);
  }
}

/** A failure with its one way on; what went well is spoken and shown briefly in the footer. */
export function NoticeLine() {
  const { pane, state, words } = usePane();
  const { notice } = state;
  if (notice?.kind !== "failed") return null;
  const { retry } = notice;
  return (
    <div className="notice" role="alert">
      <p>
        {notice.done ? `${saidText(notice.done, words)}；${words.notRechecked}` : words.failures[notice.why]}
      </p>
      {retry ? (
        <Button
          size="small"
          onClick={() => {
            pane.store.dispatch({ do: "notice", notice: undefined });
            void retry();
          }}
        >
          {words.again}
        </Button>
      ) : null}
    </div>
  );
}

/** Spoken once, politely. */
export function Spoken() {
  const { state, words } = usePane();
  const { notice } = state;
  return (
    <div className="unseen" role="status" aria-live="polite">
      {notice?.kind === "said" ? saidText(notice.text, words) : ""}
    </div>
  );
}
