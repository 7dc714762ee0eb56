import { Button, ProgressBar } from "@fluentui/react-components";
import { cancelRollUp } from "../acts/roll-up.ts";
import { filesChosen } from "../state/roll-up.ts";
import { usePane } from "./use-pane.ts";

/** Reading files or rolling up, with real steps and a way to stop. */
export function RollUpRunning() {
  const { pane, state, words } = usePane();
  const { phase, progress, files } = state.rollup;
  const usable = filesChosen(state.rollup).length;
  const text =
    phase === "reading" && progress ? words.rollup.reading(progress.done, progress.of) : words.rollup.running;
  return (
    <div className="running">
      <p className="spread">
        <span>{text}</span>
        <Button size="small" onClick={() => cancelRollUp(pane)}>
          {words.rollup.cancel}
        </Button>
      </p>
      <ProgressBar
        {...(progress && progress.of > 0 ? { value: progress.done / progress.of } : {})}
        aria-label={text}
      />
      <p className="middle">{progress?.at}</p>
      {phase === "reading" ? (
        <>
          <p>{words.rollup.readSoFar(usable, files.length - usable)}</p>
          <p className="faint">{words.rollup.keepRead(usable)}</p>
        </>
      ) : null}
    </div>
  );
}
