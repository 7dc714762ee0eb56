import type { Lang } from "@taizhang/finding";
import type { Parameters } from "./settings.ts";

/** The blocks of the sheet 台账设置, from top to bottom. */
export type Block = "rules" | "parameters" | "columns" | "explanations";

/** The headings of the blocks; a sheet is read in whichever language it was written. */
interface SettingsWords {
  readonly about: string;
  readonly titles: Readonly<Record<Block, string>>;
  readonly rules: Readonly<Record<"code" | "title" | "on" | "severity", string>>;
  readonly parameters: Readonly<Record<"name" | "value" | "help", string>>;
  readonly columns: Readonly<Record<"header" | "field" | "indicator", string>>;
  readonly explanations: Readonly<
    Record<
      "code" | "sheet" | "row" | "column" | "period" | "value" | "reason" | "by" | "day" | "what",
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly blank: string;
  /** The meaning of a line whose first cell names a sheet and whose last its header rows: 2—3. */
  readonly headerRows: string;
  readonly parameterNames: Readonly<Record<keyof Parameters, readonly [name: string, help: string]>>;
  readonly byMonth: string;
  readonly byDay: string;
  /** The presets of lights by the names that the sheet uses; others stand as they are. */
  readonly lightNames: Readonly<Record<string, string>>;
}

export const settingsWords: Readonly<Record<Lang, SettingsWords>> = {
  "zh-CN": {
    about: "本表由台账读取，可直接修改；删去本表即恢复默认设置。请勿改动各栏列名。",
    titles: { rules: "规则", parameters: "参数", columns: "列的含义", explanations: "说明和放行" },
    rules: { code: "编号", title: "问题", on: "启用", severity: "级别" },
    parameters: { name: "参数", value: "取值", help: "填写要求" },
    columns: { header: "列名", field: "含义", indicator: "指标" },
    explanations: {
      code: "编号",
      sheet: "工作表",
      row: "行",
      column: "列名",
      period: "报告期",
      value: "当时的值",
      reason: "说明",
      by: "填写人",
      day: "日期",
      what: "问题",
    },
    yes: "是",
    no: "否",
    blank: "（空白）",
    headerRows: "表头行",
    parameterNames: {
      reasonLength: ["说明最少字数", "整数，默认6"],
      weightTotal: ["权重应有总分", "如100、1000；不填的按表中写明的总分"],
      rateTolerance: ["完成率允许误差（百分点）", "在四舍五入之外允许的误差，默认0"],
      light: ["亮灯标准", "一般：落后10个百分点以内为绿灯；从严：不落后为绿灯。默认一般"],
      pace: ["序时进度", "按月或按日，默认按月"],
    },
    byMonth: "按月",
    byDay: "按日",
    lightNames: { default: "一般", strict: "从严" },
  },
  en: {
    about:
      "Taizhang reads this sheet; change it freely. Without it the usual settings hold. Please keep the headings.",
    titles: { rules: "Rules", parameters: "Parameters", columns: "Columns", explanations: "Explanations" },
    rules: { code: "Code", title: "Problem", on: "In use", severity: "Severity" },
    parameters: { name: "Parameter", value: "Value", help: "How to fill it in" },
    columns: { header: "Heading", field: "Meaning", indicator: "Indicator" },
    explanations: {
      code: "Code",
      sheet: "Sheet",
      row: "Row",
      column: "Heading",
      period: "Period",
      value: "Value then",
      reason: "Explanation",
      by: "By",
      day: "Day",
      what: "Problem",
    },
    yes: "yes",
    no: "no",
    blank: "(blank)",
    headerRows: "Header rows",
    parameterNames: {
      reasonLength: ["Fewest characters of an explanation", "A whole number, usually 6"],
      weightTotal: ["Total of the weights", "Such as 100 or 1000; empty where the table says it"],
      rateTolerance: ["Tolerance of completion rates (points)", "Beyond rounding, usually 0"],
      light: ["Lights", "default: green up to 10 points behind; strict: green when not behind"],
      pace: ["Time elapsed", "by month or by day, usually by month"],
    },
    byMonth: "by month",
    byDay: "by day",
    lightNames: {},
  },
};
