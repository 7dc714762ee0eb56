import type { Period } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import type { LineAmounts } from "./cell-amounts.ts";
import type { ChosenTarget } from "./chosen-target.ts";
import type { Coverage } from "./coverage.ts";
import type { Fraction } from "./fraction.ts";
import type { Light, LightRule } from "./light.ts";
import type { PaceBy, PaceInput } from "./pace.ts";
import type { Quotient, RateCheck } from "./quotient.ts";
import type { Reading } from "./reading.ts";
import type { Part, ReadOptions } from "./said.ts";
import type { Scaled } from "./scaled.ts";
import type { Series } from "./series.ts";
import type { TotalUnit } from "./total-unit.ts";

/** What is the same for all cells of one period. */
export interface CellOptions extends ReadOptions {
  readonly preset: string;
  readonly rule: LightRule;
  readonly paceBy: PaceBy;
  readonly idleMonths?: readonly number[];
  readonly today?: string;
}

/** The figures of one cell before they are printed: exact, with all that its notes speak of. */
export interface CellFigures {
  readonly series: Series;
  readonly readings: readonly Reading[];
  readonly coverage: Coverage;
  readonly source: string | undefined;
  readonly unit: TotalUnit;
  /** Units that do not go together; there is then no total. */
  readonly differ?: readonly string[];
  /** The same of the targets alone: they are left out, and what was done is shown. */
  readonly targetsDiffer?: readonly string[];
  /** Whether the lines add; a single one stands for itself where no total is known. */
  readonly adds: boolean;
  readonly lines: readonly LineAmounts[];
  /** The lines whose figures are in `actual`: those with a target, or all where none has one. */
  readonly counted: readonly LineAmounts[];
  readonly target?: Scaled;
  readonly max?: Scaled;
  readonly stretch?: Scaled;
  readonly actual?: Scaled;
  /** Where `actual` is a quotient: what it is before rounding. */
  readonly exact?: Fraction;
  /** 无目标单位完成数. */
  readonly apart?: Scaled;
  /** True where `apart` is at least so much. */
  readonly apartAtLeast?: boolean;
  readonly atLeast: boolean;
  readonly completion?: Fraction;
  readonly completionReporting?: Fraction;
  readonly progress?: Fraction;
  readonly pace?: Fraction;
  /** What the pace rests on, where it is one window or the same nodes for all lines. */
  readonly paceOf?: PaceInput;
  /** Where a progress is measured: the baseline that it is from. */
  readonly baseline?: Scaled;
  /** Pace − completion in 百分点 as printed, where the light goes by it. */
  readonly lag?: Decimal;
  readonly light?: Light;
  /** True at and after the last month of the targets' windows. */
  readonly ended: boolean;
  readonly parent?: { readonly parts: readonly Part[]; readonly amount: Scaled; readonly by: string };
  /** Σ of all lines, with and without target, which the parent's figure is held against. */
  readonly below?: Scaled;
  readonly parentTarget?: { readonly amount: Scaled; readonly by: string; readonly chosen: ChosenTarget };
  /** The rate that `actual` is, where it comes from its parts. */
  readonly quotient?: Quotient;
  /** Set where `actual` is not the sum of lines. */
  readonly from?:
    | "parent"
    | { readonly numerator: string; readonly denominator: string; readonly orgs: number };
  readonly targetFromParent: boolean;
  /** The period that the figures are of, and the figures that say none and were taken to be of it. */
  readonly period?: Period;
  /** The light preset that was asked for. */
  readonly preset: string;
  /** Which returns were asked for. */
  readonly returns: ReadOptions["returns"];
  /** Orgs whose figure is the superior's, while others' are their own. */
  readonly taken: readonly string[];
  /** What its orgs have printed of a rate whose parts are known, beside what these give. */
  readonly rates: readonly RateCheck[];
  /** What superiors' tables say of its orgs, to hold against their own returns. */
  readonly checks: readonly { readonly org: string; readonly parts: Reading["parts"] }[];
}
