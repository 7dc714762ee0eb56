import { cellRef, type LayoutCell, rangeRef, type SheetLayout } from "../../packages/grid/src/index.ts";
import figuresJson from "./data/figures.json" with { type: "json" };
import returnsJson from "./data/returns.json" with { type: "json" };

/** One published figure (公布数): an indicator in a region, with the digits as printed. */
interface Figure {
  readonly region: string;
  readonly indicator: string;
  readonly unit: string;
  readonly department: string;
  readonly target: string;
  readonly actual: string;
  readonly published: string | null;
}

/** How one region fills its sheet (填法): what it stores as text, how it writes the rates, its header words. */
interface Manner {
  readonly region: string;
  readonly file: string;
  readonly sheet: string;
  readonly indicators: readonly string[];
  readonly completion: "formula" | "percentNumber" | "percentFraction";
  readonly asText: readonly { indicator: string; field: string; text: string }[];
  readonly ratesAsFractions?: boolean;
  readonly header?: { region?: string; completion?: string; halfWidthParentheses?: boolean };
}

const figures: readonly Figure[] = figuresJson.rows;
const manners = returnsJson.files as readonly Manner[];
const { file: cityFile, sheet: citySheet, order: cityOrder } = returnsJson.city;
const allIndicators = [...new Set(figures.map((figure) => figure.indicator))];

const figureOf = (region: string, indicator: string) =>
  figures.find((figure) => figure.region === region && figure.indicator === indicator);

/** The workbooks of the city and its regions as layouts, by path (各地报表和市汇总表). */
export const meishanBooks = (): { path: string; sheets: SheetLayout[] }[] => [
  { path: `meishan-2019/returns/${cityFile}`, sheets: [cityTable()] },
  ...manners.map((manner) => ({
    path: `meishan-2019/returns/${manner.file}`,
    sheets: [regionTable(manner)],
  })),
];

const headerStyle = { style: "header" } as const;
const note = (value: string): LayoutCell => ({ value, style: "note" });

/** 全市 first, 本级 next, then the districts and counties; the department row stands between header and data. */
function cityTable(): SheetLayout {
  const blocks = blocksOf(allIndicators);
  const departments = blocks.flatMap(({ indicator, columns }) => {
    const name = figureOf("全市", indicator)?.department ?? "";
    return columns.map((_, k): LayoutCell => ({ value: k === 0 ? name : null, style: "text" }));
  });
  const plain: Manner = {
    region: "",
    file: cityFile,
    sheet: citySheet,
    indicators: allIndicators,
    completion: "formula",
    asText: [],
  };
  return tableOf(
    plain,
    {
      title: "眉山市2019年就业促进民生工程汇总表",
      form: ["填报单位：眉山市", "截至：2019年12月"],
      middle: [{ value: "责任部门", style: "text" }, ...departments],
      notes: ["注：市本级只承担下岗失业人员再就业；“—”表示不涉及。登记失业率各地目标相同，不相加。"],
    },
    cityOrder,
  );
}

function regionTable(manner: Manner): SheetLayout {
  const whose = manner.region === "市本级" ? "眉山市本级" : manner.region;
  return tableOf(
    manner,
    {
      title: `${whose}2019年就业促进工程目标任务进度表`,
      form: [`填报单位：${manner.region}`, "截至：2019年12月"],
      notes: ["填报说明：进度为本年累计数。"],
    },
    [manner.region],
  );
}

interface Frame {
  readonly title: string;
  readonly form: readonly [string, string];
  readonly middle?: readonly LayoutCell[];
  readonly notes: readonly string[];
}

function tableOf(manner: Manner, frame: Frame, regions: readonly string[]): SheetLayout {
  const blocks = blocksOf(manner.indicators);
  const width = 1 + blocks.reduce((sum, block) => sum + block.columns.length, 0);
  const words = manner.header ?? {};
  const regionWord = words.region ?? "地区";
  const last = width - 1;
  const formAt = Math.max(2, last - 2);
  const upper: LayoutCell[] = [{ value: regionWord, ...headerStyle }];
  const lower: LayoutCell[] = [{ value: null, ...headerStyle }];
  const across = (row: number, from = 0, to = last) =>
    rangeRef({ top: row, left: from, bottom: row, right: to });
  const merges = [across(0), across(1, 0, formAt - 1), across(1, formAt), "A3:A4"];
  for (const { indicator, columns, first } of blocks) {
    columns.forEach((column, k) => {
      upper.push({ value: k === 0 ? named(indicator, words.halfWidthParentheses) : null, ...headerStyle });
      lower.push({ value: columnWord(column, manner), ...headerStyle });
    });
    merges.push(across(2, first, first + columns.length - 1));
    if (frame.middle) merges.push(across(4, first, first + columns.length - 1));
  }
  const form: LayoutCell[] = Array.from({ length: formAt + 1 }, () => ({ value: null }));
  form[0] = note(frame.form[0]);
  form[formAt] = note(frame.form[1]);
  const above = [[{ value: frame.title, style: "title" as const }], form, upper, lower];
  if (frame.middle) above.push([...frame.middle]);
  const data = regions.map((region, k) => dataRow(region, above.length + k, blocks, manner));
  merges.push(...frame.notes.map((_, k) => across(above.length + data.length + k)));
  return {
    name: manner.sheet,
    rows: [...above, ...data, ...frame.notes.map((text) => [note(text)])],
    merges,
    widths: [12, ...Array.from({ length: last }, () => 11)],
    heights: { 0: 28, 2: 32 },
    freeze: cellRef(above.length, 1),
    print: { landscape: true, repeatRows: [3, 4], fitToWidth: true },
  };
}

type Column = "target" | "actual" | "completion";
interface Block {
  readonly indicator: string;
  readonly first: number;
  readonly columns: readonly Column[];
}

/** A block of columns for each indicator; one that was published without a rate has no column for it. */
function blocksOf(indicators: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let first = 1;
  for (const indicator of indicators) {
    const rated = figures.some((figure) => figure.indicator === indicator && figure.published !== null);
    const columns: Column[] = rated ? ["target", "actual", "completion"] : ["target", "actual"];
    blocks.push({ indicator, first, columns });
    first += columns.length;
  }
  return blocks;
}

function named(indicator: string, halfWidth = false): string {
  const unit = figures.find((figure) => figure.indicator === indicator)?.unit ?? "";
  return halfWidth ? `${indicator}(${unit})` : `${indicator}（${unit}）`;
}

function columnWord(column: Column, manner: Manner): string {
  if (column === "target") return "目标";
  if (column === "actual") return "进度";
  return manner.header?.completion ?? (manner.completion === "percentNumber" ? "完成比例（%）" : "完成比例");
}

function dataRow(region: string, row: number, blocks: readonly Block[], manner: Manner): LayoutCell[] {
  const cells: LayoutCell[] = [{ value: region, style: region === "全市" ? "total" : "text" }];
  for (const { indicator, first, columns } of blocks) {
    const figure = figureOf(region, indicator);
    for (const column of columns) {
      if (!figure) cells.push({ value: "—", style: "text" });
      else if (column === "completion") cells.push(completionCell(figure, row, first, manner));
      else cells.push(amountCell(figure, column, manner));
    }
  }
  return cells;
}

function amountCell(figure: Figure, field: "target" | "actual", manner: Manner): LayoutCell {
  const text = manner.asText.find((one) => one.indicator === figure.indicator && one.field === field);
  if (text) return { value: text.text, style: "text" };
  if (figure.unit === "%" && manner.ratesAsFractions)
    return { value: hundredth(figure[field]), format: "0.0%", style: "number" };
  return { value: Number(figure[field]), style: "number" };
}

function completionCell(figure: Figure, row: number, first: number, manner: Manner): LayoutCell {
  const percent = figure.published ?? "";
  if (manner.completion === "percentNumber")
    return { value: Number(percent), format: "0.0", style: "number" };
  if (manner.completion === "percentFraction")
    return { value: hundredth(percent), format: "0.0%", style: "number" };
  return {
    value: Number(figure.actual) / Number(figure.target),
    formula: `${cellRef(row, first + 1)}/${cellRef(row, first)}`,
    format: "0.0%",
    style: "number",
  };
}

/** A printed percentage as the fraction that a sheet stores: the decimal point moves, no float is multiplied. */
const hundredth = (percent: string): number => Number(`${percent}e-2`);
