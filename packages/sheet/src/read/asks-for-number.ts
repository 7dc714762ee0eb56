import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { readAmount } from "./amount.ts";

/**
 * True for a row that asks for a number (定量); in one that does not (定性) a blank cell is not a missing report, and a
 * text in it tells of progress.
 */
export function asksForNumber(entry: Entry): boolean {
  const text = (field: Field) => entry.cells.get(field)?.text ?? "";
  const { status } = readAmount(entry.cells.get("target"), entry);
  return (
    status === "reported" ||
    status === "pending" ||
    (text("unit") !== "" && !/定性/.test(text("kind") + text("direction"))) ||
    entry.table.shape === "crossTab"
  );
}
