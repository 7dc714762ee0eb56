import { finding } from "@taizhang/finding";
import type { CellPlace } from "@taizhang/grid";
import { absolute, compare, type Decimal, decimalOfNumber, multiply, subtract } from "@taizhang/quantity";
import type { Cell } from "../entry.ts";
import { adjustsOf, pointsIn } from "../read/points.ts";
import { fieldOfWord } from "../recognise/header-words.ts";
import { readHeading } from "../recognise/heading.ts";
import type { Column } from "../table.ts";
import { total } from "./amounts.ts";
import { eachTable, type Rule } from "./rule.ts";
import { names, printed } from "./seen.ts";
import type { TableView } from "./subject.ts";

/**
 * T06 权重和≠应有总分. The total is the one the heading or the total row declares, else 1, 100 or 1000 where the sum
 * comes within a tenth of it, or a fifth below it, which is asked about (C): a page of a longer table adds up to
 * something else. Bonus items stand outside.
 */
export const weightSum: Rule = {
  code: "T06",
  sees: (seen) => (seen.view.has("weight") ? names(seen) + printed(seen, "weight") : ""),
  check: eachTable(function* (view, { settingsOf }) {
    const { weightTotal } = settingsOf(view.table.file).parameters;
    for (const column of view.columnsOf("weight")) {
      const stated =
        inHeading(column) ?? (weightTotal === undefined ? undefined : decimalOfNumber(weightTotal));
      const byOrg = weightsByOrg(view, column, stated);
      if (byOrg) {
        yield* byOrg.wrong.map(({ sum, cells }) =>
          finding("T06", { sum, expected: byOrg.expected, parts: cells.length }, [blockOf(cells)]),
        );
        continue;
      }
      const { sum, parts, first, last, declared } = weightsOf(view, column);
      const expected = declared ?? stated ?? nearestTotal(sum);
      if (parts < 2 || !expected || sum === expected || !first || !last) continue;
      if (stoodAbove(view, column, subtract(expected, sum))) continue;
      const [top, bottom] = [first.at.ref, last.at.ref];
      const guessed = declared === undefined && stated === undefined && !isNearTotal(sum, expected);
      yield finding(
        "T06",
        { sum, expected, parts },
        [{ ...first.at, ref: `${top}:${bottom}` }],
        guessed ? { severity: "C" } : {},
      );
    }
  }),
  examples: [
    {
      title: "权重合计98",
      rows: [
        ["指标名称", "计量单位", "年度目标", "权重", "责任单位"],
        ["城镇新增就业", "人", 1300, 40, "区人社局"],
        ["慈善救助", "万元", 300, 30, "区民政局"],
        ["新建公厕", "座", 5, 28, "区城管局"],
      ],
      finds: [{ ref: "D2:D4" }],
    },
    {
      title: "几个单位各有100分，其中一个只有98",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "权重"],
        ["区人社局", "城镇新增就业", "人", 1300, 40],
        ["区人社局", "技能培训", "人次", 500, 30],
        ["区人社局", "劳动仲裁", "件", 200, 30],
        ["区教育局", "新建公办园", "所", 3, 40],
        ["区教育局", "教师培训", "人次", 500, 30],
        ["区教育局", "研学活动", "场", 20, 28],
      ],
      finds: [{ ref: "E5:E7" }],
    },
    {
      title: "列名写明1000分",
      rows: [
        ["指标名称", "计量单位", "年度目标", "权重（1000分）", "责任单位"],
        ["城镇新增就业", "人", 1300, 400, "区人社局"],
        ["慈善救助", "万元", 300, 300, "区民政局"],
        ["新建公厕", "座", 5, 200, "区城管局"],
      ],
      finds: [{ ref: "D2:D4" }],
    },
    {
      title: "合计行写着100",
      rows: [
        ["指标名称", "计量单位", "年度目标", "权重", "责任单位"],
        ["城镇新增就业", "人", 1300, 50, "区人社局"],
        ["慈善救助", "万元", 300, 35, "区民政局"],
        ["合计", "", "", 100, ""],
      ],
      finds: [{ ref: "D2:D3" }],
    },
    {
      title: "合计只有80，可能是全表的一部分，请核实",
      rows: [
        ["考核指标", "计量单位", "权重", "目标值", "完成值"],
        ["城镇新增就业", "人", 50, 10, 10],
        ["新建公厕", "座", 30, 10, 5],
      ],
      finds: [{ ref: "C2:C3", severity: "C" }],
    },
    {
      title: "一个单位满100分，另一个只有80",
      rows: [
        ["考核指标", "计量单位", "权重", "目标值", "完成值", "责任单位"],
        ["慈善救助", "万元", 50, 10, 10, "区民政局"],
        ["新增养老床位", "张", 30, 10, 5, "区民政局"],
        ["城镇新增就业", "人", 30, 10, 9, "区人社局"],
        ["技能培训", "人次", 70, 10, 11, "区人社局"],
      ],
      finds: [{ ref: "C2:C3" }],
    },
    {
      title: "合计正好100",
      rows: [
        ["指标名称", "计量单位", "年度目标", "权重", "责任单位"],
        ["城镇新增就业", "人", 1300, 40, "区人社局"],
        ["慈善救助", "万元", 300, 30, "区民政局"],
        ["新建公厕", "座", 5, 30, "区城管局"],
      ],
      finds: [],
    },
    {
      title: "几个单位各有100分",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "权重"],
        ["区人社局", "城镇新增就业", "人", 1300, 40],
        ["区人社局", "技能培训", "人次", 500, 60],
        ["区教育局", "新建公办园", "所", 3, 55],
        ["区教育局", "教师培训", "人次", 500, 45],
      ],
      finds: [],
    },
    {
      title: "加分项在总分之外",
      rows: [
        ["指标名称", "计量单位", "年度目标", "权重", "责任单位"],
        ["城镇新增就业", "人", 1300, 60, "区人社局"],
        ["慈善救助", "万元", 300, 40, "区民政局"],
        ["创新加分项", "项", 1, 5, "区政府办"],
      ],
      finds: [],
    },
    {
      title: "只是全表的一部分",
      rows: [
        ["指标名称", "计量单位", "年度目标", "权重", "责任单位"],
        ["城镇新增就业", "人", 1300, 8, "区人社局"],
        ["慈善救助", "万元", 300, 6, "区民政局"],
        ["新建公厕", "座", 5, 4, "区城管局"],
      ],
      finds: [],
    },
  ],
};

interface OrgWeights {
  readonly sum: Decimal;
  readonly cells: readonly Cell[];
}

/**
 * The weights of each of several orgs, where at least one has the whole total: then each has one of its own, and the others
 * that come near it miss it (各单位各自合计). Undefined where the table's weights are of all orgs together.
 */
function weightsByOrg(
  view: TableView,
  column: Column,
  stated: Decimal | undefined,
): { expected: Decimal; wrong: readonly OrgWeights[] } | undefined {
  const byOrg = new Map<string, { cells: Cell[]; weights: Decimal[] }>();
  for (const entry of view.data) {
    const cell = entry.cells.get("weight");
    const weight = cell?.column === column ? pointsIn(cell) : undefined;
    if (!cell || weight === undefined || entry.org === undefined || adjustsOf(entry) !== undefined) continue;
    const own = byOrg.get(entry.org) ?? { cells: [], weights: [] };
    own.cells.push(cell);
    own.weights.push(weight);
    byOrg.set(entry.org, own);
  }
  const sums = [...byOrg.values()].map(({ cells, weights }) => ({ cells, sum: total(weights) }));
  const several = sums.filter(({ cells }) => cells.length > 1);
  if (sums.length < 2) return undefined;
  const expected = stated ?? totals.find((one) => several.some(({ sum }) => sum === one));
  if (expected === undefined || !several.some(({ sum }) => sum === expected)) return undefined;
  return { expected, wrong: several.filter(({ sum }) => sum !== expected && isPerhapsTotal(sum, expected)) };
}

/** From the first of the cells to the last: rows of one org stand together. */
function blockOf(cells: readonly Cell[]): CellPlace {
  const [first, last] = [cells[0] as Cell, cells.at(-1) as Cell];
  return { ...first.at, ref: `${first.at.ref}:${last.at.ref}` };
}

function weightsOf(view: TableView, column: Column) {
  const cells: Cell[] = [];
  const weights: Decimal[] = [];
  let declared: Decimal | undefined;
  let lastRow = -1;
  for (const entry of view.entries) {
    if (entry.row === lastRow) continue;
    lastRow = entry.row;
    const cell = [entry.cells.get("weight"), ...entry.repeats].find((one) => one?.column === column);
    const weight = pointsIn(cell);
    if (!cell || weight === undefined) continue;
    if (entry.kind === "total") declared = weight;
    if (entry.kind !== "data" || adjustsOf(entry) !== undefined) continue;
    cells.push(cell);
    weights.push(weight);
  }
  return { sum: total(weights), parts: weights.length, first: cells[0], last: cells.at(-1), declared };
}

/** 绩效自评表: the points of 执行率 stand in the block of money above, under a 分值 of its own. */
function stoodAbove({ table: { grid, range } }: TableView, { path }: Column, rest: Decimal): boolean {
  const word = path.at(-1) ?? "";
  for (let row = 0; row < range.top; row++)
    for (const [column, value] of (grid.rows[row] ?? []).entries())
      if (value === word || isWeightWord(value))
        for (let below = row + 1; below < range.top; below++) {
          const points = grid.rows[below]?.[column];
          if (typeof points === "number" && decimalOfNumber(points) === rest) return true;
        }
  return false;
}

/** 分值 above, 权重 below: another word of the form for the same. */
const isWeightWord = (value: unknown): boolean =>
  typeof value === "string" && value.length <= 20 && fieldOfWord(readHeading(value).name) === "weight";

const inHeading = ({ path }: Column): Decimal | undefined => {
  const found = /(?<!\d)(100|1000|120|150|200)\s*分/.exec(path.join(""));
  return found ? (found[1] as Decimal) : undefined;
};

const totals = ["1", "100", "1000"] as Decimal[];
const isNearTotal = (sum: Decimal, one: Decimal): boolean =>
  compare(absolute(subtract(sum, one)), multiply(one, "0.1" as Decimal)) <= 0;
/** A fifth short of it: asked about, because it may be a page of a longer table. */
const isPerhapsTotal = (sum: Decimal, one: Decimal): boolean =>
  isNearTotal(sum, one) || (compare(sum, one) < 0 && compare(sum, multiply(one, "0.8" as Decimal)) >= 0);
const nearestTotal = (sum: Decimal): Decimal | undefined => totals.find((one) => isPerhapsTotal(sum, one));
