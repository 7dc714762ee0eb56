import type { Lang } from "@taizhang/finding";
import type { Field } from "../field.ts";

/** A column of 任务分解表 as offices know it: heading, width, and what may be chosen in it. */
export interface FormColumn {
  readonly heading: Readonly<Record<Lang, string>>;
  readonly field: Field;
  readonly width: number;
  readonly choices?: Readonly<Record<Lang, readonly string[]>>;
  /** One line for the page of instructions. */
  readonly help: Readonly<Record<Lang, string>>;
}

const column = (
  zh: string,
  en: string,
  field: Field,
  width: number,
  helpZh: string,
  helpEn: string,
  choices?: FormColumn["choices"],
): FormColumn => ({
  heading: { "zh-CN": zh, en },
  field,
  width,
  help: { "zh-CN": helpZh, en: helpEn },
  ...(choices ? { choices } : {}),
});

/** The columns of the ledger in their order (任务分解表). */
export const ledgerForm: readonly FormColumn[] = [
  column("台账编号", "Ledger id", "id", 14, "每行一个，不重复，全年不变。", "One a row, never used twice, the same all year."),
  column("序号", "No.", "seq", 6, "从1起连续编号。", "Counted from 1."),
  column("工作板块", "Programme", "program", 14, "任务所属的工程或板块。", "The programme that the task belongs to."),
  column("任务名称", "Task", "task", 26, "一项任务有几个指标时，每个指标一行，任务名称相同。", "A task with several indicators has a row for each, with the same name."),
  column("任务来源（文号、条款）", "Source of task", "other", 18, "文件名、文号和条款。", "Document, number and article."),
  column("任务类型", "Kind", "kind", 10, "有数量目标的填“定量”，按工程节点考核的填“项目”，其余填“定性”。", "Quantitative, project, or qualitative.", {
    "zh-CN": ["定量", "定性", "项目"],
    en: ["定量", "定性", "项目"],
  }),
  column("目标要求（原文）", "Requirement", "definition", 36, "照录计划原文。", "The plan's own words."),
  column("指标名称", "Indicator", "indicator", 20, "只写指标，不带数字和单位。", "The indicator alone, without number and unit."),
  column("统计口径", "Definition", "definition", 20, "哪些计入、哪些不计入。", "What counts and what does not."),
  column("计量单位", "Unit", "unit", 10, "如：人、户、个、公里、万元、%。", "Such as 人, 户, 个, 公里, 万元, %.", {
    "zh-CN": ["人", "人次", "户", "个", "套", "所", "处", "件", "项", "公里", "平方米", "公顷", "亩", "万元", "亿元", "%"],
    en: ["人", "人次", "户", "个", "套", "所", "处", "件", "项", "公里", "平方米", "公顷", "亩", "万元", "亿元", "%"],
  }),
  column("目标来源", "Source of target", "targetSource", 10, "同一指标有几个来源的目标时，各占一行，不相加。", "Targets of different sources stand in rows of their own and are not added.", {
    "zh-CN": ["市下达", "区自定", "责任书"],
    en: ["市下达", "区自定", "责任书"],
  }),
  column("目标方向", "Direction", "direction", 10, "≥不少于，≤不超过，=等于，区间，定性。", "≥ at least, ≤ at most, = equal, 区间 range, 定性 qualitative.", {
    "zh-CN": ["≥", "≤", "=", "区间", "定性"],
    en: ["≥", "≤", "=", "区间", "定性"],
  }),
  column("年度目标", "Target", "target", 10, "只填数字；尚未下达的填“待下达”。", "A number alone; 待下达 where it is still to come."),
  column("力争目标", "Stretch", "stretch", 10, "没有可不填。", "May be left empty."),
  column("上年基数", "Baseline", "baseline", 10, "上年同口径的实际数。", "Last year's figure of the same definition."),
  column("一季度", "Q1", "node", 9, "到本季末应累计完成的数。", "To be done by the end of March, cumulative."),
  column("上半年", "H1", "node", 9, "同上，累计数。", "The same by the end of June."),
  column("前三季度", "Q1–Q3", "node", 9, "同上，累计数。", "The same by the end of September."),
  column("全年", "Year", "node", 9, "与年度目标一致。", "The same as the target of the year."),
  column("形象进度节点", "Stages", "stage", 20, "项目填各节点的时间和形象进度。", "For projects: stages and their dates."),
  column("总投资（万元）", "Total investment (万元)", "investmentTotal", 12, "只填数字。", "A number alone."),
  column("年度计划投资（万元）", "Planned investment (万元)", "investmentPlan", 14, "只填数字。", "A number alone."),
  column("资金来源", "Source of funds", "fundingSource", 16, "如：中央、省、市、区、自筹。", "Such as central, provincial, city, district, own."),
  column("开始时间", "Start", "start", 12, "如：2026-03-01。", "Such as 2026-03-01."),
  column("完成时限", "Deadline", "deadline", 12, "如：2026-12-31或2026年12月底。", "Such as 2026-12-31."),
  column("牵头单位", "Lead", "lead", 16, "一个；有几个时用顿号分开，第一个负责报数。", "One; of several, the first reports the figures."),
  column("责任单位", "Responsible", "support", 16, "用顿号分开。", "Separated by 、."),
  column("配合单位", "Support", "support", 18, "用顿号分开。", "Separated by 、."),
  column("数据报送单位", "Reporter", "reporter", 14, "不填时为牵头单位。", "The lead, if left empty."),
  column("分管领导", "Leader", "leader", 10, "姓名。", "A name."),
  column("责任人", "Owner", "owner", 10, "姓名。", "A name."),
  column("联系人及电话", "Contact", "contact", 18, "姓名和电话。", "Name and telephone."),
  column("验收标准", "Acceptance", "acceptance", 24, "定性任务必填：什么样算完成。", "For qualitative tasks: what counts as done."),
  column("备注", "Note", "note", 20, "", ""),
];
