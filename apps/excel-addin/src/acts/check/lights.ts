import type { Pane } from "../pane/pane.ts";
import { checkFormatsAgain } from "./formats.ts";
import { findUnlocked } from "./unlocked.ts";

/** What the card and the list say of the active sheet after each check: its lights, and what is open to changes (灯). */
export async function showLights(pane: Pane): Promise<void> {
  const { engine, store } = pane;
  const { active, cards } = store.get();
  void findUnlocked(pane);
  void checkFormatsAgain(pane).catch(() => {}); // what was found before stays
  void countTasks(pane);
  if (!cards.some(({ sheet, isTargetSheet }) => sheet === active && isTargetSheet)) return;
  const lights = await engine.call("lights", { sheet: active }).catch(() => undefined);
  if (lights) store.dispatch({ do: "set", state: { lights: { sheet: active, ...lights } } });
}

/** How many tasks each sheet has: counted once the first check is shown, which waits for no count (数任务). */
async function countTasks({ engine, store }: Pane): Promise<void> {
  if (store.get().cards.every(({ isTargetSheet, tasks }) => !isTargetSheet || tasks !== undefined)) return;
  // what counts comes late: where it does not come, the next check or sheet asks again
  const counted = await engine.call("counts", null).catch(() => []);
  const counts = new Map(counted.map((one) => [one.sheet, one]));
  const cards = store.get().cards.map((card) => ({ ...card, ...counts.get(card.sheet) }));
  store.dispatch({ do: "set", state: { cards } });
}
