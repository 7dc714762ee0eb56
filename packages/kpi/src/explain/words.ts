import type { Direction } from "@taizhang/model";
import type { Unranked } from "../score/org-score.ts";
import type { TaskState } from "../task-state.ts";

/** What the inputs of formulas are called. */
type InputName =
  | "target"
  | "targetMax"
  | "actual"
  | "bound"
  | "stretch"
  | "baseline"
  | "period"
  | "start"
  | "deadline"
  | "nodes"
  | "idleMonths"
  | "today"
  | "pace"
  | "rate"
  | "preset"
  | "current"
  | "base"
  | "growth"
  | "amount"
  | "indicator"
  | "ceiling"
  | "used"
  | "complete"
  | "ended"
  | "milestones"
  | "months"
  | "lastYear"
  | "versions"
  | "done"
  | "total"
  | "status"
  | "progress"
  | "evidence"
  | "lights";

/** The sentences of explanations in one language. */
export interface ExplainWords {
  readonly inputs: Readonly<Record<InputName, string>>;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly blank: string;
  /** The presets of lights by name. */
  readonly presets: Readonly<Record<string, string>>;
  /** Where the formulas are from, where no preset says it. */
  readonly source: (section: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly lights: Readonly<
    Record<"green" | "yellow" | "red" | "notDue" | "unreported" | "pending" | "notApplicable", string>
  >;
  readonly completion: {
    readonly what: string;
    readonly met: (gap: string) => string;
    readonly notMet: (gap: string) => string;
    /** That there is no rate, and why. */
    readonly without: (reason: string) => string;
    /** Before the formula of a rate whose actual is 至少. */
    readonly atLeast: string;
    /** 已报单位完成率. */
    readonly reporting: (rate: string) => string;
    /** Instead of `none.within`, where both ends are known. */
    readonly band: (low: string, high: string) => string;
    readonly none: Readonly<
      Record<"noTarget" | "unreported" | "noFigure" | "partly" | "zero" | "down" | "within", string>
    >;
    readonly rules: Readonly<
      Record<"up" | "negative" | "zero" | "down" | "inverse" | "mirror" | "noDivisor" | "within", string>
    >;
  };
  readonly stretch: { readonly what: string; readonly rule: string };
  readonly progress: { readonly what: string; readonly rule: string };
  readonly pace: {
    /** Of a total whose targets have windows of their own. */
    readonly weighted: string;
    readonly what: string;
    readonly before: string;
    readonly end: (result: string) => string;
    readonly node: (through: string) => string;
    readonly rules: Readonly<Record<"month" | "day" | "workingMonth" | "nodes", string>>;
  };
  readonly light: {
    readonly what: string;
    /** `isProgress`: the rate is that from a baseline. */
    readonly lag: (pace: string, rate: string, points: string, light: string, isProgress: boolean) => string;
    readonly step: (atMost: string, light: string) => string;
    readonly otherwise: (atMost: string, light: string) => string;
    /** What a light comes from that is none of the three colours, or that no lag decides. */
    readonly because: (light: string, reason: string) => string;
    readonly none: Readonly<
      Record<"unreported" | "atLeast" | "partly" | "pending" | "notBegun" | "byTheEnd", string>
    >;
    /** What decides a light where the pace does not: ceilings, bands, targets without a pace. */
    readonly met: Readonly<Record<"green" | "red", Readonly<Record<Direction, string>>>>;
    /** That the lag is not the difference of the rates as they are printed. */
    readonly exact: string;
  };
  readonly change: {
    readonly what: string;
    readonly points: (points: string) => string;
    readonly incomparable: string;
    /** The change itself: more, less or the same, in % or in 百分点. */
    readonly said: Readonly<
      Record<"rate" | "points", (amount: string, way: "more" | "less" | "same") => string>
    >;
    readonly rules: Readonly<Record<"rate" | "points" | "incomparable", string>>;
  };
  readonly quota: {
    readonly what: string;
    readonly states: Readonly<Record<"passed" | "kept" | "open", string>>;
    readonly left: (left: string) => string;
    readonly rule: string;
  };
  readonly growth: {
    readonly what: string;
    readonly nothing: string;
    readonly rule: string;
    readonly comparable: string;
  };
  readonly impliedBase: {
    readonly what: string;
    readonly between: (least: string, most: string) => string;
    readonly nothing: string;
    readonly rule: string;
  };
  readonly stage: {
    readonly what: string;
    readonly behind: (count: number, light: string) => string;
    readonly done: string;
    readonly rule: (yellowUpTo: number) => string;
  };
  readonly escalation: {
    readonly what: string;
    readonly reasons: Readonly<Record<"twoMonths" | "thirdQuarter" | "none", (periods: string) => string>>;
    readonly rule: string;
  };
  readonly forecast: {
    readonly what: string;
    readonly straight: (amount: string, passed: number, result: string) => string;
    readonly shaped: (amount: string, end: string, same: string, result: string) => string;
    readonly range: (least: string, most: string, months: string) => string;
    readonly nothing: string;
    readonly rule: string;
  };
  /** Whether the year's end as it is expected meets the target. */
  readonly meets: Readonly<Record<"all" | "none" | "part", string>>;
  /** Why there is no place. */
  readonly unranked: Readonly<Record<Unranked, string>>;
  readonly taskCompletion: { readonly what: string; readonly rule: string };
  readonly version: {
    readonly what: string;
    /** A version of the target, with its approval number and reason where they are known. */
    readonly change: (value: string, day: string, approval: string, reason: string) => string;
    /** A target with more beside it: a band's other end, or the 力争 of a range. */
    readonly band: (value: string, end: string) => string;
    readonly stretch: (value: string, further: string) => string;
    readonly from: (value: string, day: string) => string;
    readonly first: (value: string) => string;
    readonly rule: string;
  };
  readonly state: {
    readonly what: string;
    readonly states: Readonly<
      Record<"done" | "onTrack" | "behind" | "notDue" | "unreported" | "gone", string>
    >;
    readonly overdue: string;
    readonly reasons: Readonly<Record<TaskState["reason"], string>>;
  };
}
