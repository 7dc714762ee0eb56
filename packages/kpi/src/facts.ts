import type { Place } from "@taizhang/finding";
import type {
  Bound,
  Indicator,
  Measure,
  Milestone,
  Node,
  Period,
  ReturnState,
  TargetVersion,
  TaskKind,
  Value,
} from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import type { Dimensions } from "./dimensions.ts";

/** A cell of a file (单元格位置). */
export type CellPlace = Extract<Place, { kind: "cell" }>;

/**
 * Whose word a figure is (数据来源).
 * - `ledger`: the plan office's ledger. Its targets win over what a return repeats.
 * - `own`: the org's own return, or a sheet that is nobody's summary.
 * - `superior`: the org's figure in a superior's table (one with a 合计/全市 row over the orgs, or whose reporter is
 *   their ancestor). It counts only where the org has no row of its own for the period; beside one, though it be
 *   blank, it only checks.
 * - `total`: a parent's own figure for the total: a 合计/全市 row, or an ancestor's figure. It never enters a sum;
 *   it is the `parentReported` of the cells that it is a total of. Leave its `division` out unless the total is of
 *   one division only; give its `department` and `program` where it has them.
 */
export type Standing = "ledger" | "own" | "superior" | "total";

/** What every figure has in common: whose it is, and under what it is added. */
export interface FigureOf {
  readonly indicator: Indicator;
  /** The org that the figure is of and that is expected to report it. Coverage counts these. */
  readonly org: string;
  /** 台账编号. Rows with one id are one task, in whatever file they stand. */
  readonly taskId?: string;
  readonly taskTitle?: string;
  readonly dims: Dimensions;
  /**
   * 共同任务: the orgs that share the row, first lead first, where `dims.department` does not already say so.
   */
  readonly jointOrgs?: readonly string[];
  /** 数据报送单位: whose figure of a joint task rolls up; default the first lead. Others' figures check it. */
  readonly dataOrg?: string;
  /** The base word of the unit, `unitOf("万元").unit` is "元"; "" where none is known. */
  readonly unit: string;
  /** The power of ten of the unit: 4 for 万元. Amounts below are in unit × 10^power, as printed. */
  readonly power: number;
  /** What the unit is counted per, `unitOf("万吨/日").per`. */
  readonly per?: string;
  /**
   * 合计所含单位: of a total, the orgs that it is over, where the caller knows them; else those that stand beside it in its
   * table.
   */
  readonly over?: readonly string[];
}

/** One amount that several orgs have together (共同的数). */
export interface SharedFigure {
  readonly orgs: readonly string[];
  readonly value: Decimal;
  /** Where it stands; tells apart what the same orgs have together in one place and in another. */
  readonly at?: CellPlace;
}

/** A target of one org (目标). Without `value` it is pending (待下达), or the row has none. */
export interface TargetFact extends FigureOf {
  readonly standing: Standing;
  /** The year, quarter or month that the target is for; absent: whatever is rolled up. */
  readonly period?: Period;
  /**
   * 载明目标的报表期: the period of the return that repeats the target. Of returns that differ the latest up to the period that
   * is rolled up says which target is in force; the ledger's word goes before any.
   */
  readonly stated?: Period;
  readonly bound: Bound;
  readonly value?: Decimal;
  /** The upper end of a range. */
  readonly valueMax?: Decimal;
  /** 力争. */
  readonly stretch?: Decimal;
  /** 上年基数; makes the progress of a stock or ratio (A−B)/(T−B). */
  readonly baseline?: Decimal;
  /** Cumulative nodes: 一季度 is through "2016-03", 全年 through "2016-12". */
  readonly nodes?: readonly Node[];
  /** Days, "2016-03-01" (or months). The window is start (or January) → deadline (or December). */
  readonly start?: string;
  readonly deadline?: string;
  /** 市下达, 区自定, 责任书 …; targets of different sources are never added. */
  readonly source?: string;
  /**
   * 共同目标: one target that several orgs have together, as a merged cell says it. It is nobody's own, so `value` is left
   * out; it counts once, where all of these orgs are together.
   */
  readonly shared?: SharedFigure;
  readonly status: "set" | "pending";
  /** 权重, in points of the assessment's total. */
  readonly weight?: Decimal;
  readonly versions?: readonly TargetVersion[];
  /** Digits after the point as printed; default those of the value. */
  readonly places?: number;
  readonly at?: CellPlace;
}

/** How a cell was read, where the total must say so (the domain page §4, law 10). */
export type ObservationMark = "textNumber" | "unitInValue";

/** What an org reports for one period (填报数). */
export interface ObservationFact extends FigureOf {
  readonly standing: Exclude<Standing, "ledger">;
  /** Who wrote the sheet, where it is not the org itself. */
  readonly reporter?: string;
  /** Absent where the sheet does not say: the figure then belongs to the period that is rolled up. */
  readonly period?: Period;
  /** Cumulative since the start of the year or, for a target of several years, of its window. */
  readonly measure: Measure;
  /** Why unusable stands in the value: unreadable, error, uncalculated. */
  readonly value: Value;
  /** 上月累计: an earlier period's figure as a later return repeats it. It is no report of that period and only stands in (沿用). */
  readonly repeated?: boolean;
  /**
   * 共同完成数: one figure that several orgs have reported together, as a merged cell says it. It is nobody's own, so the
   * value is unusable; it counts once, where all of these orgs are together.
   */
  readonly shared?: SharedFigure;
  /** Digits after the point as printed; default those of the amount. Half of the last one is the tolerance. */
  readonly places?: number;
  readonly marks?: readonly ObservationMark[];
  /** The state of the return; default submitted. */
  readonly state?: ReturnState;
  /** Which return of the period it was, 1 first; the greatest counts. */
  readonly version?: number;
  /** The day on which the return came in (报出日期), for 迟报. */
  readonly submitted?: string;
  readonly at?: CellPlace;
}

/** A task as the ledger or a return shows it, for the counts of task states (任务). */
export interface TaskFact {
  /** 台账编号, else a text that is the same in every file. Facts with one id are one task and count once. */
  readonly id: string;
  /** 台账编号 as printed, where `id` is something else. */
  readonly ledgerId?: string;
  readonly title: string;
  readonly standing: Exclude<Standing, "total">;
  readonly org: string;
  readonly dims: Dimensions;
  readonly dataOrg?: string;
  readonly kind: TaskKind;
  readonly period?: Period;
  readonly start?: string;
  readonly deadline?: string;
  /** 常态化: never 已完成 before the year's end. */
  readonly recurring?: boolean;
  /** 形象进度: the planned stages of a project, and when each was reached. They go before its texts. */
  readonly milestones?: readonly Milestone[];
  /** The printed 办理状态. */
  readonly statusText?: string;
  /** The printed 工作进展; absent where the sheet has no such column, "" where the cell is blank. */
  readonly progressText?: string;
  readonly previousProgressText?: string;
  /** 佐证材料; absent where the sheet has no such column, "" where the cell is blank. */
  readonly evidence?: string;
  /** 存在问题及原因, as the return prints it. */
  readonly problemText?: string;
  /** 分管领导 and 责任人, as the ledger or the return prints them. */
  readonly leader?: string;
  readonly owner?: string;
  /** True where a return has the row with anything in it: a number, a text, a state. */
  readonly reported: boolean;
  /** The state of the return that the row is from; default submitted. */
  readonly state?: ReturnState;
  /** 暂缓 or 调出: the task leaves the count. */
  readonly suspended?: boolean;
  /** The task id of the figures of a project's money, which are no target of the task and light it all the same. */
  readonly moneyId?: string;
  /** 权重 of a 定性 task, in points of the assessment's total; that of a number stands with its target. */
  readonly weight?: Decimal;
  /** 评定得分: points that people gave. */
  readonly given?: Decimal;
  /** A row of 加分 or 减分: its points stand outside the declared total. */
  readonly adjusts?: "bonus" | "deduction";
  /** 一票否决: the matter, where the sheet says that it has happened. */
  readonly veto?: string;
  readonly at?: CellPlace;
}

/** All that a roll-up is made from. The order of each list changes nothing. */
export interface Figures {
  readonly tasks: readonly TaskFact[];
  readonly targets: readonly TargetFact[];
  readonly observations: readonly ObservationFact[];
}
