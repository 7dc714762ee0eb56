import { finding } from "@taizhang/finding";
import { dateIn, dateOfText, type ReadDate } from "./read-date.ts";
import { eachTable, type Rule } from "./rule.ts";
import { valueIn } from "./subject.ts";

/** D02 时限越出计划期: a deadline that states another year than the sheet. Projects of several years are confirmed once. */
export const deadlineOutside: Rule = {
  code: "D02",
  check: eachTable(function* (view) {
    const { year } = view;
    if (!year) return;
    for (const entry of view.data) {
      const value = valueIn(view, entry, "deadline");
      if (value === null || (typeof value === "string" && !isOutside(dateOfText(view, value), year)))
        continue;
      const cell = entry.cells.get("deadline");
      if (!cell || cell.carried) continue;
      const read = dateIn(view, cell);
      if (read?.kind !== "date" || !isOutside(read, year)) continue;
      yield finding("D02", { text: textOf(cell.text, read.due), plan: `${year}年` }, [cell.at]);
    }
  }),
  examples: [
    {
      title: "时限写成了上一年",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2015年6月底前", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "时限在下一年",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2017年6月", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "日期格式的单元格",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, 43100, "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      formats: { D3: "yyyy/m/d" },
      finds: [{ ref: "D3" }],
    },
    {
      title: "都在当年",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "6月底前", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [],
    },
    {
      title: "表上没有写是哪一年",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2017年6月", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [],
    },
    {
      title: "没有写年份就是当年",
      rows: [
        ["2016年民生实事任务分解表", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "10月", "区城管局"],
        ["城镇新增就业", "人", 1300, "年底", "区人社局"],
      ],
      finds: [],
    },
  ],
};

/** A date cell shows its day, not its serial number. */
const textOf = (text: string, due: string): string =>
  /^\d{5}(?:\.\d+)?$/.test(text) ? due : text.slice(0, 30);

const isOutside = (read: ReadDate | undefined, year: number): boolean =>
  read?.kind === "date" && read.statesYear && read.due !== "" && Number(read.due.slice(0, 4)) !== year;
