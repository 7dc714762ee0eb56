import { Button } from "@fluentui/react-components";
import { copyText } from "../parts/copy.ts";
import { listText } from "../parts/list-text.ts";
import { usePane } from "../parts/use-pane.ts";
import type { Said } from "../state/notice.ts";
import type { PaneState } from "../state/pane.ts";
import type { PaneWords } from "../words/words.ts";
import type { FailureKind } from "../workbook/failure.ts";

/** What is said after an act, in the words of the language. */
export function saidText(said: Said, { said: words, written, comma }: PaneWords): string {
  switch (said.what) {
    case "found":
      return words.found(said.total, said.must, said.elsewhere, said.noTargets === true);
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
    case "sheetRemoved":
    case "notOurs":
    case "sheetHidden":
    case "sheetVeryHidden":
      return words[said.what](said.sheet);
    case "marksKeptOut":
      return words.marksKeptOut(said.sheets.length, said.sheets.join(comma));
    case "refreshed":
      return words.refreshed(said.cells);
    case "checkCancelled":
      return words.checkCancelled(said.sheets);
    case "filesWanted":
      return words.filesWanted(said.files);
    case "rollUpCancelled":
      return words.rollUpCancelled(said.read);
    case "back":
    case "cancelled":
    case "removed":
    case "edited":
    case "copied":
    case "exampleOpened":
    case "mendedMeanwhile":
    case "explained":
    case "released":
    case "ignored":
    case "noHeaderRows":
    case "headerUnused":
    case "automatic":
      return words[said.what];
    case "summaryGone":
      return written.gone(said.sheet);
    case "headingsMoved":
    case "changedMeanwhile":
      return written[said.what];
    case "undone":
      return words.undone(said.cells, said.skipped);
  }
}

/** What a notice says of an act that went well. */
export function noticeText(notice: PaneState["notice"], words: PaneWords): string {
  if (notice?.kind !== "said") return "";
  const text = saidText(notice.text, words);
  return notice.continued ? words.wait.continued(text) : text;
}

/** A failure with its one way on; what went well is spoken and shown briefly in the footer. */
export function NoticeLine() {
  const { pane, state, words } = usePane();
  const { notice } = state;
  if (notice?.kind !== "failed") return null;
  const { retry } = notice;
  if (state.contact) return <OutOfTouch why={notice.why} again={state.contact.again} />;
  return (
    <div className="notice" role="alert">
      <p>
        {notice.back ? `${words.said.back}；` : ""}
        {notice.done
          ? `${saidText(notice.done, words)}；${notice.unkept ? words.written.notKept : words.notRechecked}`
          : words.failures[notice.why]}
      </p>
      {notice.why === "structure" && state.tab === "check" && !state.page ? (
        <Button size="small" onClick={() => void copyText(pane, listText(state))}>
          {words.states.copyList}
        </Button>
      ) : null}
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

/** Excel does not answer: whether anything was written, and that it is being asked again (失联). */
function OutOfTouch({ why, again }: { readonly why: FailureKind; readonly again: () => void }) {
  const { words } = usePane();
  return (
    <div className="notice" role="alert">
      <p>{words.failures[why]}</p>
      <p className="spread">
        <span>{words.contact.reconnecting}</span>
        <Button size="small" onClick={again}>
          {words.contact.again}
        </Button>
      </p>
    </div>
  );
}

/** From so many sheets on the quarters of a check are spoken. */
const sheetsSpoken = 8;

/** The last quarter of a check that is over: spoken once each. */
function quarterText({ phase, progress }: PaneState, { check }: PaneWords): string {
  if (!progress || (phase !== "reading" && phase !== "checking") || progress.of < sheetsSpoken) return "";
  const quarter = Math.floor((progress.done / progress.of) * 4);
  return quarter === 0 ? "" : check.quarter(Math.ceil((quarter / 4) * progress.of), progress.of);
}

/** Spoken once, politely. */
export function Spoken() {
  const { state, words } = usePane();
  return (
    <div className="unseen" role="status" aria-live="polite">
      {quarterText(state, words) || noticeText(state.notice, words)}
    </div>
  );
}
