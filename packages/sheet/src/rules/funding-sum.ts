import { type Finding, finding } from "@taizhang/finding";
import { type CellPlace, isBlank } from "@taizhang/grid";
import { placesOf, subtract, sum } from "@taizhang/quantity";
import type { Amount, Cell } from "../entry.ts";
import type { Column } from "../table.ts";
import { amountOfCell, inOneUnit, near, tolerance } from "./amounts.ts";
import { cellInColumn } from "./column-cells.ts";
import { besideTotal, underHeading } from "./funding-columns.ts";
import { fundingInText } from "./funding-text.ts";
import { eachTable, type Rule } from "./rule.ts";
import { printed } from "./seen.ts";
import type { TableView } from "./subject.ts";

/**
 * X02 资金来源≠总额: the columns under one heading 资金来源 against their own 合计, or the total investment beside them;
 * columns of sources beside a total that they surely divide; sources that one cell tells with their amounts.
 */
export const fundingSum: Rule = {
  code: "X02",
  sees: (seen) => printed(seen, "funding", "fundingSource", "investmentTotal", "investmentPlan", "other"),
  check: eachTable(function* (view) {
    const group = underHeading(view) ?? besideTotal(view, (total, sources) => agreeing(view, total, sources));
    if (group) yield* byColumns(view, group.total, group.sources);
    else if (view.has("fundingSource")) yield* byText(view);
  }),
  examples: [
    {
      title: "各项来源加起来少于总投资",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, 1000, 1500, 300, "完成主体"],
        ["东岭路改造", 800, 300, 500, 0, "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [{ ref: "B3" }],
    },
    {
      title: "来源多于总额",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, 1000, 1500, 500, "完成主体"],
        ["东岭路改造", 800, 400, 500, "", "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [{ ref: "B4" }],
    },
    {
      title: "两行都不符",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "年度目标"],
        ["", "", "上级补助", "区财政", ""],
        ["南湖小学扩建", 3000, 1000, 1500, "完成主体"],
        ["东岭路改造", 800, 400, 500, "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
      finds: [{ ref: "B3" }, { ref: "B4" }],
    },
    {
      title: "来源正好等于总额",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, 1000, 1500, 500, "完成主体"],
        ["东岭路改造", 800, 300, 500, "", "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [],
    },
    {
      title: "来源还没有落实",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源（万元）", "", "", "年度目标"],
        ["", "", "上级补助", "区财政", "自筹", ""],
        ["南湖小学扩建", 3000, "", "", "", "完成主体"],
        ["东岭路改造", 800, 300, 500, 0, "竣工通车"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
      finds: [],
    },
    {
      title: "只列了其中一部分来源",
      rows: [
        ["项目名称", "总投资（万元）", "其中：财政资金（万元）", "年度计划投资（万元）", "年度目标"],
        ["南湖小学扩建", 3000, 1000, 1200, "完成主体"],
        ["东岭路改造", 800, 300, 800, "竣工通车"],
      ],
      finds: [],
    },
    {
      title: "来源各列没有总表头，别的行都对得上",
      rows: [
        ["项目名称", "总投资（万元）", "中央资金", "省级资金", "市级资金", "自筹资金", "年度目标"],
        ["南湖小学扩建", 1000, 200, 300, 300, 100, "完成主体"],
        ["东岭路改造", 2000, 500, 500, 500, 500, "竣工通车"],
      ],
      finds: [{ ref: "B2" }],
    },
    {
      title: "其中：中央、省级、市级、自筹",
      rows: [
        ["单位：万元", "", "", "", "", "", ""],
        ["项目名称", "总投资", "其中：中央", "省级", "市级", "自筹", "年度目标"],
        ["南湖小学扩建", 1000, 200, 300, 300, 100, "完成主体"],
        ["东岭路改造", 2000, 500, 500, 500, 500, "竣工通车"],
      ],
      finds: [{ ref: "B3" }],
    },
    {
      title: "来源写成一句话",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源", "年度目标"],
        ["南湖小学扩建", 1000, "中央200万元，省级300万元，市级400万元", "完成主体"],
        ["东岭路改造", 2000, "区财政1500万元，自筹500万元", "竣工通车"],
      ],
      finds: [{ ref: "B2" }],
    },
    {
      title: "只列出部分来源，没有一行相等",
      rows: [
        ["项目名称", "总投资（万元）", "中央资金", "省级资金", "年度目标"],
        ["南湖小学扩建", 1000, 200, 300, "完成主体"],
        ["东岭路改造", 2000, 500, 500, "竣工通车"],
      ],
      finds: [],
    },
    {
      title: "来源是年度计划投资的",
      rows: [
        [
          "项目名称",
          "总投资（万元）",
          "年度计划投资（万元）",
          "中央资金（万元）",
          "区级资金（万元）",
          "自筹资金（万元）",
          "年度目标",
        ],
        ["南湖小学扩建", 3000, 1000, 200, 300, 500, "完成主体"],
        ["东岭路改造", 2000, 1500, 500, 500, 500, "竣工通车"],
      ],
      finds: [],
    },
    {
      title: "一句话里有一项没有数",
      rows: [
        ["项目名称", "总投资（万元）", "资金来源", "年度目标"],
        ["南湖小学扩建", 1000, "中央200万元，省级300万元，其余自筹", "完成主体"],
        ["东岭路改造", 2000, "区财政1,500万元，自筹500万元", "竣工通车"],
      ],
      finds: [],
    },
  ],
};

function* byColumns(view: TableView, total: Column, sources: readonly Column[]): Generator<Finding> {
  for (const entry of view.entries) {
    const cell = cellInColumn(entry, total);
    const parts = sources.map((column) => cellInColumn(entry, column)).filter((one) => one !== undefined);
    if (cell && !parts.every(({ value }) => isBlank(value)))
      yield* compared(
        { cell, amount: amountOfCell(cell, entry) },
        parts.map((part) => amountOfCell(part, entry)),
        parts.map(({ at }) => at),
      );
  }
}

/** 中央200万元，省级300万元 against the total investment, unless it is the year's that they make up. */
function* byText(view: TableView): Generator<Finding> {
  for (const entry of view.data) {
    const text = entry.cells.get("fundingSource");
    const parts = text && !text.carried ? fundingInText(text.text) : undefined;
    if (!text || !parts) continue;
    const found = (["investmentTotal", "investmentPlan"] as const).flatMap((field) => {
      const cell = entry.cells.get(field);
      return cell ? [[...compared({ cell, amount: amountOfCell(cell, entry) }, parts, [text.at])]] : [];
    });
    if (found.every((one) => one.length > 0)) yield* found[0] ?? [];
  }
}

/** In how many rows two sources or more make exactly the total. */
const agreeing = ({ entries }: TableView, total: Column, sources: readonly Column[]): number =>
  entries.filter((entry) => {
    const cell = cellInColumn(entry, total);
    const parts = sources.flatMap((column) => cellInColumn(entry, column) ?? []);
    if (!cell || cell.carried || parts.filter(({ value }) => !isBlank(value) && value !== 0).length < 2)
      return false;
    const [whole, ...amounts] = [cell, ...parts].map((one) => amountOfCell(one, entry));
    return whole !== undefined && differs(whole, amounts) === false;
  }).length;

function* compared(
  { cell, amount: whole }: { cell: Cell; amount: Amount },
  amounts: readonly Amount[],
  related: readonly CellPlace[],
): Generator<Finding> {
  if (cell.carried || whole.amount === undefined) return;
  const added = differs(whole, amounts);
  if (!added) return;
  const parts = amounts.filter(({ status }) => status === "reported").length;
  yield finding(
    "X02",
    { total: whole.amount, sum: added, difference: subtract(whole.amount, added), parts },
    [cell.at],
    { related },
  );
}

/** What the sources add up to where that is not the total; false where it is; undefined where it cannot be said. */
function differs(whole: Amount, amounts: readonly Amount[]) {
  if (whole.status !== "reported" || whole.amount === undefined) return undefined;
  if (amounts.some(({ status }) => status === "unusable" || status === "pending")) return undefined;
  const reported = amounts.filter(({ status }) => status === "reported");
  const inUnit = reported.flatMap((one) => {
    const { unit, power } = one.unit === undefined && one.power === 0 ? whole : one; // a bare number is in the total's
    return inOneUnit({ ...one, ...(unit ? { unit } : {}), power }, whole)?.[0] ?? [];
  });
  if (inUnit.length === 0 || inUnit.length < reported.length) return undefined;
  const added = sum(inUnit);
  const places = Math.max(
    placesOf(whole.amount),
    ...reported.map((one, index) => Math.max(one.places, placesOf(inUnit[index] ?? added))),
  );
  return near(whole.amount, added, tolerance(places, reported.length + 1)) ? false : added;
}
