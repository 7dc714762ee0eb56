import { Button, Switch } from "@fluentui/react-components";
import { checkWorkbook } from "../acts/check/check.ts";
import { switchMarks } from "../acts/fix/marks.ts";
import { exportFindings } from "../acts/list/export-findings.ts";
import { goTo } from "../acts/pane/go-to.ts";
import { Icon } from "../parts/icon.tsx";
import { usePane } from "../parts/use-pane.ts";
import { countsOf, type FindingRow, isOpen, noFilter, shown, weights } from "../state/finding-rows.ts";
import { isPartly } from "../state/part.ts";
import { Running } from "./check-running.tsx";
import { Filters } from "./filters.tsx";
import { FindingList } from "./finding-list.tsx";
import { NotRead, TooLarge } from "./state-lines.tsx";

/** The act 检查: what is wrong with the active sheet, or with all. */
export function CheckScreen() {
  const { state } = usePane();
  if (state.phase === "asking") return <TooLarge />;
  if ((state.phase === "failed" || state.phase === "stopped") && state.cards.length === 0) return <NotRead />;
  if (
    state.phase === "starting" ||
    ((state.phase === "reading" || state.phase === "checking") && state.rows.length === 0)
  )
    return <Running />;
  const rows = shown(state.rows, state.filter, state.active);
  const all = shown(state.rows, { ...noFilter, scope: state.filter.scope }, state.active);
  const fresh = shown(state.fresh, { ...noFilter, scope: state.filter.scope }, state.active).length;
  const card = state.cards.find(({ sheet }) => sheet === state.active);
  // of a sheet that is no target sheet, or that was not read yet, nothing is said to be in order
  if (all.length + fresh === 0 && !card?.isTargetSheet && state.filter.scope === "sheet") return <Formats />;
  const isBusy = state.phase === "reading" || state.phase === "checking";
  return (
    <>
      {isBusy ? <Running briefly /> : null}
      <Filters />
      {fresh > 0 ? <Fresh count={fresh} /> : null}
      {fresh > 0 ? null : all.length === 0 || countsOf(all).A + countsOf(all).B + countsOf(all).C === 0 ? (
        <Clean notes={all.length} />
      ) : null}
      {all.length > 0 ? <Count rows={rows} all={all} /> : null}
      <FindingList rows={rows} />
      {countsOf(all).A + countsOf(all).B + countsOf(all).C > 0 ? <Explained /> : null}
    </>
  );
}

/** Numbers and dates of a sheet that is no target sheet, where they were asked for. */
function Formats() {
  const { state, words } = usePane();
  const { formats } = state;
  if (formats?.sheet !== state.active) return null;
  const open = formats.rows.filter((row) => isOpen(row) || row.mended);
  return open.length === 0 ? (
    <p className="running">{words.card.formatsNone}</p>
  ) : (
    <FindingList rows={open} />
  );
}

/** What was found since the list was made; it comes into the list when asked for. */
function Fresh({ count }: { readonly count: number }) {
  const { pane, words } = usePane();
  return (
    <Button
      className="fresh"
      size="small"
      data-back="fresh"
      onClick={() => pane.store.dispatch({ do: "showFresh" })}
    >
      {words.check.fresh(count)}
    </Button>
  );
}

/** How many are shown of how many; those mended since the check are counted apart. */
function Count({
  rows: shownRows,
  all: allRows,
}: {
  readonly rows: readonly FindingRow[];
  readonly all: readonly FindingRow[];
}) {
  const { pane, state, words } = usePane();
  const [rows, all] = [shownRows, allRows].map((some) => some.filter(isOpen).length) as [number, number];
  const mended = allRows.filter((row) => row.mended).length;
  return (
    <div className="list-line">
      <span>
        {state.filter.scope === "all" ? `${words.check.allSheets} ` : ""}
        {shownRows.length === 0 ? words.check.nothingMatches : words.check.count(rows, all, mended)}
      </span>
      <span className="list-acts">
        {shownRows.length > 0 ? (
          <Button
            size="small"
            appearance="transparent"
            data-back="export"
            onClick={() => void exportFindings(pane)}
          >
            {words.check.exportList}
          </Button>
        ) : null}
        <Switch
          className="mini-switch"
          data-back="marks"
          label={words.check.marks}
          labelPosition="before"
          checked={state.marks === "on"}
          onChange={(_, { checked }) => void switchMarks(pane, checked)}
        />
      </span>
      {shownRows.length < allRows.length ? (
        <Button
          size="small"
          appearance="transparent"
          data-back="filters"
          onClick={() => pane.store.dispatch({ do: "filter", filter: { weights, org: "" } })}
        >
          {words.check.clearFilters}
        </Button>
      ) : null}
    </div>
  );
}

/** How many findings of the sheet were explained or ignored: they no longer count, and stay findable in 台账设置. */
function Explained() {
  const { pane, state, words } = usePane();
  const said = state.rows.filter(
    ({ finding, sheet }) =>
      finding.status !== "open" && (sheet === state.active || state.filter.scope === "all"),
  );
  const ignored = said.filter(({ finding }) => finding.status === "ignored").length;
  const sheet = state.outline?.sheets.find(({ name }) => name.trim() === "台账设置")?.name;
  if (said.length === 0) return null;
  return (
    <p className="spread padded">
      <span className="faint">{words.check.explained(said.length - ignored, ignored)}</span>
      {sheet === undefined ? null : (
        <Button size="small" appearance="transparent" onClick={() => void goTo(pane, { sheet, ref: "A1" })}>
          {words.check.view}
        </Button>
      )}
    </p>
  );
}

function Clean({ notes }: { readonly notes: number }) {
  const { pane, state, words } = usePane();
  const card = state.cards.find(({ sheet }) => sheet === state.active);
  const partly = isPartly(state);
  const time = new Date(state.checkedAt ?? 0).toLocaleString(state.lang, {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <div className="clean">
      <p className="clean-title">
        <Icon name="tick" />{" "}
        {partly ? words.check.cleanPart : notes === 0 ? words.check.cleanAll : words.check.clean}
      </p>
      {card && !partly ? (
        <p>{words.check.looked(card.tasks, card.columns.length, card.cells, state.rules)}</p>
      ) : null}
      {notes > 0 ? <p>{words.check.notesRemain(notes)}</p> : null}
      <Explained />
      <p className="faint">{words.check.at(time)}</p>
      <p className="buttons">
        <Button
          appearance="primary"
          onClick={() => pane.store.dispatch({ do: "set", state: { tab: "rollup" } })}
        >
          {words.check.toRollUp}
        </Button>
        {notes === 0 ? (
          <Button data-back="export" onClick={() => void exportFindings(pane)}>
            {words.check.exportResult}
          </Button>
        ) : null}
        <Button data-back="again" onClick={() => void checkWorkbook(pane)}>
          {words.check.again}
        </Button>
      </p>
    </div>
  );
}
