import { Button, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { type Correction, type Field, fieldLabel, fields } from "@taizhang/sheet";
import { useState } from "react";
import { checkWith } from "../acts/check/check.ts";
import { keep, recogniseAutomatically } from "../acts/keep/keep.ts";
import { goTo } from "../acts/pane/go-to.ts";
import { withCorrections } from "../engine/corrections.ts";
import type { SheetCard } from "../engine/sheet-card.ts";
import { Ask } from "../parts/ask.tsx";
import { usePane } from "../parts/use-pane.ts";
import { readingsOf } from "../state/readings.ts";
import type { PaneWords } from "../words/words.ts";
import { PageFrame } from "./page-frame.tsx";

/** What each column means and why, to be corrected; the choice is kept in the file after asking (改列). */
export function ColumnsPage() {
  const { pane, state, words } = usePane();
  const card = state.cards.find(({ sheet }) => sheet === state.active);
  const [chosen, setChosen] = useState<Readonly<Record<string, Field>>>({});
  const [asking, setAsking] = useState(false);
  if (!card) return null;
  const corrections = Object.entries(chosen).map(([header, field]): Correction => ({ header, field }));
  const [first, last] = card.headerRows ?? [1, 1];
  const save = () => {
    if (corrections.length === 0) pane.store.dispatch({ do: "page", page: undefined });
    else setAsking(true);
  };
  return (
    <PageFrame title={`${words.columns.title} ${words.columns.count(card.columns.length, card.known)}`}>
      <p className="spread">
        <span className="faint">{words.columns.header(first, last)}</span>
        <Button size="small" onClick={() => pane.store.dispatch({ do: "page", page: { kind: "header" } })}>
          {words.card.setHeader}
        </Button>
      </p>
      <ul className="plain">
        {card.columns.map((column) => (
          <Column
            key={`${column.table} ${column.letter}`}
            column={column}
            chosen={chosen[column.path.join("/")]}
            onChoose={(field) => setChosen({ ...chosen, [column.path.join("/")]: field })}
            onFocus={() => void goTo(pane, { sheet: card.sheet, ref: `${column.letter}:${column.letter}` })}
          />
        ))}
      </ul>
      {asking ? (
        <Ask
          question={words.columns.ask}
          yes={words.columns.keep}
          no={words.columns.once}
          onYes={() => void keep(pane, { what: "corrections", corrections }, { what: "kept" })}
          onNo={() => void checkWith(pane, withCorrections(state.corrections, corrections))}
          writes
        />
      ) : (
        <p className="buttons sticky">
          <Button appearance="primary" onClick={save}>
            {words.columns.save}
          </Button>
          <Button appearance="transparent" onClick={() => void recogniseAutomatically(pane, card)}>
            {words.columns.automatic}
          </Button>
        </p>
      )}
    </PageFrame>
  );
}

interface ColumnProps {
  readonly column: SheetCard["columns"][number];
  /** What the user has chosen on this page. */
  readonly chosen: Field | undefined;
  readonly onChoose: (field: Field) => void;
  readonly onFocus: () => void;
}

/** Why the column means what it means, in two or three words. */
function whyText(
  { confidence, field }: ColumnProps["column"],
  asked: boolean,
  { columns }: PaneWords,
): string {
  const { sure } = columns;
  if (asked) return sure.two;
  if (confidence >= 0.99) return sure.same;
  if (confidence >= 0.8) return sure.data;
  return field === "other" ? sure.none : sure.unsure;
}

function Column({ column, chosen, onChoose, onFocus }: ColumnProps) {
  const { state, words } = usePane();
  const { letter, header, path, indicator, confidence, samples, evidence } = column;
  const settled = evidence.some(({ rule }) => rule === "corrected");
  const readings = settled ? [] : readingsOf(column);
  const asks = readings.length > 0;
  const why = chosen !== undefined || settled ? words.columns.sure.corrected : whyText(column, asks, words);
  const other = path.length > 1 ? path.slice(0, -1).join(" / ") : "";
  return (
    <li className="column">
      <span className="column-letter">{letter}</span>
      <span className="column-header">
        {other === "" ? null : <span className="faint">{other} / </span>}
        {header}
      </span>
      <Select
        size="small"
        aria-label={`${letter} ${header}`}
        value={chosen ?? (asks ? "" : column.field)}
        onFocus={onFocus}
        onChange={(_, { value }) => onChoose(value as Field)}
      >
        {asks && chosen === undefined ? <option value="">{words.columns.choose}</option> : null}
        {fields.map((one) => (
          <option key={one} value={one}>
            {fieldLabel(one, state.lang)}
          </option>
        ))}
      </Select>
      <span className="faint column-why">
        {indicator === undefined ? "" : `${indicator} · `}
        {why}
        {(asks || confidence < 0.8) && samples.length > 0
          ? ` · ${words.columns.example(samples.map((one) => `“${one}”`).join(""))}`
          : ""}
      </span>
      {asks ? (
        <RadioGroup
          className="column-why"
          aria-label={`${letter} ${header}`}
          value={chosen ?? ""}
          onChange={(_, { value }) => onChoose(value as Field)}
        >
          {readings.map((one) => (
            <Radio key={one} value={one} label={fieldLabel(one, state.lang)} />
          ))}
        </RadioGroup>
      ) : null}
    </li>
  );
}
