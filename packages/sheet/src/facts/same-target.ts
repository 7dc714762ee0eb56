import { compare, convert, shift } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import { unitOfAmount } from "./amounts.ts";

/** It has the ledger's target, in whatever unit, or none: what somebody has of it is another target (同一目标). */
export function isSameTarget(entry: Entry, row: Entry): boolean {
  const [own, sent] = [entry, row].map((one) => one.cells.get("target")?.text ?? "");
  if (own === "" || own === sent) return true;
  const [is, was] = [entry, row].map((one) => {
    const amount = readAmount(one.cells.get("target"), one);
    const { unit, power } = unitOfAmount(amount, one, row);
    return amount.amount === undefined ? undefined : { unit, value: shift(amount.amount, power) };
  });
  return is && was ? compare(convert(is.value, is.unit, was.unit) ?? is.value, was.value) === 0 : false;
}
