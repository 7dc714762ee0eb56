import { subjectOf, subjectsOfSheet } from "../../engine/corrections.ts";
import type { Keep } from "../../engine/protocol.ts";
import type { SheetCard } from "../../engine/sheet-card.ts";
import type { Said } from "../../state/notice.ts";
import type { Done } from "../../state/undo.ts";
import { HostFailure } from "../../workbook/failure.ts";
import type { CellWrite } from "../../workbook/workbook.ts";
import { checkWorkbook } from "../check/check.ts";
import { recheck } from "../check/recheck.ts";
import { addUndoably } from "../fix/added-sheets.ts";
import { nextId } from "../fix/write-cells.ts";
import { attempt, tell } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";

/** Keeps something in the workbook's sheet 台账设置, adding the sheet where there is none, and checks again (记住). */
export const keep = (pane: Pane, what: Keep, said: Said): Promise<boolean> =>
  attempt(pane, () => keepNow(pane, what, said), { waiting: { what: "settings" } });

/** So often is it tried to write a line where others write at the same time. */
const mostTries = 3;

const sheetsOf = (writes: readonly CellWrite[]): string[] => [...new Set(writes.map(({ sheet }) => sheet))];

/** What the undo names: 撤销：记下说明. */
const doneOf = ({ what }: Keep): Done["what"] =>
  what === "explanation" ? what : what === "corrections" || what === "automatic" ? "columns" : "settings";

/** The same as part of another act. A line is written whole or not at all, never into the middle of somebody else's. */
export async function keepNow(pane: Pane, what: Keep, said: Said, tries = mostTries): Promise<void> {
  const { workbook, engine, store } = pane;
  const kept = await engine.call("keep", { keep: what, lang: store.get().lang });
  if ("notOurs" in kept)
    return store.dispatch({
      do: "notice",
      notice: { kind: "said", text: { what: "notOurs", sheet: kept.notOurs } },
    });
  let checked = true;
  if ("sheet" in kept) {
    const here = await workbook.selection();
    await addUndoably(pane, doneOf(what), { layout: kept.sheet });
    // what was to be kept stands: where only this fails, the user sees the new sheet and no failure
    await workbook.select(here.sheet, here.ref).catch(() => {});
    checked = await recheckAll(pane, [kept.sheet.name]);
  } else {
    const { applied, skipped } = await workbook.write(kept.writes, { whole: true });
    // somebody else has just written there: the sheet is read again, and the line finds its place beside his
    if (skipped.length > 0) {
      if (tries > 1 && (await recheck(pane, sheetsOf(skipped.map(({ write }) => write)))))
        return keepNow(pane, what, said, tries - 1);
      throw new HostFailure("busy");
    }
    if (applied.length > 0)
      store.dispatch({
        do: "done",
        one: { id: nextId(), what: doneOf(what), cells: applied.length, writes: applied },
      });
    checked = await recheckAll(pane, sheetsOf(kept.writes));
  }
  store.dispatch({ do: "page", page: undefined });
  tell(pane, said, checked);
}

const recheckAll = (pane: Pane, sheets: readonly string[]): Promise<boolean> =>
  sheets.length > 0 ? recheck(pane, sheets) : checkWorkbook(pane);

/** Takes back what was said of the sheet's columns and header, here and in the file (恢复自动识别). */
export async function recogniseAutomatically(pane: Pane, { sheet, columns }: SheetCard): Promise<void> {
  const subjects = subjectsOfSheet(sheet, columns);
  const { corrections } = pane.store.get();
  const others = corrections.filter((one) => !subjects.includes(subjectOf(one)));
  pane.store.dispatch({ do: "set", state: { corrections: others } });
  await keep(pane, { what: "automatic", subjects }, { what: "automatic" });
}
