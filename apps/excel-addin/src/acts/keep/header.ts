import type { Correction } from "@taizhang/sheet";
import { withCorrections } from "../../engine/corrections.ts";
import { checkWith } from "../check/check.ts";
import { rowsOfRef } from "../check/rows-of-ref.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { keep } from "./keep.ts";

/** A header has no more rows than this. */
export const mostHeaderRows = 10;

/** Takes the selected rows as the header of the active sheet, kept in the file or for this time only (用选中行作表头). */
export async function takeHeader(pane: Pane, kept: boolean): Promise<boolean> {
  const { workbook, store } = pane;
  const say = (what: "noHeaderRows" | "headerUnused") =>
    store.dispatch({ do: "notice", notice: { kind: "said", text: { what } } });
  let done = false;
  await attempt(pane, async () => {
    const { sheet, ref } = await workbook.selection();
    const headerRows = rowsOfRef(ref);
    if (!headerRows || headerRows[1] - headerRows[0] >= mostHeaderRows) return say("noHeaderRows");
    const own: Correction = { sheet, headerRows };
    done = kept
      ? await keep(pane, { what: "corrections", corrections: [own] }, { what: "kept" })
      : await checkWith(pane, withCorrections(store.get().corrections, [own]));
    const { cards, notice } = store.get();
    const card = cards.find((one) => one.sheet === sheet);
    if (done && notice?.kind !== "failed" && card && !card.isTargetSheet) say("headerUnused");
  });
  return done;
}
