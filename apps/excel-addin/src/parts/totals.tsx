import { groupDigits } from "@taizhang/quantity";
import type { TotalMoved } from "../engine/protocol.ts";
import { usePane } from "./use-pane.ts";

const mostShown = 4;

/** The formulas that follow edited cells: sums before and after, the others by their place (合计变化). */
export function Totals({ totals }: { readonly totals: readonly TotalMoved[] }) {
  const { state, words } = usePane();
  const name = ({ sheet, ref }: TotalMoved) => (sheet === state.active ? ref : `${sheet}!${ref}`);
  const known = totals.flatMap((total) =>
    total.before === undefined || total.after === undefined
      ? []
      : [{ name: name(total), before: total.before, after: total.after }],
  );
  const unknown = totals.filter(({ after }) => after === undefined);
  return (
    <>
      {known.slice(0, mostShown).map((total) => (
        <p key={total.name} className="total-moved">
          {words.detail.total(total.name)} <span className="figure">{minus(groupDigits(total.before))}</span>{" "}
          → <span className="figure">{minus(groupDigits(total.after))}</span>
        </p>
      ))}
      {known.length > mostShown ? (
        <p className="faint">{words.detail.moreTotals(known.length - mostShown)}</p>
      ) : null}
      {unknown.length > 0 ? (
        <p className="faint">
          {words.detail.unknownTotals(
            unknown.slice(0, mostShown).map(name).join(words.comma),
            unknown.length,
            unknown.length > mostShown,
          )}
        </p>
      ) : null}
    </>
  );
}

const minus = (text: string): string => text.replace(/^-/, "−");
