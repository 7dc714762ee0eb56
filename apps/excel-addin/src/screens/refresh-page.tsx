import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { refreshSummary, writesOf } from "../acts/roll-up/refresh.ts";
import type { OwnCell } from "../engine/own-cells.ts";
import type { CellLine, RowLine } from "../engine/refresh-lines.ts";
import { shownText } from "../parts/shown.ts";
import { UndoNote } from "../parts/undo-note.tsx";
import { usePane } from "../parts/use-pane.ts";
import { besideOf } from "../state/beside.ts";
import type { RollUpPage } from "../state/roll-up.ts";
import { PageFrame } from "./page-frame.tsx";

type Page = Extract<RollUpPage, { kind: "refresh" }>;

/** What a refresh would change and what of the user's stays (刷新前先看). */
export function RefreshPage({ page }: { readonly page: Page }) {
  const { pane, words } = usePane();
  const { written } = words;
  const { refreshes, alsoKept, agreed } = page;
  const lines = refreshes.flatMap((one) => one.lines);
  const own = refreshes.flatMap((one) => one.own);
  const lost = own.filter(({ to, now }) => to === undefined && now.value !== null);
  const unsure = own.filter(({ to, unsure: is }) => to !== undefined && is);
  const count = writesOf(refreshes, alsoKept).length;
  const show = (change: Partial<Page>) => pane.store.dispatch({ do: "page", page: { ...page, ...change } });
  const mustAgree = lost.length + unsure.length > 0;
  const isNothing = count === 0 && !refreshes.some(({ refit }) => refit);
  return (
    <PageFrame title={written.previewTitle}>
      <p>{isNothing ? written.none : written.changes(count, lines.length)}</p>
      <OwnCells page={page} own={own} onAlsoKept={(on) => show({ alsoKept: on })} />
      <Listed title={written.lost(lost.length)} cells={lost} />
      <Listed title={written.unsure(unsure.length)} cells={unsure} />
      {mustAgree ? (
        <Checkbox
          checked={agreed}
          onChange={(_, { checked }) => show({ agreed: checked === true })}
          label={written.agree(lost.length, unsure.length)}
        />
      ) : null}
      <Lines lines={lines} alsoKept={alsoKept} />
      {isNothing ? null : <UndoNote />}
      <p className="buttons sticky">
        {isNothing ? null : (
          <Button
            appearance="primary"
            disabled={mustAgree && !agreed}
            onClick={() => void refreshSummary(pane)}
          >
            {written.refreshNow(count)}
          </Button>
        )}
        <Button onClick={() => pane.store.dispatch({ do: "page", page: undefined })}>{written.cancel}</Button>
      </p>
    </PageFrame>
  );
}

/** The user's figures among ours, and what he wrote beside, below and elsewhere. */
function OwnCells({
  page,
  own,
  onAlsoKept,
}: {
  readonly page: Page;
  readonly own: readonly OwnCell[];
  readonly onAlsoKept: (on: boolean) => void;
}) {
  const { words } = usePane();
  const { written } = words;
  const instead = new Map(
    page.refreshes.flatMap(({ sheet, instead: all }) =>
      all.map(({ ref, after }) => [`${sheet}!${ref}`, after] as const),
    ),
  );
  const edits = own.filter(({ kind, to }) => kind === "edit" && to !== undefined);
  const beside = own.filter(({ kind, to }) => kind === "beside" && to !== undefined);
  const moved = beside.filter(({ ref, to }) => ref !== to);
  const followed = own.filter(({ kind, unsure }) => kind === "formula" && !unsure);
  return (
    <>
      {edits.length > 0 ? (
        <>
          <p>{written.kept(edits.length)}</p>
          <ul className="plain">
            {edits.map((cell) => {
              const ours = instead.get(`${cell.sheet}!${cell.to}`);
              const mine = cell.now.value === null ? written.cleared : shownText(cell.now);
              return (
                <OwnLine key={`${cell.sheet}!${cell.ref}`} cell={cell}>
                  {ours ? written.keptOurs(mine, shownText(ours)) : mine}
                </OwnLine>
              );
            })}
          </ul>
          <Checkbox
            checked={page.alsoKept}
            onChange={(_, { checked }) => onAlsoKept(checked === true)}
            label={written.alsoKept(edits.length)}
          />
        </>
      ) : null}
      <Listed title={written.moved(moved.length)} cells={moved} />
      <Listed title={written.follow(followed.length)} cells={followed} />
      {besideOf(
        beside.filter(({ ref, to }) => ref === to),
        page.sheets,
      ).map(({ sheet, columns, below }) => (
        <p key={sheet} className="faint">
          {page.sheets.length > 1 ? `${sheet}${words.colon}` : ""}
          {written.stays([
            ...columns.map(written.column),
            ...(below === undefined ? [] : [written.below(below)]),
          ])}
        </p>
      ))}
    </>
  );
}

function Listed({ title, cells }: { readonly title: string; readonly cells: readonly OwnCell[] }) {
  if (cells.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className="plain">
        {cells.map((cell) => (
          <OwnLine key={`${cell.sheet}!${cell.ref}`} cell={cell}>
            {cell.now.formula === undefined ? shownText(cell.now) : `=${cell.now.formula}`}
          </OwnLine>
        ))}
      </ul>
    </>
  );
}

function OwnLine({ cell, children }: { readonly cell: OwnCell; readonly children: string }) {
  const { words } = usePane();
  const { sheet, ref, to, row, heading, kind } = cell;
  const place = to !== undefined && to !== ref ? words.written.moves(ref, to) : ref;
  return (
    <li className="write-line">
      <span className="write-ref">
        {kind === "formula" ? `${sheet} ` : ""}
        {place}
      </span>
      <span>
        {[row, heading].filter((word) => word !== "").join(" ")} <strong>{children}</strong>
      </span>
    </li>
  );
}

const linesAPage = 50;

/** What changes, row by row; every row is there, some at a time. */
function Lines({ lines, alsoKept }: { readonly lines: readonly RowLine[]; readonly alsoKept: boolean }) {
  const { words } = usePane();
  const { written } = words;
  const [first, setFirst] = useState(0);
  const last = Math.min(first + linesAPage, lines.length);
  return (
    <>
      <ul className="plain">
        {lines.slice(first, last).map((line) => (
          <Line key={`${line.sheet} ${line.from} ${line.to}`} line={line} alsoKept={alsoKept} />
        ))}
      </ul>
      {lines.length > linesAPage ? (
        <p className="buttons">
          <Button size="small" disabled={first === 0} onClick={() => setFirst(first - linesAPage)}>
            {written.previous}
          </Button>
          <Button size="small" disabled={last === lines.length} onClick={() => setFirst(first + linesAPage)}>
            {written.next}
          </Button>
          <span className="faint">{written.shown(first + 1, last, lines.length)}</span>
        </p>
      ) : null}
    </>
  );
}

function Line({ line, alsoKept }: { readonly line: RowLine; readonly alsoKept: boolean }) {
  const { words } = usePane();
  const { written } = words;
  const { sheet, name, from, to, cells } = line;
  const place =
    to === undefined
      ? written.rowGone(from ?? 0)
      : from === undefined
        ? written.rowNew(to)
        : from === to
          ? written.row(to)
          : written.rowMoved(from, to);
  const what = (cell: CellLine) =>
    cell.follows && !alsoKept ? written.follows : shownText(cell.after, words.detail.empty);
  return (
    <li className="row-change">
      <span className="spread">
        <strong>{name}</strong>
        <span className="faint">
          {sheet} {place}
        </span>
      </span>
      {cells.length === 0 ? <span className="faint">{written.rowSame}</span> : null}
      {cells.map((cell) => (
        <span key={cell.ref} className="write-line">
          <span className="write-ref">{cell.ref}</span>
          <span>
            {cell.heading}{" "}
            {from === undefined || to === undefined ? (
              shownText(to === undefined ? cell.before : cell.after)
            ) : (
              <>
                {shownText(cell.before, words.detail.empty)} → <strong>{what(cell)}</strong>
              </>
            )}
          </span>
        </span>
      ))}
    </li>
  );
}
