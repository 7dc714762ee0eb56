/** How a number binds; `stretch` is a 力争 beside a firm value of the same name (界限). */
export type TextBound = "eq" | "ge" | "gt" | "le" | "lt" | "range" | "approx" | "stretch";

/** A stretch of the source text, by offsets in UTF-16 units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A target in numbers, in its printed unit: 13.3 万人 (指标). */
export interface TextIndicator extends Span {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly bound: TextBound;
  /** The upper end of a range. */
  readonly valueMax?: string;
  /** 人·年 for 每人每年. */
  readonly per?: string;
  /** `standard` of a payment, `part` of the total before it, `share` of a cost. */
  readonly note?: "standard" | "part" | "share";
  readonly raw: string;
}

/** What is due when (节点事项). */
export interface TextMilestone extends Span {
  readonly what: string;
  /** "2016-06-30"; "--06-30" where the year is not stated; "---25" for each month's 25th. */
  readonly due: string;
  readonly precision: "day" | "month" | "quarter" | "half" | "year";
  /** True where the words name a beginning: 10月份起. */
  readonly begins?: true;
  readonly raw: string;
}

/** Money with where it comes from or what it is for (资金). */
export interface TextFunding extends Span {
  readonly source: string;
  readonly amount: string;
  readonly unit: string;
  /** `part` of the total before it. */
  readonly role?: "total" | "part";
  readonly raw: string;
}

/** A number that says who or what is meant and is no target: 80岁以上 (适用条件). */
export interface TextCondition extends Span {
  readonly value: string;
  readonly unit: string;
  readonly bound: TextBound;
  readonly valueMax?: string;
  readonly raw: string;
}

/** An organisation with the role word that the plan prints (责任分工). */
export interface TextRole {
  readonly org: string;
  readonly role: string;
}

/** Why the parser is sure of an item, or not (把握程度的依据). */
export interface ConfidenceReason {
  readonly reason:
    | "numbered"
    | "unnumbered"
    | "roles"
    | "inheritedRoles"
    | "noRoles"
    | "measurable"
    | "nothingMeasurable"
    | "suspect";
  readonly weight: number;
}

/** An item of a plan (任务). */
export interface TextItem extends Span {
  /** The number as printed, without its mark; null where none is printed. */
  readonly no: string | null;
  /** The number of its program, or null. */
  readonly program: string | null;
  readonly title: string;
  /** An exact piece of the source. */
  readonly text: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly roles: readonly TextRole[];
  readonly indicators: readonly TextIndicator[];
  readonly milestones: readonly TextMilestone[];
  readonly funding: readonly TextFunding[];
  readonly conditions: readonly TextCondition[];
  readonly kind: "quantitative" | "milestone" | "qualitative";
  /** `overall`: an aim of the whole plan; `measure`: how the work is run. */
  readonly scope: "task" | "overall" | "measure";
  /** Between 0 and 1. */
  readonly confidence: number;
  readonly reasons: readonly ConfidenceReason[];
  /** Indexes into the findings of the parse. */
  readonly findings: readonly number[];
}

/** A section that groups items (工作板块). */
export interface TextProgram {
  readonly no: string | null;
  readonly title: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
}

/** A plan as read from its prose (计划文本). */
export interface TextPlan {
  readonly title: string | null;
  readonly year: number | null;
  readonly region: string | null;
  readonly programs: readonly TextProgram[];
  readonly items: readonly TextItem[];
}
