import { groupDigits } from "@taizhang/quantity";
import type { Preview } from "../engine/protocol.ts";
import { usePane } from "../screens/use-pane.ts";

/** The sums that edited cells move, before and after (合计变化). */
export function Totals({ totals }: { readonly totals: Preview["totals"] }) {
  const { words } = usePane();
  return totals.slice(0, 4).map(({ sheet, ref, before, after }) => (
    <p key={`${sheet}!${ref}`} className="total-moved">
      {words.detail.total(ref)} <span className="figure">{groupDigits(before)}</span> →{" "}
      <span className="figure">{groupDigits(after)}</span>
    </p>
  ));
}
