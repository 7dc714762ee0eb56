import type { Direction } from "@taizhang/model";
import type { Amount, Entry } from "../entry.ts";
import { directionBeside } from "../read/stated-direction.ts";
import { indicatorOf } from "./indicator-of.ts";

/**
 * Which way is better (方向): as the cell's bound says, else the row's column of directions, else the heading's bound, else
 * the indicator's name. `sure` is false where nothing says it and up is only the usual way.
 */
export function directionOf(entry: Entry, target: Amount): { direction: Direction; sure: boolean } {
  const stated = isOneSided(target.bound) ? undefined : directionBeside(entry);
  if (stated) return { direction: stated, sure: true };
  const bound = target.bound ?? entry.cells.get("target")?.column.bound;
  const { direction, evidence } = indicatorOf(entry, bound);
  return { direction, sure: !evidence.some(({ rule }) => rule === "default") };
}

const isOneSided = (bound: Amount["bound"]): boolean =>
  bound === "ge" || bound === "gt" || bound === "le" || bound === "lt";
