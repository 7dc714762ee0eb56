import type { FindingRow } from "../../state/finding-rows.ts";
import { readAgain } from "../check/recheck.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { keepNow } from "./keep.ts";

/** Opens the page on which a finding is explained, and remembers what stood there then (说明). */
export async function startExplaining(pane: Pane, row: FindingRow): Promise<void> {
  const known = await pane.engine.call("known", { finding: row.finding });
  pane.store.dispatch({ do: "page", page: { kind: "explain", row, known } });
}

/** The day by the user's own clock. */
const dayHere = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

const saidOf = { A: "released", B: "explained", C: "explained", D: "ignored" } as const;

/**
 * Keeps what the user says of a finding: B and C are explained, D is ignored, A is released by name (说明). What stands in
 * the cell is looked at once more: where it has changed since the page was opened, nothing is kept.
 */
export const keepExplanation = (
  pane: Pane,
  row: FindingRow,
  reason: string,
  by: string,
): Promise<boolean> => {
  const day = dayHere(new Date(pane.now()));
  const { page } = pane.store.get();
  const known = page?.kind === "explain" && page.row.id === row.id ? page.known : undefined;
  return attempt(
    pane,
    async () => {
      if (known !== undefined && (await changedSince(pane, row, known))) return;
      const { finding } = row;
      await keepNow(
        pane,
        { what: "explanation", finding, reason, by, day },
        { what: saidOf[finding.severity] },
      );
    },
    { waiting: { what: "settings" } },
  );
};

/** True where the finding is another one by now or is gone; the user is told, and shown how it stands. */
async function changedSince(pane: Pane, row: FindingRow, known: string): Promise<boolean> {
  const { engine, store } = pane;
  if (row.ref !== "") await readAgain(pane, [row]);
  const now = store.get().rows.find(({ id }) => id === row.id);
  if (!now || now.mended) {
    store.dispatch({ do: "page", page: undefined });
    store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "mendedMeanwhile" } } });
    return true;
  }
  const knownNow = await engine.call("known", { finding: now.finding });
  if (knownNow === known) return false;
  store.dispatch({ do: "page", page: { kind: "explain", row: now, known: knownNow, changed: true } });
  return true;
}
