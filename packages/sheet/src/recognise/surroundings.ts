import type { Evidence } from "../table.ts";
import { fold } from "./heading.ts";
import { filledColumns, ownText, type SheetView } from "./sheet-view.ts";

/** What stands above a table and in names: title, 填报单位, 报告期, 单位 (表头信息). */
export interface Surroundings {
  readonly title?: string;
  readonly org?: { readonly name: string; readonly evidence: readonly Evidence[] };
  readonly period?: { readonly value: string; readonly evidence: readonly Evidence[] };
  readonly unitNote?: string;
}

const orgKey =
  /(?:填报单位|报送单位|上报单位|填表单位|报表单位|编报单位|编制单位|填报部门|报送部门|单位名称|单位\((?:盖章|公章|章)\))(?:\([^()]*\))?:?/;
const unitKey = /(?:计量单位|金额单位|单位):([^\s:,，;；()]{1,8})/;
const periodKey =
  /(?:报告期|报表期|填报期|所属期|报告期别|统计期|填报月份|报告月份|考核期|所属时期|报告期间|期别)(?:\([^()]*\))?:?/;

/** What the rows from `top` to `bottom` say, then the sheet's and the file's names, in this order of precedence. */
export function surroundingsOf(
  view: SheetView,
  top: number,
  bottom: number,
  file: string,
  left = 0,
  right = view.right,
): Surroundings {
  const lines = linesOf(view, top, bottom, left, right);
  const title = lines.find((line) => line.cells.length === 1 && line.cells[0] && isTitle(line.cells[0]))
    ?.cells[0];
  const texts = lines.flatMap((line) => line.cells);
  const org =
    named(lines, orgKey, "填报单位", (value) =>
      /^[_\s]*$/.test(value) || value.length > 30 ? undefined : orgName(value),
    ) ??
    first(title ? [title] : [], orgOfTitle, "title") ??
    first(
      lines.flatMap((line) => (line.cells.length === 1 ? line.cells : [])),
      orgOfTitle,
      "title",
    ) ??
    first([view.grid.name], orgOfName, "sheetName") ??
    first([baseName(file)], orgOfName, "fileName");
  const year = yearIn([...texts, view.grid.name, baseName(file)]);
  const period =
    named(lines, periodKey, "报告期", (value) => periodIn(value, year)) ??
    first(
      texts.filter((text) => /截[至止]/.test(text)),
      (text) => periodIn(text, year),
      "截至",
    ) ??
    best(title ? [title, ...texts] : texts, year, "title") ??
    best([view.grid.name], year, "sheetName") ??
    best([baseName(file)], year, "fileName");
  const unitNote = texts
    .map((text) => unitKey.exec(fold(text))?.[1])
    .find((unit) => unit !== undefined && !/局|委|办|镇|街道|政府|[市区县]$/.test(unit));
  return {
    ...(title ? { title } : {}),
    ...(org ? { org } : {}),
    ...(period ? { period } : {}),
    ...(unitNote ? { unitNote } : {}),
  };
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

const linesOf = (view: SheetView, top: number, bottom: number, left: number, right: number): Line[] => {
  const lines: Line[] = [];
  for (let row = Math.max(top, bottom - 30, 0); row <= bottom; row++) {
    const cells = filledColumns(view, row, left, Math.min(right, left + 200)).map((column) =>
      ownText(view, row, column),
    );
    if (cells.length > 0) lines.push({ row, cells: cells.map((text) => text.slice(0, 300)) });
  }
  return lines;
};

const isTitle = (text: string): boolean => {
  const plain = fold(text);
  return (
    plain.length >= 4 &&
    !/^(?:附件|附表|附)\d*:?$/.test(plain) &&
    !/^[^:]{2,8}:/.test(plain) &&
    !/^\(.*\)$/.test(plain)
  );
};

/** A key in one cell with its value after the colon, or with its value in the next cell. */
function named<T>(lines: readonly Line[], key: RegExp, rule: string, read: (value: string) => T | undefined) {
  for (const { cells } of lines)
    for (const [index, text] of cells.entries()) {
      const plain = fold(text);
      const found = key.exec(plain);
      if (
        !found ||
        (found.index > 0 &&
          !/[\s:,，;；。)）]$/.test(plain.slice(0, found.index)) &&
          plain.length > 12 &&
          !/:/.test(plain))
      )
        continue;
      const rest =
        plain
          .slice(found.index + found[0].length)
          .split(/(?:填报|报送|报告|统计|金额|计量|制表|联系|单位|填表|日期|截[至止])[^:]{0,6}:/)[0] ?? "";
      const value =
        rest.replace(/^[:_]+|[_]+$/g, "") ||
        (cells[index + 1] && !/[:：]$/.test(cells[index + 1] ?? "") ? fold(cells[index + 1] ?? "") : "");
      const read1 = value ? read(value) : undefined;
      if (read1 !== undefined) return result(read1, rule, text);
    }
  return undefined;
}

function first<T>(texts: readonly string[], read: (text: string) => T | undefined, rule: string) {
  for (const text of texts) {
    const value = read(text);
    if (value !== undefined) return result(value, rule, text);
  }
  return undefined;
}

const result = <T>(value: T, rule: string, saw: string) =>
  (typeof value === "string" && rule !== "报告期" && rule !== "截至"
    ? { name: value, value, evidence: [{ rule, saw: saw.slice(0, 60) }] }
    : { name: value, value, evidence: [{ rule, saw: saw.slice(0, 60) }] }) as {
    name: T & string;
    value: T & string;
    evidence: readonly Evidence[];
  };

/** The finest period that the texts name. */
function best(texts: readonly string[], year: string | undefined, rule: string) {
  const found = texts
    .map((text) => ({ text, value: periodIn(text, year) }))
    .filter((one) => one.value !== undefined);
  const finest = found.find((one) => (one.value?.length ?? 0) > 4) ?? found[0];
  return finest?.value ? result(finest.value, rule, finest.text) : undefined;
}

const yearIn = (texts: readonly string[]): string | undefined => {
  for (const text of texts) {
    const year = /(20\d\d)(?:年|[-./]|$)/.exec(fold(text))?.[1] ?? chineseYear(text);
    if (year) return year;
  }
  return undefined;
};

const chineseYear = (text: string): string | undefined => {
  const found = /二[〇○零O0]([一二][〇○零一二三四五六七八九])年/.exec(text)?.[1];
  if (!found) return undefined;
  return `20${[...found].map((digit) => Math.max(0, "〇一二三四五六七八九".indexOf(digit === "○" || digit === "零" ? "〇" : digit))).join("")}`;
};

const pad = (month: string): string => month.padStart(2, "0");
const months: Readonly<Record<string, string>> = {
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  十: "10",
  十一: "11",
  十二: "12",
};

/** The period that a text names; a month without its year takes `year`. @example periodIn("截至2016年10月25日") // "2016-10" */
export function periodIn(text: string, year?: string): string | undefined {
  const plain = fold(text);
  const own = /(20\d\d)(?:年|[-./](?=\d)|$)/.exec(plain)?.[1] ?? chineseYear(plain) ?? year;
  if (!own) return undefined;
  const month =
    /(?:\d{1,2}月?[-~至到])(1[0-2]|0?[1-9])月/.exec(plain)?.[1] ??
    /(?:^|[^\d])(1[0-2]|0?[1-9])月/.exec(plain)?.[1] ??
    /20\d\d[-./](1[0-2]|0?[1-9])(?!\d)/.exec(plain)?.[1] ??
    /^20\d\d(0[1-9]|1[0-2])(?:\d\d)?$/.exec(plain)?.[1] ??
    months[/([一二三四五六七八九]|十[一二]?)月/.exec(plain)?.[1] ?? ""];
  if (month) return `${own}-${pad(month)}`;
  if (/前三季度|1-3季度/.test(plain)) return `${own}Q3`;
  if (/上半年/.test(plain)) return `${own}Q2`;
  const quarter = /第?([一二三四1-4])季度/.exec(plain)?.[1];
  if (quarter) return `${own}Q${months[quarter] ?? quarter}`;
  return /20\d\d年?|二[〇○零]/.test(plain) ? own : undefined;
}

const orgSuffix =
  "(?:人民政府|管理委员会|管委会|委员会|街道办事处|办事处|街道办|街道|公安局|分局|局|政府办公室|办公室|委办|发改委|卫健委|卫计委|农工委|政法委|委|残联|妇联|团委|总工会|工会|联合会|法院|检察院|中心|管理处|公司|集团|政府|厅|开发区|高新区|新区|自治县|自治州|自治旗|市本级|区|县|市|旗|州|盟|镇|乡|苏木|村|社区)";
const orgAtStart = new RegExp(
  `^([\\u4e00-\\u9fff]{1,16}?${orgSuffix})(?![域块属场级别容长面部托员理好学事法公])`,
);
const notOrg =
  /^(?:城乡|全市|全区|全县|全省|我市|我区|我县|城市|社区|各区|各县|各市|各乡镇|各街道|各部门|市|区|县|地区|农村|乡村|重点镇|小城镇|美丽乡村|公办|民办|区县|城区|园区|小区|新区|城中村|各县区|各区县|责任局|责任单位|省市县|省市|市县|市区|县区|市委|区委|县委|市直|区直|县直|年度|工作办|市政府|区政府|县政府)$/;

/** The organisation at the start of a title: 南关区民政局2016年… (标题中的单位). */
export function orgOfTitle(text: string): string | undefined {
  const plain = fold(text)
    .replace(/^(?:附件|附表|表)\d*[-:]?\d*/, "")
    .replace(/^(?:关于|《)/, "");
  const start = plain.replace(
    /^\(?(?:20\d\d|二[〇○零]..)年?度?(?:\d{1,2}[-~至]?\d{0,2}月份?)?(?:上半年|前三季度|第?.季度)?\)?/,
    "",
  );
  for (const candidate of [start, plain]) {
    const whole = longestOrg(candidate);
    if (whole) return whole;
  }
  return undefined;
}

/** The longest run of names from the start: 南关区 goes on to 南关区民政局. */
function longestOrg(text: string): string | undefined {
  const found = orgAtStart.exec(text)?.[1];
  if (!found || notOrg.test(found)) return undefined;
  const rest = text.slice(found.length);
  const more = /[市区县旗州盟省]$/.test(found) ? orgAtStart.exec(rest)?.[1] : undefined;
  const longer =
    more &&
    more.length <= 14 &&
    !/年|月|目标|任务|工作|重点|民生|十|项目|情况/.test(more) &&
    !notOrg.test(more)
      ? found + more
      : found;
  const after = text.slice(longer.length);
  return after === "" ||
    /^[\d(（二\-_ 年十关重民目工各项绩主经政为落贯推督责"“《城农就教卫生社安养月季上下前承]/.test(after)
    ? longer
    : undefined;
}

/** The organisation that a sheet's or a file's name is, or holds: 01-民政局-10月 (文件名中的单位). */
export function orgOfName(name: string): string | undefined {
  for (const part of fold(name).split(/[-_ .、,，()（）+&—\d]+/)) {
    const plain = part.replace(/^(?:附件|年度?|月份?)+/, "");
    if (plain.length < 2) continue;
    const found = longestOrg(plain);
    if (found) return found;
  }
  return undefined;
}

const orgName = (value: string): string | undefined => {
  const plain = value.replace(/\((?:盖章|公章|章|签章)\)/g, "").replace(/[:：_]+$/g, "");
  return plain.length >= 2 && /[\u4e00-\u9fff]/.test(plain) ? plain : undefined;
};

const baseName = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[A-Za-z]{2,5}$/, "");
