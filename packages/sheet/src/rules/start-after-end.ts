import { finding } from "@taizhang/finding";
import { dateIn } from "./read-date.ts";
import { eachTable, type Rule } from "./rule.ts";

/** D03 开工晚于竣工: even the first day of the start lies behind the last day of the deadline. */
export const startAfterEnd: Rule = {
  code: "D03",
  check: eachTable(function* (view) {
    if (!view.has("start") || !view.has("deadline")) return;
    for (const entry of view.data) {
      const [from, to] = [entry.cells.get("start"), entry.cells.get("deadline")];
      if (!from || !to || (from.carried && to.carried)) continue;
      const [start, end] = [dateIn(view, from), dateIn(view, to)];
      if (start?.kind !== "date" || end?.kind !== "date" || !start.from || !end.due) continue;
      // Without a year on one side, it may be the year before or after.
      if (!view.year && start.statesYear !== end.statesYear) continue;
      if (start.from > end.due)
        yield finding(
          "D03",
          { start: shown(from.text, start.from), deadline: shown(to.text, end.due) },
          [from.at],
          {
            related: [to.at],
          },
        );
    }
  }),
  examples: [
    {
      title: "开始时间在完成时限之后",
      rows: [
        ["项目名称", "计量单位", "年度目标", "开始时间", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2016年9月", "2016年6月", "区城管局"],
        ["道路改造", "公里", 3, "2016年3月", "2016年10月", "区住建局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "年份写颠倒",
      rows: [
        ["项目名称", "计量单位", "年度目标", "开始时间", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2017年3月", "2016年10月", "区城管局"],
        ["道路改造", "公里", 3, "2016年3月", "2016年10月", "区住建局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "日期格式的单元格",
      rows: [
        ["项目名称", "计量单位", "年度目标", "开始时间", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, 42650, 42551, "区城管局"],
        ["道路改造", "公里", 3, 42430, 42643, "区住建局"],
      ],
      formats: { D2: "yyyy/m/d", E2: "yyyy/m/d", D3: "yyyy/m/d", E3: "yyyy/m/d" },
      finds: [{ ref: "D2" }],
    },
    {
      title: "先开工后竣工",
      rows: [
        ["项目名称", "计量单位", "年度目标", "开始时间", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2016年3月", "2016年6月", "区城管局"],
        ["道路改造", "公里", 3, "2015年10月", "2016年10月", "区住建局"],
      ],
      finds: [],
    },
    {
      title: "同月开工完工",
      rows: [
        ["项目名称", "计量单位", "年度目标", "开始时间", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2016年6月", "2016年6月30日", "区城管局"],
        ["道路改造", "公里", 3, "2016年3月", "2016年10月", "区住建局"],
      ],
      finds: [],
    },
    {
      title: "有一头没有写明",
      rows: [
        ["项目名称", "计量单位", "年度目标", "开始时间", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2016年9月", "", "区城管局"],
        ["道路改造", "公里", 3, "待定", "2016年10月", "区住建局"],
      ],
      finds: [],
    },
  ],
};

const shown = (text: string, day: string): string =>
  /^\d{5}(?:\.\d+)?$/.test(text) ? day : text.slice(0, 30);
