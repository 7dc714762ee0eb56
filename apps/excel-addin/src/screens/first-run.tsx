import { Button } from "@fluentui/react-components";
import { openExample } from "../acts/list/open-example.ts";
import type { Pane } from "../acts/pane/pane.ts";
import { usePane } from "../parts/use-pane.ts";
import { keepHere } from "../state/local-memory.ts";

/** The words of the first visit are not shown again. */
export function closeFirstRun({ store }: Pane): void {
  keepHere({ seen: true });
  store.dispatch({ do: "set", state: { firstRun: false } });
}

/** Said once, above the card and not instead of it; gone after any click (首次打开). */
export function FirstRun() {
  const { pane, state, words } = usePane();
  if (!state.firstRun) return null;
  const { first } = words;
  return (
    <section className="first">
      <h2>{first.title}</h2>
      <ul className="first-points">
        <li>{first.look}</li>
        <li>{first.see}</li>
        <li>{first.stay}</li>
      </ul>
      <p className="buttons">
        <Button appearance="primary" onClick={() => closeFirstRun(pane)}>
          {first.show}
        </Button>
        <Button appearance="transparent" onClick={() => void openExample(pane)}>
          {first.example}
        </Button>
      </p>
      <p className="faint">{first.later}</p>
    </section>
  );
}
