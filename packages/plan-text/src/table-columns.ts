import { splitNameAndUnit } from "@taizhang/quantity";
import { roleWords } from "./role-words.ts";

/** What a column of a pasted table holds (粘贴表格的列). */
export type ColumnKind =
  | "no"
  | "program"
  | "person"
  | "org"
  | "unit"
  | "target"
  | "past"
  | "deadline"
  | "skip"
  | "text";

/** A column by its heading. */
export interface TableColumn {
  readonly kind: ColumnKind;
  readonly heading: string;
  /** The unit that the heading holds: 年度目标（万元）. */
  readonly unit?: string;
}

const kinds: readonly (readonly [ColumnKind, RegExp])[] = [
  ["no", /^(?:序号|编号|项次|序|No\.?)$/i],
  ["program", /^(?:类别|板块|工作板块|领域|分类|项目类别|任务类别|工程类别|一级指标|指标类别|类型)$/],
  ["unit", /^(?:计量|统计)?单位(?:名称)?$|^计量$/],
  ["past", /(?:完成(?:数|值|情况|额)|基数|基期|上年|去年|实际|现状)/],
  ["skip", /^(?:备注|进展|说明|权重|分值|得分|评分|计分|考核|属性|指标属性|方向|性质|来源)/],
  ["deadline", /(?:时限|时间|期限|节点|日期)/],
  ["person", /(?:领导|责任人|负责人|联系人|电话)/],
  ["org", /(?:单位|部门|主体|科室|处室)$/],
  [
    "target",
    /(?:目标值?|任务数|计划数|指标值|目标数|计划值|数量|任务量|(?:总|计划|年度|估算|概算)?投资(?:额|估算|规模)?|资金(?:安排|规模)?)$/,
  ],
  ["text", /./],
];

const headings = new RegExp(
  `^(?:序号|编号|项次|(?:工作|重点|目标|具体|主要|年度|建设|实施|项目|民生|实事|指标|任务|推进|落实|工程)*(?:任务|事项|内容|目标|名称|措施|指标|要求|项目|规模|标准|地点)(?:名称|内容|及规模|值|数)?|责任人|联系人|类别|板块|领域|类型|计量单位|单位|备注|权重|分值|资金来源|(?:计划)?完成(?:时限|时间|期限|日期|情况)|(?:时间|进度|时限)?(?:时限|节点|安排|要求)|(?:办结|竣工|开工|建成|实施|建设|起止)(?:时限|时间|期限|日期|年限|工期|性质)|形象进度|年度计划|(?:工作)?进展(?:情况)?|目标值|(?:计划|估算|概算|年度|总)?投资(?:额|估算|规模)?|资金(?:安排|规模)?|${roleWords})$`,
);

/** True for the words of a heading of a table of tasks. */
export const isHeading = (words: string): boolean => {
  const plain = words
    .replace(/\s/g, "")
    .replace(/\([^()]*\)/g, "")
    .replace(/^(?:19|20)\d\d年?度?/, "");
  return plain.length > 0 && plain.length <= 14 && headings.test(plain);
};

/** A column by its heading. */
export function tableColumn(words: string): TableColumn {
  const heading = words.replace(/\s/g, "");
  const { name, unit } = splitNameAndUnit(heading);
  const kind = kinds.find(([, test]) => test.test(name))?.[0] ?? "text";
  return { kind, heading: name, ...(unit ? { unit } : {}) };
}
