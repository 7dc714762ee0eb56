import type { Correction } from "@taizhang/sheet";
import { withCorrections } from "../state/corrections.ts";
import { checkWith } from "./check.ts";
import { keep } from "./keep.ts";
import { attempt, type Pane } from "./pane.ts";
import { rowsOfRef } from "./rows-of-ref.ts";

/** A header has no more rows than this. */
export const mostHeaderRows = 10;

/** Takes the selected rows as the header of the active sheet, kept in the file or for this time only (用选中行作表头). */
export const takeHeader = (pane: Pane, kept: boolean): Promise<boolean> =>
  attempt(pane, async () => {
    const { workbook, store } = pane;
    const { sheet, ref } = await workbook.selection();
    const headerRows = rowsOfRef(ref);
    if (!headerRows || headerRows[1] - headerRows[0] >= mostHeaderRows) {
      store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "noHeaderRows" } } });
      return;
    }
    const own: Correction = { sheet, headerRows };
    if (kept) await keep(pane, { what: "corrections", corrections: [own] }, { what: "kept" });
    else await checkWith(pane, withCorrections(store.get().corrections, [own]));
    const card = store.get().cards.find((one) => one.sheet === sheet);
    if (card && !card.isTargetSheet)
      store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "headerUnused" } } });
  });
