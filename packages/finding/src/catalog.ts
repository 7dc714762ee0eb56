import type { FindingCode } from "./facts.ts";
import type { Severity } from "./severity.ts";

/** What the catalogue says of a code: its title and its severity, and others that a detector may choose. */
export interface CatalogEntry {
  readonly title: { readonly "zh-CN": string; readonly en: string };
  readonly severity: Severity;
  readonly alternatives?: readonly Severity[];
}

const entry = (
  severity: Severity,
  zhCN: string,
  en: string,
  ...alternatives: readonly Severity[]
): CatalogEntry => ({
  title: { "zh-CN": zhCN, en },
  severity,
  ...(alternatives.length > 0 ? { alternatives } : {}),
});

/** Every finding that Taizhang can make, by code, in the order users see them (问题目录). The domain page §6. */
export const catalog: { readonly [Code in FindingCode]: CatalogEntry } = {
  S01: entry("C", "缺少必填列", "Needed column is missing", "A"),
  S02: entry("B", "列名重复", "Columns with the same heading"),
  S03: entry("D", "合并单元格致空", "Merged cells leave blanks"),
  S04: entry("B", "小计行混入明细", "Subtotal among the details", "C", "D"),
  S05: entry("D", "空行或多余列", "Blank rows or spare columns"),
  S06: entry("D", "序号断号或重号", "Gaps or repeats in the numbering"),
  S07: entry("B", "重复任务", "Task listed twice"),
  S08: entry("C", "脱敏占位", "Masked text"),
  S09: entry("A", "期别、填报单位或行标识不符", "Wrong period, reporter or row id", "C"),
  V01: entry("B", "文本型数字", "Number stored as text"),
  V02: entry("B", "计量单位混在值内", "Unit inside the value", "D"),
  V03: entry("B", "计量单位缺失或与指标不符", "Unit missing or not the indicator's"),
  V04: entry("C", "万、元量级存疑", "Magnitude looks wrong"),
  V05: entry("B", "百分数尺度不一", "Percent and fraction mixed"),
  V06: entry("C", "计数指标非整数", "Count is not a whole number"),
  V07: entry("C", "负数或占比越界", "Negative number or share above 100%"),
  V08: entry("C", "疑似串入年份", "Year seems run together with the number"),
  V09: entry("C", "乱码、繁体、拼音注", "Stray signs, traditional letters, pinyin glosses"),
  V10: entry("B", "完成数不是确切的数", "Figure done is not one exact number", "C"),
  T01: entry("A", "定量目标缺失", "Target is missing"),
  T02: entry("B", "目标方向不明", "Direction of the target is unclear"),
  T03: entry("A", "区间倒置", "Range is upside down"),
  T04: entry("B", "力争目标劣于目标", "Stretch target is weaker than the target"),
  T05: entry("C", "增幅与绝对值不符", "Growth and amount do not agree"),
  T06: entry("B", "权重和与应有总分不符", "Weights do not add up", "C"),
  T07: entry("D", "定性任务无验收标准", "Qualitative tasks without acceptance criteria"),
  T08: entry("A", "受控内容被改", "Assigned content was changed"),
  T09: entry("B", "一票否决情况不明", "Unclear whether a veto happened"),
  U01: entry("B", "部门未识别", "Department not recognised", "A", "D"),
  U02: entry("D", "单位用了旧称", "Former name of a department"),
  U03: entry("C", "牵头单位缺失或不唯一", "Lead missing or not single"),
  U04: entry("C", "集合单位未展开", "Group of units not listed"),
  U05: entry("B", "单位已撤并", "Unit was abolished or merged"),
  D01: entry("B", "时限无法解析", "Deadline cannot be read", "C"),
  D02: entry("C", "时限越出计划期", "Deadline lies outside the plan"),
  D03: entry("A", "开工晚于竣工", "Start lies after the end"),
  X01: entry("A", "明细与合计不符", "Total differs from its details"),
  X02: entry("A", "资金来源与总额不符", "Funding does not add up to the total"),
  X03: entry("A", "其中项大于总项", "Part is greater than the whole"),
  X04: entry("B", "上下级数字不符", "Figures of two levels differ", "C", "D"),
  X05: entry("A", "率被相加或平均", "Rates added or averaged", "C"),
  X06: entry("C", "不同单位相加", "Different units added"),
  M01: entry("B", "累计数不衔接", "Cumulative figure does not follow"),
  M02: entry("B", "完成率复算不符", "Completion rate differs when recomputed"),
  M03: entry("B", "状态与完成率矛盾", "Status contradicts the completion rate"),
  M04: entry("B", "应报未报", "Figure due but not reported"),
  M05: entry("C", "内容与上月雷同", "Same as last month"),
  M06: entry("B", "滞后未说明原因、措施", "Behind without reason or measures"),
  M07: entry("C", "已完成未附佐证", "Said to be done without evidence"),
  F01: entry("A", "文件无法读取", "File cannot be read"),
  F02: entry("B", "公式未计算", "Formula was never calculated"),
  F03: entry("A", "公式错误值", "Formula error"),
  F04: entry("D", "隐藏行列已计入", "Hidden rows or columns are counted"),
  F05: entry("A", "涉密标志", "Secrecy mark"),
  C01: entry("C", "编号缺失，按内容对应", "Matched without an id"),
  C02: entry("A", "同一单位交了两份表", "Two files of one department", "D"),
  C03: entry("B", "下发之外新增的行", "Row that was not sent out"),
  C04: entry("B", "下发的行缺失", "Row that was sent out is gone"),
  C05: entry("D", "行序有改动", "Rows were moved"),
  C06: entry("A", "交错了表", "Wrong file", "B", "D"),
  C07: entry("B", "下发栏目被改", "Protected cell was edited"),
  C08: entry("B", "同一行出现两次", "Row stands twice"),
  C09: entry("C", "共同任务数字不同", "Figures of a joint task differ"),
  R01: entry("B", "不符合自编规则", "Breaks a rule of your own", "A", "C", "D"),
  R02: entry("B", "自编规则无法识别", "Own rule cannot be read"),
  R03: entry("B", "设置无法识别", "Setting cannot be read"),
};
