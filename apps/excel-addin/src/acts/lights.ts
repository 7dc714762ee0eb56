import type { Pane } from "./pane.ts";

/** Counts the lights of the active sheet for its card (灯). */
export async function showLights({ engine, store }: Pane): Promise<void> {
  const { active, cards } = store.get();
  if (!cards.some(({ sheet, isTargetSheet }) => sheet === active && isTargetSheet)) return;
  const lights = await engine.call("lights", { sheet: active });
  store.dispatch({ do: "set", state: { lights: { sheet: active, ...lights } } });
}
