import { failureOf, HostFailure, isOutOfTouch } from "./failure.ts";
import { run } from "./run-excel.ts";

/**
 * Takes sheets away: one round trip to look, one to delete. Those that are gone already are no failure. A request that
 * fails half-way has deleted some of them, and Excel gives none back: the rest goes too.
 */
export async function removeSheetsFrom(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<void> {
  const { protection } = context.workbook;
  protection.load("protected");
  const own = look(context, names);
  await context.sync();
  if (protection.protected) throw new HostFailure("structure");
  const there = own.filter(({ isNullObject }) => !isNullObject);
  for (const sheet of there) sheet.delete();
  try {
    await context.sync();
  } catch (error) {
    if (isOutOfTouch(error)) throw error;
    await removeTheRest(names, there.length, error);
  }
}

function look(context: Excel.RequestContext, names: readonly string[]): Excel.Worksheet[] {
  const own = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of own) sheet.load("name");
  return own;
}

/** Where none was deleted, nothing has happened: the failure is told. */
async function removeTheRest(names: readonly string[], all: number, error: unknown): Promise<void> {
  await run(async (context) => {
    const own = look(context, names);
    await context.sync();
    const left = own.filter(({ isNullObject }) => !isNullObject);
    if (left.length === all) throw failureOf(error);
    for (const sheet of left) sheet.delete();
    try {
      await context.sync();
    } catch (again) {
      throw isOutOfTouch(again) ? again : new HostFailure("partly");
    }
  });
}
