/** Facts of the family T: targets (目标). */
export interface TargetFacts {
  T01: { indicator: string; unit?: string };
  /** Two places that say opposite bounds: what each says; without `other`, a direction that nobody can read. */
  T02: { indicator: string; says: string; other?: string };
  T03: { text: string; from: string; to: string };
  T04: { stretch: string; target: string; direction: "up" | "down"; unit?: string };
  /** `rate` in percent; `expected` is base × (1 + rate), to the places of `value`. */
  T05: { kind: "target" | "actual"; value: string; base: string; rate: string; expected: string };
  T06: { sum: string; expected: string; parts: number };
  T07: { count: number; total: number };
  /** The field of a row that differs from what was assigned. */
  T08: {
    field: "task" | "target" | "unit" | "deadline" | "lead";
    found: string;
    expected: string;
    id?: string;
    /** It differs from last month's return, as there is no ledger. */
    since?: "last";
  };
  /** What a cell of 一票否决 says, from which nobody can tell whether it happened. */
  T09: { text: string };
}
