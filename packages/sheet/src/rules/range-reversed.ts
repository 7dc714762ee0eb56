import { finding } from "@taizhang/finding";
import { compare, type Decimal, parseQuantity } from "@taizhang/quantity";
import { fieldsWithText } from "./column-holds.ts";
import { eachTable, type Rule } from "./rule.ts";
import { valueIn } from "./subject.ts";

/** T03 区间倒置: 50%—30%, 8—5个. 由50降到30 is a change and no range; 2016-10 is a month. */
export const rangeReversed: Rule = {
  code: "T03",
  check: eachTable(function* (view) {
    const fields = fieldsWithText(view, ["target", "stretch"]);
    if (fields.length === 0 && !view.has("node")) return;
    for (const entry of view.entries) {
      const texts = fields.some((field) => typeof valueIn(view, entry, field) === "string");
      if (!texts && entry.nodes.length === 0) continue;
      for (const cell of [entry.cells.get("target"), entry.cells.get("stretch"), ...entry.nodes]) {
        if (typeof cell?.value !== "string" || cell.carried || !/\d/.test(cell.text)) continue;
        const { value } = parseQuantity(cell.text);
        if (value?.valueMax === undefined || compare(value.value, value.valueMax as Decimal) <= 0) continue;
        yield finding("T03", { text: cell.text, from: value.value, to: value.valueMax }, [cell.at]);
      }
    }
  }),
  examples: [
    {
      title: "先大后小",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", "8-5", 4, "区教育局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "C2" }],
    },
    {
      title: "百分数区间",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["居民消费价格涨幅", "%", "控制在5%—3%", 2.1, "区发改局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "C2" }],
    },
    {
      title: "波浪号区间",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", "12～10座", 9, "区城管局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "C2" }],
    },
    {
      title: "正常的区间",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", "1—2", 1, "区教育局"],
        ["居民消费价格涨幅", "%", "控制在3%—5%", 2.1, "区发改局"],
      ],
      finds: [],
    },
    {
      title: "由高降低不是区间",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["万元能耗", "吨标准煤", "由0.52降至0.5", 0.51, "区发改局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "月份和负数下限",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["主体完工", "", "2016-10", "", "区住建局"],
        ["工业增速", "%", "-1%～2%", 1.1, "区经信局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [],
    },
  ],
};
