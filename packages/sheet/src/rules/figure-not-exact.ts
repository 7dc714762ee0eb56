import { type Facts, finding } from "@taizhang/finding";
import { type CellValue, formatAt, textOf } from "@taizhang/grid";
import { type NoQuantity, parseQuantity } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { doneFields, type Field } from "../field.ts";
import { bracketedAmount } from "../read/accounting-negative.ts";
import { inexactness, isOfEachTime } from "../read/amount.ts";
import { asksForNumber } from "../read/asks-for-number.ts";
import { hasTallMerges, type MergedFigure, mergedFigures } from "../read/merged-figure.ts";
import { shownBy } from "../read/shown-by.ts";
import { amountIn, amountOfCell } from "./amounts.ts";
import { candidates, fieldsHeld, fieldsWithText, isText } from "./column-holds.ts";
import { isMasked } from "./masked.ts";
import { eachTable, type Rule } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import { type TableView, valueIn } from "./subject.ts";

type Kind = Exclude<Facts["V10"]["kind"], "merged">;

/** Texts that hold digits and are none of the numbers one could take them for. */
const unclear: ReadonlySet<NoQuantity> = new Set<NoQuantity>([
  "ordinal",
  "date",
  "time",
  "telephone",
  "code",
  "numbering",
  "bracketed",
  "percentOrPoints",
]);

/**
 * V10 完成数不是确切的数: 30-40, 约50, 50余, 50以上 or words where a number belongs. Nothing of it enters a total, so it must not
 * stand there unseen. Words alone may well say why there is no number yet: whoever knows confirms it.
 */
export const figureNotExact: Rule = {
  code: "V10",
  sees: (seen) =>
    hasTallMerges(seen.view.table) ||
    seen.entries.some((entry) =>
      [...doneFields, "target" as const].some((field) => !isPlain(seen.view, entry, field)),
    )
      ? names(seen) + figures(seen) + printed(seen, "kind")
      : "",
  check: eachTable(function* (view) {
    yield* targets(view);
    if (view.table.role === "ledger") return;
    yield* merged(view);
    const isOdd = (_: CellValue, entry: Entry, field: Field) => !isPlain(view, entry, field);
    for (const { entry, field } of candidates(view, view.data, fieldsHeld(view, doneFields), isOdd)) {
      const cell = entry.cells.get(field);
      if (!cell || cell.carried || !amountOfCell(cell, entry).marks.includes("unreadable")) continue;
      if (!asksForNumber(entry) || isMasked(cell.text)) continue;
      const kind = kindOf(cell.value, cell.text);
      if (kind === undefined || (kind === "words" && amountIn(entry, "target").status === "unusable"))
        continue;
      yield finding("V10", { kind, text: textOf(cell.value).trim().slice(0, 40) }, [cell.at], {
        ...(kind === "words" ? { severity: "C" as const } : {}),
      });
    }
  }),
  examples: [
    {
      title: "只有一行，累计完成写成5/10",
      rows: [
        ["张店区2024年6月月报", "", "", ""],
        ["指标名称", "计量单位", "年度目标", "本年累计完成"],
        ["新建公厕", "座", 10, "5/10"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "范围、约数、界限：取哪一头都不是报来的数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 40, "30-40", "区城管局"],
        ["改造菜市场", "个", 60, "50余", "区商务局"],
        ["新建停车场", "处", 60, "50以上", "区交通局"],
        ["新增学位", "个", 900, 880, "区教育局"],
      ],
      finds: [
        { ref: "D2", severity: "B" },
        { ref: "D3", severity: "B" },
        { ref: "D4", severity: "B" },
      ],
    },
    {
      title: "一格里有几个数，夹着字母，或者写几分之几",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 40, "12座（在建3座）", "区城管局"],
        ["改造菜市场", "个", 60, "2O5", "区商务局"],
        ["新建停车场", "处", 60, "12 55", "区交通局"],
        ["新增就业", "人", 1300, "过半", "区人社局"],
        ["新增学位", "个", 900, "三分之一", "区教育局"],
      ],
      finds: ["D2", "D3", "D4", "D5", "D6"].map((ref) => ({ ref, severity: "B" as const })),
    },
    {
      title: "该填数的地方只有文字",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["发放救助物资", "批", 5, "已发放到位", "区民政局"],
        ["新增学位", "个", 900, 880, "区教育局"],
      ],
      finds: [{ ref: "D2", severity: "C" }],
    },
    {
      title: "录入的“3-5”变成了日期",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 40, 42434, "区城管局"],
        ["新增学位", "个", 900, 880, "区教育局"],
      ],
      formats: { D2: 'm"月"d"日"' },
      finds: [{ ref: "D2", severity: "B" }],
    },
    {
      title: "一个完成数合并了几行，目标却是各行自己的",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["甲镇", "植树", "万株", 10, 24],
        ["乙镇", "植树", "万株", 12, ""],
        ["丙镇", "植树", "万株", 8, ""],
        ["丁镇", "植树", "万株", 10, 9],
      ],
      merges: ["E2:E4"],
      finds: [{ ref: "E2:E4", severity: "B" }],
    },
    {
      title: "目标和完成数一起合并，是几家共同的任务",
      rows: [
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["甲镇", "植树", "万株", 30, 24],
        ["乙镇", "植树", "万株", "", ""],
        ["丙镇", "植树", "万株", "", ""],
        ["丁镇", "植树", "万株", 10, 9],
      ],
      merges: ["D2:D4", "E2:E4"],
      finds: [],
    },
    {
      title: "目标写了几个数，或者写每月多少",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["改造危房", "户", "100（含结转20）", 80, "区住建局"],
        ["新建公厕", "座", "10+2", 9, "区城管局"],
        ["消防演练", "次", "每月1次", 10, "区消防大队"],
      ],
      finds: ["C2", "C3", "C4"].map((ref) => ({ ref, severity: "B" as const })),
    },
    {
      title: "目标可以写范围、约数和下限",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", "30-40", 30, "区城管局"],
        ["改造菜市场", "个", "50以上", 48, "区商务局"],
        ["新建停车场", "处", "约60", 50, "区交通局"],
      ],
      finds: [],
    },
    {
      title: "定性任务和形象进度本来就写文字",
      rows: [
        ["任务名称", "任务类型", "年度目标", "累计完成", "责任单位"],
        ["推进立法调研", "定性", "形成报告", "已完成约30次走访", "区司法局"],
        ["新建幼儿园", "项目", "主体封顶", "完成基础施工", "区教育局"],
        ["新增学位（个）", "定量", 900, "—", "区教育局"],
      ],
      finds: [],
    },
    {
      title: "存成文本的数、带单位的数和百分数是确切的数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["空气优良天数比例", "%", 80, "82.5%", "区环保局"],
        ["国内生产总值增速", "%", 8, "8.2%", "区统计局"],
        ["新增学位", "个", 900, 0, "区教育局"],
      ],
      finds: [],
    },
  ],
};

/** Of a target, what nobody can take for a number; a range, a bound or a place in a ranking may well be one. */
const noTarget: ReadonlySet<Kind | undefined> = new Set<Kind>(["several", "letter", "unclear", "each"]);

/** 由0.52降至0.5: where it is to come from and where it is to go. */
const fromTo = /[由从].{1,20}[降减升提增到至]/;

function* targets(view: TableView) {
  if (fieldsWithText(view, ["target"]).length === 0) return;
  for (const { entry } of candidates(view, view.data, ["target"], isText)) {
    const cell = entry.cells.get("target");
    if (!cell || cell.carried || !/\d/.test(cell.text) || !asksForNumber(entry) || isMasked(cell.text))
      continue;
    if (!amountOfCell(cell, entry).marks.includes("unreadable")) continue;
    const kind = fromTo.test(cell.text) ? undefined : kindOf(cell.value, cell.text);
    if (noTarget.has(kind) && kind !== undefined)
      yield finding("V10", { kind, text: cell.text.slice(0, 40) }, [cell.at]);
  }
}

/** Figures in merged cells that nobody can take apart; a target that is shared in just the same way is one task. */
function* merged(view: TableView) {
  const { table, data } = view;
  if (!hasTallMerges(table)) return;
  const targetOf = mergedFigures(table, data, "target");
  for (const field of doneFields) {
    if (!view.has(field)) continue;
    const figureOf = mergedFigures(table, data, field);
    const told = new Set<MergedFigure>();
    for (const entry of data) {
      const found = figureOf(entry);
      const [first] = found?.entries ?? [];
      if (!found || !first || told.has(found)) continue;
      told.add(found);
      const cell = first.cells.get(field);
      const target = targetOf(first);
      const isOneTask = found.kind === "shared" && target?.entries.length === found.entries.length;
      if (isOneTask || !cell || amountOfCell(cell, first).status !== "reported") continue;
      yield finding("V10", { kind: "merged", text: cell.text, rows: found.entries.length }, [found.at]);
    }
  }
}

/** What cannot be other than a number: most cells of most sheets, passed over without a cell being made. */
function isPlain(view: TableView, entry: Entry, field: Field): boolean {
  const value = valueIn(view, entry, field);
  if (value === null) return true;
  if (typeof value !== "number" || view.table.shape !== "long") return false;
  const column = view.columnsOf(field)[0];
  return column === undefined || !shownBy(formatAt(view.table.grid, entry.row, column.index)).date;
}

function kindOf(value: CellValue, text: string): Kind | undefined {
  if (typeof value === "number") return "day";
  if (typeof value !== "string") return "words";
  // （50） is a negative number, or one in brackets: V01.
  if (bracketedAmount(value) !== undefined) return undefined;
  const { value: quantity, reason } = parseQuantity(text);
  if (quantity) return inexactness(quantity) ?? (isOfEachTime(quantity) ? "each" : undefined);
  if (reason === "indefinite") return "about";
  if (reason === "lookalike") return "letter";
  if (reason === "several" || reason === "ratio") return "several";
  return unclear.has(reason) ? "unclear" : "words";
}
