import { finding } from "@taizhang/finding";
import { compare, decimalOfNumber, sum } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { detailsOf } from "./details.ts";
import { eachTable, type Rule } from "./rule.ts";
import { figures, names } from "./seen.ts";
import type { TableView } from "./subject.ts";
import { dimensionOf } from "./units-in-use.ts";

const added = ["target", "actualCumulative", "actualPeriod", "actualLastYear"] as const;

/**
 * X06 不同单位相加: a total that is the sum of 人, 公里 and 张 counts nothing. Found where the row has no unit of its own
 * and comes to just that sum; a total beside figures of one kind is X01's.
 */
export const unitsAdded: Rule = {
  code: "X06",
  sees: (seen) => names(seen) + figures(seen),
  check: eachTable(function* (view) {
    if (!view.hasSums || view.table.shape !== "long" || view.table.unitNote !== undefined) return;
    for (const entry of view.entries) {
      if (entry.kind !== "total" && entry.kind !== "subtotal") continue;
      if ((entry.cells.get("unit")?.text ?? "") !== "") continue;
      const found = added.flatMap((field) => {
        const cell = entry.cells.get(field);
        const units = cell && unitsIn(view, entry, cell);
        return units ? [{ cell, units }] : [];
      });
      const [first] = found;
      if (first)
        yield finding("X06", { value: first.cell.text, units: first.units }, [first.cell.at], {
          related: found.slice(1).map(({ cell }) => cell.at),
        });
    }
  }),
  examples: [
    {
      title: "人、公里、张加成了一个数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1000, 500, "区人社局"],
        ["农村公路", "公里", 20, 10, "区交通局"],
        ["养老床位", "张", 100, 50, "区民政局"],
        ["合计", null, 1120, 560, null],
      ],
      finds: [{ ref: "C5" }],
    },
    {
      title: "合计的公式也一样",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1000, "区人社局"],
        ["农村公路", "公里", 20, "区交通局"],
        ["合计", null, 1020, null],
      ],
      formulas: { C4: "SUM(C2:C3)" },
      finds: [{ ref: "C4" }],
    },
    {
      title: "分板块的小计也加了不同的单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["一、民生"],
        ["城镇新增就业", "人", 1000, "区人社局"],
        ["养老床位", "张", 100, "区民政局"],
        ["小计", null, 1100, null],
        ["二、建设"],
        ["新建公厕", "座", 10, "区城管局"],
        ["新建幼儿园", "所", 2, "区教育局"],
        ["小计", null, 12, null],
      ],
      finds: [{ ref: "C5" }],
    },
    {
      title: "一个指标分到各区，单位相同",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标"],
        ["南关区", "城镇新增就业", "人", 1000],
        ["宽城区", "城镇新增就业", "人", 2000],
        ["合计", "城镇新增就业", null, 3000],
      ],
      finds: [],
    },
    {
      title: "都是数个数的，能相加",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["新建公厕", "座", 10, "区城管局"],
        ["新建幼儿园", "所", 2, "区教育局"],
        ["合计", null, 12, null],
      ],
      finds: [],
    },
    {
      title: "合计行只写项数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1000, "区人社局"],
        ["农村公路", "公里", 20, "区交通局"],
        ["合计", "项", 2, null],
      ],
      finds: [],
    },
  ],
};

/** The units of what the cell adds up, where it is the sum of figures of several kinds; else nothing. */
function unitsIn(view: TableView, entry: Entry, cell: Cell): string[] | undefined {
  const { value, column } = cell;
  if (typeof value !== "number" || cell.carried || column.unit !== undefined) return undefined;
  const units = new Map<string, string>();
  const parts = detailsOf(view, entry).flatMap((detail) => {
    const own = detail.cells.get(column.field);
    const amount = typeof own?.value === "number" && !own.carried ? decimalOfNumber(own.value) : undefined;
    if (amount === undefined) return [];
    const dimension = detail.unit === undefined ? undefined : dimensionOf(detail.unit);
    if (dimension !== undefined && detail.unit !== undefined && !units.has(dimension))
      units.set(dimension, detail.unit);
    return [amount];
  });
  const total = decimalOfNumber(value);
  if (units.size < 2 || parts.length < 2 || total === undefined) return undefined;
  return compare(sum(parts), total) === 0 ? [...units.values()] : undefined;
}
