import type { Direction } from "@taizhang/model";
import type { Amount, Entry } from "../entry.ts";
import { indicatorOf } from "./indicator-of.ts";
import { textIn } from "./subject.ts";

const up = /^(?:[≥>＞]=?|不低于|不少于|以上|正向|正|越高越好|大于等于|上升)$/;
const down = /^(?:[≤<＜]=?|不高于|不超过|以内|以下|逆向|负向|反向|逆|越低越好|小于等于|下降)$/;

/** The direction that the row's own column of directions states (目标方向). */
export function statedDirection(entry: Entry): Direction | undefined {
  const says = textIn(entry, "direction");
  if (says === "") return undefined;
  if (up.test(says)) return "up";
  if (down.test(says)) return "down";
  return /区间|适度/.test(says) ? "within" : undefined;
}

/**
 * Which way is better (方向): as the row's column of directions says, else the heading's or the cell's bound, else the
 * indicator's name. `sure` is false where nothing says it and up is only the usual way.
 */
export function directionOf(entry: Entry, target: Amount): { direction: Direction; sure: boolean } {
  const stated = statedDirection(entry);
  if (stated) return { direction: stated, sure: true };
  const bound = target.bound ?? entry.cells.get("target")?.column.bound;
  const { direction, evidence } = indicatorOf(entry, bound);
  return { direction, sure: !evidence.some(({ rule }) => rule === "default") };
}
