import type { RollUpCell } from "../roll-up-cell.ts";
import type { ExplainWords } from "./words.ts";

type Reason = keyof ExplainWords["completion"]["none"];

/** Why a cell has no rate (没有完成率的原因); undefined for one that concerns nobody. */
export function reasonWithoutRate(cell: RollUpCell): Reason | undefined {
  const { target, actual, direction, expected, reported, missing } = cell;
  if (expected === 0 && actual === null) return undefined;
  if (actual === null) return missing.length > 0 && reported === 0 ? "unreported" : "noFigure";
  if (target === null) return "noTarget";
  if (direction !== "up") return direction;
  return target === "0" || reported === expected ? "zero" : "partly";
}
