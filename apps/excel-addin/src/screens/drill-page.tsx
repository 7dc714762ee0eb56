import { compare, decimal } from "@taizhang/quantity";
import { middle } from "../engine/middle.ts";
import type { SourceLine } from "../engine/roll-up-card.ts";
import { amountText, percentText, signedText } from "../parts/figures.ts";
import { actualText, isRounding, isUncalculated, lineName, targetText } from "../parts/line-text.ts";
import { PlaceButton } from "../parts/place-button.tsx";
import { usePane } from "../parts/use-pane.ts";
import type { RollUpPage } from "../state/roll-up.ts";
import { PageFrame } from "./page-frame.tsx";

/** The cells that a figure was made from, the superior's own figure beside their sum, and who is missing (查来源). */
export function DrillPage({
  page: { line, sources },
}: {
  readonly page: Extract<RollUpPage, { kind: "drill" }>;
}) {
  const { state, words } = usePane();
  const { drill, rollup } = words;
  const { actual, unit, completion, atLeast, parentReported, difference, missing, notes } = line;
  const rate =
    completion === null
      ? ""
      : atLeast
        ? rollup.atLeast(`${percentText(completion)}%`)
        : `${percentText(completion)}%`;
  const actuals = sources.filter(({ kind }) => kind === "actual");
  const unread = actuals.filter(({ state }) => state === "unusable");
  const above = sources.filter(({ kind }) => kind === "parent");
  const targets = sources.filter(({ kind }) => kind === "target");
  return (
    <PageFrame title={`${lineName(line, words)} ${line.indicator}`} beside={rate}>
      <p>
        {drill.cumulative(actualText(line, words), targetText(line, words), unit)}
        {rate === "" ? "" : ` = ${rate}`}
      </p>
      {parentReported === null ? null : (
        <p>
          {drill.parent(amountText(parentReported), actual === null ? rollup.none : amountText(actual))}{" "}
          {difference === null ? null : compare(difference, decimal("0")) === 0 ? (
            drill.equal
          ) : isRounding(line) ? (
            drill.within(signedText(difference))
          ) : (
            <strong>{drill.differs(signedText(difference))}</strong>
          )}
        </p>
      )}
      <Places places={above} />
      {actuals.length > 0 ? <p>{drill.from(actuals.length)}</p> : null}
      <Places places={actuals} />
      {targets.length > 0 ? <p>{drill.targets}</p> : null}
      <Places places={targets} />
      {isUncalculated(line) ? (
        <p>{drill.unread([...new Set(unread.map(({ org }) => org))].join(words.comma))}</p>
      ) : null}
      {missing.length > 0 ? <p>{drill.missing(missing.join(words.comma))}</p> : null}
      {notes.length > 0 ? (
        <>
          <p>{drill.notes}</p>
          <ul className="left-alone">
            {notes.map(({ said }) => (
              <li key={said[state.lang]}>{said[state.lang]}</li>
            ))}
          </ul>
        </>
      ) : null}
    </PageFrame>
  );
}

/** What stands in the place of an amount. */
const noAmount = {
  missing: "notReported",
  notApplicable: "notApplicable",
  unusable: "uncalculated",
  reported: "none",
  other: "none",
} as const;

function Places({ places }: { readonly places: readonly SourceLine[] }) {
  const {
    state: { outline },
    words,
  } = usePane();
  const own = outline?.file;
  if (places.length === 0) return null;
  return (
    <ul className="plain">
      {places.map((place) => {
        const { file, sheet, ref, org, amount, state } = place;
        const inside = file === own;
        return (
          <li key={`${file}!${sheet}!${ref}`} className="place">
            <span className="place-name" title={`${file} ${sheet} ${ref}`}>
              {inside ? middle(sheet, 14) : middle(file, 18)} {inside ? ref : `${middle(sheet, 10)} ${ref}`}
              <span className="faint"> {org}</span>
            </span>
            <span className="figure right">
              {amount === null ? words.rollup[noAmount[state]] : amountText(amount)}
            </span>
            <PlaceButton place={place} />
          </li>
        );
      })}
    </ul>
  );
}
