import { Button } from "@fluentui/react-components";
import { sayReason } from "@taizhang/sheet";
import { checkWorkbook } from "../acts/check/check.ts";
import { checkFormats } from "../acts/check/formats.ts";
import { goTo } from "../acts/pane/go-to.ts";
import type { SheetCard as Card } from "../engine/sheet-card.ts";
import { Icon } from "../parts/icon.tsx";
import { Light } from "../parts/light.tsx";
import { usePane } from "../parts/use-pane.ts";
import { Weight } from "../parts/weight.tsx";
import { countsOf, weights } from "../state/finding-rows.ts";
import { isPartly } from "../state/part.ts";

/** What the active sheet is, in one line or open with its numbers (表卡). */
export function SheetCard() {
  const { pane, state, words } = usePane();
  const card = state.cards.find(({ sheet }) => sheet === state.active);
  if (!card) return null;
  const open = state.tab === "check" && !state.closedCards.includes(state.active);
  const toggle = () => {
    if (state.tab !== "check") pane.store.dispatch({ do: "set", state: { tab: "check" } });
    pane.store.dispatch({ do: "card", open: !open });
  };
  return (
    <section className="card" aria-label={card.sheet}>
      <button
        type="button"
        className="card-line"
        aria-expanded={open}
        data-back="card"
        onClick={toggle}
        title={open ? words.card.collapse : words.card.expand}
      >
        <strong className="card-name">{card.sheet}</strong>
        <span className="card-kind">
          {!card.isTargetSheet
            ? words.card.notTargetSheet
            : open
              ? words.card.targetSheet
              : words.card.short(card.tasks, card.period ?? "")}
        </span>
        <Icon name={open ? "up" : "open"} />
      </button>
      <PartChecked />
      {open ? card.isTargetSheet ? <Numbers card={card} /> : <NoTargets card={card} /> : null}
    </section>
  );
}

/** Of a large workbook only a part was checked: said as long as it is so. */
function PartChecked() {
  const { pane, state, words } = usePane();
  const { extent, part } = state;
  const { states } = words;
  if (!isPartly(state)) return null;
  return (
    <p className="spread card-part">
      <span>
        {extent === "rows"
          ? states.partRows
          : extent === "selection" && part
            ? states.partSelection(part.top + 1, part.bottom + 1)
            : states.partSheet}
      </span>
      <Button size="small" appearance="transparent" onClick={() => void checkWorkbook(pane, "all")}>
        {states.checkAll}
      </Button>
    </p>
  );
}

function Numbers({ card }: { readonly card: Card }) {
  const { pane, state, words } = usePane();
  const counts = countsOf(state.rows.filter(({ sheet }) => sheet === card.sheet));
  const [first, last] = card.headerRows ?? [1, 1];
  const tasks = state.lights?.sheet === card.sheet ? state.lights.total : card.tasks;
  return (
    <div className="card-body">
      <p>
        {words.card.about(tasks, card.departments ?? 0, card.divisions ?? 0, card.period ?? "") || "\u00a0"}
      </p>
      <p className="spread">
        <span>{words.card.headers(first, last, card.columns.length, card.known)}</span>
        <Button
          appearance="transparent"
          size="small"
          data-back="columns"
          onClick={() => pane.store.dispatch({ do: "page", page: { kind: "columns" } })}
        >
          {words.card.columns}
        </Button>
      </p>
      <Lights sheet={card.sheet} />
      <p className="chips">
        {weights.map((severity) => (
          <span key={severity} className="chip">
            <Weight severity={severity} />
            <span className="figure">{counts[severity]}</span>
            {severity === "A" || severity === "B" ? (
              <span>{words.severityShort[severity]}</span>
            ) : (
              <span className="unseen">{words.severityShort[severity]}</span>
            )}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Each task once: the lights add up to the tasks. A ledger, where nothing is reported yet, has none. */
function Lights({ sheet }: { readonly sheet: string }) {
  const { state, words } = usePane();
  const found = state.lights?.sheet === sheet ? state.lights : undefined;
  if (!found) return <p className="lights">{"\u00a0"}</p>;
  if (!found.reports) return <p className="faint">{words.card.ledger}</p>;
  const { lights, total, done } = found;
  const rest: readonly (readonly [string, number])[] = [
    [words.lights.notDue, lights.notDue ?? 0],
    [words.lights.pending, lights.pending ?? 0],
    [words.lights.notApplicable, lights.notApplicable ?? 0],
  ];
  return (
    <p className="lights">
      <span>{words.card.lights}</span>
      {(["green", "yellow", "red"] as const).map((light) => (
        <span key={light} className="light-count">
          <Light light={light} text={words.lights[light]} />
          <span className="figure">{lights[light] ?? 0}</span>
        </span>
      ))}
      <span>{words.card.unreported(lights.unreported ?? 0)}</span>
      {rest.map(([name, count]) =>
        count > 0 ? (
          <span key={name} className="light-count">
            {name}
            <span className="figure">{count}</span>
          </span>
        ) : null,
      )}
      {lights.none ? <span>{words.card.noLight(lights.none)}</span> : null}
      {total > 0 ? <span>{words.card.doneOf(done)}</span> : null}
    </p>
  );
}

function NoTargets({ card }: { readonly card: Card }) {
  const { pane, state, words } = usePane();
  const others = state.cards.filter(({ isTargetSheet, sheet }) => isTargetSheet && sheet !== card.sheet);
  return (
    <div className="card-body">
      {card.reason.code === "empty" ? (
        <p>{words.card.empty}</p>
      ) : (
        <>
          <p>{words.card.reason(sayReason(card.reason, state.lang))}</p>
          <p className="faint">{words.card.looked(card.looked.rows, card.looked.columns)}</p>
        </>
      )}
      {others.length > 0 ? (
        <>
          <p>{words.card.others}</p>
          <ul className="plain">
            {others.map(({ sheet, tasks }) => (
              <li key={sheet} className="spread">
                <span className="middle">{sheet}</span>
                <span>{tasks === undefined ? "" : words.card.tasks(tasks)}</span>
                <Button size="small" onClick={() => void goTo(pane, { sheet, ref: "A1" })}>
                  {words.card.go}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {["empty", "settings", "result"].includes(card.reason.code) ? null : (
        <p className="buttons">
          <Button
            size="small"
            data-back="header"
            onClick={() => pane.store.dispatch({ do: "page", page: { kind: "header" } })}
          >
            {words.card.setHeader}
          </Button>
          <Button size="small" appearance="transparent" onClick={() => void checkFormats(pane)}>
            {words.card.formats}
          </Button>
        </p>
      )}
    </div>
  );
}
