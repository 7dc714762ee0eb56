import { takeBackBegun } from "./begun-sheets.ts";
import { failureOf, HostFailure, isOutOfTouch } from "./failure.ts";
import { putLayout, type WrittenBlock } from "./layout-excel.ts";
import { cellsOf } from "./read-excel.ts";
import { ownChart } from "./refit-excel.ts";
import type { GridPart, NewSheet } from "./workbook.ts";

/** Adds sheets: one round trip to look at the names taken, one to write (one more for each further 20,000 cells). */
export async function addSheetsTo(
  context: Excel.RequestContext,
  sheets: readonly NewSheet[],
): Promise<GridPart[]> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/name,items/id");
  protection.load("protected");
  await context.sync();
  if (protection.protected) throw new HostFailure("structure");
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const clash = sheets.find(({ layout }) => taken.has(layout.name.toLowerCase()));
  if (clash) throw new HostFailure("busy", `${clash.layout.name} is taken`);
  const known = new Set(worksheets.items.map(({ id }) => id));
  try {
    const added: {
      readonly sheet: Excel.Worksheet;
      readonly name: string;
      readonly blocks: readonly WrittenBlock[];
    }[] = [];
    for (const { layout, chart } of sheets) {
      const sheet = worksheets.add(layout.name);
      added.push({ sheet, name: layout.name, blocks: await putLayout(context, sheet, layout) });
      if (chart) putChart(sheet, chart);
    }
    added[0]?.sheet.activate();
    await context.sync();
    return added.flatMap(({ name, blocks }) =>
      blocks.map((block) => partOf(name, block, block === blocks.at(-1))),
    );
  } catch (error) {
    if (!isOutOfTouch(error)) await takeBackBegun(sheets, known, error);
    throw failureOf(error);
  }
}

/** What a block then holds. */
const partOf = (sheet: string, { top, range }: WrittenBlock, last: boolean): GridPart => ({
  sheet,
  top,
  ...cellsOf(range, { top, left: 0 }),
  ...(last ? { last } : {}),
  ...(top === 0 ? { frame: { merges: [], visibility: "visible", hiddenColumns: [] } } : {}),
});

function putChart(
  sheet: Excel.Worksheet,
  { title, categories, values, at }: NonNullable<NewSheet["chart"]>,
): void {
  const chart = sheet.charts.add("BarClustered", sheet.getRange(values), "Columns");
  chart.name = ownChart;
  chart.title.text = title;
  chart.legend.visible = false;
  // from the top, as the rows stand; Excel begins at the bottom
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.series.getItemAt(0).setXAxisValues(sheet.getRange(categories));
  chart.setPosition(at);
}
