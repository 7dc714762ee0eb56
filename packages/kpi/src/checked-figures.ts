import type { Bound, Measure, ReturnState, Value } from "@taizhang/model";
import { parseDecimal } from "@taizhang/quantity";
import type { Standing } from "./facts.ts";

/** The words that a field of a figure may have. Typed code can write no other; JSON can. */
interface Words {
  readonly standing: Standing;
  readonly bound: Bound;
  readonly measure: Measure;
  readonly state: ReturnState;
  readonly "value.status": Value["status"];
}

const words: { readonly [Field in keyof Words]: Readonly<Record<Words[Field], true>> } = {
  standing: { ledger: true, own: true, superior: true, total: true },
  bound: { eq: true, ge: true, gt: true, le: true, lt: true, range: true, approx: true },
  measure: { cumulative: true, inPeriod: true, lastYear: true },
  state: { due: true, submitted: true, sentBack: true, resubmitted: true, reviewed: true, locked: true },
  "value.status": { reported: true, missing: true, notApplicable: true, unusable: true },
};

/**
 * Refuses a word that the field does not know (用词检查): a state 退回 for "sentBack" would let a returned figure count, and
 * a measure "cum" would drop one in silence. A RangeError that names the fact, the field and the words to choose from.
 */
export function checkWord(field: keyof Words, word: string | undefined, of: () => string): void {
  if (word === undefined ? field === "state" : Object.hasOwn(words[field], word)) return;
  const choice = Object.keys(words[field])
    .map((one) => `"${one}"`)
    .join(", ");
  throw new RangeError(
    `${of()}: ${field} ${word === undefined ? "is missing" : `"${word}" is unknown`}: write one of ${choice}`,
  );
}

/**
 * Refuses an amount that is no exact decimal as text (数值写法检查): "1,000", "12%" and a number are none, and read as 0
 * they would make a wrong total. A RangeError that names the fact, the field and what to write.
 */
export function checkAmount(amount: unknown, of: () => string, field: string): void {
  if (amount === undefined || (typeof amount === "string" && parseDecimal(amount) === amount)) return;
  const plain = `${amount}`.normalize("NFKC").replace(/[,，\s]/gu, "");
  const meant = parseDecimal(plain);
  const text = meant === undefined ? 'write it like "12.5"' : `write "${meant}" or decimal("${meant}")`;
  const shown = typeof amount === "string" ? `"${amount.slice(0, 40)}"` : String(amount);
  throw new RangeError(`${of()}: ${field} ${shown} is no exact decimal as text: ${text}`);
}

/** The same of a target's or a version's value, its far end, 力争 and nodes. */
export function checkAmounts(
  target: {
    readonly value?: unknown;
    readonly valueMax?: unknown;
    readonly stretch?: unknown;
    readonly nodes?: readonly { readonly value: unknown }[];
  },
  of: () => string,
  prefix: string,
): void {
  checkAmount(target.value, of, `${prefix}value`);
  checkAmount(target.valueMax, of, `${prefix}valueMax`);
  checkAmount(target.stretch, of, `${prefix}stretch`);
  for (const { value } of target.nodes ?? []) checkAmount(value, of, `${prefix}nodes.value`);
}
