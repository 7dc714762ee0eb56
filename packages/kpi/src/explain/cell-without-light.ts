import type { RollUpCell } from "../roll-up-cell.ts";
import type { ExplainWords } from "./words.ts";

/** Why a cell shows none of the three colours (没有亮绿、黄、红灯的原因); undefined where it does, or concerns nobody. */
export function reasonWithoutLight(cell: RollUpCell): keyof ExplainWords["light"]["none"] | undefined {
  const { light, actual, atLeast, pace } = cell;
  if (light === "pending") return "pending";
  if (light === "notDue") return pace !== null && Number(pace) === 0 ? "notBegun" : "byTheEnd";
  if (light !== "unreported") return undefined;
  return atLeast ? "atLeast" : actual === null ? "unreported" : "partly";
}
