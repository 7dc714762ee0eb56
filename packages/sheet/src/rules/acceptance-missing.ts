import { finding } from "@taizhang/finding";
import { eachTable, type Rule } from "./rule.ts";
import { printed } from "./seen.ts";
import { placeOf, textIn } from "./subject.ts";

/** T07 定性无验收标准: one hint a table that has a column for criteria and leaves it blank in qualitative rows. */
export const acceptanceMissing: Rule = {
  code: "T07",
  sees: (seen) => printed(seen, "acceptance", "kind"),
  check: eachTable(function* (view) {
    if (!view.has("acceptance") || !view.has("kind")) return;
    const qualitative = view.data.filter((entry) => textIn(entry, "kind").includes("定性"));
    const without = qualitative.filter((entry) => textIn(entry, "acceptance") === "");
    const [first, ...others] = without;
    if (!first) return;
    yield finding(
      "T07",
      { count: without.length, total: qualitative.length },
      [placeOf(view, first, "acceptance")],
      { related: others.map((entry) => placeOf(view, entry, "acceptance")) },
    );
  }),
  examples: [
    {
      title: "定性任务没有写验收标准",
      rows: [
        ["任务名称", "任务类型", "年度目标", "验收标准", "责任单位"],
        ["城镇新增就业（人）", "定量", 1300, "", "区人社局"],
        ["修订救助办法", "定性", "", "", "区民政局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "一张表只提一次",
      rows: [
        ["任务名称", "任务类型", "年度目标", "验收标准", "责任单位"],
        ["城镇新增就业（人）", "定量", 1300, "", "区人社局"],
        ["修订救助办法", "定性", "", "", "区民政局"],
        ["建立联席会议制度", "定性", "", "", "区民政局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "部分定性任务没有写",
      rows: [
        ["任务名称", "任务类型", "年度目标", "验收标准", "责任单位"],
        ["城镇新增就业（人）", "定量", 1300, "", "区人社局"],
        ["修订救助办法", "定性", "", "印发文件", "区民政局"],
        ["建立联席会议制度", "定性", "", "", "区民政局"],
      ],
      finds: [{ ref: "D4" }],
    },
    {
      title: "都写了",
      rows: [
        ["任务名称", "任务类型", "年度目标", "验收标准", "责任单位"],
        ["城镇新增就业（人）", "定量", 1300, "", "区人社局"],
        ["修订救助办法", "定性", "", "印发文件", "区民政局"],
      ],
      finds: [],
    },
    {
      title: "表里没有验收标准这一列",
      rows: [
        ["任务名称", "任务类型", "年度目标", "完成时限", "责任单位"],
        ["城镇新增就业（人）", "定量", 1300, "2016年12月", "区人社局"],
        ["修订救助办法", "定性", "", "2016年6月", "区民政局"],
      ],
      finds: [],
    },
    {
      title: "定量任务不要求",
      rows: [
        ["任务名称", "任务类型", "年度目标", "验收标准", "责任单位"],
        ["城镇新增就业（人）", "定量", 1300, "", "区人社局"],
        ["残疾人就业（人）", "定量", 220, "", "区残联"],
      ],
      finds: [],
    },
  ],
};
