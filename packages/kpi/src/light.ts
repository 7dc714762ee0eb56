import type { Decimal } from "@taizhang/quantity";
import { type Dated, inForce } from "./dated.ts";
import {
  compareFractions,
  type Fraction,
  fractionOfDecimal,
  roundFraction,
  subtractFractions,
} from "./fraction.ts";
import { presets } from "./generated/light-presets.ts";

/**
 * 绿 黄 红, or why there is none: 未到节点, 未报, 待下达, 不涉及 (灯).
 */
export type Light = "green" | "yellow" | "red" | "notDue" | "unreported" | "pending" | "notApplicable";

/** The thresholds of a light, in percentage points of lag; each step names its upper end, so no gap is left. */
export interface LightRule {
  readonly steps: readonly {
    readonly light: "green" | "yellow" | "red";
    readonly atMost: string;
    readonly says: string;
  }[];
  readonly otherwise: { readonly light: "green" | "yellow" | "red"; readonly says: string };
}

const rules = new Map<string, readonly Dated<LightRule>[]>(Object.entries(presets));

/** The names of the light presets, `default` first (亮灯标准). */
export const lightPresets: readonly string[] = [...rules.keys()];

/**
 * The thresholds of a preset in force on a day, with their source; undefined for an unknown name (亮灯规则). For a day before
 * the first version the first is given, marked `early`; `own` presets hold from the beginning.
 */
export const lightRule = (preset = "default", on?: string): Dated<LightRule> | undefined => {
  const versions = rules.get(preset);
  return versions && inForce(versions, on);
};

/** What is said of a preset that there is not, with the names that there are (没有这种亮灯标准). */
export const noSuchPreset = (preset: string | undefined): RangeError =>
  new RangeError(`No such preset of lights: ${preset}; there are ${lightPresets.join(", ")}`);

/**
 * The light of a rate against the pace: the lag in percentage points meets the preset's thresholds (亮灯). Undefined
 * for an unknown preset. The domain page §3.
 * @example light({ pace: decimal("0.833333"), rate: decimal("0.733333") }) // "green": 10 points
 */
export const light = (
  of: { readonly pace: Decimal; readonly rate: Decimal },
  preset?: string,
  on?: string,
): "green" | "yellow" | "red" | undefined => {
  const rule = lightRule(preset, on);
  return rule && lightOfLag(fractionOfDecimal(of.pace), fractionOfDecimal(of.rate), rule.value);
};

/** The light of an exact rate against an exact pace. */
export const lightOfLag = (pace: Fraction, rate: Fraction, rule: LightRule): "green" | "yellow" | "red" =>
  lightOfPoints(pointsOf(pace, rate), rule);

/** The light of a lag in percentage points. */
export function lightOfPoints(points: Fraction, rule: LightRule): "green" | "yellow" | "red" {
  for (const step of rule.steps)
    if (compareFractions(points, fractionOfDecimal(step.atMost as Decimal)) <= 0) return step.light;
  return rule.otherwise.light;
}

/**
 * The lag of an exact rate behind an exact pace, in percentage points as it is printed (落后幅度): with two places, and
 * with more only where two would say another light than the lag itself.
 */
export function printedLag(pace: Fraction, rate: Fraction, rule: LightRule): Decimal {
  const points = pointsOf(pace, rate);
  const shown = lightOfPoints(points, rule);
  let places = 2;
  while (lightOfPoints(fractionOfDecimal(roundFraction(points, places)), rule) !== shown) places++;
  return roundFraction(points, places);
}

const pointsOf = (pace: Fraction, rate: Fraction): Fraction => {
  const lag = subtractFractions(pace, rate);
  return { top: lag.top * 100n, bottom: lag.bottom };
};

/** From the worst on: what a task with several targets shows. */
const severity: readonly Light[] = [
  "red",
  "yellow",
  "unreported",
  "green",
  "notDue",
  "pending",
  "notApplicable",
];

/** The worst of several lights; undefined of none (最差灯). @example worstLight(["green", "yellow"]) // "yellow" */
export const worstLight = (lights: readonly Light[]): Light | undefined =>
  severity.find((one) => lights.includes(one));
