import exceljs, { type Borders, type Cell, type Color, type Worksheet } from "exceljs";
import type { SheetLooks, WorkbookLooks } from "../model/looks.ts";
import { pointsOfCharacters } from "../model/sizes.ts";
import type { Border, BorderSide, CellStyle } from "../model/style.ts";

/** How the sheets of an .xlsx file look: fills, fonts, borders, widths, frozen rows. What exceljs does not know is left out. */
export async function readLooks(bytes: Uint8Array): Promise<WorkbookLooks> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  return { sheets: workbook.worksheets.map(sheetLooks) };
}

function sheetLooks(sheet: Worksheet): SheetLooks {
  const numbers = new Map<string, number>();
  const styles: CellStyle[] = [];
  const cells: Record<string, number> = {};
  const rowHeights: [number, number][] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height) rowHeights.push([number - 1, row.height]);
    row.eachCell({ includeEmpty: true }, (cell) => {
      const style = styleOf(cell);
      const key = JSON.stringify(style);
      if (key === "{}") return;
      if (!numbers.has(key)) numbers.set(key, styles.push(style) - 1);
      cells[cell.address] = numbers.get(key) ?? 0;
    });
  });
  const columnWidths = (sheet.columns ?? []).flatMap(({ width }, at): [number, number][] =>
    width === undefined ? [] : [[at, pointsOfCharacters(width)]],
  );
  // a file need not say how its sheets are looked at: exceljs then gives null
  const [view] = (sheet.views ?? []) as {
    state?: string;
    xSplit?: number;
    ySplit?: number;
    showGridLines?: boolean;
  }[];
  const tab = hex(sheet.properties.tabColor);
  const filter = sheet.autoFilter;
  return {
    name: sheet.name,
    styles,
    cells,
    columnWidths,
    rowHeights,
    showGridlines: view?.showGridLines !== false,
    isProtected: Boolean(
      (sheet as unknown as { sheetProtection?: { sheet?: boolean } }).sheetProtection?.sheet,
    ),
    ...(view?.state === "frozen" ? { frozen: { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } } : {}),
    ...(typeof filter === "string" ? { autoFilter: filter } : {}),
    ...(tab === undefined ? {} : { tabColor: tab }),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const verticals: Readonly<Record<string, string>> = {
  top: "Top",
  middle: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};

function styleOf({ font, fill, border, alignment, protection }: Cell): CellStyle {
  const fillColor = fill?.type === "pattern" && fill.pattern === "solid" ? hex(fill.fgColor) : undefined;
  const fontColor = hex(font?.color);
  const borders = bordersOf(border);
  return {
    ...(fillColor ? { fillColor, fillPattern: "Solid" } : {}),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(font?.strike ? { strikethrough: true } : {}),
    ...(font?.underline ? { underline: "Single" } : {}),
    ...(font?.size ? { fontSize: font.size } : {}),
    ...(font?.name ? { fontName: font.name } : {}),
    ...(fontColor ? { fontColor } : {}),
    ...(alignment?.horizontal
      ? {
          horizontal:
            alignment.horizontal === "centerContinuous"
              ? "CenterAcrossSelection"
              : capital(alignment.horizontal),
        }
      : {}),
    ...(alignment?.vertical ? { vertical: verticals[alignment.vertical] ?? "Center" } : {}),
    ...(alignment?.wrapText ? { wrap: true } : {}),
    ...(alignment?.indent ? { indent: alignment.indent } : {}),
    ...(protection?.locked === false ? { locked: false } : {}),
    ...(borders ? { borders } : {}),
  };
}

const lines: Readonly<Record<string, readonly [string, string]>> = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  double: ["Double", "Thick"],
};

function bordersOf(border: Partial<Borders> | undefined): Partial<Record<BorderSide, Border>> | undefined {
  const sides = (["top", "bottom", "left", "right"] as const).flatMap((side): [BorderSide, Border][] => {
    const line = border?.[side];
    if (!line?.style) return [];
    const [style, weight] = lines[line.style] ?? ["Continuous", "Thin"];
    return [[`Edge${capital(side)}` as BorderSide, { style, weight, color: hex(line.color) ?? "#000000" }]];
  });
  return sides.length > 0 ? Object.fromEntries(sides) : undefined;
}

const hex = (color: Partial<Color> | undefined): string | undefined =>
  color?.argb ? `#${color.argb.slice(-6).toUpperCase()}` : undefined;
