import { finding } from "@taizhang/finding";
import { redLag } from "./lag.ts";
import { eachTable, type Rule } from "./rule.ts";
import { placeOf, textIn } from "./subject.ts";

const behind = /滞后|逾期|进展缓慢|落后|未按期|未达序时|未达进度/;
const notBehind = /不滞后|未滞后|无滞后|未逾期|不存在|无逾期/;
const explains = /因|由于|受.{0,12}影响|问题|困难|原因|尚未|需要|缺|待/;

/** Cells that say nothing: 无, 暂无, —. */
const empty = /^(?:无|没有|暂无|无问题|\/|[-–—―─]+)?$/;

/**
 * M06 滞后或逾期而无原因、措施: the status says so, or by the figures the light is red and no status contradicts it, and
 * the sheet has columns for reason and measures that stay blank or say 无.
 */
export const reasonMissing: Rule = {
  code: "M06",
  check: eachTable(function* (view, { settingsOf }) {
    if (!(view.has("problem") || view.has("nextStep"))) return;
    const { parameters } = settingsOf(view.table.file);
    for (const entry of view.data) {
      const status = textIn(entry, "status");
      if (status !== "" && (!behind.test(status) || notBehind.test(status))) continue;
      const told = (["problem", "nextStep"] as const).some((field) => !empty.test(textIn(entry, field)));
      if (
        told ||
        (["progress", "note", "status"] as const).some((field) => explains.test(textIn(entry, field)))
      )
        continue;
      const lag = status === "" ? redLag(view, entry, parameters) : undefined;
      if (status === "" && !lag) continue;
      const cell = entry.cells.get(lag ? "actualCumulative" : "status");
      yield finding(
        "M06",
        lag ? { rate: lag.rate, lag: lag.points } : { status },
        [placeOf(view, entry, "problem", "nextStep")],
        { related: cell ? [cell.at] : [] },
      );
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
      title: "状态写滞后，原因和措施都只写了“无”",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "存在问题及原因", "下步措施"],
        ["新建养老中心", "个", 10, 3, "滞后", "无", "无"],
        ["残疾人就业", "人", 220, 180, "正常推进", "无", "无"],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "按完成率亮红灯，没有状态，也没有原因",
      name: "2016年10月",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "存在问题及原因", "下步措施"],
        ["新建养老中心", "个", 10, 3, "", ""],
        ["新建公厕", "座", 20, 9, "选址困难", ""],
        ["残疾人就业", "人", 220, 180, "", ""],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "时限未到，时点数和率没有序时进度",
      name: "2016年10月",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成时限", "存在问题及原因", "下步措施"],
        ["新建养老中心", "个", 10, 3, "2018年12月底", "", ""],
        ["养老保险参保人数", "万人", 15, 4, "年底", "", ""],
        ["群众满意率", "%", 95, 40, "年底", "", ""],
        ["安全生产事故", "起", "≤12", 3, "年底", "", ""],
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
