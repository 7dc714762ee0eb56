import { finding } from "@taizhang/finding";
import { completion, light, pace } from "@taizhang/kpi";
import { isPeriod } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import { dayOf } from "../facts/day.ts";
import { isDitto } from "../read/row-cells.ts";
import { statusSaid } from "../read/status-said.ts";
import { remembered } from "../remembered.ts";
import { amountIn, inOneUnit } from "./amounts.ts";
import { indicatorOf } from "./indicator-of.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOf, type TableView, textIn, valueIn } from "./subject.ts";

const behind = /滞后|逾期|进展缓慢|落后|未按期|未达序时|未达进度/;
const notBehind = /不滞后|未滞后|无滞后|未逾期|不存在|无逾期/;
const isBehind = remembered((status) => behind.test(status) && !notBehind.test(status));
const explains = /因|由于|受.{0,12}影响|问题|困难|原因|尚未|需要|缺|待/;

/**
 * M06 滞后或逾期而无原因、措施: the status or the light of the figures says so, and the sheet has columns for reason and
 * measures that stay blank.
 */
export const reasonMissing: Rule = {
  code: "M06",
  check: eachTable(function* (view, { settingsOf }) {
    if (!(view.has("problem") || view.has("nextStep"))) return;
    const { light: preset } = settingsOf(view.table.file).parameters;
    for (const entry of view.data) {
      const raw = valueIn(view, entry, "status");
      // 同上 is what stands above, and a blank may be merged.
      const own = typeof raw === "string" && !isDitto(raw) ? raw.trim() : "";
      const status = own || textIn(entry, "status");
      const isSaid = isBehind(status);
      const word = statusSaid(status);
      if (!isSaid && (word === "done" || word === "suspended")) continue;
      if (textIn(entry, "problem") + textIn(entry, "nextStep") !== "") continue;
      if (explains.test(textIn(entry, "progress") + textIn(entry, "note") + status)) continue;
      const cell = entry.cells.get(isSaid ? "status" : "actualCumulative");
      if (!isSaid && !lags(view, entry, preset)) continue;
      yield finding("M06", isSaid ? { status } : {}, [placeOf(view, entry, "problem", "nextStep")], {
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
      title: "没有办理状态，完成数已经落后",
      rows: [
        ["南关区2024年6月重点工程进度", "", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "完成时限", "累计完成", "存在问题及原因"],
        ["改造管网", "公里", 100, "12月底", 10, ""],
        ["改造道路", "公里", 100, "12月底", 60, ""],
        ["绿化道路", "公里", 100, "2026年12月底", 10, ""],
        ["修复桥梁", "座", 20, "12月底", 2, "汛期停工"],
      ],
      finds: [{ ref: "F3" }],
    },
    {
      title: "比率、时点数没有序时进度",
      rows: [
        ["南关区2024年6月经济指标", "", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成", "存在问题及原因"],
        ["居民医保参保率", "%", 95, 40, ""],
        ["常住人口", "万人", 60, 20, ""],
      ],
      finds: [],
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

/** The light of a flow is yellow or red (滞后). Stated nodes, and what does not add over time, have another pace. */
function lags({ period = "", year }: TableView, entry: Entry, preset: string | undefined): boolean {
  if (entry.nodes.length > 0 || !isPeriod(period)) return false;
  const aim = amountIn(entry, "target");
  const both = inOneUnit(amountIn(entry, "actualCumulative"), aim);
  const { direction, acrossTime } = indicatorOf(entry, aim.bound);
  if (!both || acrossTime !== "sum") return false;
  const dayIn = (field: "start" | "deadline") => {
    const { day } = dayOf(entry.cells.get(field), year, entry.table.grid.date1904);
    return day && { [field]: day };
  };
  const { rate } = completion({ direction, target: both[1], actual: both[0] });
  const passed = pace({ period, ...dayIn("start"), ...dayIn("deadline") });
  return !!rate && !!passed && light({ pace: passed, rate }, preset) !== "green";
}
