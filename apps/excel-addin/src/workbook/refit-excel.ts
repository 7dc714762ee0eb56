import { columnName, type LayoutStyle } from "@taizhang/grid";
import { dress, edges, pointsOf } from "./layout-excel.ts";
import { looks } from "./layout-looks.ts";
import type { Refit } from "./workbook.ts";

/** The name of the chart that the pane puts on a summary: by it a refresh finds the chart again. */
export const ownChart = "台账汇总图";

/** Our charts on the sheets whose charts follow other cells from now on, loaded at the next round trip. */
export function loadCharts(
  context: Excel.RequestContext,
  refits: readonly Refit[],
): ReadonlyMap<string, Excel.Chart> {
  const charts = new Map<string, Excel.Chart>();
  for (const { sheet, chart } of refits) {
    if (!chart) continue;
    const own = context.workbook.worksheets.getItem(sheet).charts.getItemOrNullObject(ownChart);
    own.load("name");
    charts.set(sheet, own);
  }
  return charts;
}

/** Makes a sheet look as its new rows ask, or as it looked before; a chart that the user took away stays away. */
export function putRefit(
  context: Excel.RequestContext,
  { sheet: name, looks: blocks, print, chart, widths = [], heights = [] }: Refit,
  own: Excel.Chart | undefined,
  to: "before" | "after",
): void {
  const sheet = context.workbook.worksheets.getItem(name);
  for (const block of blocks) {
    const [from, next] = to === "after" ? [block.before, block.after] : [block.after, block.before];
    relook(sheet.getRange(block.ref), from, next);
  }
  for (const { at, [to]: width } of widths)
    if (width !== undefined)
      sheet.getRange(`${columnName(at)}:${columnName(at)}`).format.columnWidth = pointsOf(width);
  for (const { at, [to]: height } of heights) {
    const { format } = sheet.getRange(`${at + 1}:${at + 1}`);
    if (height === undefined) format.autofitRows();
    else format.rowHeight = height;
  }
  if (print) sheet.pageLayout.setPrintArea(print[to]);
  if (!chart || !own || own.isNullObject) return;
  const series = own.series.getItemAt(0);
  series.setValues(sheet.getRange(chart[to].values));
  series.setXAxisValues(sheet.getRange(chart[to].categories));
}

/** Takes away what the old style had and gives what the new one has; what neither has stays the user's. */
function relook(range: Excel.Range, from: LayoutStyle | undefined, to: LayoutStyle | undefined): void {
  const [old, next] = [from === undefined ? {} : looks[from], to === undefined ? {} : looks[to]];
  const { format } = range;
  if (old.bold && !next.bold) format.font.bold = false;
  if (old.size && !next.size) format.font.size = 11;
  if (old.colour && !next.colour) format.font.color = "#000000";
  if (old.fill && !next.fill) format.fill.clear();
  if (old.horizontal && !next.horizontal) format.horizontalAlignment = "General";
  if (old.wrap && !next.wrap) format.wrapText = false;
  if (old.border && !next.border) for (const edge of edges) format.borders.getItem(edge).style = "None";
  if (to !== undefined) dress(range, next);
}
