import type { Pane } from "../pane/pane.ts";
import { checkFormatsAgain } from "./formats.ts";
import { findUnlocked } from "./unlocked.ts";

/** What the card and the list say of the active sheet after each check: its lights, and what is open to changes (灯). */
export async function showLights(pane: Pane): Promise<void> {
  const { engine, store } = pane;
  const { active, cards } = store.get();
  void findUnlocked(pane);
  void checkFormatsAgain(pane);
  if (!cards.some(({ sheet, isTargetSheet }) => sheet === active && isTargetSheet)) return;
  const lights = await engine.call("lights", { sheet: active });
  store.dispatch({ do: "set", state: { lights: { sheet: active, ...lights } } });
}
