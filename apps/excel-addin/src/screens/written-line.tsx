import { Button } from "@fluentui/react-components";
import { goTo } from "../acts/pane/go-to.ts";
import { refreshFromSources } from "../acts/roll-up/refresh.ts";
import { removeSummary } from "../acts/roll-up/summary.ts";
import { middle } from "../engine/middle.ts";
import { usePane } from "../parts/use-pane.ts";
import { filesMissing } from "../state/roll-up.ts";

/** What was just written is seen, wherever a long table was scrolled to. */
const bringIntoSight = (line: HTMLElement | null): void => line?.scrollIntoView({ block: "nearest" });

/** What stands in the sheet 汇总 that was written, with the ways on (已写入). */
export function WrittenLine() {
  const { pane, state, words } = usePane();
  const { written, result } = state.rollup;
  if (!written) return null;
  const [sheet = ""] = written.sheets;
  const missing = filesMissing(state.rollup);
  const time = new Date(written.at).toLocaleString(state.lang, {
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <section key={written.at} ref={bringIntoSight} className="written">
      <p>{words.written.about(sheet, written.ref, written.charts)}</p>
      <p className="faint">{words.written.formulas(written.formulas)}</p>
      {written.fromFiles > 0 ? (
        <p className="faint">{words.written.fromFiles(written.fromFiles, time)}</p>
      ) : null}
      {missing.length > 0 ? (
        <>
          <p>{words.written.filesWanted(missing.length)}</p>
          <ul className="plain">
            {missing.map(({ name, modified }) => (
              <li key={name} className="faint" title={name}>
                {middle(name, 28)}
                {modified === undefined ? "" : ` ${new Date(modified).toLocaleDateString(state.lang)}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="buttons">
        {result || written.sources ? (
          <Button size="small" data-back="refresh" onClick={() => void refreshFromSources(pane)}>
            {words.written.refresh}
          </Button>
        ) : null}
        {missing.length > 0 ? (
          <Button
            size="small"
            data-back="refresh"
            onClick={() => void refreshFromSources(pane, { without: true })}
          >
            {words.written.without}
          </Button>
        ) : null}
        <Button size="small" onClick={() => void goTo(pane, { sheet, ref: "A1" })}>
          {words.written.go}
        </Button>
        <Button
          size="small"
          appearance="transparent"
          data-back="write"
          onClick={() => void removeSummary(pane)}
        >
          {words.written.undo}
        </Button>
      </p>
    </section>
  );
}
