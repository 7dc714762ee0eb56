import { finding } from "@taizhang/finding";
import { parseQuantity } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { statedDirection } from "../read/stated-direction.ts";
import { eachTable, type Rule } from "./rule.ts";
import { type TableView, textIn } from "./subject.ts";

type Way = "up" | "down";
interface Saying {
  readonly way: Way;
  readonly says: string;
}

/**
 * T02 方向不明: two places of one row say opposite bounds, as 方向 ≥ beside 4.3%以内, or its direction is a word that is
 * none. A row that says nothing is not unclear: 完成13000人 wants more.
 */
export const directionUnclear: Rule = {
  code: "T02",
  check: eachTable(function* (view) {
    // With one place to say it there is nothing to contradict.
    if (!view.has("direction") && !view.columnsOf("target").some(({ bound }) => bound)) return;
    const isDirections = namesDirections(view);
    for (const entry of view.data) {
      if (isDirections && statedDirection(entry) === "unread" && entry.cells.has("target")) {
        const { at } = entry.cells.get("direction") ?? {};
        if (at) yield finding("T02", { indicator: entry.indicator, says: textIn(entry, "direction") }, [at]);
        continue;
      }
      const sayings = [inDirection(entry), inHeader(entry), inCell(entry)].filter((one) => one !== undefined);
      const [first] = sayings;
      const other = sayings.find(({ way }) => way !== first?.way);
      const cell = entry.cells.get("target");
      if (first && other && cell)
        yield finding("T02", { indicator: entry.indicator, says: first.says, other: other.says }, [cell.at]);
    }
  }),
  examples: [
    {
      title: "方向栏与目标值相反",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["城镇登记失业率", "%", "≥", "4.3%以内", "区人社局"],
        ["城镇新增就业", "人", "≥", 1300, "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "正向指标写了“以内”",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["新建公厕", "座", "正向", "5座以内", "区城管局"],
        ["城镇新增就业", "人", "正向", 1300, "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "方向栏“≤”与“不低于”相反",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["空气优良天数", "天", "≤", "不低于300天", "区环保局"],
        ["城镇新增就业", "人", "≥", 1300, "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "方向栏的写法看不出方向",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["城镇登记失业率", "%", "从严", 4.3, "区人社局"],
        ["城镇新增就业", "人", "≥", 1300, "区人社局"],
      ],
      finds: [{ ref: "C2" }],
    },
    {
      title: "各种通行写法都看得懂",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["城镇登记失业率", "%", "不超过", 4.3, "区人社局"],
        ["城镇新增就业", "人", "正向指标", 1300, "区人社局"],
        ["安全生产事故", "起", "逆向（越低越好）", 12, "区安监局"],
        ["信访积案", "件", "只减不增", 20, "区信访局"],
        ["文明创建", "", "定性", "通过验收", "区文明办"],
      ],
      finds: [],
    },
    {
      title: "两处一致",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["城镇登记失业率", "%", "≤", "4.3%以内", "区人社局"],
        ["城镇新增就业", "人", "≥", "不低于1300人", "区人社局"],
      ],
      finds: [],
    },
    {
      title: "只有一处写了方向",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["城镇登记失业率", "%", "≤", 4.3, "区人社局"],
        ["城镇新增就业", "人", "", "1300人以上", "区人社局"],
      ],
      finds: [],
    },
    {
      title: "等于和区间不与方向冲突",
      rows: [
        ["指标名称", "计量单位", "目标方向", "年度目标", "责任单位"],
        ["新建公厕", "座", "=", 5, "区城管局"],
        ["居民消费价格涨幅", "%", "区间", "3%—5%", "区发改局"],
      ],
      finds: [],
    },
  ],
};

/** 方向 alone may head other things, as 支出方向 does; 目标方向 and 正逆指标 head nothing else. */
const namesDirections = (view: TableView): boolean =>
  view
    .columnsOf("direction")
    .some(({ path }) => /[目指]标|[正逆]|极性|趋[势向]|比较|运算/.test(path.at(-1) ?? ""));

function inDirection(entry: Entry): Saying | undefined {
  const stated = statedDirection(entry);
  const way = stated === "unread" ? undefined : stated?.direction;
  return way === "up" || way === "down" ? { way, says: textIn(entry, "direction") } : undefined;
}

function inHeader(entry: Entry): Saying | undefined {
  const column = entry.cells.get("target")?.column;
  const bound = column?.bound;
  if (!bound) return undefined;
  const way = bound === "ge" || bound === "gt" ? "up" : "down";
  return { way, says: column.path.at(-1) ?? "" };
}

function inCell(entry: Entry): Saying | undefined {
  const cell = entry.cells.get("target");
  if (typeof cell?.value !== "string" || !/\d/.test(cell.text)) return undefined;
  const bound = parseQuantity(cell.text).value?.bound;
  if (bound === "ge" || bound === "gt") return { way: "up", says: cell.text };
  return bound === "le" || bound === "lt" ? { way: "down", says: cell.text } : undefined;
}
