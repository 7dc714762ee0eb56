import type { Field } from "../field.ts";
import { isLabelledRow } from "./below-header.ts";
import { fold, readHeading } from "./heading.ts";
import { looksLikeOrgs, looksLikePlace } from "./org-word.ts";
import type { RowScore } from "./row-score.ts";
import { filledColumns, own, ownText, type SheetView } from "./sheet-view.ts";
import { isNote } from "./surroundings.ts";

const keys: ReadonlySet<Field | "list" | undefined> = new Set<Field>([
  "seq",
  "division",
  "lead",
  "indicator",
  "task",
  "unit",
]);

/** A title that calls what stands below targets, and does not report on them: 任务分解表, 计划表 (题为目标). */
export const saysTargets = (title: string | undefined): title is string =>
  title !== undefined &&
  (/目标|任务|计划|分解|下达|责任书|指标表/.test(title) ||
    /控制数|控制指标|限额|指导性?指标/.test(title) ||
    (/分配/.test(title) && !/资金|经费|预算|债/.test(title))) &&
  !/完成情况|进展|统计|通报|完成表|进度/.test(title);

/** A title of things that somebody has to do or to reach, and not of what there is (题为办事). */
export const callsForDeeds = (title: string | undefined): boolean =>
  title !== undefined &&
  /目标|任务|重点(?:工作|改革|项目|工程)|实事|督[办查]|整改|责任|考[核评]|绩效|分工|分解|攻坚|要点|行动|落实|推进|销号|交办|议定|改革|计划|安排|下达|调度|控制数|控制指标|达标|建设进度|规划|指标(?:执行|分配|体系|及?权重)|监测指标/.test(
    title,
  ) &&
  !/名单|名录|名册|通讯录|签到|统计|值班|采购|价格|问卷|考勤|预算|决算|登记|参会|会议安排|座次|报价|中标|招聘|考试|成绩|选举|满意度/.test(
    title,
  );

/**
 * True for a header of one known key and names that no list can hold: 乡镇 | 粮食播种面积 | 大豆播种面积 under 任务分解表.
 * The row holds texts only, the rows below it numbers, and a title above says that they are targets.
 */
export function isPlainHeader(view: SheetView, row: number, { texts, fields, columns }: RowScore): boolean {
  if (texts < 3 || !keys.has(fields[0] === undefined ? fields[1] : fields[0])) return false;
  const names = columns.map((column) => fold(ownText(view, row, column)));
  if (
    new Set(names).size < names.length ||
    names.some((name) => name.length > 20 || /[:。；]/.test(name.replace(/^其中:/, "")))
  )
    return false;
  if (names.slice(1).every((name) => readHeading(name).name === "")) return false;
  return saysTargets(titleAbove(view, row)) && isOverNumbers(view, row, columns);
}

/** 银行机构 | 年初余额 | 全年新增目标 | 完成率: a target and a measure of it are enough words over rows of numbers. */
export const isMeasuredHeader = (
  view: SheetView,
  row: number,
  { texts, fields, columns }: RowScore,
): boolean =>
  texts >= 4 &&
  fields.includes("target") &&
  fields.some((field) => field === "completion" || field === "actualCumulative") &&
  columns.every((column) => fold(ownText(view, row, column)).length <= 20) &&
  isOverNumbers(view, row, columns);

/** 会次 | 议定内容 | 交由 | 要求办结日: a row of short different texts over rows that fill the same columns, under a title of tasks. */
export function isHeaderByForm(view: SheetView, row: number, { texts, fields, columns }: RowScore): boolean {
  const says = fields.some((field) => field === "target" || field === "completion" || field === "node");
  if (texts < 3 || !(says || callsForDeeds(titleAbove(view, row)))) return false;
  const names = columns.map((column) => fold(ownText(view, row, column)));
  if (names.some((name) => name.length > 16 || /[:。；;]|\d{4}-|^\d+$/.test(name))) return false;
  // Unmerged headings may come again under different groups; in one row of a header they do not.
  if (new Set(names).size < names.length) return false;
  let rows = 0;
  let alike = 0;
  let figures = 0;
  for (let below = row + 1; below <= Math.min(view.bottom, row + 12); below++) {
    const filled = filledColumns(view, below, columns[0], view.right);
    if (filled.length < 2) continue;
    rows++;
    if (columns.filter((column) => own(view, below, column) !== null).length >= columns.length * 0.6) alike++;
    if (filled.some((column) => typeof own(view, below, column) === "number" || told(view, below, column)))
      figures++;
  }
  return rows >= 2 && alike >= rows * 0.6 && figures >= rows * 0.6;
}

/** An org, or a day: what no heading is. */
const told = (view: SheetView, row: number, column: number): boolean => {
  const text = ownText(view, row, column);
  return looksLikeOrgs(text) || looksLikePlace(text) || /^20\d\d(?:年|[-./])\d{1,2}/.test(text);
};

/** The texts that stand alone in the rows above. */
function titleAbove(view: SheetView, row: number): string | undefined {
  let title = "";
  for (let above = Math.max(0, row - 8); above < row; above++) {
    const filled = filledColumns(view, above, 0, Math.min(view.right, 200));
    const text = filled.length > 0 && filled.length <= 2 ? ownText(view, above, filled[0] as number) : "";
    if (!isNote(fold(text))) title += text;
  }
  return title === "" ? view.grid.name : title;
}

/** 指标 | 单位 | 东城区 | 西城区: one org a column, the rows are what they have to do. */
function areOrgsAcross(view: SheetView, row: number, columns: readonly number[]): boolean {
  const heads = columns.map((column) => fold(ownText(view, row, column)));
  const orgs = heads.filter((text) => looksLikePlace(text) || looksLikeOrgs(text));
  return orgs.length >= 2 && orgs.length >= (columns.length - 1) * 0.5;
}

/** Below most of the columns stand numbers, and the first names places or orgs or counts on. */
function isOverNumbers(view: SheetView, row: number, columns: readonly number[]): boolean {
  let rows = 0;
  let numbers = 0;
  let named = 0;
  for (let below = row + 1; below <= Math.min(view.bottom, row + 12); below++) {
    if (isLabelledRow(view, below, columns[0] as number, view.right)) continue;
    const filled = columns.filter((column) => own(view, below, column) !== null);
    if (filled.length < 2 || filled.every((column) => own(view, below, column) === own(view, row, column)))
      continue;
    rows++;
    numbers +=
      filled.filter((column) => typeof own(view, below, column) === "number").length / filled.length >= 0.5
        ? 1
        : 0;
    if (
      columns
        .slice(0, 2)
        .some(
          (column) =>
            looksLikePlace(ownText(view, below, column)) || looksLikeOrgs(ownText(view, below, column)),
        )
    )
      named++;
  }
  return rows >= 3 && numbers >= rows * 0.7 && (named >= rows * 0.5 || areOrgsAcross(view, row, columns));
}
