import { parseQuantity } from "@taizhang/quantity";
import type { Amount } from "../entry.ts";

/** A source and its amount: 中央财政200万元. */
const part = /^([^\d。]{2,14}?)[:：]?(\d[\d,.]*\s*(?:万|亿|千)?元)$/;

/**
 * The amounts of the sources that a text tells (资金来源各项): undefined where one of them has no amount (其余自筹), or
 * there are fewer than two, because then they say nothing of the total.
 * @example fundingInText("中央200万元，省级300万元").map(({ amount }) => amount) // ["200", "300"]
 */
export function fundingInText(text: string): Amount[] | undefined {
  // 总投资6129万元，年计划投资4529万元 tells how much by when, and no sources.
  if (/投资|计划|其中|已|完成/.test(text)) return undefined;
  const parts = text
    .trim()
    .replace(/[。；;，]$/, "")
    .split(/[，；;、\n+＋]|,(?!\d{3}(?!\d))/);
  if (parts.length < 2) return undefined;
  const amounts: Amount[] = [];
  for (const one of parts) {
    const told = part.exec(one.replace(/\s+/g, ""))?.[2];
    const found = told === undefined ? undefined : parseQuantity(told).value;
    if (found?.value === undefined || found.bound !== "eq") return undefined;
    const { value, unit, power } = found;
    amounts.push({ status: "reported", amount: value, unit, power, places: 0, marks: [] });
  }
  return amounts;
}
