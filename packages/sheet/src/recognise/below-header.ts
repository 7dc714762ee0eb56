import { isBlank } from "@taizhang/grid";
import type { Field } from "../field.ts";
import { fieldOfWord } from "./header-words.ts";
import { fold, readHeading, squeeze } from "./heading.ts";
import { looksLikeOrgs } from "./org-word.ts";
import { filledColumns, own, ownText, type SheetView } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

/** 1 2 3 4, or 甲 乙 1 2, or formulas such as 3=2/1: the columns are numbered. */
export function isNumberRow(view: SheetView, row: number, left: number, right: number): boolean {
  const filled = filledColumns(view, row, left, right);
  if (filled.length < 3 || filled.length < (right - left + 1) * 0.5) return false;
  let expected: number | undefined;
  let numbered = 0;
  for (const column of filled) {
    const text = fold(ownText(view, row, column)).replace(/[()①-⑳]/g, "");
    if (/^[甲乙丙丁戊己庚辛A-Z]$|^栏次$|^-$/.test(text)) {
      numbered++;
      continue;
    }
    const number = /^(\d{1,2})(?:=.*)?$/.exec(text)?.[1];
    if (number === undefined) return false;
    if (expected !== undefined && Number(number) !== expected) return false;
    expected = Number(number) + 1;
    numbered++;
  }
  return numbered >= 3;
}

/** Item, Unit, Annual target below 指标, 单位, 全年目标: the headings again in another language. */
export function isGlossRow(view: SheetView, row: number, left: number, right: number): boolean {
  const filled = filledColumns(view, row, left, right);
  if (filled.length < 3 || filled.length < (right - left + 1) * 0.6) return false;
  const texts = filled.map((column) => fold(ownText(view, row, column)));
  const latin = texts.filter((text) => /[A-Za-z]{2}/.test(text) && !/[\u4e00-\u9fff]/.test(text));
  return latin.length >= texts.length * 0.8 && !latin.some(looksLikeUnit);
}

/** All that stands in the row are units: 人, %, 万元. */
export function isUnitRow(view: SheetView, row: number, left: number, right: number): boolean {
  let units = 0;
  let others = 0;
  const last = Math.min(right, (view.grid.rows[row]?.length ?? 0) - 1);
  for (let column = left; column <= last; column++) {
    if (isBlank(own(view, row, column))) continue;
    const text = fold(ownText(view, row, column)).replace(/[()]/g, "");
    if (looksLikeUnit(text)) units++;
    else if (others++ > 0 || !unitLabel.test(text)) return false;
  }
  return units >= 2;
}

const said: ReadonlySet<Field | undefined> = new Set<Field>([
  "unit",
  "direction",
  "kind",
  "lead",
  "support",
  "reporter",
  "leader",
  "owner",
  "definition",
  "targetSource",
]);

/** 分值 10 8 8 or 指标性质 预期性 约束性 below the indicators of a cross-tab: the key cell says what the row tells of them. */
export function isLabelledRow(view: SheetView, row: number, left: number, right: number): boolean {
  const [first, ...rest] = filledColumns(view, row, left, right);
  if (first !== left || rest.length < 2) return false;
  const field = fieldOfWord(readHeading(ownText(view, row, first)).name);
  if (field !== "weight" && !said.has(field)) return false;
  const kind = field === "weight" ? "number" : "string";
  return rest.every((column) => typeof own(view, row, column) === kind);
}

const unitLabel = /^(?:计量|数量)?单位$|^单位名称$/;
const departmentLabel =
  /^(?:责任|牵头|主管|数据)?(?:部门|单位|责任部门)(?:或.*)?$|(?:责任|牵头|主管|主责|落实|考核|承办|主办|承担|实施|配合|协办|报送)(?:部门|单位|科室|机构)/;

/** What stands over the key columns in a row of units or departments says what the row holds, and heads no column (行标签). */
export const isRowLabel = (text: string): boolean => {
  const plain = fold(text);
  return unitLabel.test(plain) || departmentLabel.test(plain);
};

/** Departments under the headings of a cross-tab; the key columns are blank or say 责任部门. */
export function isDepartmentRow(view: SheetView, row: number, left: number, right: number): boolean {
  const filled = filledColumns(view, row, left, right);
  const first = filled[0];
  if (first === undefined) return false;
  const label = fold(ownText(view, row, first));
  const labelled = departmentLabel.test(label);
  const rest = labelled ? filled.slice(1) : filled;
  if (rest.length === 0 || (!labelled && (first === left || rest.length < 1))) return false;
  return rest.every((column) => {
    const text = ownText(view, row, column);
    return looksLikeOrgs(text) || looksLikeOrgs(squeeze(text));
  });
}
