import type { ReturnState } from "@taizhang/model";
import type { CellPlace } from "./facts.ts";

/**
 * The facts of each note that a rolled-up cell can carry (说明). Amounts are decimals in the cell's unit, rates are
 * ratios with 6 places.
 */
export interface NoteFacts {
  /** A rate, average or rank: not added, no parent's figure at hand. */
  notAdditive: { readonly indicator: string; readonly orgs: number };
  /** Nothing says whether the indicator adds, so it is not added. */
  undecided: { readonly indicator: string };
  /** The figure is the parent's own, 上报数. */
  parentFigure: { readonly by: string };
  /** The target is the parent's own: the orgs below have none, or theirs do not add. */
  parentTarget: { readonly by: string };
  /** Computed from the totals of numerator and denominator. */
  fromParts: { readonly numerator: string; readonly denominator: string; readonly orgs: number };
  /** An org's rate as printed, by itself or by its superior, is not what its parts give, beyond what rounding allows. */
  rateDiffers: {
    readonly org: string;
    readonly by: string;
    readonly printed: string;
    readonly computed: string;
  };
  /** One and the same target stands at each org and is not added. */
  targetRepeated: { readonly target: string; readonly targetMax?: string; readonly orgs: number };
  /**
   * A total with reports missing is at least this much; `partly` are those of the missing that reported some rows, `byMonth`
   * those that have this month and lack an earlier one, `inPeriodOnly` those that have given cumulative figures before and now
   * the month alone (absent where there are none).
   */
  lowerBound: {
    readonly indicator: string;
    readonly missing: readonly string[];
    readonly partly: readonly string[];
    readonly byMonth?: readonly string[];
    readonly inPeriodOnly?: readonly string[];
  };
  /** The total of what bounds nothing (a stock, what may be negative) holds those that have reported, and no more. */
  reportedOnly: {
    readonly reported: number;
    readonly missing: readonly string[];
    readonly partly: readonly string[];
    readonly byMonth?: readonly string[];
    readonly inPeriodOnly?: readonly string[];
    /** True where only orgs without a target are missing, which are not in the total: it lacks nothing. */
    readonly isWhole?: boolean;
  };
  /** Figures of these orgs are from a superior's table, for want of a return of their own (取自上级表). */
  fromSuperior: { readonly orgs: readonly string[]; readonly by: string };
  /** Nothing says which period it is, so nothing can be held against the pace (没有报告期). */
  noPeriod: Record<never, never>;
  /** Of later periods there are empty forms alone, so that the latest with figures was taken (空表不算报表). */
  emptyLater: { readonly periods: readonly string[] };
  /** The sheets say no period; their figures were taken to be of this one (未写报告期). */
  undated: { readonly orgs: readonly string[]; readonly period: string; readonly at: readonly CellPlace[] };
  /** One target of several orgs together, as a merged cell says it: nobody's own (共同目标). */
  sharedTarget: { readonly orgs: readonly string[]; readonly target: string; readonly counted: boolean };
  /** One figure of several orgs together, as a merged cell says it: nobody's own (共同完成数). */
  sharedActual: {
    readonly orgs: readonly string[];
    readonly amount: string;
    readonly counted: boolean;
    readonly at: readonly CellPlace[];
  };
  /** For an org that has not reported, its figure of an earlier period stands in. */
  carriedForward: { readonly org: string; readonly period: string; readonly amount: string };
  /** In-period figures without all months from the start: not the cumulative. */
  monthsMissing: { readonly org: string; readonly months: readonly string[] };
  /** Only part of an org's rows has a figure. */
  partlyReported: { readonly org: string; readonly reported: number; readonly expected: number };
  /** The org's own cell has no figure, and a superior's table has one, which does not stand in for it. */
  superiorHasFigure: {
    readonly org: string;
    readonly by: string;
    readonly amount: string;
    readonly at: readonly CellPlace[];
  };
  textNumber: { readonly count: number; readonly at: readonly CellPlace[] };
  unitInValue: { readonly count: number; readonly at: readonly CellPlace[] };
  unreadable: { readonly org: string; readonly at: readonly CellPlace[] };
  error: { readonly org: string; readonly at: readonly CellPlace[] };
  uncalculated: { readonly org: string; readonly at: readonly CellPlace[] };
  /** A second row for one org, task and period; the first counts. */
  duplicateNotCounted: { readonly org: string; readonly amount: string; readonly at: readonly CellPlace[] };
  /** One name with units of different dimensions: no total, or (`targets`) no target where only the targets differ. */
  unitsDiffer: { readonly indicator: string; readonly units: readonly string[]; readonly targets?: true };
  /** 无目标单位完成数: reported by orgs without a target, not in `actual` and not in the rate. */
  noTarget: {
    readonly amount: string;
    readonly orgs: readonly string[];
    /** Those among them that have a target of a source that is not assessed. */
    readonly otherSource?: readonly string[];
    /** True where one of them has not reported, and the amount is at least so much. */
    readonly atLeast?: boolean;
  };
  /** Targets of several sources; the chosen one is assessed. */
  severalSources: { readonly chosen: string; readonly others: readonly string[] };
  /** The same target stands with another value elsewhere. */
  targetsDiffer: { readonly org: string; readonly used: string; readonly other: string };
  /** The target in force was changed by a later version. */
  targetVersion: {
    readonly org: string;
    readonly value: string;
    readonly from: string;
    /** 批准文号 and 调整原因, where the version has them. */
    readonly approval?: string;
    readonly reason?: string;
  };
  /** The target is of this quarter or month, and so is the figure: it is no cumulative; `parts` where it is a sum of targets (当期目标). */
  periodTarget: { readonly period: string; readonly parts?: number };
  /** Targets of some months only: they are no target of the whole period (缺月份目标). */
  targetsLacking: { readonly org: string; readonly months: readonly string[] };
  /** The nodes stand with another version of the target than the one in force: the pace goes by time (节点失效). */
  nodesLapsed: { readonly org: string };
  /** 超过 and 不满 do not include the number itself, which is just what was reached: not met. */
  strictBound: { readonly amount: string; readonly bound: "gt" | "lt" };
  /** A superior's figure of one org is not the org's own, which counts; `difference` is the superior's less it (上级数不符). */
  superiorDiffers: {
    readonly org: string;
    readonly by: string;
    readonly reported: string;
    readonly used: string;
    readonly difference: string;
  };
  /** The parent's own figure is not the sum below, beyond the tolerance of rounding. */
  parentDiffers: {
    readonly reported: string;
    readonly below: string;
    readonly difference: string;
    readonly missing: number;
  };
  /** The parent's own target is not the sum of the targets below. */
  parentTargetDiffers: { readonly reported: string; readonly below: string; readonly difference: string };
  /** Another lead of a joint task reports another figure. */
  jointDiffers: { readonly org: string; readonly amount: string; readonly used: string };
  /** Joint tasks are listed under each lead and counted once. */
  joint: { readonly count: number };
  /** The row says that it does not concern the org, though it had a target. */
  /** `partly`: only some of its rows are 不涉及, so that it is expected all the same. */
  notApplicable: { readonly org: string; readonly partly?: true };
  /** 待下达: no target yet. */
  pending: { readonly orgs: readonly string[] };
  /** For a ceiling of a year: how much of it is used up, 额度使用率, and whether it is passed for good or kept to the end. */
  ceilingUse: { readonly rate?: string; readonly state: "open" | "passed" | "ended" };
  /** 达标 or 超出 with the gap, for down, within and zero targets. */
  met: { readonly gap: string; readonly unit: string };
  notMet: { readonly gap: string; readonly unit: string };
  /** The rate to the 力争 target. */
  stretchRate: { readonly rate: string };
  /** (A−B)/(T−B) for a stock or ratio with a baseline. */
  progress: { readonly rate: string };
  /** Which states the returns have that the total uses, and how many orgs each; where the figures say their state. */
  returnStates: {
    readonly counts: readonly { readonly state: ReturnState; readonly orgs: number }[];
    readonly returns: "latest" | "reviewed";
  };
  /** A return was sent back, and none has come in its place: its figures do not count (退回未重报). */
  sentBack: { readonly orgs: readonly string[] };
  /** The returns of this state were left out, as asked. */
  notReviewed: { readonly orgs: readonly string[] };
  /**
   * 更正: a figure that came in after its period was locked. It counts only where it was locked in its turn; `frozen` is
   * the published one, "" where there was none; `period` is "" where the sheet says none.
   */
  correction: {
    readonly org: string;
    readonly period: string;
    readonly frozen: string;
    readonly corrected: string;
    readonly counted: boolean;
    readonly at: readonly CellPlace[];
  };
  /** A problem that must be mended was let through by a named person, who says why (放行). */
  released: {
    readonly code: string;
    readonly by: string;
    readonly reason: string;
    readonly at: readonly CellPlace[];
  };
}

export type NoteCode = keyof NoteFacts;

/** What a rolled-up cell has to say beside its numbers (说明). `sayNote` puts it into words. */
export type Note = { [Code in NoteCode]: { readonly code: Code; readonly args: NoteFacts[Code] } }[NoteCode];

/** One sentence a note, made from its facts. A note without a sentence does not compile. */
export type NoteWords = { readonly [Code in NoteCode]: (args: NoteFacts[Code]) => string };
