import { finding } from "@taizhang/finding";
import type { TableRow } from "../table.ts";
import { columnsWithText, textsWith } from "./column-holds.ts";
import { letterSet } from "./letter-set.ts";
import { eachTable, type Rule } from "./rule.ts";

const mask =
  /\*{3,}|＊{3,}|\*{2,}(?=\p{Script=Han})|×{2,}|(?<![A-Za-zＸ])[XＸ]{2,}(?![A-Za-zＸ])|■{2,}|█{2,}/u;

/** A letter that every mask holds. */
const quick = letterSet("*＊×XＸ■█");

/** True for a text with a mask in it. */
export const isMasked = (text: string): boolean => quick(text) && mask.test(text);

const isRead = ({ kind }: TableRow): boolean =>
  kind !== "repeatedHeader" && kind !== "blank" && kind !== "note";

/** S08 脱敏占位: **** or ×× where a name or a number was. A single ★ or * is a mark and means something else. */
export const masked: Rule = {
  code: "S08",
  check: eachTable(function* (view) {
    for (const { row, column, text } of textsWith(view, columnsWithText(view), isRead, isMasked))
      yield finding("S08", { text: text.trim().slice(0, 40) }, [view.at(row, column.index)]);
  }),
  examples: [
    {
      title: "单位名称被遮去一段",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "****西部产业集聚区管委会"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "数字被遮去",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, "***", "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "用叉号代替地名",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["××镇卫生院扩建", "处", 1, 1, "区卫计局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "A2" }],
    },
    {
      title: "重点任务的星号",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["★城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["*残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "尺寸里的乘号",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["铺设60×60地砖", "块", 1300, 1255, "区住建局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
    {
      title: "英文里的XX",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["引进XXL校服生产线", "条", 1, 1, "区商务局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [],
    },
  ],
};
