import { attempt } from "./attempt.ts";
import type { Pane } from "./pane.ts";

/** Selects a finding's cell in the sheet; the keyboard stays in the pane (定位). */
export function goTo(
  pane: Pane,
  { sheet, ref }: { readonly sheet: string; readonly ref: string },
): Promise<boolean> {
  const own = ++lastGo;
  const there = pane.store.get().outline?.sheets.find(({ name }) => name === sheet);
  if (there && there.visibility !== "visible") {
    const what = there.visibility === "veryHidden" ? "sheetVeryHidden" : "sheetHidden";
    pane.store.dispatch({ do: "notice", notice: { kind: "said", text: { what, sheet } } });
    return Promise.resolve(false);
  }
  // while a cell is being edited only the place wanted last is gone to afterwards
  return attempt(
    pane,
    async () => {
      const { hidden } = await pane.workbook.select(sheet, ref);
      pane.store.dispatch({ do: "hidden", at: hidden && { sheet, ref, what: hidden } });
    },
    { isWanted: () => own === lastGo },
  );
}

let lastGo = 0;
