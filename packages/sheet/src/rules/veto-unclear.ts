import { finding } from "@taizhang/finding";
import { isVetoRow, vetoHeadings, vetoIn } from "../read/veto.ts";
import { eachTable, type Rule } from "./rule.ts";

/**
 * T09 一票否决情况不明: a cell of 一票否决 from which nobody can tell whether it happened. It sets no grade, so somebody must
 * say so.
 */
export const vetoUnclear: Rule = {
  code: "T09",
  check: eachTable(function* ({ table, data }) {
    const isAsked = vetoHeadings(table).has("state");
    for (const entry of data) {
      if (!isAsked && !isVetoRow(entry)) continue;
      const veto = vetoIn(entry);
      if (veto?.answer === "unclear" && !veto.cell.carried)
        yield finding("T09", { text: veto.cell.text }, [veto.cell.at]);
    }
  }),
  examples: [
    {
      title: "只写了“已整改”，没有写是否发生",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成", "权重", "一票否决"],
        ["区民政局", "困难救助", "人", 100, 90, 100, "无"],
        ["区教育局", "学前教育", "所", 100, 80, 100, "已整改"],
      ],
      finds: [{ ref: "G3" }],
    },
    {
      title: "只写了事项名称",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成", "权重", "一票否决事项"],
        ["区民政局", "困难救助", "人", 100, 90, 100, "安全生产"],
        ["区教育局", "学前教育", "所", 100, 80, 100, "否（未发生）"],
      ],
      finds: [{ ref: "G2" }],
    },
    {
      title: "一票否决这一行还没有结论",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["区民政局", "困难救助", "人", 100, 90],
        ["区民政局", "一票否决事项", "", "不发生", "待认定"],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "发生与否都写明了",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成", "权重", "一票否决"],
        ["区民政局", "困难救助", "人", 100, 90, 100, "无此情况"],
        ["区教育局", "学前教育", "所", 100, 80, 100, "2016年3月发生较大事故1起"],
        ["区人社局", "就业培训", "人", 100, 80, 100, "—"],
      ],
      finds: [],
    },
    {
      title: "这一列说的是指标的类别",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成", "权重", "是否为一票否决指标"],
        ["区民政局", "困难救助", "人", 100, 90, 100, "是"],
        ["区教育局", "学前教育", "所", 100, 80, 100, "待定"],
      ],
      finds: [],
    },
    {
      title: "有上限的一票否决指标，未超上限",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["区民政局", "困难救助", "人", 100, 90],
        ["区应急局", "安全生产事故起数（一票否决）", "起", "≤12", 10],
      ],
      finds: [],
    },
  ],
};
