/** Facts of the family X: what must agree within a table or between tables (勾稽). */
export interface CrossFacts {
  /** `label` is the total's row, `header` its column; `missing` is how many details are blank. */
  X01: {
    label: string;
    header: string;
    total: string;
    sum: string;
    difference: string;
    parts: number;
    missing: number;
  };
  X02: { total: string; sum: string; difference: string; parts: number };
  X03: { label: string; part: string; whole: string; of: string };
  /** `above` is the superior's figure, `below` the sum or the own figure of the units below. */
  X04: {
    kind: "target" | "actual";
    name: string;
    indicator: string;
    above: string;
    below: string;
    difference: string;
    /** True where `below` is the unit's own figure and no sum. */
    own: boolean;
  };
  X05:
    | { kind: "formula"; how: "sum" | "average"; formula: string; expected?: string }
    | { kind: "typed"; how: "sum" | "average"; value: string; expected?: string };
  /** `units` are some that the added figures are in, one of each kind. */
  X06: { value: string; units: readonly string[] };
}
