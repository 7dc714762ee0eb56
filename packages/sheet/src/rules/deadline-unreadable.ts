import { finding } from "@taizhang/finding";
import { fieldsHeld } from "./column-holds.ts";
import { fixCell } from "./edit-cell.ts";
import { dateIn, dateOfText, type ReadDate } from "./read-date.ts";
import { eachTable, type Rule } from "./rule.ts";
import { valueIn } from "./subject.ts";

/** A text with a date that can be read somewhere in it is a milestone, not a slip. */
const holdsDate = /(?<![\d月])(?:1[0-2]|[1-9])月|[一二三四1-4]季度|[上下]半年|年底|年末|年内|全年/;
const broken =
  /(?:^|[^\d一二三四五六七八九十本当每上下个\s])月|(?:^|[^\d今明本全当去次跨每年之二两三五学前])年\d/;

/** A text with a piece of a date that lacks its number. @example isBrokenDate("月6月竣工") // true */
export const isBrokenDate = (text: string): boolean => broken.test(text);

/** A text of which no part is a date, or a part is broken. @example isNoDate("待定") // true */
export const isNoDate = (text: string): boolean => isBrokenDate(text) || !holdsDate.test(text);

/** D01 时限无法解析: 月6月竣工 is B; words that set no day (长期, 汛期前) are C, to be confirmed. */
export const deadlineUnreadable: Rule = {
  code: "D01",
  check: eachTable(function* (view) {
    const fields = fieldsHeld(view, ["deadline", "start"]);
    if (fields.length === 0) return;
    for (const entry of view.data)
      for (const field of fields) {
        const value = valueIn(view, entry, field);
        if (value === null || (typeof value === "string" && isFine(dateOfText(view, value)))) continue;
        const cell = entry.cells.get(field);
        if (!cell || cell.carried) continue;
        const read = dateIn(view, cell);
        if (read?.kind === "vague" || (read?.kind === "unreadable" && !/[\d月]/.test(cell.text)))
          yield finding("D01", { text: cell.text.slice(0, 30), vague: true }, [cell.at], { severity: "C" });
        else if (read?.kind === "serial")
          yield finding("D01", { text: cell.text, vague: false }, [cell.at], {
            fix:
              typeof cell.value === "number"
                ? fixCell("dateFormat", view.table.grid, cell.at, cell.value, "yyyy/m/d")
                : undefined,
          });
        else if (read?.kind === "unreadable" && isNoDate(cell.text))
          yield finding("D01", { text: cell.text.slice(0, 30), vague: false }, [cell.at]);
      }
  }),
  examples: [
    {
      title: "日期残缺",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "月6月竣工", "区城管局"],
        ["城镇新增就业", "人", 1300, "12月底前", "区人社局"],
      ],
      finds: [{ ref: "D2", severity: "B" }],
    },
    {
      title: "没有这个月份",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "2016年13月", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [{ ref: "D2", severity: "B" }],
    },
    {
      title: "长期坚持、汛期前要确认",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["信访接待", "次", 50, "长期坚持", "区信访局"],
        ["疏通河道", "公里", 12, "汛期前", "区水务局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [
        { ref: "D2", severity: "C" },
        { ref: "D3", severity: "C" },
      ],
    },
    {
      title: "日期失去了日期格式，显示成一个数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, 42551, "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [{ ref: "D2", severity: "B", fix: [42551] }],
    },
    {
      title: "各种常见写法",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "6月底前", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016.12", "区人社局"],
        ["道路改造", "公里", 3, "三季度", "区住建局"],
        ["职业培训", "人次", 300, "年底", "区人社局"],
        ["残疾人就业", "人", 220, 42735, "区残联"],
      ],
      formats: { D6: "yyyy/m/d" },
      finds: [],
    },
    {
      title: "建设年限写起止年份",
      rows: [
        ["项目名称", "计量单位", "年度目标", "建设年限", "责任单位"],
        ["新建公厕", "座", 5, "2023-2026", "区城管局"],
        ["道路改造", "公里", 3, "2024年—2025年", "区住建局"],
      ],
      finds: [],
    },
    {
      title: "分几步写明时间",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "方案审定后6月开工，10月底前完工", "区城管局"],
        ["城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
      ],
      finds: [],
    },
    {
      title: "空白和“—”不算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
        ["新建公厕", "座", 5, "", "区城管局"],
        ["城镇新增就业", "人", 1300, "—", "区人社局"],
      ],
      finds: [],
    },
  ],
};

const isFine = (read: ReadDate | undefined): boolean => read === undefined || read.kind === "date";
