import type { Period } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import type { ObservationFact } from "./facts.ts";
import type { TargetTime } from "./target-window.ts";

/** A reported amount with the fact that it is from. */
export interface Part {
  readonly amount: Decimal;
  readonly fact: ObservationFact;
}

/** What stands in for a figure that is missing: less than it, surely. */
export interface StandIn {
  readonly parts: readonly Part[];
  /** 沿用: the earlier period. */
  readonly period?: Period;
  /** In-period figures without these months, for which nothing was reported. */
  readonly months?: readonly Period[];
}

/** What a set of facts says for one period. */
export interface Said {
  readonly status: "reported" | "missing" | "notApplicable" | "unusable";
  /** The amounts that add up to the figure; empty unless reported. */
  readonly parts: readonly Part[];
  readonly unusable: readonly ObservationFact[];
  readonly duplicates: readonly ObservationFact[];
  readonly partial?: StandIn;
}

/** The period that is read, and which returns count. */
export interface ReadOptions {
  readonly period: Period | undefined;
  /** True for the period that is rolled up: figures without a period belong to it. */
  readonly main: boolean;
  readonly returns: "latest" | "reviewed";
  /** For what time the targets of the series are; default the year so far. */
  readonly time?: TargetTime;
}
