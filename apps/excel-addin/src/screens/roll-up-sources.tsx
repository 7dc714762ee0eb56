import { Button, Checkbox, Select } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { filesOf } from "../acts/roll-up/drop-files.ts";
import { addFiles, lookWhoArrived, removeFile, rollUpSources, setRollUp } from "../acts/roll-up/roll-up.ts";
import { middle } from "../engine/middle.ts";
import { usePane } from "../parts/use-pane.ts";
import { type By, filesChosen, ownResults, sheetsChosen } from "../state/roll-up.ts";
import { WrittenLine } from "./written-line.tsx";

/** Which sheets and files to roll up, for when and by what (选来源). */
export function RollUpSources() {
  const { pane, state, words } = usePane();
  const [over, setOver] = useState(false);
  const { rollup } = words;
  const sheets = sheetsChosen(state.cards, state.rollup);
  const files = filesChosen(state.rollup);
  const count = sheets.filter(({ on }) => on).length + files.length;
  const own = ownResults(state.cards, state.rollup);
  const { arrived } = state.rollup;
  const chosen = [...sheets.map(({ sheet, on }) => `${sheet} ${on}`), ...files.map(({ id }) => id)].join(
    "\n",
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the choice or the sheets change
  useEffect(() => void lookWhoArrived(pane), [pane, chosen, state.cards]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only says that dropping works; the button below does the same
    <div
      className={`sources${over ? " over" : ""}`}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <WrittenLine />
      <Choices />
      <h3>{rollup.here}</h3>
      {sheets.length === 0 ? <p className="faint">{rollup.noSheets}</p> : null}
      {sheets.map(({ sheet, tasks, on, why }) => (
        <Checkbox
          key={sheet}
          checked={on}
          onChange={(_, { checked }) =>
            setRollUp(pane, { ticked: { ...state.rollup.ticked, [sheet]: checked === true } })
          }
          label={`${sheet}　${tasks === undefined ? "" : rollup.files.ok(tasks)}${why ? `　${rollup.notByItself[why]}` : ""}`}
        />
      ))}
      {own.length > 0 ? (
        <p className="faint left-out">
          {own.join(words.comma)}　{rollup.ownResult}
        </p>
      ) : null}
      <Chooser />
      <Files />
      {arrived && arrived.expected > 0 ? (
        <p className="coverage">
          {rollup.arrived(arrived.expected, arrived.reported, arrived.missing.join(words.comma))}
        </p>
      ) : null}
      <p className="buttons sticky">
        <Button
          appearance="primary"
          data-back="roll-up"
          disabled={count === 0}
          onClick={() => void rollUpSources(pane)}
        >
          {arrived && arrived.missing.length > 0 && arrived.reported > 0
            ? rollup.goArrived(arrived.reported)
            : rollup.go(count)}
        </Button>
        {over ? <span>{rollup.drop}</span> : null}
      </p>
    </div>
  );
}

function Choices() {
  const { pane, state, words } = usePane();
  const { rollup } = words;
  const periods = [
    ...new Set([...state.cards, ...state.rollup.files].flatMap(({ period }) => period ?? [])),
  ].sort();
  return (
    <div className="choices">
      <span className="choice">
        {rollup.period}
        <Select
          size="small"
          aria-label={rollup.period}
          value={state.rollup.period}
          onChange={(_, { value }) => setRollUp(pane, { period: value })}
        >
          <option value="">{rollup.latest}</option>
          {periods.map((period) => (
            <option key={period} value={period}>
              {words.period(period)}
            </option>
          ))}
        </Select>
      </span>
      <span className="choice">
        {rollup.by}
        <Select
          size="small"
          aria-label={rollup.by}
          value={state.rollup.by}
          onChange={(_, { value }) => setRollUp(pane, { by: value as By })}
        >
          {(["department", "division", "program", "total"] as const).map((by) => (
            <option key={by} value={by}>
              {rollup.bys[by]}
            </option>
          ))}
        </Select>
      </span>
    </div>
  );
}

function Chooser() {
  const { pane, words } = usePane();
  const input = useRef<HTMLInputElement>(null);
  return (
    <p className="buttons">
      <Button data-back="files" onClick={() => input.current?.click()}>
        {words.rollup.choose}
      </Button>
      <span className="faint">{words.rollup.orDrop}</span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls,.et"
        aria-label={words.rollup.choose}
        onChange={(event) => {
          void addFiles(pane, filesOf(event.target.files));
          event.target.value = "";
        }}
      />
    </p>
  );
}

function Files() {
  const { pane, state, words } = usePane();
  const { rollup } = words;
  const { files, period } = state.rollup;
  return (
    <ul className="plain">
      {files.map((file) => (
        <li key={file.id} className="file" data-back="files">
          <span className="file-name" title={file.name}>
            {middle(file.name, 22)}
          </span>
          <span className={file.state === "ok" ? "file-state" : "file-state faint"}>
            {file.state === "ok"
              ? rollup.files.ok(file.tasks)
              : file.state === "same"
                ? rollup.files.same(middle(file.sameAs ?? "", 16))
                : rollup.files[file.state]}
            {file.hidden ? `；${rollup.hiddenSheets(file.hidden.join(words.comma))}` : ""}
            {file.state === "ok" && period !== "" && file.period !== undefined && file.period !== period
              ? `；${rollup.otherPeriod(words.period(file.period))}`
              : ""}
          </span>
          <Button
            size="small"
            appearance="transparent"
            aria-label={`${rollup.remove} ${file.name}`}
            onClick={() => void removeFile(pane, file.id)}
          >
            {rollup.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}
