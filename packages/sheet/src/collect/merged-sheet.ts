import { type LayoutCell, parseCell, type SheetLayout, valueAt } from "@taizhang/grid";
import { convert, toNumber } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { isSameTarget } from "../facts/same-target.ts";
import type { Field } from "../field.ts";
import { periodWords } from "../layout/words.ts";
import { regionOf } from "../orgs/region.ts";
import { readAmount } from "../read/amount.ts";
import { textKey } from "../rules/text-key.ts";
import type { AssignedRow } from "../split/assignments.ts";
import type { Collected, CollectedRow } from "./collect-returns.ts";
import { fromColumns, notTaken } from "./merged-columns.ts";
import { baseName, listSheet, text } from "./register-sheet.ts";

/** Headings of the merged sheet with the field of the return that fills each. */
const answered: readonly (readonly [heading: string, field: Field, width: number])[] = [
  ["本月完成", "actualPeriod", 10],
  ["本年累计完成", "actualCumulative", 12],
  ["上年同期累计", "actualLastYear", 12],
  ["形象进度", "stage", 16],
  ["本年完成投资（万元）", "investmentActual", 12],
  ["工作进展", "progress", 36],
  ["办理状态", "status", 10],
  ["存在问题及原因", "problem", 24],
  ["下步措施及预计完成时间", "nextStep", 24],
  ["佐证材料", "evidence", 16],
  ["备注", "note", 20],
];
const amounts: ReadonlySet<Field> = new Set(["target", "actualPeriod", "actualCumulative", "actualLastYear"]);

/** Whose figure a row is where the ledger lists places (地区). */
const placeHeading = "地区";

/**
 * Every row of the ledger with the answer that counts, and the file, sheet and row it came from (收件合并表). It can be
 * rolled up like any return; where an answer came and is not clean, words stand in its place, and it has not been reported.
 */
export function mergedSheet({ rows, period = "" }: Collected): SheetLayout {
  const isByPlace = rows.some(({ row }) => row.entry.division !== undefined);
  const headings = [
    "台账编号",
    "工作板块",
    "任务名称",
    "指标名称",
    "计量单位",
    "年度目标",
    ...answered.map(([heading]) => heading),
    ...(isByPlace ? [placeHeading] : []),
    "牵头单位",
    "完成时限",
    ...Object.values(fromColumns),
    "计入说明",
  ];
  const region = rows[0] ? (regionOf(rows[0].row.table) ?? "") : "";
  const said = new Set<AssignedRow>();
  const lines = rows.map((one) => {
    const { whole } = one.row;
    const isSame = whole !== undefined && one.answer && isSameTarget(one.answer.entry, whole.entry);
    // A target that each who shares it repeats is one.
    const line = lineOf(one, isByPlace, isSame === true && said.has(whole));
    if (isSame) said.add(whole);
    return line;
  });
  return listSheet("合并表", `${region}${periodWords(period)}目标任务进展情况合并表`, headings, lines, {
    widths: [
      ...[14, 16, 28, 20, 9, 10],
      ...answered.map(([, , width]) => width),
      ...(isByPlace ? [14] : []),
      ...[16, 14, 24, 14, 8, 24],
    ],
    foot: "",
  });
}

function lineOf(
  { row, answer, why: reason, changed }: CollectedRow,
  isByPlace: boolean,
  isRepeated: boolean,
): LayoutCell[] {
  const { entry } = row;
  return [
    { value: entry.id ?? row.id, style: "text", format: "@" },
    text(entry.program ?? ""),
    text(entry.task),
    text(entry.indicator === entry.task ? "" : entry.indicator),
    text(entry.unit ?? ""),
    // Who has a share of a row may have a target of its own.
    isRepeated
      ? text("")
      : row.whole && answer
        ? answerCell(answer.entry, entry, "target")
        : asPrinted(entry, entry.cells.get("target")),
    ...answered.map(([, field]) =>
      answer
        ? answerCell(answer.entry, entry, field)
        : text(field === "actualCumulative" && reason && reason !== "missing" ? notTaken[reason] : ""),
    ),
    ...(isByPlace ? [text(entry.division ?? "")] : []),
    text(row.leads.join("、")),
    asPrinted(entry, entry.cells.get("deadline")),
    text(answer ? baseName(answer.entry.table.file) : ""),
    text(answer?.entry.table.grid.name ?? ""),
    answer ? { value: answer.entry.row + 1, style: "number" } : text(""),
    text(reason ? notTaken[reason] : changed ? "报表改动了下发的目标、单位或时限，按台账的计" : ""),
  ];
}

/** What the department wrote, as it wrote it; a figure in another unit of the same kind in the ledger's. */
function answerCell(entry: Entry, ledger: Entry, field: Field): LayoutCell {
  const cell = entry.cells.get(field);
  if (!cell || cell.carried) return text("");
  if (cell.value === null && cell.formula !== undefined) return text("公式未计算");
  const [from, to] = [entry.unit ?? "", ledger.unit ?? ""];
  if (amounts.has(field) && from !== "" && to !== "" && textKey(from) !== textKey(to)) {
    const { amount, status } = readAmount(cell, entry);
    const converted = status === "reported" && amount !== undefined ? convert(amount, from, to) : undefined;
    return converted === undefined ? asPrinted(entry, cell) : { value: toNumber(converted), style: "number" };
  }
  return asPrinted(entry, cell);
}

function asPrinted({ table }: Entry, cell: Cell | undefined): LayoutCell {
  const place = cell && parseCell(cell.at.ref);
  if (!cell || !place) return text("");
  const value = cell.carried ? cell.value : valueAt(table.grid, place.row, place.column);
  return {
    value,
    style: typeof value === "number" ? "number" : "text",
    ...(cell.format === undefined || cell.format === "@" ? {} : { format: cell.format }),
  };
}
