import { finding } from "@taizhang/finding";
import { isDitto } from "../read/row-cells.ts";
import { remembered } from "../remembered.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOf, textIn, valueIn } from "./subject.ts";

const behind = /滞后|逾期|进展缓慢|落后|未按期|未达序时|未达进度/;
const notBehind = /不滞后|未滞后|无滞后|未逾期|不存在|无逾期/;
const isBehind = remembered((status) => behind.test(status) && !notBehind.test(status));
const explains = /因|由于|受.{0,12}影响|问题|困难|原因|尚未|需要|缺|待/;

/** M06 滞后或逾期而无原因、措施: the status says so, and the sheet has columns for reason and measures that stay blank. */
export const reasonMissing: Rule = {
  code: "M06",
  check: eachTable(function* (view) {
    if (!view.has("status") || !(view.has("problem") || view.has("nextStep"))) return;
    for (const entry of view.data) {
      const raw = valueIn(view, entry, "status");
      // 同上 is what stands above, and a blank may be merged.
      const own = typeof raw === "string" && !isDitto(raw) ? raw.trim() : "";
      const status = own || textIn(entry, "status");
      if (!isBehind(status)) continue;
      if (textIn(entry, "problem") !== "" || textIn(entry, "nextStep") !== "") continue;
      if (
        explains.test(textIn(entry, "progress")) ||
        explains.test(textIn(entry, "note")) ||
        explains.test(status)
      )
        continue;
      const cell = entry.cells.get("status");
      yield finding("M06", { status }, [placeOf(view, entry, "problem", "nextStep")], {
        related: cell ? [cell.at] : [],
      });
    }
  }),
  examples: [
    {
      title: "滞后而没有说明",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "存在问题"],
        ["新建公厕", "座", 5, 1, "滞后", ""],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", ""],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "逾期而没有下步措施",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "下步措施"],
        ["新建公厕", "座", 5, 1, "已逾期", ""],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", ""],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "问题和措施两栏都空着",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "存在问题", "下步措施"],
        ["新建公厕", "座", 5, 1, "进展缓慢", "", ""],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", "", ""],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "写了原因",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "存在问题", "下步措施"],
        ["新建公厕", "座", 5, 1, "滞后", "选址未定", ""],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", "", ""],
      ],
      finds: [],
    },
    {
      title: "原因写在进展里",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "工作进展", "存在问题"],
        ["新建公厕", "座", 5, 1, "滞后", "因连续降雨停工一个月", ""],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", "", ""],
      ],
      finds: [],
    },
    {
      title: "表里没有这两栏",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["新建公厕", "座", 5, 1, "滞后", "区城管局"],
        ["城镇新增就业", "人", 1300, 1255, "正常推进", "区人社局"],
      ],
      finds: [],
    },
  ],
};
