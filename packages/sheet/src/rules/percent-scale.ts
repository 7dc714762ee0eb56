import { finding } from "@taizhang/finding";
import { absolute, compare, type Decimal, shift, toNumber } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Column } from "../table.ts";
import { heldIn, isEmpty } from "./column-holds.ts";
import { fixCells, setCell } from "./edit-cell.ts";
import { figuresInTwoScales, mayBeFraction, targetsInTwoScales } from "./percent-figures.ts";
import { plainRate } from "./plain-figures.ts";
import { agrees, candidatesOf, growthsOf, type Rate, rateIn } from "./rate.ts";
import { eachTable, type Rule, type SeenRow } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import type { TableView } from "./subject.ts";

type Scale = "percent" | "fraction";

const ofTables = eachTable(function* (view) {
  for (const field of ["completion", "yearOnYear"] as const)
    for (const column of view.columnsOf(field))
      if (!isEmpty(heldIn(view, column))) yield* inRates(view, column);
  yield* figuresInTwoScales(view);
});

/**
 * V05 百分数尺度: 0.96 and 96 in one column. Only where two scales are really mixed, as recomputing from target and
 * actual or the rest of the column shows; a column of fractions alone is a way of writing. Formats show their scale.
 */
export const percentScale: Rule = {
  code: "V05",
  sees: rowOf,
  *check(subject) {
    yield* ofTables(subject);
    yield* targetsInTwoScales(subject);
  },
  examples: [
    {
      title: "一列百分数里混了一个小数，按目标和完成数能复算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 1000, 960, 0.96],
        ["残疾人就业", "人", 200, 180, 90],
        ["新建公厕", "座", 5, 4, 80],
      ],
      finds: [{ ref: "E2", fix: [96] }],
    },
    {
      title: "同一指标，别的单位目标填95，这里填0.95",
      rows: [
        ["填报单位：南关区", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "累计完成"],
        ["医保参保率", "%", 0.95, 0.941],
      ],
      beside: [
        {
          name: "宽城区",
          file: "宽城区.xlsx",
          rows: [
            ["填报单位：宽城区", "", "", ""],
            ["指标名称", "计量单位", "年度目标", "累计完成"],
            ["医保参保率", "%", 95, 96.2],
          ],
        },
      ],
      finds: [{ ref: "C3" }],
    },
    {
      title: "百分之零点几的率，各单位都这样填",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "人口自然增长率", "%", 0.95, 0.9],
        ["仁寿县", "人口自然增长率", "%", 1.2, 1.1],
      ],
      finds: [],
    },
    {
      title: "显示为百分比的一列里填了96，显示成9600%",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 960, 96],
        ["残疾人就业", "人", 200, 180, 0.9],
        ["新建公厕", "座", 5, 4, 0.8],
      ],
      formats: { E2: "0%", E3: "0%", E4: "0%" },
      finds: [{ ref: "E2", fix: [0.96] }],
    },
    {
      title: "无法复算，但全列只有一个小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "同比（%）", "责任单位"],
        ["城镇新增就业", "人", 1000, 105.2, "区人社局"],
        ["残疾人就业", "人", 200, 98.1, "区残联"],
        ["慈善救助", "万元", 300, 0.968, "区民政局"],
        ["新建公厕", "座", 5, 88.5, "区城管局"],
      ],
      finds: [{ ref: "D4" }],
    },
    {
      title: "同比有的写成百分数，有的写成小数，按上年同期能复算",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "上年同期", "同比"],
        ["税收", "万元", 300, 110, 100, "10%"],
        ["新增就业", "人", 9000, 8000, 7000, 0.1429],
        ["栽树", "株", 100, 80, 64, "25%"],
      ],
      finds: [{ ref: "F3", fix: [14.29] }],
    },
    {
      title: "无法复算的同比，百分数和小数也不能混用",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "同比"],
        ["税收", "万元", 300, 110, "10%"],
        ["新增就业", "人", 9000, 8000, 0.1429],
        ["栽树", "株", 100, 80, "25%"],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "全列都是小数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 960, 0.96],
        ["残疾人就业", "人", 200, 180, 0.9],
        ["新建公厕", "座", 5, 4, 0.8],
      ],
      finds: [],
    },
    {
      title: "有的设了百分比格式，显示都是百分数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 1000, 960, 0.96],
        ["残疾人就业", "人", 200, 180, 90],
        ["新建公厕", "座", 5, 4, 80],
      ],
      formats: { E2: "0.0%" },
      finds: [],
    },
    {
      title: "刚起步的任务完成率确实不到1%",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 1000, 9, 0.9],
        ["残疾人就业", "人", 200, 180, 90],
        ["新建公厕", "座", 5, 4, 80],
      ],
      finds: [],
    },
    {
      title: "同比增速有正有负、有大有小",
      rows: [
        ["任务名称", "计量单位", "年度目标", "同比（%）", "责任单位"],
        ["城镇新增就业", "人", 1000, 5.2, "区人社局"],
        ["残疾人就业", "人", 200, -0.6, "区残联"],
        ["慈善救助", "万元", 300, 0.8, "区民政局"],
        ["新建公厕", "座", 5, 12.5, "区城管局"],
      ],
      finds: [],
    },
  ],
};

interface Judged {
  readonly entry: Entry;
  readonly cell: Cell;
  readonly rate: Rate;
  /** The scale that recomputing proves for this cell; undefined where it proves nothing. */
  readonly proven?: Scale;
}

function* inRates(view: TableView, column: Column) {
  const cells: Judged[] = [];
  // Rows whose bare numbers surely make their rate in percent need no closer look.
  let plain = 0;
  let plainLarge = true;
  for (const entry of view.entries) {
    const printed = column.field === "completion" ? plainRate(view, entry) : undefined;
    if (printed !== undefined) {
      plain++;
      if (printed < 20) plainLarge = false;
      continue;
    }
    const cell = entry.cells.get(column.field);
    const rate = cell?.column === column ? rateIn(cell) : undefined;
    if (!cell || !rate || rate.printed === "0") continue;
    const proven = provenScale(entry, rate, column.field === "completion");
    cells.push({ entry, cell, rate, ...(proven ? { proven } : {}) });
  }
  const expected = cells.length > 0 ? scaleOfColumn(column, cells, plain) : undefined;
  if (!expected) return;
  // A rate that recomputing contradicts in either scale is M02's: what it reads now says nothing of the column.
  const others = cells.filter(
    ({ entry, proven }) =>
      proven === expected.scale ||
      (proven === undefined && (column.field !== "completion" || candidatesOf(entry).length === 0)),
  );
  const allLarge = plainLarge && others.filter(({ rate }) => !isLarge(rate)).length <= 1;
  const alone = allLarge && cells.length + plain >= 3;
  const mixed = column.field === "yearOnYear" && isMixed(column, cells);
  const wrong = cells.filter(
    (judged) => isWrong(judged, expected.scale, alone) || (mixed && isBareFraction(judged)),
  );
  const bare = wrong.filter(({ rate }) => rate.scale === undefined);
  if (expected.basis === "header" && bare.length === wrong.length && wrong.length === cells.length + plain) {
    // The whole column in the other scale than its heading: one finding.
    const [first, last] = [wrong[0], wrong.at(-1)];
    if (first && last && wrong.length > 1) {
      yield finding(
        "V05",
        {
          value: first.rate.printed,
          scale: "fraction",
          expected: shift(first.rate.printed, 2),
          basis: "header",
        },
        [{ ...first.cell.at, ref: `${first.cell.at.ref}:${last.cell.at.ref}` }],
        {
          fix: fixCells(
            "sameScale",
            wrong.map((judged) => moved(view, judged, "percent")),
          ),
        },
      );
      return;
    }
  }
  for (const judged of wrong) {
    const { cell, rate, proven } = judged;
    const found: Scale = expected.scale === "percent" ? "fraction" : "percent";
    const value = rate.printed;
    const mended = rate.scale === "percent" ? shift(value, -2) : shift(value, found === "fraction" ? 2 : -2);
    yield finding(
      "V05",
      {
        value: rate.scale ? `${value}%` : value,
        scale: rate.scale ? "percent" : found,
        ...(proven ? { expected: rate.scale ? `${mended}%` : mended } : {}),
        basis: !proven ? expected.basis : column.field === "completion" ? "recomputed" : "growth",
      },
      [cell.at],
      { fix: proven ? fixCells("sameScale", [moved(view, judged, expected.scale)]) : undefined },
    );
  }
}

/** The cell moved by two digits into the scale; texts stay as they are. */
function moved(view: TableView, { cell, rate }: Judged, to: Scale) {
  if (typeof cell.value !== "number" || cell.formula !== undefined) return undefined;
  // A cell shown as 9600% holds 96: its value is a hundredth of that.
  const value =
    rate.scale === "percent" ? shift(rate.printed, -4) : shift(rate.printed, to === "percent" ? 2 : -2);
  return setCell(view.table.grid, cell.at, toNumber(value));
}

/** Which scale target and actual prove, for a bare number; for a cell shown in percent, that it shows a hundredfold. */
function provenScale(entry: Entry, rate: Rate, isCompletion: boolean): Scale | undefined {
  const candidates = (isCompletion ? candidatesOf(entry) : growthsOf(entry)).filter(
    (one) => one.rate !== "0",
  );
  if (candidates.length === 0) return undefined;
  const percent = candidates.some((one) => agrees(rate, one, "percent"));
  if (rate.scale === "percent") {
    const hundredfold = { ...rate, printed: shift(rate.printed, -2), places: rate.places + 2 };
    const over = compare(absolute(rate.printed), "1000" as Decimal) > 0;
    return percent
      ? "percent"
      : over && candidates.some((one) => agrees(hundredfold, one, "percent"))
        ? "fraction"
        : undefined;
  }
  const fraction = candidates.some((one) => agrees(rate, one, "fraction"));
  return percent === fraction ? undefined : percent ? "percent" : "fraction";
}

/** The scale that most of the column, or its heading, has. */
function scaleOfColumn(
  column: Column,
  cells: readonly Judged[],
  plain: number,
): { scale: Scale; basis: "column" | "header" } | undefined {
  const bare = cells.filter(({ rate }) => rate.scale === undefined);
  const shown = cells.length - bare.length;
  const proven = (scale: Scale) => bare.filter((one) => one.proven === scale).length;
  const [percent, fraction] = [proven("percent") + shown + plain, proven("fraction")];
  if (/[%％]|百分/.test(column.path.join("")) || column.unit === "%") {
    if (fraction > 0 || percent > 0 || bare.some(({ rate }) => isLarge(rate)))
      return { scale: "percent", basis: fraction === cells.length + plain ? "header" : "column" };
    return undefined;
  }
  if (shown > 0) return { scale: "percent", basis: "column" };
  const large = bare.filter(({ rate }) => isLarge(rate)).length;
  if (percent + fraction > 0) return { scale: percent >= fraction ? "percent" : "fraction", basis: "column" };
  return large > bare.length / 2 ? { scale: "percent", basis: "column" } : undefined;
}

/** 10% beside a bare 0.14, where the heading says nothing of %: the bare ones are fractions or lack their sign. */
const isMixed = (column: Column, cells: readonly Judged[]): boolean =>
  !/[%％]|百分/.test(column.path.join("")) &&
  column.unit !== "%" &&
  cells.some(({ rate }) => rate.scale === "percent") &&
  cells.every((judged) => judged.rate.scale === "percent" || isBareFraction(judged));

/** A bare number below 1.5 in size with digits after its point, that nothing proves to be a percentage. */
const isBareFraction = ({ rate, proven }: Judged): boolean =>
  rate.scale === undefined &&
  proven !== "percent" &&
  rate.printed.includes(".") &&
  compare(absolute(rate.printed), "1.5" as Decimal) <= 0;

const isLarge = ({ printed }: Rate): boolean => compare(absolute(printed), "20" as Decimal) >= 0;

/** Proven to be in the other scale; or, with nothing to prove it by, the one fraction among large percentages. */
function isWrong({ rate, proven }: Judged, scale: Scale, alone: boolean): boolean {
  if (rate.scale === "percent") return proven === "fraction";
  if (proven) return proven !== scale;
  if (scale === "fraction" || !alone) return false;
  return compare(absolute(rate.printed), "1.5" as Decimal) <= 0 && rate.printed.includes(".");
}

/** What single rows say of the scale: nothing more than its size where the figures surely make the printed rate. */
function rowOf(seen: SeenRow): string {
  const { view, entries } = seen;
  const all = () => names(seen) + figures(seen) + printed(seen, "direction");
  const parts = entries.map((entry) => {
    if (mayBeFraction(view, entry) || entry.unit === "%") return all();
    if (!view.has("completion")) return "";
    const rate = plainRate(view, entry);
    return rate === undefined ? all() : rate < 20 ? "small" : "large";
  });
  return [...parts, view.has("yearOnYear") ? all() : ""].join("|");
}
