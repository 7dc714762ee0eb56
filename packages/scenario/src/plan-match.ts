/** When two readings of a plan say the same: the rules by which `plan-score` matches entries. */

/** An entry as the gold or a parser gives it; both are read with the same tolerance. */
export interface Entry {
  readonly value?: unknown;
  readonly valueMax?: unknown;
  readonly unit?: unknown;
  readonly bound?: unknown;
  readonly per?: unknown;
  readonly due?: unknown;
  readonly date?: unknown;
  readonly amount?: unknown;
  readonly raw?: unknown;
  readonly optional?: unknown;
  readonly alternatives?: unknown;
}

/** Writes a text in simplified characters, character by character. */
export type Fold = (text: string) => string;

export type Same = (gold: Entry, predicted: Entry) => boolean;

export const textOf = (x: unknown): string => (x === undefined || x === null ? "" : String(x));
export const listOf = (x: unknown): unknown[] =>
  Array.isArray(x)
    ? x.filter((one) => one !== null && one !== undefined)
    : x === undefined || x === null || x === ""
      ? []
      : [x];
export const entriesOf = (x: unknown): Entry[] =>
  listOf(x).filter((one): one is Entry => typeof one === "object");

const compact = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

function amountOf(x: unknown): number | null {
  if (typeof x === "number") return Number.isFinite(x) ? x : null;
  const digits = compact(textOf(x)).replaceAll(",", "").replace(/%$/, "");
  const amount = digits === "" ? Number.NaN : Number(digits);
  return Number.isFinite(amount) ? amount : null;
}

const close = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));

/** One spelling a unit. */
function unitOf(x: unknown, fold: Fold): string {
  const unit = fold(compact(textOf(x)))
    .replace(/^(?:percent|百分比|百分之)$/i, "%")
    .replace(/人民币|\(人民币\)/g, "")
    .replace(/(?:m2|m\^2|平米|平方公尺)$/i, "平方米");
  if (/^(?:百分点|pp|percentagepoints?)$/i.test(unit)) return "个百分点";
  if (/^(?:yuan|cny|rmb)$/i.test(unit)) return "元";
  return /^usd$/i.test(unit) ? "美元" : unit;
}

const powers = [
  ["万亿", 1e12],
  ["亿", 1e8],
  ["千万", 1e7],
  ["百万", 1e6],
  ["万", 1e4],
  ["千", 1e3],
] as const;
const sameMeasure: Readonly<Record<string, string>> = {
  名: "人",
  位: "人",
  个人: "人",
  周岁: "岁",
  月: "个月",
};

/** An amount in the unit without its power: 1.2 万人 is 12000 人. */
function scaled(x: unknown, unit: unknown, fold: Fold): [number | null, string] {
  const amount = amountOf(x);
  const printed = unitOf(unit, fold);
  const [word, factor] = powers.find(([power]) => printed.startsWith(power)) ?? ["", 1];
  const measure = printed.slice(word.length);
  return [amount === null ? null : amount * factor, sameMeasure[measure] ?? measure];
}

const bounds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["", "=", "==", "exact"].map((word) => [word, "eq"])),
  ...Object.fromEntries(["gt", ">", ">=", "≥", "gte", "min", "at_least"].map((word) => [word, "ge"])),
  ...Object.fromEntries(["lt", "<", "<=", "≤", "lte", "max", "at_most"].map((word) => [word, "le"])),
  ...Object.fromEntries(["about", "~"].map((word) => [word, "approx"])),
  between: "range",
};
const boundOf = (x: unknown) => {
  const word = textOf(x).trim().toLowerCase();
  return bounds[word] ?? word;
};

/** The gold entry and each other reading of it. An alternative value drops the range's upper end. */
const readings = (gold: Entry): Entry[] => [
  gold,
  ...entriesOf(gold.alternatives).map((other) => ({
    ...gold,
    valueMax: "value" in other && !("valueMax" in other) ? null : gold.valueMax,
    ...other,
  })),
];

/** A due date as a day; a month or a year stands for its last day. */
function dueOf(x: unknown): string {
  const due = textOf(x).trim();
  const month = /^(\d{4}|-)-(\d\d)$/.exec(due);
  if (month) {
    const [, year = "", number = ""] = month;
    const last = new Date(Date.UTC(Number(year) || 2001, Number(number), 0)).getUTCDate();
    return `${year}-${number}-${String(last).padStart(2, "0")}`;
  }
  if (/^\d{4}$/.test(due)) return `${due}-12-31`;
  return /^\d\d-\d\d$/.test(due) ? `--${due}` : due.slice(0, 10);
}
const monthDay = (x: unknown) => {
  const due = dueOf(x);
  return due.startsWith("---") ? due : due.replace(/^(?:\d{4}|-)-/, "--");
};
const duesOf = (gold: Entry) => [
  gold.due,
  ...listOf(gold.alternatives).map((other) => (typeof other === "object" ? (other as Entry).due : other)),
];

/** Every rule of sameness, over one way to fold traditional characters. */
export function matchers(fold: Fold) {
  const perOf = (x: unknown) =>
    fold(textOf(x))
      .replace(/[每\s]/g, "")
      .replace(/[/・.]/g, "·");
  const sameNumber = (reading: Entry, one: Entry) =>
    close(amountOf(reading.value), amountOf(one.value)) &&
    unitOf(reading.unit, fold) === unitOf(one.unit, fold);
  const sameMax = (reading: Entry, one: Entry) => close(amountOf(reading.valueMax), amountOf(one.valueMax));
  const scaledAlike = (a: [number | null, string], b: [number | null, string]) =>
    close(a[0], b[0]) && a[1] === b[1];
  const paid = (one: Entry) => one.amount ?? one.value;

  const value: Same = (gold, one) =>
    readings(gold).some(
      (reading) =>
        sameNumber(reading, one) &&
        ((reading.valueMax ?? null) === null || (one.valueMax ?? null) === null || sameMax(reading, one)),
    );
  const valueAndBound: Same = (gold, one) =>
    readings(gold).some(
      (reading) =>
        sameNumber(reading, one) &&
        boundOf(reading.bound) === boundOf(one.bound) &&
        (boundOf(reading.bound) !== "range" || sameMax(reading, one)),
    );
  return {
    value,
    valueAndBound,
    valueBoundAndPer: ((gold, one) => valueAndBound(gold, one) && perOf(gold.per) === perOf(one.per)) as Same,
    valueScaled: ((gold, one) =>
      readings(gold).some((reading) =>
        scaledAlike(scaled(reading.value, reading.unit, fold), scaled(one.value, one.unit, fold)),
      )) as Same,
    due: ((gold, one) => duesOf(gold).some((due) => dueOf(due) === dueOf(one.due ?? one.date))) as Same,
    monthDay: ((gold, one) =>
      duesOf(gold).some((due) => monthDay(due) === monthDay(one.due ?? one.date))) as Same,
    amount: ((gold, one) =>
      close(amountOf(gold.amount), amountOf(paid(one))) &&
      unitOf(gold.unit, fold) === unitOf(one.unit, fold)) as Same,
    amountScaled: ((gold, one) =>
      scaledAlike(scaled(gold.amount, gold.unit, fold), scaled(paid(one), one.unit, fold))) as Same,
  };
}
