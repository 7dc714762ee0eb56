import type { Pane } from "./pane.ts";

/** Milliseconds between two tries to reach the spreadsheet. */
const between = 2_000;

const running = new WeakMap<Pane["store"], Promise<void>>();

/** Asks again and again until the spreadsheet answers, or at once when the user wants it (重新连接). */
export function reconnect(pane: Pane): Promise<void> {
  const known = running.get(pane.store);
  if (known) return known;
  const trying = tryAgain(pane).finally(() => running.delete(pane.store));
  running.set(pane.store, trying);
  return trying;
}

async function tryAgain(pane: Pane): Promise<void> {
  const { store, workbook, wait } = pane;
  let back = false;
  let wake: () => void = () => {};
  const woken = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const reach = async () => {
    await workbook.ping().then(
      () => {
        back = true;
      },
      () => {}, // still no answer
    );
    wake();
  };
  store.dispatch({ do: "contact", contact: { again: () => void (wait ? reach() : reconnect(pane)) } });
  while (!back) {
    const answered = woken();
    void reach();
    await answered;
    if (back) break;
    if (!wait) return; // nobody to wait with: the user asks again
    await Promise.race([wait(between), woken()]);
  }
  came(pane);
}

/** The spreadsheet answers again; what was written or not stays said. */
function came({ store }: Pane): void {
  store.dispatch({ do: "contact", contact: undefined });
  const { notice } = store.get();
  if (notice?.kind === "failed" && notice.why === "lost")
    store.dispatch({ do: "notice", notice: { ...notice, back: true } });
  else if (notice?.kind !== "failed")
    store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "back" } } });
}
