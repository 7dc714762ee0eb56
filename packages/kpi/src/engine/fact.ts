import type { Period } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import type { Light } from "../light.ts";
import type { FactIndicator } from "./fact-columns.ts";
import type { FactStatus } from "./fact-status.ts";

/** A fact as a plain object: what an org has as target and actual of an indicator for a period (事实). */
export interface Fact {
  readonly org: string;
  /** The indicator's key. */
  readonly indicator: string;
  readonly period?: Period;
  /** Absent or null: none. A number is the decimal of its 15 significant digits. */
  readonly target?: Decimal | number | null;
  /** 待下达: there will be a target. */
  readonly pending?: boolean;
  readonly actual?: Decimal | number | null;
  /** Default: reported where an actual stands, else missing. */
  readonly status?: FactStatus;
  /**
   * 沿用数: of a flow that cannot be negative what the org has at least while `actual` is missing or unusable. It is no
   * figure of the period: the org still lacks that, and once there is one this counts no more.
   */
  readonly standIn?: Decimal | number;
  readonly light?: Light;
  /** The unit of both amounts; default the indicator's. Another of the same dimension converts: 万人 to 人. */
  readonly unit?: string;
  /** 共同: the other leads of a joint fact. */
  readonly jointOrgs?: readonly string[];
  /** Members of the dimensions that hang on the fact. */
  readonly in?: Readonly<Record<string, string>>;
}

/**
 * A fact whose org and indicator are numbers: their positions in the frame, as who has them from a database knows them
 * (按序号给出的事实). It is written without looking up a name, which is half of what a fact of names costs.
 */
export interface NumberedFact extends Omit<Fact, "org" | "indicator" | "jointOrgs"> {
  readonly org: number;
  readonly indicator: number;
  readonly jointOrgs?: readonly number[];
}

/** A member of a dimension with the one above it. */
export interface FactMember {
  readonly name: string;
  readonly parent?: string;
}

/** What facts are about: indicators, orgs with their place in each tree, and the trees. */
export interface FactFrame {
  readonly indicators: readonly FactIndicator[];
  readonly orgs: readonly { readonly name: string; readonly in?: Readonly<Record<string, string>> }[];
  readonly dimensions?: Readonly<Record<string, readonly FactMember[]>>;
  readonly measure: "cumulative" | "inPeriod";
  readonly targetsOf?: "year" | "period";
  /** `exact` (default) keeps what has more than six places as it is; `six` rounds it half away from zero. */
  readonly places?: "exact" | "six";
}
