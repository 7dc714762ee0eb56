import { finding } from "@taizhang/finding";
import { compare, isZero } from "@taizhang/quantity";
import { amountIn, inOneUnit } from "./amounts.ts";
import { directionOf } from "./direction.ts";
import { indicatorOf } from "./indicator-of.ts";
import type { Rule } from "./rule.ts";
import { counterparts } from "./same-row.ts";
import { textIn } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** M05 雷同: the progress text is last month's, or the cumulative figure has not moved and the target is not reached. */
export const sameAsLastMonth: Rule = {
  code: "M05",
  *check({ tables, last }) {
    if (last.length === 0) return;
    const before = counterparts(last);
    for (const view of tables)
      for (const entry of view.data) {
        const found = before(entry)?.entry;
        if (
          !found ||
          (view.period && found.table.period?.value === view.table.period?.value && view.table.period)
        )
          continue;
        if (/已完成|完成|办结/.test(textIn(entry, "status"))) continue;
        const [text, old] = [textIn(entry, "progress"), textIn(found, "progress")];
        const cell = entry.cells.get("progress");
        if (cell && !cell.carried && text.length >= 8 && textKey(text) === textKey(old)) {
          const related = found.cells.get("progress")?.at;
          yield finding("M05", { kind: "text", text: text.slice(0, 30) }, [cell.at], {
            related: related ? [related] : [],
          });
          continue;
        }
        const [now, past] = [amountIn(entry, "actualCumulative"), amountIn(found, "actualCumulative")];
        const figure = entry.cells.get("actualCumulative");
        const both = inOneUnit(past, now);
        const goal = inOneUnit(now, amountIn(entry, "target"));
        if (
          !figure ||
          figure.carried ||
          now.status !== "reported" ||
          past.status !== "reported" ||
          !both ||
          !goal
        )
          continue;
        if (
          both[0] !== both[1] ||
          isZero(both[1]) ||
          indicatorOf(entry).accounting !== "flow" ||
          compare(...goal) >= 0
        )
          continue;
        if (directionOf(entry, amountIn(entry, "target")).direction !== "up") continue;
        const related = found.cells.get("actualCumulative")?.at;
        yield finding("M05", { kind: "amount", value: both[1] }, [figure.at], {
          related: related ? [related] : [],
        });
      }
  },
  examples: [
    {
      title: "进展与上月一字不差",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, "已举办专场招聘会12场"],
        ["残疾人就业", "人", 220, 180, "培训两期"],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
          ["城镇新增就业", "人", 1300, 1100, "已举办专场招聘会12场。"],
          ["残疾人就业", "人", 220, 160, "培训一期"],
        ],
      },
      finds: [{ ref: "E2" }],
    },
    {
      title: "累计没有动，任务还没完成",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1100, ""],
        ["残疾人就业", "人", 220, 180, ""],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
          ["城镇新增就业", "人", 1300, 1100, ""],
          ["残疾人就业", "人", 220, 160, ""],
        ],
      },
      finds: [{ ref: "D2" }],
    },
    {
      title: "文字和数字都没有动，只提一次",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1100, "正在组织第三期培训报名"],
        ["残疾人就业", "人", 220, 180, ""],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
          ["城镇新增就业", "人", 1300, 1100, "正在组织第三期培训报名"],
          ["残疾人就业", "人", 220, 160, ""],
        ],
      },
      finds: [{ ref: "E2" }],
    },
    {
      title: "任务已完成，不必再有进展",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["新建公厕", "座", 5, 5, ""],
        ["残疾人就业", "人", 220, 180, ""],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
          ["新建公厕", "座", 5, 5, ""],
          ["残疾人就业", "人", 220, 160, ""],
        ],
      },
      finds: [],
    },
    {
      title: "有新进展",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, "已举办专场招聘会14场"],
        ["残疾人就业", "人", 220, 180, ""],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
          ["城镇新增就业", "人", 1300, 1100, "已举办专场招聘会12场"],
          ["残疾人就业", "人", 220, 160, ""],
        ],
      },
      finds: [],
    },
    {
      title: "没有给上月的表",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, "已举办专场招聘会12场"],
        ["残疾人就业", "人", 220, 180, ""],
      ],
      finds: [],
    },
  ],
};
