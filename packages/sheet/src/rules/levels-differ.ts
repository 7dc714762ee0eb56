import { finding } from "@taizhang/finding";
import { compare, type Decimal, isCountUnit, placesOf, subtract, sum } from "@taizhang/quantity";
import type { Amount, Entry } from "../entry.ts";
import { amountIn, inOneUnit, near, tolerance } from "./amounts.ts";
import { type DepartmentFigure, figuresByRegion } from "./region-figures.ts";
import type { Rule } from "./rule.ts";
import { figures, names } from "./seen.ts";
import type { Subject, TableView } from "./subject.ts";
import { textKey } from "./text-key.ts";

/**
 * X04 下级≠上级: a superior's table (with a total row over its units) gives a unit's figure, and the unit's own return
 * another. The own return counts, the superior's figure checks it (the domain page §4, law 2). A target that the unit
 * raised for itself is normal. Of a unit that sent no return of its own its departments' figures are taken together, and to
 * be confirmed (C) where another department may be missing: their targets are not the unit's.
 */
export const levelsDiffer: Rule = {
  code: "X04",
  sees: (seen) => (seen.subject.tables.some(({ hasSums }) => hasSums) ? names(seen) + figures(seen) : ""),
  *check(subject) {
    const superiors = subject.tables.filter(isSuperiors);
    const own = superiors.length > 0 ? ownFigures(subject) : new Map<string, never>();
    if (own.size === 0) return;
    const ofRegions = figuresByRegion(subject.tables.filter((view) => !isSuperiors(view)));
    for (const view of superiors)
      for (const entry of view.data) {
        const below = own.get(keyOf(entry));
        if (!below) yield* departmentsOf(view, entry, ofRegions.get(keyOf(entry)) ?? []);
        if (!below || below.view.table.file === view.table.file || !samePeriod(view, below.view)) continue;
        yield* compared(entry, below.entry);
      }
  },
  examples: [
    {
      title: "市级表与区里自报的完成数不同",
      name: "全市",
      file: "全市.xlsx",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["合计", "城镇新增就业", "人", 11000, 10800],
      ],
      beside: [
        {
          name: "东坡区",
          file: "东坡区.xlsx",
          rows: [
            ["填报单位：东坡区", "", "", "", ""],
            ["指标名称", "计量单位", "年度目标", "累计完成", "备注"],
            ["城镇新增就业", "人", 8000, 7890, ""],
          ],
        },
      ],
      finds: [{ ref: "E2", severity: "B", file: "全市.xlsx" }],
    },
    {
      title: "区里的目标低于市里下达的",
      name: "全市",
      file: "全市.xlsx",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["合计", "城镇新增就业", "人", 11000, 10800],
      ],
      beside: [
        {
          name: "东坡区",
          file: "东坡区.xlsx",
          rows: [
            ["填报单位：东坡区", "", "", "", ""],
            ["指标名称", "计量单位", "年度目标", "累计完成", "备注"],
            ["城镇新增就业", "人", 7500, 7900, ""],
          ],
        },
      ],
      finds: [{ ref: "D2", severity: "B", file: "全市.xlsx" }],
    },
    {
      title: "区里自己加了码，只作提示",
      name: "全市",
      file: "全市.xlsx",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["合计", "城镇新增就业", "人", 11000, 10800],
      ],
      beside: [
        {
          name: "东坡区",
          file: "东坡区.xlsx",
          rows: [
            ["填报单位：东坡区", "", "", "", ""],
            ["指标名称", "计量单位", "年度目标", "累计完成", "备注"],
            ["城镇新增就业", "人", 8500, 7900, ""],
          ],
        },
      ],
      finds: [{ ref: "D2", severity: "D", file: "全市.xlsx" }],
    },
    {
      title: "两处一致，单位写法不同",
      name: "全市",
      file: "全市.xlsx",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "万人", 0.8, 0.79],
        ["彭山区", "城镇新增就业", "万人", 0.3, 0.29],
        ["合计", "城镇新增就业", "万人", 1.1, 1.08],
      ],
      beside: [
        {
          name: "东坡区",
          file: "东坡区.xlsx",
          rows: [
            ["填报单位：东坡区", "", "", "", ""],
            ["指标名称", "计量单位", "年度目标", "累计完成", "备注"],
            ["城镇新增就业", "人", 8000, 7900, ""],
          ],
        },
      ],
      finds: [],
    },
    {
      title: "另一个区的表不比",
      name: "全市",
      file: "全市.xlsx",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["合计", "城镇新增就业", "人", 11000, 10800],
      ],
      beside: [
        {
          name: "仁寿县",
          file: "仁寿县.xlsx",
          rows: [
            ["填报单位：仁寿县", "", "", "", ""],
            ["指标名称", "计量单位", "年度目标", "累计完成", "备注"],
            ["城镇新增就业", "人", 6000, 5500, ""],
          ],
        },
      ],
      finds: [],
    },
    {
      title: "全市目标小于各区之和是层层加码",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["全市", "城镇新增就业", "人", 10000, 10800],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
      ],
      finds: [{ ref: "D2", severity: "D" }],
    },
    {
      title: "全市目标正好等于各区之和",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["全市", "城镇新增就业", "人", 11000, 10800],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
      ],
      finds: [],
    },
    {
      title: "市里的表上南关区是900，南关区两个部门报的合起来是700",
      name: "长春市",
      file: "长春市.xlsx",
      rows: [
        ["填报单位：长春市", null, null, "2016年10月"],
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["南关区", "城镇新增就业", "人", 1000, 900],
        ["宽城区", "城镇新增就业", "人", 1000, 800],
        ["合计", "城镇新增就业", "人", 2000, 1700],
      ],
      beside: [
        {
          name: "10月",
          file: "南关区人社局.xlsx",
          rows: [
            ["填报单位：南关区人社局", null, null, "2016年10月"],
            ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成"],
            ["扩大就业", "城镇新增就业", "人", 700, 500],
          ],
        },
        {
          name: "10月",
          file: "南关区教育局.xlsx",
          rows: [
            ["填报单位：南关区教育局", null, null, "2016年10月"],
            ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成"],
            ["扩大就业", "城镇新增就业", "人", 300, 200],
          ],
        },
      ],
      finds: [{ ref: "E3", file: "长春市.xlsx", severity: "B" }],
    },
    {
      title: "部门的目标合起来不到全区的，还有部门没有报：请核实",
      name: "长春市",
      file: "长春市.xlsx",
      rows: [
        ["填报单位：长春市", null, null, "2016年10月"],
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["南关区", "城镇新增就业", "人", 1000, 900],
        ["宽城区", "城镇新增就业", "人", 1000, 800],
        ["合计", "城镇新增就业", "人", 2000, 1700],
      ],
      beside: [
        {
          name: "10月",
          file: "南关区人社局.xlsx",
          rows: [
            ["填报单位：南关区人社局", null, null, "2016年10月"],
            ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成"],
            ["扩大就业", "城镇新增就业", "人", 700, 500],
          ],
        },
      ],
      finds: [{ ref: "E3", file: "长春市.xlsx", severity: "C" }],
    },
  ],
};

const isSuperiors = (view: TableView): boolean =>
  view.entries.some(({ kind }) => kind === "total") &&
  new Set(view.data.map(({ division }) => division)).size > 1;

const keyOf = (entry: Entry): string => `${textKey(entry.org ?? "")}|${textKey(entry.indicator)}`;

/** The figures of each org's own return. Two returns of one org are another matter, and neither is compared. */
function ownFigures({ tables }: Subject): Map<string, { entry: Entry; view: TableView }> {
  const found = new Map<string, { entry: Entry; view: TableView }>();
  const twice = new Set<string>();
  for (const view of tables) {
    if (isSuperiors(view) || view.table.role === "ledger") continue;
    for (const entry of view.data) {
      if (!entry.org || !entry.indicator) continue;
      const key = keyOf(entry);
      if (found.has(key)) twice.add(key);
      else found.set(key, { entry, view });
    }
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** The superior's figure beside what the departments of the unit report together. */
function* departmentsOf(view: TableView, above: Entry, below: readonly DepartmentFigure[]) {
  const cell = above.cells.get("actualCumulative");
  const theirs = amountIn(above, "actualCumulative");
  const names = new Set(below.map((one) => one.entry.org));
  if (!cell || theirs.status !== "reported" || below.length === 0 || names.size < below.length) return;
  const amountsOf = (field: "target" | "actualCumulative", whole: Amount) =>
    below.flatMap(({ entry, view: own }) => {
      const both = inOneUnit(amountIn(entry, field), whole);
      return both && samePeriod(view, own) && own.table.file !== view.table.file ? [both[0]] : [];
    });
  const parts = amountsOf("actualCumulative", theirs);
  if (parts.length < below.length) return;
  const total = sum(parts);
  const places = Math.max(theirs.places, ...parts.map(placesOf));
  if (near(total, theirs.amount ?? total, tolerance(places, parts.length + 1))) return;
  const aim = amountIn(above, "target");
  const isWhole = aim.amount !== undefined && sum(amountsOf("target", aim)) === aim.amount;
  yield finding(
    "X04",
    {
      kind: "actual",
      name: above.org ?? "",
      indicator: above.indicator,
      above: theirs.amount ?? "",
      below: total,
      difference: subtract(theirs.amount ?? total, total),
      own: true,
      departments: parts.length,
    },
    [cell.at],
    {
      related: below.flatMap(({ entry }) => entry.cells.get("actualCumulative")?.at ?? []),
      ...(isWhole ? {} : { severity: "C" as const }),
    },
  );
}

const samePeriod = (a: TableView, b: TableView): boolean => !a.period || !b.period || a.period === b.period;

function* compared(above: Entry, below: Entry) {
  for (const field of ["target", "actualCumulative"] as const) {
    const [theirs, own] = [amountIn(above, field), amountIn(below, field)];
    const [cell, other] = [above.cells.get(field), below.cells.get(field)];
    if (theirs.status !== "reported" || own.status !== "reported" || !cell || !other) continue;
    const both = inOneUnit(own, theirs);
    if (!both) continue;
    const places = Math.max(theirs.places, own.power === theirs.power ? own.places : placesOf(both[0]));
    const counts =
      places === 0 && theirs.power === 0 && theirs.unit !== undefined && isCountUnit(theirs.unit);
    if (near(both[0], both[1], counts ? ("0" as Decimal) : tolerance(Math.min(places, theirs.places), 2)))
      continue;
    const kind = field === "target" ? "target" : "actual";
    const raised = kind === "target" && compare(...both) > 0;
    yield finding(
      "X04",
      {
        kind,
        name: above.org ?? "",
        indicator: above.indicator,
        above: both[1],
        below: both[0],
        difference: subtract(both[1], both[0]),
        own: true,
      },
      [cell.at],
      { related: [other.at], ...(raised ? { severity: "D" as const } : {}) },
    );
  }
}
