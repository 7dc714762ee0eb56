import { light, pace } from "@taizhang/kpi";
import { isPeriod } from "@taizhang/model";
import { type Decimal, divide, round, shift, subtract } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import type { Parameters } from "../settings/settings.ts";
import { amountIn, inOneUnit } from "./amounts.ts";
import { directionOf } from "./direction.ts";
import { indicatorOf } from "./indicator-of.ts";
import { dateIn } from "./read-date.ts";
import { type TableView, valueIn } from "./subject.ts";

/** How far a row is behind its pace, both in percent (滞后幅度). */
export interface Lag {
  readonly rate: Decimal;
  readonly points: Decimal;
}

/**
 * The lag of a row whose light is red (红灯): a flow that should grow, cumulative, of a month of its own window. Undefined
 * where the row is not that late, and where nobody can say: stocks, rates, ceilings, ranges, nodes, unreadable dates.
 */
export function redLag(
  view: TableView,
  entry: Entry,
  { light: preset, pace: by }: Parameters,
): Lag | undefined {
  const { period } = view;
  if (period === undefined || !/^\d{4}-\d\d$/.test(period) || !isPeriod(period)) return undefined;
  if (plainlyDone(view, entry) || view.has("node") || !view.has("actualCumulative")) return undefined;
  const [target, actual] = [amountIn(entry, "target"), amountIn(entry, "actualCumulative")];
  if (target.status !== "reported" || actual.status !== "reported") return undefined;
  if (target.amountMax !== undefined || target.bound === "approx") return undefined;
  const { accounting, acrossTime } = indicatorOf(entry);
  if (accounting !== "flow" || acrossTime !== "sum") return undefined;
  if (directionOf(entry, target).direction !== "up") return undefined;
  const both = inOneUnit(actual, target);
  if (!both || both[1] === "0" || both[1].startsWith("-") || both[0].startsWith("-")) return undefined;
  const [start, due] = [dateIn(view, entry.cells.get("start")), dateIn(view, entry.cells.get("deadline"))];
  if ([start, due].some((date) => date && date.kind !== "date")) return undefined;
  const rate = divide(both[0], both[1], 6);
  const elapsed = pace({
    period,
    ...(start?.kind === "date" ? { start: start.from } : {}),
    ...(due?.kind === "date" ? { deadline: due.due } : {}),
    ...(by ? { by } : {}),
  });
  if (rate === undefined || elapsed === undefined) return undefined;
  if (light({ pace: elapsed, rate }, preset) !== "red") return undefined;
  return {
    rate: round(shift(rate, 2), 1),
    points: round(shift(subtract(elapsed, rate), 2), 1),
  };
}

/** Bare numbers that reach the target: nothing exact is needed. */
function plainlyDone(view: TableView, entry: Entry): boolean {
  const [target, actual] = [valueIn(view, entry, "target"), valueIn(view, entry, "actualCumulative")];
  return typeof target === "number" && typeof actual === "number" && target > 0 && actual >= target;
}
