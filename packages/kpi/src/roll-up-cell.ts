import type { Direction } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import type { CellPlace } from "./facts.ts";
import type { Light } from "./light.ts";
import type { Note } from "./note.ts";
import type { PaceBy, PaceInput } from "./pace.ts";

/** A dimension to group by: division, department, program, period, or one of the caller's own (分组). */
export type GroupBy = "division" | "department" | "program" | "period" | (string & {});

/** Which group a cell is of: names by dimension; `{}` is the grand total. */
export type Key = Readonly<Record<string, string>>;

/** The place of a figure that a total is made from. */
export type Source = Pick<CellPlace, "file" | "sheet" | "ref">;

/** One indicator in one group, or in total (汇总结果). Amounts are in `unit`, null where there is no value. */
export interface RollUpCell {
  readonly key: Key;
  /** The codes of the key's members, where known. */
  readonly codes: Key;
  readonly indicator: string;
  /** The indicator's key: name and 口径. */
  readonly indicatorKey: string;
  readonly direction: Direction;
  readonly unit: string;
  /** The period that the figures are of. */
  readonly period: string | null;
  readonly target: Decimal | null;
  /** The upper end of a band. */
  readonly targetMax: Decimal | null;
  readonly stretch: Decimal | null;
  readonly actual: Decimal | null;
  /** Ratio with 6 places, half away from zero. */
  readonly completion: Decimal | null;
  /** The same over the orgs that have reported. */
  readonly completionReporting: Decimal | null;
  /** True where reports are missing and `actual` is 至少. */
  readonly atLeast: boolean;
  /** Of what does not add over time only where its targets have nodes, or an upward progress from a baseline stands beside it. */
  readonly pace: Decimal | null;
  /**
   * 落后幅度: pace − completion in 百分点, or pace − progress where that is measured, from both before they are rounded; two
   * places, more only where two would say another light. Negative where it is ahead; null without a pace or a rate, and where
   * the light does not go by it (ceilings and bands).
   */
  readonly lag: Decimal | null;
  readonly light: Light | null;
  /** The preset that the light was decided by. */
  readonly preset: string;
  /** What the pace rests on; absent without a pace, and where its lines have windows of their own. */
  readonly paceOf?: PaceInput;
  /** 较基期进展: of a stock or ratio with a baseline and without nodes the share of its way; upward, the light goes by it. */
  readonly progress?: { readonly baseline: Decimal; readonly rate: Decimal };
  /** Orgs, not rows. `expected` = reported + missing + those whose figure is unusable, which a note names. */
  readonly reported: number;
  readonly expected: number;
  readonly missing: readonly string[];
  /** 不涉及: orgs that say so in all of their rows; they are not expected. */
  readonly notApplicable: readonly string[];
  /** 迟报: orgs whose figure first came in after `due`, an amended one not; absent where no day was given. They have reported all the same. */
  readonly late?: readonly string[];
  readonly parentReported: Decimal | null;
  /** Where `parentReported` stands; absent where there is none. `sources` has these only where the figure is taken from there. */
  readonly parentSources?: readonly Source[];
  /** `parentReported` − the sum below. */
  readonly difference: Decimal | null;
  readonly sources: readonly Source[];
  readonly notes: readonly Note[];
}

/** How many tasks are in which state (任务状态统计). `total` is the sum of the five; `overdue` is part of `behind`. */
export interface TaskCounts {
  readonly key: Key;
  readonly codes: Key;
  readonly total: number;
  readonly done: number;
  readonly onTrack: number;
  readonly behind: number;
  readonly overdue: number;
  readonly notDue: number;
  readonly unreported: number;
  /** Joint tasks among them: those with several members of one dimension, listed under each. */
  readonly joint: number;
}

/** The lights of tasks, each counted once: they add up to `total` (任务亮灯统计). */
export interface TaskLights {
  readonly total: number;
  readonly done: number;
  /** `none` where a task has no light. */
  readonly lights: Readonly<Partial<Record<Light | "none", number>>>;
}

/** What is asked of a roll-up. */
export interface RollUpOptions {
  readonly by?: readonly GroupBy[];
  /** Default: the latest in the figures. */
  readonly period?: string;
  /** The name of a light preset; default `default`. */
  readonly preset?: string;
  /** The day for 逾期; without it nothing is overdue. */
  readonly today?: string;
  readonly paceBy?: PaceBy;
  /** The months that do not count with `paceBy: "workingMonth"`, 1 to 12. */
  readonly idleMonths?: readonly number[];
  /** The last day on which a return of the period is in time, "2016-10-25"; what came later is 迟报. */
  readonly due?: string;
  /** Which returns count: the latest that was not sent back (default), or only those 已审 or 锁定. */
  readonly returns?: "latest" | "reviewed";
}

/** The cells of every indicator and the counts of task states. */
export interface RollUp {
  readonly cells: readonly RollUpCell[];
  readonly counts: readonly TaskCounts[];
}
