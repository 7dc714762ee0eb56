import { finding } from "@taizhang/finding";
import { compare } from "@taizhang/quantity";
import { amountIn, inOneUnit } from "./amounts.ts";
import { directionOf } from "./direction.ts";
import { eachTable, type Rule } from "./rule.ts";

/** T04 力争劣于目标: a stretch target below the firm one, or above it where less is better. */
export const stretchWeaker: Rule = {
  code: "T04",
  check: eachTable(function* (view) {
    if (!view.has("stretch")) return;
    for (const entry of view.data) {
      const cell = entry.cells.get("stretch");
      const [stretch, target] = [amountIn(entry, "stretch"), amountIn(entry, "target")];
      if (!cell || stretch.status !== "reported" || target.status !== "reported" || target.amountMax)
        continue;
      const both = inOneUnit(stretch, target);
      const { direction } = directionOf(entry, target);
      if (!both || direction === "within") continue;
      const order = compare(...both);
      if (direction === "up" ? order >= 0 : order <= 0) continue;
      yield finding(
        "T04",
        {
          stretch: stretch.amount ?? "",
          target: target.amount ?? "",
          direction,
          ...(entry.unit ? { unit: entry.unit } : {}),
        },
        [cell.at],
        { related: [entry.cells.get("target")?.at].filter((at) => at !== undefined) },
      );
    }
  }),
  examples: [
    {
      title: "力争数比目标还小",
      rows: [
        ["任务名称", "计量单位", "年度目标", "力争目标", "责任单位"],
        ["城镇新增就业", "人", 1300, 1200, "区人社局"],
        ["新建公厕", "座", 5, 6, "区城管局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "越低越好的指标，力争数反而更高",
      rows: [
        ["指标名称", "计量单位", "年度目标", "力争目标", "责任单位"],
        ["城镇登记失业率", "%", "4.3%以内", "4.5%", "区人社局"],
        ["新建公厕", "座", 5, 6, "区城管局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "单位不同也能比",
      rows: [
        ["任务名称", "计量单位", "年度目标", "力争目标", "责任单位"],
        ["招商引资", "亿元", 3, 2.5, "区商务局"],
        ["新建公厕", "座", 5, 6, "区城管局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "力争更进一步",
      rows: [
        ["任务名称", "计量单位", "年度目标", "力争目标", "责任单位"],
        ["城镇新增就业", "人", 1300, 1500, "区人社局"],
        ["城镇登记失业率", "%", "4.3%以内", "4.0%", "区人社局"],
      ],
      finds: [],
    },
    {
      title: "两者相同",
      rows: [
        ["任务名称", "计量单位", "年度目标", "力争目标", "责任单位"],
        ["城镇新增就业", "人", 1300, 1300, "区人社局"],
        ["新建公厕", "座", 5, 6, "区城管局"],
      ],
      finds: [],
    },
    {
      title: "没有力争数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "力争目标", "责任单位"],
        ["城镇新增就业", "人", 1300, "", "区人社局"],
        ["新建公厕", "座", 5, "—", "区城管局"],
      ],
      finds: [],
    },
  ],
};
