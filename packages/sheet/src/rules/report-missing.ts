import { finding } from "@taizhang/finding";
import { isBlank } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import { amountIn, amountOfCell } from "./amounts.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOf, textIn, valueIn } from "./subject.ts";

/**
 * M04 应报未报: a row with a target and no word on it — no figure, no status, no progress — in a return where the
 * others report. A blank form and a row that is not due yet are left alone.
 */
export const reportMissing: Rule = {
  code: "M04",
  check: eachTable(function* (view) {
    if (view.table.role === "ledger" || !(view.has("actualCumulative") || view.has("actualPeriod"))) return;
    const blank = view.data.filter(
      (entry) =>
        isBlank(valueIn(view, entry, "actualCumulative")) && isBlank(valueIn(view, entry, "actualPeriod")),
    );
    const isDue = (entry: Entry) => amountIn(entry, "target").status === "reported";
    const silent = blank.filter((entry) => isDue(entry) && isSilent(entry));
    if (silent.length === 0 || silent.length * 2 > view.data.filter(isDue).length) return;
    for (const entry of silent) {
      const target = amountIn(entry, "target");
      yield finding(
        "M04",
        {
          indicator: entry.indicator,
          target: target.amount ?? "",
          ...(entry.unit ? { unit: entry.unit } : {}),
        },
        [placeOf(view, entry, "actualCumulative", "actualPeriod")],
      );
    }
  }),
  examples: [
    {
      title: "有目标，完成数、进展都是空的",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, "举办招聘会12场"],
        ["残疾人就业", "人", 220, 180, ""],
        ["新建公厕", "座", 5, "", ""],
      ],
      finds: [{ ref: "D4" }],
    },
    {
      title: "本月和累计都没有填",
      rows: [
        ["任务名称", "计量单位", "年度目标", "本月完成", "本年累计完成", "办理状态"],
        ["城镇新增就业", "人", 1300, 120, 1255, "正常推进"],
        ["残疾人就业", "人", 220, "", "", ""],
        ["新建公厕", "座", 5, 0, 3, "滞后"],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "一个区没有报",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, null],
        ["仁寿县", "城镇新增就业", "人", 6000, 5500],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "0和“—”都是报了",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, ""],
        ["残疾人就业", "人", 220, 0, ""],
        ["新建公厕", "座", 5, "—", ""],
      ],
      finds: [],
    },
    {
      title: "写明还没有到节点",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, ""],
        ["残疾人就业", "人", 220, 180, ""],
        ["新建公厕", "座", 5, "", "未到节点"],
      ],
      finds: [],
    },
    {
      title: "还没有下发填报的空表",
      rows: [
        ["任务名称", "计量单位", "年度目标", "本月完成", "累计完成"],
        ["城镇新增就业", "人", 1300, "", ""],
        ["残疾人就业", "人", 220, "", ""],
        ["新建公厕", "座", 5, "", ""],
      ],
      finds: [],
    },
  ],
};

const words = ["status", "progress", "problem", "nextStep", "stage", "note", "completion"] as const;

function isSilent(entry: Entry): boolean {
  for (const field of ["actualCumulative", "actualPeriod"] as const) {
    const cell = entry.cells.get(field);
    if (cell && (cell.carried || amountOfCell(cell, entry).status !== "missing")) return false;
  }
  if (entry.repeats.some(({ column, text }) => column.field.startsWith("actual") && text !== ""))
    return false;
  return words.every((field) => textIn(entry, field) === "");
}
