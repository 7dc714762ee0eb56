import type { Lang } from "@taizhang/finding";

interface FunctionWords {
  readonly noActual: string;
  readonly noTarget: string;
  readonly noNumber: string;
  readonly zeroTarget: string;
  readonly met: string;
  readonly notMet: string;
  readonly noPeriod: string;
  readonly noDay: string;
  readonly noPreset: (names: string) => string;
  readonly unreported: string;
  readonly noName: string;
  readonly notFound: string;
  readonly ambiguous: (names: string) => string;
  readonly suggest: (names: string) => string;
  readonly lights: Readonly<Record<"green" | "yellow" | "red", string>>;
}

/** What the custom functions say in cells. */
export const functionWords: Readonly<Record<Lang, FunctionWords>> = {
  "zh-CN": {
    noActual: "完成数未报，不按0计算",
    noTarget: "没有目标值",
    noNumber: "无法识别这个数，请填写数字",
    zeroTarget: "目标为0，没有完成率",
    met: "达标",
    notMet: "未达标",
    noPeriod: "无法识别报告期，请写成2016-10或2016年10月",
    noDay: "无法识别日期，请填写日期或2016-10-25",
    noPreset: (names) => `没有这种亮灯标准，可以用：${names}`,
    unreported: "○未报",
    noName: "没有填名称",
    notFound: "没有查到，请核对名称、所在地区和日期",
    ambiguous: (names) => `有几种可能：${names}；请注明所在地区`,
    suggest: (names) => `没有查到，是否为：${names}`,
    lights: { green: "●绿", yellow: "▲黄", red: "◆红" },
  },
  en: {
    noActual: "No figure was reported; it is not taken as 0",
    noTarget: "There is no target",
    noNumber: "This is not a number; please enter one",
    zeroTarget: "The target is 0; there is no rate",
    met: "met",
    notMet: "not met",
    noPeriod: "The period cannot be read; please write 2016-10",
    noDay: "The date cannot be read; please enter a date or 2016-10-25",
    noPreset: (names) => `No such rule of lights; there are: ${names}`,
    unreported: "○ not reported",
    noName: "There is no name",
    notFound: "Not found; please check name, place and date",
    ambiguous: (names) => `Could be: ${names}; please state the place`,
    suggest: (names) => `Not found; did you mean: ${names}`,
    lights: { green: "● green", yellow: "▲ yellow", red: "◆ red" },
  },
};
