import { Button } from "@fluentui/react-components";
import { sayReason } from "@taizhang/sheet";
import { goTo } from "../acts/fix.ts";
import type { SheetCard as Card } from "../engine/sheet-card.ts";
import { Icon } from "../parts/icon.tsx";
import { Weight } from "../parts/weight.tsx";
import { countsOf, weights } from "../state/finding-rows.ts";
import { usePane } from "./use-pane.ts";

/** What the active sheet is, in one line or open with its numbers (表卡). */
export function SheetCard() {
  const { pane, state, words } = usePane();
  const card = state.cards.find(({ sheet }) => sheet === state.active);
  if (!card) return null;
  const open = state.cardOpen || !card.isTargetSheet;
  const toggle = () => pane.store.dispatch({ do: "set", state: { cardOpen: !state.cardOpen } });
  return (
    <section className="card" aria-label={card.sheet}>
      <button
        type="button"
        className="card-line"
        aria-expanded={open}
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
      {open ? card.isTargetSheet ? <Numbers card={card} /> : <NoTargets card={card} /> : null}
    </section>
  );
}

function Numbers({ card }: { readonly card: Card }) {
  const { pane, state, words } = usePane();
  const counts = countsOf(state.rows.filter(({ sheet }) => sheet === card.sheet));
  const [first, last] = card.headerRows ?? [1, 1];
  return (
    <div className="card-body">
      <p>{words.card.about(card.tasks, card.departments, card.period ?? "")}</p>
      <p className="spread">
        <span>{words.card.headers(first, last, card.columns.length, card.known)}</span>
        <Button
          appearance="transparent"
          size="small"
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
            {counts[severity]} <span>{words.severityShort[severity]}</span>
          </span>
        ))}
      </p>
    </div>
  );
}

function Lights({ sheet }: { readonly sheet: string }) {
  const { state, words } = usePane();
  const found = state.lights?.sheet === sheet ? state.lights : undefined;
  if (!found) return null;
  const { green = 0, yellow = 0, red = 0, unreported = 0 } = found.lights;
  return (
    <p className="lights">
      {words.card.lights}{" "}
      <span className="light" data-light="green">
        {words.lights.green}
      </span>
      {green}{" "}
      <span className="light" data-light="yellow">
        {words.lights.yellow}
      </span>
      {yellow}{" "}
      <span className="light" data-light="red">
        {words.lights.red}
      </span>
      {red} {words.card.unreported(unreported)}
      {found.total > 0 ? words.card.doneOf(found.done) : ""}
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
                <span>{words.card.tasks(tasks)}</span>
                <Button size="small" onClick={() => void goTo(pane, { sheet, ref: "A1" })}>
                  {words.card.go}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
