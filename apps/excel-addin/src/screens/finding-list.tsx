import { Button } from "@fluentui/react-components";
import { catalog, say } from "@taizhang/finding";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { fixableOf, goTo, openRow, previewFixes } from "../acts/fix.ts";
import type { Pane } from "../acts/pane.ts";
import { Icon } from "../parts/icon.tsx";
import { Weight } from "../parts/weight.tsx";
import { type FindingGroup, type FindingRow, groupsOf } from "../state/finding-rows.ts";
import { toSheet } from "../workbook/to-sheet.ts";
import { FindingDetail } from "./finding-detail.tsx";
import { usePane } from "./use-pane.ts";

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
  const [focused, setFocused] = useState<string>();
  const stop =
    [focused, state.openRow].find((id) => group.rows.some((row) => row.id === id)) ?? group.rows[0]?.id;
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
      {open ? (
        <ul className="plain">
          {group.rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              rows={rows}
              alike={fixable.length}
              stop={row.id === stop}
              onFocus={() => setFocused(row.id)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly row: FindingRow;
  readonly rows: readonly FindingRow[];
  readonly alike: number;
  /** True for the one row of the group that Tab stops at. */
  readonly stop: boolean;
  readonly onFocus: () => void;
}

function Row({ row, rows, alike, stop, onFocus }: RowProps) {
  const { pane, state, words } = usePane();
  const open = state.openRow === row.id;
  const { currentCell } = state;
  const current = currentCell?.sheet === row.sheet && currentCell.ref === row.ref;
  const press = () => {
    void openRow(pane, open ? undefined : row);
    if (!open && row.ref !== "") void goTo(pane, row);
  };
  const sentence = say(row.finding, state.lang);
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
        onFocus={onFocus}
        aria-expanded={open}
        aria-current={current || undefined}
        onClick={press}
      >
        {row.mended ? <Icon name="tick" /> : null}
        <span className="row-text">
          {state.filter.scope === "all" && row.sheet !== "" && row.sheet !== state.active ? (
            <span className="sheet-name">{row.sheet}</span>
          ) : null}
          {sentence}
        </span>
        {row.mended ? <span className="unseen">{words.check.mended}</span> : null}
        {current ? <span className="unseen">{words.check.currentCell}</span> : null}
      </button>
      {open ? <FindingDetail row={row} rows={rows} alike={alike} /> : null}
    </li>
  );
}
