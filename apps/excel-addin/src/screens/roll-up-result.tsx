import { Button, Select } from "@fluentui/react-components";
import { drill, setRollUp } from "../acts/roll-up/roll-up.ts";
import { previewSummary } from "../acts/roll-up/summary.ts";
import { middle } from "../engine/middle.ts";
import type { Coverage, RollUpCard, RollUpLine } from "../engine/roll-up-card.ts";
import { copyText } from "../parts/copy.ts";
import { percentText } from "../parts/figures.ts";
import { Light } from "../parts/light.tsx";
import {
  aboveText,
  actualText,
  countsText,
  gapOf,
  lightText,
  lineName,
  rateText,
  tableText,
  targetText,
  whyNoTotal,
} from "../parts/line-text.ts";
import { usePane } from "../parts/use-pane.ts";
import { CountsTable } from "./counts-table.tsx";
import { WrittenLine } from "./written-line.tsx";

/** The table of one indicator at a time: rate, distance to the pace and light by group; each row opens its cells (汇总结果). */
export function RollUpResult({ result }: { readonly result: RollUpCard }) {
  const { pane, state, words } = usePane();
  const { rollup } = words;
  const { indicator } = state.rollup;
  const indicators = new Map(result.lines.map((line) => [line.indicatorKey, line]));
  const lines = result.lines.flatMap((line, index) =>
    line.indicatorKey === indicator ? [{ line, index }] : [],
  );
  const unit = indicators.get(indicator)?.unit ?? "";
  const coverage = coverageOf(result, indicator);
  const overall = result.coverage;
  const hasTasks = result.counts.some(({ total }) => total > 0);
  return (
    <div className="result">
      <WrittenLine />
      {overall.expected > 0 ? (
        <p className="coverage padded">
          {rollup.coverageNamed(overall.expected, overall.reported, overall.missing)}
        </p>
      ) : null}
      <div className="result-head" data-back="roll-up">
        {result.lines.length === 0 && !hasTasks ? <p>{rollup.nothing}</p> : null}
        <Select
          aria-label={rollup.indicator}
          value={indicator}
          onChange={(_, { value }) => setRollUp(pane, { indicator: value })}
        >
          {[...indicators].map(([key, { indicator: name, unit }]) => (
            <option key={key} value={key}>
              {unit === "" ? middle(name, 40) : `${middle(name, 40)}（${unit}）`}
            </option>
          ))}
          {hasTasks ? <option value="tasks">{rollup.tasks}</option> : null}
        </Select>
        {indicator === "tasks" ? null : (
          <p className="coverage">
            {unit === "" ? "" : `${rollup.unit(unit)} `}
            {rollup.coverageOfOne(coverage.expected, coverage.reported, coverage.missing.length)}
          </p>
        )}
      </div>
      {indicator !== "tasks" && coverage.missing.length > 0 ? (
        <p className="faint padded">{rollup.missing(coverage.missing.join(words.comma))}</p>
      ) : null}
      {indicator === "tasks" ? (
        <CountsTable counts={result.counts} by={result.by} />
      ) : (
        <Lines lines={lines} />
      )}
      <p className="buttons sticky padded one-line">
        <Button appearance="primary" data-back="write" onClick={() => void previewSummary(pane)}>
          {rollup.write}
        </Button>
        <Button
          onClick={() =>
            void copyText(
              pane,
              indicator === "tasks"
                ? countsText(result.counts, words)
                : tableText(
                    lines.map(({ line }) => line),
                    state.lang,
                    words,
                  ),
            )
          }
        >
          {rollup.copy}
        </Button>
        <Button
          appearance="transparent"
          data-back="roll-up"
          onClick={() => setRollUp(pane, { phase: "choosing" })}
        >
          {rollup.back}
        </Button>
      </p>
    </div>
  );
}

/** Who is expected for the indicator that is shown; for the tasks, for anything at all (应报实报). */
function coverageOf({ coverage, lines }: RollUpCard, indicator: string): Coverage {
  const total = lines.find(
    ({ key, indicatorKey }) => indicatorKey === indicator && Object.keys(key).length === 0,
  );
  return total ?? coverage;
}

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
          <th scope="col" className="right wide">
            {rollup.actual}
          </th>
          <th scope="col" className="right wide">
            {rollup.target}
          </th>
          <th scope="col" className="right wide">
            {rollup.orgs}
          </th>
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
  const { lang } = pane.store.get();
  const { atLeast, completionReporting, expected, reported, light } = line;
  const beside =
    atLeast && completionReporting !== null
      ? rollup.reporting(reported, percentText(completionReporting))
      : "";
  const why = whyNoTotal(line);
  const above = aboveText(line, words);
  return (
    <tr className={Object.keys(line.key).length === 0 ? "total-line" : ""}>
      <th scope="row">
        <button
          type="button"
          className="line-name"
          data-stop="row"
          data-back={`line ${index}`}
          onClick={() => void drill(pane, index)}
        >
          {lineName(line, words)}
        </button>
        {why ? <span className="line-amounts">{why.said[lang]}</span> : null}
        {why ? null : (
          <span className="line-amounts narrow">
            {actualText(line, words)} / {targetText(line, words)}
          </span>
        )}
        {beside === "" || why ? null : <span className="line-amounts">{beside}</span>}
        {above === "" || why ? null : <span className="line-amounts">{above}</span>}
      </th>
      <td className="right figure wide">{why ? rollup.none : actualText(line, words)}</td>
      <td className="right figure wide">{why ? rollup.none : targetText(line, words)}</td>
      <td className="right figure wide">
        {reported}/{expected}
      </td>
      <td className="right figure" data-head={rollup.rate}>
        {rateText(line, words)}
      </td>
      <td className="right figure" data-head={rollup.gap}>
        {gapOf(line, words)}
      </td>
      <td>
        <Light light={light} text={lightText(line, words)} />
      </td>
    </tr>
  );
}
