import type { CellAt } from "./workbook.ts";

/** Shows the rows and columns of a block and selects it: one round trip. The user asked for it. */
export async function reveal(context: Excel.RequestContext, sheet: string, ref: string): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const range = worksheet.getRange(ref);
  range.rowHidden = false;
  range.columnHidden = false;
  worksheet.activate();
  range.select();
  await context.sync();
}

/** Whether each of the cells is open to changes in a protected sheet: one round trip. */
export async function unlocked(context: Excel.RequestContext, cells: readonly CellAt[]): Promise<boolean[]> {
  const looked = cells.map(({ sheet, ref }) => {
    const { protection } = context.workbook.worksheets.getItem(sheet).getRange(ref).format;
    protection.load("locked");
    return protection;
  });
  await context.sync();
  return looked.map(({ locked }) => locked === false);
}
