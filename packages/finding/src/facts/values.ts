/** Facts of the family V: what a single value says (数值). Amounts are decimal strings. */
export interface ValueFacts {
  /** `or`: the other way to read (500), where nothing says which is meant. */
  V01: { text: string; reads: string; or?: string };
  /** `sheetUnit` is the unit that the row or the column states, where there is one. */
  V02: { text: string; amount: string; unit: string; sheetUnit?: string };
  V03:
    | { kind: "missing"; indicator: string; expected?: string }
    | { kind: "missingAll"; count: number; noted?: string }
    | { kind: "differs"; indicator: string; unit: string; expected: string }
    | { kind: "name"; indicator: string; unit: string; expected: string; by: "printed" | "nature" };
  /** `times` is how much greater the one is than the other, about: 10000 or 100000000. */
  V04: {
    value: string;
    other: string;
    otherKind: "target" | "lastYear" | "lastCumulative";
    unit?: string;
    /** The other's unit where it is another: 3.5万公里 beside 2.8公里. */
    otherUnit?: string;
    times: string;
    /** The units of money that seem to be mixed up: 亿元与万元. */
    mixed?: string;
  };
  /** `expected` is the value in the scale of its column, where recomputing proves it. */
  V05: {
    value: string;
    scale: "percent" | "fraction";
    expected?: string;
    /** `growth`: from the figures of this year and the last; `others`: from what other orgs wrote of the indicator. */
    basis: "recomputed" | "growth" | "column" | "header" | "others";
  };
  V06: { value: string; unit: string; indicator: string };
  V07: { kind: "negative" | "share"; value: string; unit?: string; indicator: string };
  /** `reads` where what stands beside the year is a number of its own. */
  V08: { value: string; year: string; reads?: string };
  /** What a web page or a converter has added or changed: an example, and in how many places. */
  V09: { kind: "stray" | "traditional" | "gloss"; text: string; count: number };
  /**
   * Why a cell of figures done is not one exact number: 30-40, 约50, 一半, 50以上, 12所（在建3所）, 2O5, 3/5, words, or a day; or one
   * number in a cell that is merged over several rows. Of a target, why it is none at all: 10+2, 2O5, 每月1次.
   */
  V10:
    | {
        kind:
          | "range"
          | "about"
          | "fraction"
          | "bound"
          | "several"
          | "letter"
          | "unclear"
          | "each"
          | "words"
          | "day";
        text: string;
      }
    | { kind: "merged"; text: string; rows: number };
}
