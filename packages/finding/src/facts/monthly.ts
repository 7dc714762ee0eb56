/** Facts of the family M: the monthly return against itself and the month before (月报). */
export interface MonthlyFacts {
  M01:
    | { kind: "sum"; found: string; last: string; period: string; expected: string }
    | { kind: "months"; found: string; months: number; expected: string }
    | { kind: "falls"; found: string; last: string }
    | { kind: "lastDiffers"; found: string; last: string };
  /** Rates in the scale of the cell, for example "187.9" or "1.879". */
  /** `parts`: a rate beside its own denominator (`target`) and numerator (`actual`). */
  M02: { value: string; expected: string; target: string; actual: string; kind?: "parts" };
  /** `rate` as a percentage without the sign; `done` is what the status says. */
  M03: { status: string; rate: string; done: boolean };
  /** A figure that is blank, a return in which all are, or an org of which no return came at all, with the number of its tasks. */
  M04:
    | { kind: "figure"; indicator: string; target: string; unit?: string }
    | { kind: "form"; org: string; rows: number; period: string }
    | { kind: "org"; org: string; tasks: number; period?: string };
  M05: { kind: "text"; text: string } | { kind: "amount"; value: string };
  /** The state as printed; absent where it is the light of the figures that says so. */
  M06: { status?: string };
  M07: { status: string };
}
