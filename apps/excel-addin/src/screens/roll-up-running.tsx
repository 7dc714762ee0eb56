import { Button, ProgressBar } from "@fluentui/react-components";
import { cancelRollUp } from "../acts/roll-up/roll-up.ts";
import { usePane } from "../parts/use-pane.ts";
import { filesChosen } from "../state/roll-up.ts";

/** Reading files or rolling up, with real steps and a way to stop. */
export function RollUpRunning() {
  const { pane, state, words } = usePane();
  const { phase, progress, files } = state.rollup;
  const read = phase === "reading" ? filesChosen(state.rollup).length : (progress?.done ?? 0);
  const unread = files.filter(
    ({ state: one }) => one !== "ok" && one !== "same" && one !== "noTargets",
  ).length;
  const text =
    phase === "reading"
      ? words.rollup.reading(progress?.done ?? 0, progress?.of ?? 0)
      : words.rollup.running(progress?.done ?? 0, progress?.of ?? 0);
  return (
    <div className="running">
      <p className="spread">
        <span>{text}</span>
        <Button
          size="small"
          data-back={phase === "reading" ? "files" : "roll-up"}
          onClick={() => cancelRollUp(pane)}
        >
          {words.rollup.cancel}
        </Button>
      </p>
      <ProgressBar
        {...(progress && progress.of > 0 ? { value: progress.done / progress.of } : {})}
        aria-label={text}
      />
      <p className="middle">{progress?.at}</p>
      {read + unread > 0 ? <p>{words.rollup.readSoFar(read, unread)}</p> : null}
      {read > 0 ? <p className="faint">{words.rollup.keepRead(read)}</p> : null}
    </div>
  );
}
