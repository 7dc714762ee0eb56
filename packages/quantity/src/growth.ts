import { add, multiply, subtract } from "./arithmetic.ts";
import { type Decimal, decimal, shift } from "./decimal.ts";
import type { Quantity } from "./quantity.ts";

/** What `growthFactor` needs of a quantity. */
export type Change = Pick<Quantity, "value" | "valueMax" | "unit" | "power" | "change">;

/**
 * How many times the base a change makes of it (增减倍数): 1.13 for 增长13%, 2.5 for 增长1.5倍, 1.5 for 1.5倍 alone, 4 for 翻两番, 0.8
 * for 下降2成. Undefined for anything else: points, amounts, ranges, and a fall by one time or more, which nothing can make.
 * @example growthFactor({ value: decimal("2"), unit: "番", power: 0, change: "up" }) // "4"
 */
export function growthFactor({ value, valueMax, unit, power, change }: Change): Decimal | undefined {
  if (valueMax !== undefined || power !== 0) return undefined;
  if (unit === "番") return change === "up" ? doubled(value) : undefined;
  const share =
    unit === "%" ? shift(value, -2) : unit === "成" ? shift(value, -1) : unit === "倍" ? value : undefined;
  if (share === undefined) return undefined;
  if (change === "up") return add(whole, share);
  if (change === "down") {
    const rest = subtract(whole, share);
    return rest.startsWith("-") || rest === "0" ? undefined : rest;
  }
  return unit === "倍" ? share : undefined;
}

const whole = decimal("1");
const most = 20;

/** 番 doubles; a broken 番 is no finite decimal. */
function doubled(times: Decimal): Decimal | undefined {
  if (!/^\d{1,2}$/.test(times) || Number(times) > most) return undefined;
  let factor = whole;
  for (let at = 0; at < Number(times); at++) factor = multiply(factor, decimal("2"));
  return factor;
}
