import { Button, Select } from "@fluentui/react-components";
import { drill, setRollUp } from "../acts/roll-up.ts";
import { previewSummary } from "../acts/summary.ts";
import type { RollUpCard, RollUpLine } from "../engine/roll-up-card.ts";
import { copyText } from "../parts/copy.ts";
import { amountText, gapText, percentText } from "../parts/figures.ts";
import { CountsTable } from "./counts-table.tsx";
import { usePane } from "./use-pane.ts";
import { WrittenLine } from "./written-line.tsx";

/** The table of one indicator at a time: rate, distance to the pace and light by group; each row opens its cells (汇总结果). */
export function RollUpResult({ result }: { readonly result: RollUpCard }) {
  const { pane, state, words } = usePane();
  const { rollup } = words;
  const { indicator } = state.rollup;
  const { coverage } = result;
  const indicators = new Map(result.lines.map((line) => [line.indicatorKey, line]));
  const lines = result.lines.flatMap((line, index) =>
    line.indicatorKey === indicator ? [{ line, index }] : [],
  );
  const hasTasks = result.counts.some(({ total }) => total > 0);
  return (
    <div className="result">
      <WrittenLine />
      <div className="result-head">
        {result.lines.length === 0 && !hasTasks ? <p>{rollup.nothing}</p> : null}
        <Select
          aria-label={rollup.indicator}
          value={indicator}
          onChange={(_, { value }) => setRollUp(pane, { indicator: value })}
        >
          {[...indicators].map(([key, { indicator: name, unit }]) => (
            <option key={key} value={key}>
              {unit === "" ? name : `${name}（${unit}）`}
            </option>
          ))}
          {hasTasks ? <option value="tasks">{rollup.tasks}</option> : null}
        </Select>
        <p className="coverage">
          {rollup.coverage(coverage.expected, coverage.reported, coverage.missing.length)}
        </p>
      </div>
      {coverage.missing.length > 0 ? (
        <p className="faint padded">{rollup.missing(coverage.missing.join("、"))}</p>
      ) : null}
      {indicator === "tasks" ? (
        <CountsTable counts={result.counts} by={result.by} />
      ) : (
        <Lines lines={lines} />
      )}
      <p className="buttons sticky padded">
        <Button appearance="primary" onClick={() => void previewSummary(pane)}>
          {rollup.write}
        </Button>
        <Button
          onClick={() =>
            void copyText(
              pane,
              tableText(
                lines.map(({ line }) => line),
                words,
              ),
            )
          }
        >
          {rollup.copy}
        </Button>
        <Button appearance="transparent" onClick={() => setRollUp(pane, { phase: "choosing" })}>
          {rollup.back}
        </Button>
      </p>
    </div>
  );
}

type Words = ReturnType<typeof usePane>["words"];

/** The group of a line: its keys, or 合计. */
export const lineName = ({ key }: Pick<RollUpLine, "key">, words: Words): string =>
  Object.values(key).join(" ") || words.rollup.total;

function rateText({ completion, atLeast, light, actual }: RollUpLine, { rollup }: Words): string {
  if (completion !== null) return atLeast ? rollup.atLeast(percentText(completion)) : percentText(completion);
  return light === "unreported" || actual === null ? rollup.notReported : rollup.none;
}

const gapOf = ({ completion, pace }: RollUpLine, { rollup }: Words): string =>
  completion === null || pace === null ? rollup.none : gapText(completion, pace);

function Lines({
  lines,
}: {
  readonly lines: readonly { readonly line: RollUpLine; readonly index: number }[];
}) {
  const { words } = usePane();
  const { rollup } = words;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col">{rollup.name}</th>
          <th scope="col" className="right">
            {rollup.rate}
          </th>
          <th scope="col" className="right" title={rollup.gapLong}>
            {rollup.gap}
          </th>
          <th scope="col">{rollup.light}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, index }) => (
          <Line key={index} line={line} index={index} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, index }: { readonly line: RollUpLine; readonly index: number }) {
  const { pane, words } = usePane();
  const { rollup } = words;
  const { actual, target, atLeast, completionReporting, reported, notes, light } = line;
  const amounts = [
    actual === null ? rollup.notReported : atLeast ? rollup.atLeast(amountText(actual)) : amountText(actual),
    target === null ? rollup.noTarget : amountText(target),
  ].join(" / ");
  const beside =
    atLeast && completionReporting !== null
      ? rollup.reporting(reported, percentText(completionReporting))
      : "";
  const why = notes.find(
    ({ code }) => code === "notAdditive" || code === "unitsDiffer" || code === "undecided",
  );
  return (
    <tr className={Object.keys(line.key).length === 0 ? "total-line" : ""}>
      <th scope="row">
        <button type="button" className="line-name" onClick={() => void drill(pane, index)}>
          {lineName(line, words)}
        </button>
        <span className="line-amounts">
          {why ? why.said[pane.store.get().lang] : amounts}
          {beside === "" ? "" : `；${beside}`}
        </span>
      </th>
      <td className="right figure">{why ? rollup.none : rateText(line, words)}</td>
      <td className="right figure">{why ? rollup.none : gapOf(line, words)}</td>
      <td>
        <span className="light" data-light={light ?? "none"}>
          {light === null ? rollup.none : words.lights[light]}
        </span>
      </td>
    </tr>
  );
}

/** The table as text with tabs, for pasting. */
function tableText(lines: readonly RollUpLine[], words: Words): string {
  const { rollup } = words;
  const head = [rollup.name, rollup.actual, rollup.target, rollup.rate, rollup.gapLong, rollup.light];
  const rows = lines.map((line) => [
    lineName(line, words),
    line.actual === null
      ? rollup.notReported
      : line.atLeast
        ? rollup.atLeast(amountText(line.actual))
        : amountText(line.actual),
    line.target === null ? "" : amountText(line.target),
    rateText(line, words),
    gapOf(line, words),
    line.light === null ? "" : words.lights[line.light],
  ]);
  return [head, ...rows].map((row) => row.join("\t")).join("\n");
}
