import { type Finding, finding } from "@taizhang/finding";
import type { Decimal } from "@taizhang/quantity";
import { amountIn } from "./amounts.ts";
import { fixCell } from "./edit-cell.ts";
import type { Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";
import { unitAgainstName } from "./unit-of-name.ts";
import { unitDiffers, unitSeen } from "./unit-seen.ts";
import { dimensionOf, type UnitsInUse, unitsInUse } from "./units-in-use.ts";
import { type Bare, unitPlace, withoutUnit } from "./without-unit.ts";

/**
 * V03 计量单位缺失或与指标不符. Missing: a row with a number and no unit anywhere, neither in the cell, the row, the
 * name, the heading nor the note above; once for a table where no row has one. Differs: most others, or the ledger,
 * measure the same indicator in another dimension (万人 and 人 are one, 个 处 所 are used for one another); or the name
 * itself asks for another: 改造道路（公里） in 个, a rate in 人.
 */
export const unitOfIndicator: Rule = {
  code: "V03",
  sees: unitSeen,
  differs: unitDiffers,
  *check(subject) {
    const missing = subject.tables.map((view) => ({ view, ...withoutUnit(view) }));
    const wanted = new Set(missing.flatMap(({ rows }) => rows.map(({ entry }) => entry.indicator)));
    const units = unitsInUse(subject, wanted);
    for (const { view, rows, numbered } of missing) {
      yield* missingIn(view, rows, numbered, units);
      const named = againstName(view);
      yield* named;
      const told = new Set(named.flatMap(({ at: [place] }) => (place?.kind === "cell" ? place.ref : [])));
      if (units.size > 0) yield* differingIn(view, units, told);
    }
  },
  examples: [
    {
      title: "单位写在标题末尾的括号里",
      rows: [
        ["桓台县2024年6月高标准农田建设（亩）", "", ""],
        ["镇（街道）", "年度任务", "本年累计完成"],
        ["索镇街道", 1000, 400],
        ["起凤镇", 2000, 900],
      ],
      finds: [],
    },
    {
      title: "计量单位栏漏填一行",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["慈善救助", "", 300, 260, "区民政局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [{ ref: "B3" }],
    },
    {
      title: "其他各区都写“人”，补上即可",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7000],
        ["彭山区", "城镇新增就业", "人", 3000, 2500],
        ["仁寿县", "城镇新增就业", "", 6000, 5500],
      ],
      finds: [{ ref: "C4", fix: ["人"] }],
    },
    {
      title: "全表没有一处单位：只提一次",
      rows: [
        ["任务名称", "年度目标", "累计完成", "责任单位"],
        ["慈善救助", 300, 260, "区民政局"],
        ["道路改造", 12, 10, "区住建局"],
      ],
      finds: [{ ref: "B1" }],
    },
    {
      title: "一个区的单位与其他区量纲不同",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7000],
        ["彭山区", "城镇新增就业", "万元", 3000, 2500],
        ["仁寿县", "城镇新增就业", "人", 6000, 5500],
      ],
      finds: [{ ref: "C3" }],
    },
    {
      title: "名称里写着公里，单位栏写个；率和投资按个、人计",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["改造道路（公里）", "个", 10, 8],
        ["城镇登记失业率", "个", 4, 3.9],
        ["完成投资", "人", 100, 80],
        ["新建公厕", "座", 9, 7],
      ],
      finds: [{ ref: "B2" }, { ref: "B3" }, { ref: "B4" }],
    },
    {
      title: "名称里的单位与单位栏说的是一回事",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["改造道路（公里）", "米", 10000, 8000],
        ["技能培训（人次）", "人", 400, 390],
        ["新建公厕（座）", "个", 9, 7],
        ["孕产妇死亡率", "人/10万人", 12, 9],
        ["风电装机功率", "千瓦", 900, 700],
      ],
      finds: [],
    },
    {
      title: "单位在名称、列名或表头说明里",
      rows: [
        ["2016年民生实事进展", "", "", ""],
        ["", "", "", "单位：万元"],
        ["任务名称", "年度目标", "累计完成", "责任单位"],
        ["慈善救助", 300, 260, "区民政局"],
        ["城镇新增就业（人）", 1300, 1255, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "表头写明单位：万元，空着的是金额",
      rows: [
        ["南关区2016年10月投资情况", "", "", "", ""],
        ["单位：万元", "", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["工业投资", "亿元", 3, 2.5, "区工信局"],
        ["技改投资", "", 5000, 4500, "区工信局"],
        ["新建企业", "户", 10, 9, "区工信局"],
      ],
      finds: [],
    },
    {
      title: "表头写明单位：万元，空着的未必是金额",
      rows: [
        ["南关区2016年10月投资情况", "", "", "", ""],
        ["单位：万元", "", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["工业投资", "亿元", 3, 2.5, "区工信局"],
        ["新建企业", "", 10, 9, "区工信局"],
      ],
      finds: [{ ref: "B5" }],
    },
    {
      title: "任务名称里已经写明数量和单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业1300人", "", 1300, 1255, "区人社局"],
        ["慈善救助", "万元", 300, 260, "区民政局"],
      ],
      finds: [],
    },
    {
      title: "万人与人、个与所可以通用",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "万人", 0.8, 0.7],
        ["彭山区", "城镇新增就业", "人", 3000, 2500],
        ["东坡区", "新建幼儿园", "个", 3, 2],
        ["彭山区", "新建幼儿园", "所", 2, 2],
        ["仁寿县", "新建幼儿园", "所", 4, 1],
      ],
      finds: [],
    },
    {
      title: "定性任务没有数字，也就不要单位",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["修订救助办法", "", "印发实施", "", "区民政局"],
      ],
      finds: [],
    },
  ],
};

function* missingIn(
  view: TableView,
  without: readonly Bare[],
  numbered: number,
  units: ReadonlyMap<string, UnitsInUse>,
) {
  if (without.length === 0) return;
  const [column] = view.columnsOf("unit");
  const [target = view.columnsOf("actualCumulative")[0]] = view.columnsOf("target");
  const head = column ?? target;
  if (head && without.length === numbered && (without.length > 1 || !column)) {
    const count = new Set(without.map(({ entry }) => entry.row)).size;
    const noted = view.table.unitNotes?.join("、");
    yield finding("V03", { kind: "missingAll", count, ...(noted ? { noted } : {}) }, [
      view.at(view.table.headerRows[1], head.index),
    ]);
    return;
  }
  const seen = new Set<number>();
  for (const { entry, amount } of without) {
    if (seen.has(entry.row)) continue;
    seen.add(entry.row);
    const at = unitPlace(view, entry);
    const expected = certainUnit(units.get(entry.indicator), amount);
    yield finding(
      "V03",
      { kind: "missing", indicator: entry.indicator, ...(expected ? { expected } : {}) },
      [at],
      { fix: column && expected ? fixCell("fillUnit", view.table.grid, at, expected) : undefined },
    );
  }
}

/** The ledger's unit for the same number, or the one unit that two others or more agree on. */
function certainUnit(units: UnitsInUse | undefined, amount: Decimal): string | undefined {
  const assigned = units?.ledger.get(amount);
  if (assigned) return assigned;
  if (!units || units.mixed || units.byDimension.size !== 1) return undefined;
  const [same] = units.byDimension.values();
  const [only, another] = [...(same?.printed.keys() ?? [])];
  return same && same.orgs.size > 1 && !another ? only : undefined;
}

/** Rows whose name prints another unit than their column, or is that of a rate or of money. */
function againstName(view: TableView): Finding[] {
  const found: Finding[] = [];
  for (const entry of view.data) {
    const facts = unitAgainstName(view, entry);
    const cell = facts && entry.cells.get("unit");
    if (cell) found.push(finding("V03", { kind: "name", ...facts }, [cell.at]));
  }
  return found;
}

function* differingIn(view: TableView, all: ReadonlyMap<string, UnitsInUse>, told: ReadonlySet<string>) {
  if (view.table.shape !== "long") return;
  const [column] = view.columnsOf("unit");
  if (!column) return;
  for (const entry of view.data) {
    const units = all.get(entry.indicator);
    const cell = units && entry.cells.get("unit");
    if (!cell?.text || cell.carried || !units || units.mixed || told.has(cell.at.ref)) continue;
    if (units.byDimension.size < 2 && units.ledgerDimension === undefined) continue;
    const dimension = dimensionOf(cell.text);
    const usual = units.ledgerDimension ?? mostOf(units, dimension);
    if (!dimension || !usual || usual === dimension) continue;
    const expected = units.ledgerDimension
      ? [...units.ledger.values()][0]
      : [...(units.byDimension.get(usual)?.printed.keys() ?? [])][0];
    if (!expected) continue;
    const target = amountIn(entry, "target").amount;
    const assigned = target === undefined ? undefined : units.ledger.get(target);
    yield finding(
      "V03",
      { kind: "differs", indicator: entry.indicator, unit: cell.text, expected },
      [cell.at],
      {
        fix: assigned ? fixCell("fillUnit", view.table.grid, cell.at, assigned) : undefined,
      },
    );
  }
}

/** The dimension that more orgs use than use this one, and more than one. */
function mostOf({ byDimension }: UnitsInUse, own: string | undefined): string | undefined {
  const count = (dimension: string) => byDimension.get(dimension)?.orgs.size ?? 0;
  const [first, second] = [...byDimension.keys()].sort((a, b) => count(b) - count(a));
  if (!first || count(first) < 2 || count(first) === count(second ?? "")) return undefined;
  return own !== undefined && own !== first ? first : undefined;
}
