import type { Lang } from "@taizhang/finding";
import type { FollowUp, YearEnd } from "@taizhang/kpi";

type FollowUpColumn =
  | "seq"
  | "id"
  | "task"
  | "demand"
  | "deadline"
  | "lead"
  | "owner"
  | "leader"
  | "progress"
  | "lag"
  | "light"
  | "problem"
  | "why"
  | "order"
  | "mendBy"
  | "feedback"
  | "closed"
  | "note";
type YearEndColumn =
  | "seq"
  | "indicator"
  | "unit"
  | "target"
  | "straight"
  | "shaped"
  | "least"
  | "most"
  | "meets"
  | "months";

/** The words of the list of tasks to follow up and of the forecast (督办清单、年底预测). */
export interface ListWords {
  readonly followUps: {
    readonly sheet: string;
    readonly about: string;
    readonly columns: Readonly<Record<FollowUpColumn, string>>;
    readonly reasons: Readonly<Record<FollowUp["reason"], string>>;
    readonly overdue: string;
    readonly done: (amount: string, unit: string) => string;
  };
  readonly yearEnds: {
    readonly sheet: string;
    readonly about: string;
    readonly columns: Readonly<Record<YearEndColumn, string>>;
    readonly meets: Readonly<Record<NonNullable<YearEnd["meets"]>, string>>;
  };
}

export const listWords: Readonly<Record<Lang, ListWords>> = {
  "zh-CN": {
    followUps: {
      sheet: "督办清单",
      about: "连续两个月滞后，或三季度末滞后的任务。未报的任务列入催报，不在此表。",
      columns: {
        seq: "督办编号",
        id: "台账编号",
        task: "任务名称",
        demand: "目标要求",
        deadline: "完成时限",
        lead: "牵头单位",
        owner: "责任人",
        leader: "分管领导",
        progress: "目前进展",
        lag: "滞后幅度（百分点）",
        light: "灯号",
        problem: "滞后原因",
        why: "列入原因",
        order: "督办要求",
        mendBy: "整改时限",
        feedback: "反馈情况",
        closed: "办结销号日期",
        note: "备注",
      },
      reasons: { twoMonths: "连续两个月滞后", thirdQuarter: "三季度末滞后" },
      overdue: "已逾期",
      done: (amount, unit) => `累计完成${amount}${unit}`,
    },
    yearEnds: {
      sheet: "年底预测",
      about: "按目前进度推算的年底合计数，仅供参考；有单位未报的月份不参加推算。",
      columns: {
        seq: "序号",
        indicator: "指标名称",
        unit: "计量单位",
        target: "年度目标",
        straight: "按月均推算",
        shaped: "按上年进度推算",
        least: "预计最低",
        most: "预计最高",
        meets: "能否完成",
        months: "依据的月份",
      },
      meets: { all: "预计能完成", none: "预计完不成", part: "难以确定" },
    },
  },
  en: {
    followUps: {
      sheet: "Follow-up",
      about:
        "Tasks behind for two months in a row, or at the third quarter. Unreported tasks are reminded, not listed.",
      columns: {
        seq: "No.",
        id: "Ledger id",
        task: "Task",
        demand: "Target",
        deadline: "Deadline",
        lead: "Lead",
        owner: "Person in charge",
        leader: "Supervising leader",
        progress: "Progress",
        lag: "Behind by (points)",
        light: "Light",
        problem: "Cause",
        why: "Why listed",
        order: "Required action",
        mendBy: "To be mended by",
        feedback: "Feedback",
        closed: "Closed on",
        note: "Notes",
      },
      reasons: { twoMonths: "behind two months in a row", thirdQuarter: "behind at the third quarter" },
      overdue: "overdue",
      done: (amount, unit) => `${amount} ${unit} so far`,
    },
    yearEnds: {
      sheet: "Forecast",
      about:
        "Estimates of the totals at the year's end at the present pace, for reference only; months in which a report is missing play no part.",
      columns: {
        seq: "No.",
        indicator: "Indicator",
        unit: "Unit",
        target: "Target",
        straight: "Straight line",
        shaped: "By last year's months",
        least: "At least",
        most: "At most",
        meets: "Met?",
        months: "Months it rests on",
      },
      meets: { all: "likely met", none: "likely missed", part: "uncertain" },
    },
  },
};
