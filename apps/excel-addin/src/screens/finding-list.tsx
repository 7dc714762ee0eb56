import { Button } from "@fluentui/react-components";
import type { Lang } from "@taizhang/finding";
import { catalog, say } from "@taizhang/finding";
import { type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { fixableOf, openRow, previewFixes } from "../acts/fix/preview-fixes.ts";
import { goTo } from "../acts/pane/go-to.ts";
import type { Pane } from "../acts/pane/pane.ts";
import { briefly, fully } from "../parts/briefly.ts";
import { Icon } from "../parts/icon.tsx";
import { usePane } from "../parts/use-pane.ts";
import { Weight } from "../parts/weight.tsx";
import { type FindingGroup, type FindingRow, groupsOf } from "../state/finding-rows.ts";
import type { PaneWords } from "../words/words.ts";
import { toSheet } from "../workbook/to-sheet.ts";
import { FindingDetail } from "./finding-detail.tsx";

/** The findings by weight and rule; details open in place (问题列表). */
export function FindingList({ rows }: { readonly rows: readonly FindingRow[] }) {
  const { pane } = usePane();
  const list = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div
      ref={list}
      className="findings"
      onKeyDown={(event) => {
        if (event.key === "F2") toCell(pane, event, rows);
        else moveByKeys(event, list.current);
      }}
    >
      {groupsOf(rows).map((group) => (
        <Group key={`${group.severity}${group.code}`} group={group} rows={rows} />
      ))}
    </div>
  );
}

/** F2 selects the row's cell and gives the keyboard to the sheet, where the host lets it go. */
function toCell(pane: Pane, event: KeyboardEvent, rows: readonly FindingRow[]): void {
  const id = (event.target as Element).closest<HTMLElement>("[data-back]")?.dataset.back;
  const row = rows.find((one) => one.id === id);
  if (!row || row.ref === "") return;
  event.preventDefault();
  void goTo(pane, row).then((went) => went && toSheet());
}

/** ↑ ↓ Home End move between headings and rows; ← → close and open a group. */
function moveByKeys(event: KeyboardEvent, list: HTMLElement | null): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const current = stops[at];
  const expanded = current?.getAttribute("aria-expanded");
  if (
    current?.dataset.stop === "group" &&
    ((event.key === "ArrowLeft" && expanded === "true") ||
      (event.key === "ArrowRight" && expanded === "false"))
  ) {
    event.preventDefault();
    current.click();
    return;
  }
  if (current?.dataset.stop === "row" && event.key === "ArrowLeft") {
    event.preventDefault();
    stops.findLast((stop, index) => index < at && stop.dataset.stop === "group")?.focus();
    return;
  }
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
}

function Group({ group, rows }: { readonly group: FindingGroup; readonly rows: readonly FindingRow[] }) {
  const { pane, state, words } = usePane();
  const key = `${group.severity}${group.code}`;
  const open = !state.closedGroups.includes(key);
  const fixable = fixableOf(state, group.rows);
  return (
    <section className="group">
      <div className="group-head">
        <button
          type="button"
          className="group-name"
          data-stop="group"
          data-back={`group ${key}`}
          aria-expanded={open}
          onClick={() => pane.store.dispatch({ do: "toggleGroup", group: key })}
        >
          <Icon name={open ? "open" : "closed"} />
          <Weight severity={group.severity} words={words.severities[group.severity]} />
          <span className="group-title">
            {catalog[group.code].title[state.lang]} <span className="code">{group.code}</span>
          </span>
          <span className="count">{group.rows.length}</span>
        </button>
        {fixable.length > 1 ? (
          <Button size="small" data-back={`fix ${key}`} onClick={() => void previewFixes(pane, group.rows)}>
            {words.check.fixAll(fixable.length)}
          </Button>
        ) : null}
      </div>
      {open ? <Rows group={group} rows={rows} alike={fixable.length} /> : null}
    </section>
  );
}

/** As many rows of a group are drawn at once; a list of thousands would keep the pane from answering. */
const rowsAtOnce = 100;

interface RowsProps {
  readonly group: FindingGroup;
  readonly rows: readonly FindingRow[];
  readonly alike: number;
}

/** The rows of a group, at first the first hundred, always down to the open one. */
function Rows({ group, rows, alike }: RowsProps) {
  const { pane, state, words } = usePane();
  const [most, setMost] = useState(rowsAtOnce);
  const opened = group.rows.findIndex(({ id }) => id === state.openRow);
  const drawn = group.rows.slice(0, Math.max(most, opened + 1));
  const left = group.rows.length - drawn.length;
  const { currentCell } = state;
  const [focused, setFocused] = useState<string>();
  const stop = [focused, state.openRow].find((id) => drawn.some((row) => row.id === id)) ?? group.rows[0]?.id;
  return (
    <ul className="plain">
      {drawn.map((row, index) => {
        const open = index === opened;
        return (
          <Row
            key={row.id}
            pane={pane}
            words={words}
            lang={state.lang}
            row={row}
            open={open ? { rows, alike } : undefined}
            stop={row.id === stop}
            onFocus={setFocused}
            current={currentCell?.sheet === row.sheet && currentCell.ref === row.ref}
            elsewhere={state.filter.scope === "all" && row.sheet !== "" && row.sheet !== state.active}
          />
        );
      })}
      {left > 0 ? (
        <li className="padded">
          <Button size="small" data-back="more" onClick={() => setMost(drawn.length + rowsAtOnce)}>
            {words.check.moreRows(Math.min(left, rowsAtOnce), left)}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

interface RowProps {
  readonly pane: Pane;
  readonly words: PaneWords;
  readonly lang: Lang;
  readonly row: FindingRow;
  /** What the open row's details need; absent for a closed row. */
  readonly open: Pick<RowsProps, "rows" | "alike"> | undefined;
  /** True for the one row of the group that the Tab key stops at. */
  readonly stop: boolean;
  readonly onFocus: (row: string) => void;
  readonly current: boolean;
  /** True for a row of another sheet than the active one. */
  readonly elsewhere: boolean;
}

/** One finding. It is drawn again only when something of its own changes. */
const Row = memo(function Row({ pane, words, lang, row, open, stop, onFocus, current, elsewhere }: RowProps) {
  const press = () => {
    void openRow(pane, open ? undefined : row);
    if (!open && row.ref !== "") void goTo(pane, row);
  };
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // the list follows the cell cursor only while nobody is in the list
    if (current && !document.activeElement?.closest(".findings"))
      item.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <li
      ref={item}
      data-back={row.id}
      className={`row${open ? " open" : ""}${row.mended ? " mended" : ""}${current ? " current" : ""}`}
    >
      <button
        type="button"
        className="row-line"
        data-stop="row"
        tabIndex={stop ? 0 : -1}
        onFocus={() => onFocus(row.id)}
        aria-expanded={open !== undefined}
        aria-current={current || undefined}
        onClick={press}
      >
        {row.mended ? <Icon name="tick" /> : null}
        <span className="row-text">
          {elsewhere ? <span className="sheet-name">{row.sheet}</span> : null}
          {open ? fully(say(row.finding, lang), row.ref) : briefly(say(row.finding, lang), row.ref)}
        </span>
        {row.mended ? <span className="unseen">{words.check.mended}</span> : null}
        {current ? <span className="unseen">{words.check.currentCell}</span> : null}
      </button>
      {open ? <FindingDetail row={row} rows={open.rows} alike={open.alike} /> : null}
    </li>
  );
});
