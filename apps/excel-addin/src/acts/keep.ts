import type { Keep } from "../engine/protocol.ts";
import type { SheetCard } from "../engine/sheet-card.ts";
import { subjectOf, subjectsOfSheet } from "../state/corrections.ts";
import type { FindingRow } from "../state/finding-rows.ts";
import type { Said } from "../state/notice.ts";
import { checkWorkbook } from "./check.ts";
import { nextId } from "./fix.ts";
import { attempt, type Pane, tell } from "./pane.ts";
import { recheck } from "./recheck.ts";

/** Keeps something in the workbook's sheet 台账设置, adding the sheet where there is none, and checks again (记住). */
export const keep = (pane: Pane, what: Keep, said: Said): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, engine, store } = pane;
      const kept = await engine.call("keep", { keep: what, lang: store.get().lang });
      let checked = true;
      if ("sheet" in kept) {
        const here = await workbook.selection();
        await workbook.addSheets([{ layout: kept.sheet }]);
        await workbook.select(here.sheet, here.ref);
        checked = await recheckAll(pane, [kept.sheet.name]);
      } else {
        const { applied } = await workbook.write(kept.writes);
        if (applied.length > 0)
          store.dispatch({
            do: "done",
            one: { id: nextId(), what: "settings", cells: applied.length, writes: applied },
          });
        checked = await recheckAll(pane, [...new Set(kept.writes.map(({ sheet }) => sheet))]);
      }
      store.dispatch({ do: "page", page: undefined });
      tell(pane, said, checked);
    },
    { waiting: { what: "settings" } },
  );

const recheckAll = (pane: Pane, sheets: readonly string[]): Promise<boolean> =>
  sheets.length > 0 ? recheck(pane, sheets) : checkWorkbook(pane);

/** The day by the user's own clock. */
const dayHere = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

const saidOf = { A: "released", B: "explained", C: "explained", D: "ignored" } as const;

/** Keeps what the user says of a finding: B and C are explained, D is ignored, A is released by name (说明). */
export const keepExplanation = (
  pane: Pane,
  row: FindingRow,
  reason: string,
  by: string,
): Promise<boolean> => {
  const day = dayHere(new Date(pane.now()));
  return keep(
    pane,
    { what: "explanation", finding: row.finding, reason, by, day },
    { what: saidOf[row.finding.severity] },
  );
};

/** Takes back what was said of the sheet's columns and header, here and in the file (恢复自动识别). */
export async function recogniseAutomatically(pane: Pane, { sheet, columns }: SheetCard): Promise<void> {
  const subjects = subjectsOfSheet(sheet, columns);
  const { corrections } = pane.store.get();
  const others = corrections.filter((one) => !subjects.includes(subjectOf(one)));
  pane.store.dispatch({ do: "set", state: { corrections: others } });
  await keep(pane, { what: "automatic", subjects }, { what: "automatic" });
}
