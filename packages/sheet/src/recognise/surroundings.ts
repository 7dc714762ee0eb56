import { remembered } from "../remembered.ts";
import type { Table } from "../table.ts";
import { fold } from "./heading.ts";
import { looksLikeOrgs } from "./org-word.ts";
import { finestPeriod, type Period, periodIn, periodOfLine, saysUntil, yearOf } from "./report-period.ts";
import { isRegion, orgAsPrinted, orgOfName, orgOfTitle } from "./reporter.ts";
import { filledColumns, ownText, type SheetView } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

type Reporter = NonNullable<Table["org"]>;

/** What stands above a table: title, caption, 填报单位, 报告期, 单位 (表头信息). */
export interface Surroundings {
  readonly title?: string;
  /** A line of its own between title and header: 指标一：城镇新增就业. */
  readonly caption?: string;
  /** Said outright: 填报单位, or the head of a form. */
  readonly said?: Reporter;
  /** Concluded from title, sheet name or file name. */
  readonly org?: Reporter;
  /** Said outright: 报告期, 截至. */
  readonly saidPeriod?: Period;
  readonly period?: Period;
  readonly unitNote?: string;
  /** 单位：万元、人 names several, none of which holds for all columns. */
  readonly unitNotes?: readonly string[];
}

const orgKey =
  /^(?:填报|报送|上报|填表|报表|编报|编制|填列|汇总)(?:单位|部门|机构)(?:名称)?(?:\((?:盖章|公章|章|签章|全称)\))?:?|^单位(?:名称)?(?:\((?:盖章|公章|章|签章)\)):?|^单位名称:/;
const formKey =
  /^(?:主管部门|主管单位|预算单位|预算部门|部门名称|单位名称|实施单位|项目单位|项目实施单位|考核对象|被考核单位|综合机关名称|综合机关|承办单位|被督查单位|被督办单位)(?:\([^()]*\))?:?/;
/** 企业：…, 填报：…: a short word for an organisation, and one behind the colon. */
const anyOrgKey =
  /^(?!.*(?:数据|考核|评价|审[核批]|下达|主送|抄送|监制|制定|批准|印发|发文|责任|牵头|配合|督[办查]|联系|下发|存档))[\u4e00-\u9fff]{0,4}(?:单位|部门|机构|企业|公司|学校|医院|院校|乡镇|街道|区县|县区|填报|报送|填表|编报|上报|填制|制表)(?:名称)?(?:\([^()]*\))?:/;
/** 责任单位：…, 乙方：… above a letter of responsibility: who signs it answers for the whole sheet and reports on it. */
const signerKey =
  /^(?:目标)?(?:责任|承诺|签订|签约|签状|受约)(?:单位|部门|方|主体)(?:名称)?(?:\([^()]*\))?:?|^乙方(?:\([^()]*\))?:/;
const periodKey =
  /^(?:报告期|报表期|填报期|所属期|报告期别|统计期|填报月份|报告月份|考核期|所属时期|报告期间|期别|统计时间|数据时间|数据截止时间|所属月份|考核年度|评价年度)(?:\([^()]*\))?:?/;

/** What the rows from `top` to `bottom` say, and for units the notes beside the header; then, for the org, the names of sheet and file. */
export function surroundingsOf(
  view: SheetView,
  top: number,
  bottom: number,
  file: string,
  aside: readonly string[] = [],
): Surroundings {
  const lines = linesOf(view, top, bottom);
  const single = lines.flatMap((cells) => {
    const titles = cells.filter((text) => isTitle(text) && (cells.length === 1 || !/[:：]/.test(text)));
    return titles.length === 1 && cells.length <= 3 ? titles : [];
  });
  const title = single[0];
  const caption = single.length > 1 || top > 0 ? single.at(-1) : undefined;
  const texts = lines.flatMap((cells) => cells.filter((_, at) => !isFigure(cells, at)));
  const name = view.grid.name;
  const base = baseOf(file);
  const year = [...texts, name, base].map(yearOf).find((one) => one !== undefined);
  const said =
    named(lines, orgKey, orgAsPrinted) ??
    named(lines, formKey, orgAsPrinted) ??
    named(lines, anyOrgKey, (value) => (looksLikeOrgs(value) ? orgAsPrinted(value) : undefined)) ??
    named(lines, signerKey, oneOrg);
  const saidPeriod = named(lines, periodKey, (value) => periodIn(value, year)) ?? until(texts, year);
  const org = concludedOrg(single, name, base);
  const found = [
    finestPeriod(texts, year, "title"),
    finestPeriod([name], year, "sheetName"),
    finestPeriod([base], year, "fileName"),
  ].filter((one) => one !== undefined);
  // A month in the sheet's or the file's name refines the bare year of the title; another year does not.
  const [whole] = found;
  const period =
    whole?.value.length === 4
      ? (found.find(({ value }) => value.length > 4 && value.startsWith(whole.value)) ?? whole)
      : whole;
  // 高标准农田建设（亩）: a title may end with the unit as a heading does.
  const noted = unitsIn([...texts, ...aside, title?.replace(/[(（]([^()（）]+)[)）]$/, "单位:$1") ?? ""]);
  const unitNote = noted.length === 1 ? noted[0] : undefined;
  return {
    ...(title ? { title } : {}),
    ...(caption && caption !== title ? { caption } : caption && top > 0 ? { caption } : {}),
    ...(said ? { said: { name: said.value, evidence: [{ rule: "填报单位", saw: said.saw }] } } : {}),
    ...(org ? { org } : {}),
    ...(saidPeriod
      ? { saidPeriod: { value: saidPeriod.value, evidence: [{ rule: "报告期", saw: saidPeriod.saw }] } }
      : {}),
    ...(period ? { period } : {}),
    ...(unitNote ? { unitNote } : noted.length > 1 ? { unitNotes: noted } : {}),
  };
}

/** The name of a file without folders and ending. */
const baseOf = remembered((file) => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[A-Za-z]{2,5}$/, ""));

/** All that a file's name says of the time; files whose names say the same differ at most in their org. */
export const timeOfFile = remembered((file) => {
  const base = baseOf(file);
  return [yearOf(base), periodOfLine(base, "2000")].join(" ");
});

/** A value that reads as the name of one organisation. */
const oneOrg = (value: string): string | undefined =>
  looksLikeOrgs(value) && !/[、,，;；]/.test(value) ? orgAsPrinted(value) : undefined;

/** 2075.8 beside 全年执行数 is an amount of the form above the table; alone in its row, or beside 年度, it may be a year. */
const isFigure = (cells: readonly string[], at: number): boolean =>
  cells.length > 1 &&
  /^[\d.,]+$/.test(cells[at] ?? "") &&
  !/(?:年度|年份|年月|期别?|月份|时间)[:：]?$/.test(cells[at - 1] ?? "") &&
  !/^[年月]/.test(cells[at + 1] ?? "");

/** The texts of each row, at most the thirty rows nearest to the header. */
function linesOf(view: SheetView, top: number, bottom: number): string[][] {
  const lines: string[][] = [];
  for (let row = Math.max(top, bottom - 30, 0); row <= bottom; row++) {
    const cells = filledColumns(view, row, 0, Math.min(view.right, 200)).map((column) =>
      ownText(view, row, column).slice(0, 300),
    );
    if (cells.length > 0) lines.push(cells);
  }
  return lines;
}

/** 注：…, 填表说明：… above a table say how it is filled in, and are no title (folded text). */
export const isNote = (plain: string): boolean =>
  /^[★☆*※#]?(?:备注|附注|注|注意|说明|(?:填表|填报|编制|报送)?(?:说明|要求|须知|口径))\d?[:：]/.test(plain);

const isTitle = remembered((text: string): boolean => {
  const plain = fold(text);
  return (
    plain.length >= 4 &&
    plain.length <= 80 &&
    !/^(?:附件|附表|附)[\d一二三四五六]*:?$/.test(plain) &&
    !/^(?:填报|报送|单位|报告期|截[至止]|制表|联系|日期|计量)[^:]{0,10}:/.test(plain) &&
    !/^\(.*\)$|^截[至止]/.test(plain) &&
    !isNote(plain)
  );
});

/** Several keys in one cell stand apart by wide spaces: 填报单位：…　　报告期：… */
const partsOf = remembered((text) => text.split(/[\s\u3000]{2,}|[；;]/).map(fold));

/** A key in one cell with its value after a colon, several keys in one cell, or the value in the next cell. */
function named<T>(
  lines: readonly (readonly string[])[],
  key: RegExp,
  read: (value: string) => T | undefined,
): { value: T; saw: string } | undefined {
  for (const cells of lines)
    for (const [index, text] of cells.entries()) {
      for (const plain of partsOf(text)) {
        const found = key.exec(plain);
        if (!found) continue;
        const rest = plain.slice(found[0].length);
        if (rest !== "" && !found[0].endsWith(":") && !/^[:_]/.test(rest)) continue;
        const inside = (
          rest.split(/(?:填报|报送|报告|统计|金额|计量|制表|联系|单位|填表|日期|截[至止])[^:]{0,6}:/)[0] ?? ""
        ).replace(/^[:_]+|_+$/g, "");
        const next = cells[index + 1] ?? "";
        const value = inside !== "" ? inside : /[:：]\s*$|[:：]/.test(next) ? "" : next;
        const result = value === "" ? undefined : read(value);
        if (result !== undefined) return { value: result, saw: text.slice(0, 60) };
      }
    }
  return undefined;
}

function until(
  texts: readonly string[],
  year: string | undefined,
): { value: string; saw: string } | undefined {
  for (const text of texts) {
    if (!saysUntil(text)) continue;
    const value = periodOfLine(text, year);
    if (value) return { value, saw: text.slice(0, 60) };
  }
  return undefined;
}

/** A department in the title, in the sheet's or the file's name; a region only where no department is named. */
function concludedOrg(titles: readonly string[], sheet: string, file: string): Reporter | undefined {
  const found: Reporter[] = [];
  const note = (name: string | undefined, rule: string, saw: string): void => {
    if (name) found.push({ name, evidence: [{ rule, saw: saw.slice(0, 60) }] });
  };
  for (const title of titles) note(orgOfTitle(title), "title", title);
  note(orgOfName(sheet), "sheetName", sheet);
  note(orgOfName(file), "fileName", file);
  const department = found.find(({ name }) => !isRegion(name));
  if (department) return department;
  const region = found.find(({ evidence }) => evidence[0]?.rule !== "title") ?? found[0];
  // A region may own the plan and not report: 眉山市2019年… on the sheet of one of its counties.
  return region
    ? { ...region, evidence: [...region.evidence, { rule: "regionOnly", saw: region.name }] }
    : undefined;
}

/** 单位：万元, or 金额单位：元; 单位：区民政局 is no unit. Of 万元、% the rates have the %, which they are in anyway. */
function unitsIn(texts: readonly string[]): string[] {
  for (const text of texts) {
    const found = /单位:([^\s:;；()]{1,16})/.exec(fold(text))?.[1]?.split(/[、,，和/]/);
    if (!found?.[0] || !looksLikeUnit(found[0])) continue;
    const units = [...new Set(found.filter(looksLikeUnit))];
    return units.length > 1 ? units.filter((unit) => unit !== "%") : units;
  }
  return [];
}

/** The indicator that a caption names: 指标一：城镇新增就业 → 城镇新增就业. */
export function indicatorOfCaption(caption: string | undefined): string | undefined {
  const found = /^(?:指标|任务|项目)?[(（]?[一二三四五六七八九十\d]{0,3}[)）]?[:：、.．](.{2,40})$/.exec(
    caption?.trim() ?? "",
  )?.[1];
  return found?.replace(/(?:目标任务|目标)?(?:完成|进展)情况(?:统计)?(?:汇总)?表?$/, "").trim() || undefined;
}
