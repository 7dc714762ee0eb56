import type { Field } from "../field.ts";
import { hiddenIdHeading } from "./row-id.ts";

/** The columns of 部门月报表. */
export type ReturnKey =
  | "id"
  | "seq"
  | "task"
  | "indicator"
  | "division"
  | "lead"
  | "unit"
  | "target"
  | "node"
  | "last"
  | "month"
  | "cumulative"
  | "lastYear"
  | "yearOnYear"
  | "completion"
  | "stage"
  | "investment"
  | "progress"
  | "status"
  | "problem"
  | "nextStep"
  | "coordinate"
  | "evidence"
  | "note"
  | "rowId";

/** One column: heading, width, who fills it in, and a line of instructions. */
export interface ReturnColumn {
  readonly key: ReturnKey;
  readonly heading: string;
  readonly field: Field;
  readonly width: number;
  /** `given` by the plan office and locked, `open` to the department, `worked` out by a formula and locked. */
  readonly filled: "given" | "open" | "worked";
  readonly help: string;
  /** The instructions where a column of the plan office is left to the department. */
  readonly helpIfOpen?: string;
}

const column = (
  key: ReturnKey,
  heading: string,
  field: Field,
  width: number,
  filled: ReturnColumn["filled"],
  help: string,
): ReturnColumn => ({ key, heading, field, width, filled, help });

/**
 * The columns of the monthly return in their order (部门月报表). The sheet goes to departments and is read back, so its
 * headings are Chinese in every language. The row's id stands once more in a hidden last column, for hands that clear
 * the first.
 */
export const returnForm: readonly ReturnColumn[] = [
  column("id", "台账编号", "id", 14, "given", "下发时已填，请勿改动，收表时凭它对应。"),
  column("seq", "序号", "seq", 6, "given", "下发时已填。"),
  column("task", "任务名称", "task", 28, "given", "下发时已填，请勿改动。"),
  column("indicator", "指标名称", "indicator", 20, "given", "下发时已填，请勿改动。"),
  column("division", "地区", "division", 12, "given", "下发时已填，请勿改动。"),
  column("lead", "牵头单位", "lead", 16, "given", "下发时已填，请勿改动；汇总时据此归入各单位。"),
  column("unit", "计量单位", "unit", 9, "given", "下发时已填；数字按此计量单位填报。"),
  column("target", "年度目标", "target", 10, "given", "下发时已填；有出入的请在备注里说明，不要改数。"),
  column("node", "本期节点目标", "node", 10, "given", "到本期应累计完成的数，下发时已填。"),
  {
    ...column("last", "上月累计", "actualLastCumulative", 10, "given", "上月核定的累计数，下发时已填。"),
    helpIfOpen: "从1月1日到上月末的累计数。",
  },
  column(
    "month",
    "本月完成",
    "actualPeriod",
    10,
    "open",
    "只填本月的数；没有进展的填0，不涉及的填“—”，不要空着。",
  ),
  column(
    "cumulative",
    "本年累计完成",
    "actualCumulative",
    12,
    "open",
    "从1月1日到报告期末的累计数，应等于上月累计加本月完成。",
  ),
  column("lastYear", "上年同期累计", "actualLastYear", 12, "open", "同口径的上年同期累计数，没有的可不填。"),
  column("yearOnYear", "同比（%）", "yearOnYear", 9, "worked", "自动计算；以%计的指标是两年相差的百分点。"),
  column("completion", "指标完成率（%）", "completion", 10, "worked", "自动计算。"),
  column("stage", "形象进度", "stage", 16, "open", "项目类任务填写，如“主体封顶”。"),
  column("investment", "本年完成投资（万元）", "investmentActual", 12, "open", "项目类任务填写，只填数字。"),
  column("progress", "工作进展", "progress", 36, "open", "写本月做了什么、做到哪一步，不要照抄上月。"),
  column("status", "办理状态", "status", 10, "open", "从下拉选项中选取。"),
  column("problem", "存在问题及原因", "problem", 28, "open", "滞后、逾期的必填。"),
  column("nextStep", "下步措施及预计完成时间", "nextStep", 28, "open", "滞后、逾期的必填，时间写到月份。"),
  column("coordinate", "需协调事项", "other", 18, "open", "需要上级协调的事项，没有的可不填。"),
  column("evidence", "佐证材料", "evidence", 18, "open", "文件名或文号。"),
  column("note", "备注", "note", 24, "open", "其他情况；目标有出入的在此说明。"),
  column("rowId", hiddenIdHeading, "id", 12, "given", "隐藏列，收表时用，请勿改动。"),
];

/** What departments choose from under 办理状态. */
export const statusChoices: readonly string[] = ["已完成", "正常推进", "滞后", "未到节点", "未启动", "暂缓"];
