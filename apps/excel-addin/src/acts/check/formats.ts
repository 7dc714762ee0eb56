import { recheckedRows, rowsOf } from "../../state/finding-rows.ts";
import type { Pane } from "../pane/pane.ts";

/** Checks numbers and dates of a sheet that is no target sheet, as the user asked (只查数字和日期格式). */
export async function checkFormats({ engine, store }: Pane): Promise<void> {
  const { active } = store.get();
  const rows = rowsOf(await engine.call("formats", { sheet: active }), []);
  store.dispatch({ do: "set", state: { formats: { sheet: active, rows } } });
}

/** Looks again after a check: what was mended is ticked in place, what is new stands at the end. */
export async function checkFormatsAgain({ engine, store }: Pane): Promise<void> {
  const { formats } = store.get();
  if (!formats) return;
  const found = rowsOf(await engine.call("formats", { sheet: formats.sheet }), []);
  const { rows, fresh } = recheckedRows(formats.rows, found);
  store.dispatch({ do: "set", state: { formats: { sheet: formats.sheet, rows: [...rows, ...fresh] } } });
}
