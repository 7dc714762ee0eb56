import {
  cellRef,
  columnName,
  isCellError,
  type LayoutCell,
  lastColumn,
  lastRow,
  layoutCell,
  parseCell,
  parseRange,
  rangeRef,
  type SheetLayout,
} from "@taizhang/grid";
import { lightFormat, type StyleSheet } from "./style-sheet.ts";
import { escapeCellText, escapeXml } from "./xml-text.ts";

/** What all sheets of a workbook share while they are written. */
export interface WritingContext {
  readonly styles: StyleSheet;
  /** The number of a text among the shared ones. */
  readonly shared: (text: string) => number;
  /** The reference of a list of choices that does not fit in a cell's own list. */
  readonly choicesAt: (list: readonly string[]) => string;
}

/** A sheet's part, and the files that its links point to, by relationship id. */
export interface SheetXml {
  readonly xml: string;
  readonly targets: readonly { readonly id: string; readonly target: string }[];
  /** True if a formula has no value yet. */
  readonly uncalculated: boolean;
}

/** The XML of a sheet (写工作表). The order of its parts is the schema's; Excel repairs any other. */
export function sheetXml(layout: SheetLayout, context: WritingContext, selected: boolean): SheetXml {
  const links: { ref: string; link: string }[] = [];
  let uncalculated = false;
  const rows = layout.rows.map((cells, row) => {
    if (row > lastRow || cells.length > lastColumn + 1) throw new RangeError(`${layout.name}: ${row + 1}`);
    let xml = "";
    for (let column = 0; column < cells.length; column++) {
      const cell = layoutCell(cells[column] ?? null);
      const ref = cellRef(row, column);
      if (cell.link) links.push({ ref, link: cell.link });
      if (cell.formula !== undefined && cell.value === null) uncalculated = true;
      xml += cellXml(ref, cell, context);
    }
    const height = layout.heights?.[row];
    const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
    return xml === "" && size === "" ? "" : `<row r="${row + 1}"${size}>${xml}</row>`;
  });
  const { link, targets } = hyperlinks(links);
  const xml = [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    layout.print?.fitToWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    sheetView(layout, selected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns(layout),
    `<sheetData>${rows.join("")}</sheetData>`,
    layout.protect
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : "",
    layout.autoFilter ? `<autoFilter ref="${escapeXml(layout.autoFilter)}"/>` : "",
    merges(layout),
    lights(layout),
    choices(layout, context),
    link,
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    print(layout),
    "</worksheet>",
  ];
  return { xml: xml.join(""), targets, uncalculated };
}

function cellXml(ref: string, cell: LayoutCell, { styles, shared }: WritingContext): string {
  const { value, formula } = cell;
  const number = styles.of(cell);
  const style = number === 0 ? "" : ` s="${number}"`;
  const head = `<c r="${ref}"${style}`;
  if (formula !== undefined) {
    const text = formula.startsWith("=") ? formula.slice(1) : formula;
    if (text === "" || text.length > 8192) throw new RangeError(`${ref}: formula`);
    const code = `<f>${escapeXml(text)}</f>`;
    if (value === null) return `${head}>${code}</c>`;
    if (typeof value === "string")
      return `${head} t="str">${code}<v>${escapeCellText(cutText(value))}</v></c>`;
    return `${head}${plainValue(value, code)}</c>`;
  }
  if (value === null) return number === 0 ? "" : `${head}/>`;
  if (typeof value === "string") return `${head} t="s"><v>${shared(cutText(value))}</v></c>`;
  return `${head}${plainValue(value, "")}</c>`;
}

/** The rest of a cell's tag, the formula, and a value that is no text. */
function plainValue(value: NonNullable<LayoutCell["value"]>, code: string): string {
  if (typeof value === "boolean") return ` t="b">${code}<v>${value ? 1 : 0}</v>`;
  if (isCellError(value)) return ` t="e">${code}<v>${escapeXml(value.error)}</v>`;
  if (!Number.isFinite(value)) return ` t="e">${code}<v>#NUM!</v>`;
  return `>${code}<v>${value}</v>`;
}

/** A cell holds at most 32,767 characters; a file with more is repaired by Excel, so the rest is cut visibly. */
const cutText = (text: string): string => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text);

function sheetView({ freeze, visibility }: SheetLayout, selected: boolean): string {
  const open = `<sheetViews><sheetView${selected && visibility !== "hidden" ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  const cell = freeze === undefined ? undefined : parseCell(freeze);
  if (!cell || (cell.row === 0 && cell.column === 0)) return `${open}/></sheetViews>`;
  const { row, column } = cell;
  const pane = row === 0 ? "topRight" : column === 0 ? "bottomLeft" : "bottomRight";
  const split = `${column ? ` xSplit="${column}"` : ""}${row ? ` ySplit="${row}"` : ""}`;
  return `${open}><pane${split} topLeftCell="${cellRef(row, column)}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

function columns({ widths = [], hiddenColumns = [] }: SheetLayout): string {
  const hidden = new Set(hiddenColumns);
  const count = Math.max(widths.length, ...hiddenColumns.map((column) => column + 1), 0);
  let xml = "";
  for (let column = 0; column < count; column++) {
    const width = widths[column];
    if (width === undefined && !hidden.has(column)) continue;
    // Excel keeps the width with its cell padding
    const size =
      width === undefined
        ? ' width="9.140625"'
        : ` width="${Math.min(width + 0.7109375, 255)}" customWidth="1"`;
    xml += `<col min="${column + 1}" max="${column + 1}"${size}${hidden.has(column) ? ' hidden="1"' : ""}/>`;
  }
  return xml && `<cols>${xml}</cols>`;
}

function merges({ merges = [], name }: SheetLayout): string {
  const taken = new Set<string>();
  const refs = merges
    .map((ref) => parseRange(ref) ?? mistake(`${name}: ${ref}`))
    .filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  for (const { top, left, bottom, right } of refs)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const ref = cellRef(row, column);
        if (taken.has(ref)) mistake(`${name}: merges meet at ${ref}`);
        taken.add(ref);
      }
  if (refs.length === 0) return "";
  return `<mergeCells count="${refs.length}">${refs.map((range) => `<mergeCell ref="${rangeRef(range)}"/>`).join("")}</mergeCells>`;
}

function mistake(what: string): never {
  throw new RangeError(what);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const lights = ({ lights = [] }: SheetLayout): string =>
  lights
    .map(
      ({ ref, equals, light }, at) =>
        `<conditionalFormatting sqref="${escapeXml(ref)}"><cfRule type="cellIs" dxfId="${lightFormat(light)}" priority="${at + 1}" operator="equal"><formula>${escapeXml(quoted(equals))}</formula></cfRule></conditionalFormatting>`,
    )
    .join("");

function choices({ choices = [] }: SheetLayout, { choicesAt }: WritingContext): string {
  if (choices.length === 0) return "";
  const items = choices.map(({ ref, list, from, open }) => {
    const formula = from ?? (list && (inlineList(list) ?? choicesAt(list))) ?? mistake(ref);
    const text = formula.startsWith("=") ? formula.slice(1) : formula;
    return `<dataValidation type="list" allowBlank="1"${open ? "" : ' showErrorMessage="1"'} sqref="${escapeXml(ref)}"><formula1>${escapeXml(text)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join("")}</dataValidations>`;
}

/** Choices as a list in the cell's own rule; undefined where Excel's 255 characters or its comma forbid it. */
function inlineList(list: readonly string[]): string | undefined {
  const text = list.join(",");
  const plain = list.every((choice) => choice !== "" && choice === choice.trim() && !choice.includes(","));
  return plain && text.length > 0 && quoted(text).length <= 255 ? quoted(text) : undefined;
}

/** Links within the workbook by location, links to other files through a relationship. */
function hyperlinks(links: readonly { ref: string; link: string }[]): {
  link: string;
  targets: SheetXml["targets"];
} {
  const ids = new Map<string, string>();
  const items = links.map(({ ref, link }) => {
    // a file's name may hold a # of its own: the one behind its ending counts
    const ending = /\.xls[xm]?#/i.exec(link);
    const hash = ending && !link.startsWith("#") ? ending.index + ending[0].length - 1 : link.indexOf("#");
    const file = hash === -1 ? link : link.slice(0, hash);
    const location = hash === -1 ? "" : ` location="${escapeXml(link.slice(hash + 1))}"`;
    if (file === "") return `<hyperlink ref="${ref}"${location}/>`;
    const id = ids.get(file) ?? `rId${ids.size + 1}`;
    ids.set(file, id);
    return `<hyperlink ref="${ref}" r:id="${id}"${location}/>`;
  });
  return {
    link: items.length === 0 ? "" : `<hyperlinks>${items.join("")}</hyperlinks>`,
    targets: [...ids].map(([target, id]) => ({ id, target: linkTarget(target) })),
  };
}

/** A file as the target of a relationship: what a URI may not hold is escaped, Chinese stays readable. */
const linkTarget = (file: string): string =>
  file
    .replaceAll("\\", "/")
    .replace(/%(?![\da-fA-F]{2})|[\s"#<>^`{|}]/g, (character) => encodeURIComponent(character));

function print({ print = {} }: SheetLayout): string {
  const { landscape, fitToWidth } = print;
  const orientation = landscape ? ' orientation="landscape"' : "";
  const fit = fitToWidth ? ' fitToWidth="1" fitToHeight="0"' : "";
  return `<pageSetup paperSize="9"${fit}${orientation}/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** The columns of a block with dollar signs, as names want them. @example absolute("A1:C9") // "$A$1:$C$9" */
export function absolute(ref: string): string {
  const range = parseRange(ref) ?? mistake(ref);
  const cell = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return `${cell(range.top, range.left)}:${cell(range.bottom, range.right)}`;
}
