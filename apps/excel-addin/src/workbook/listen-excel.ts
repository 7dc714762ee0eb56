import { localRef } from "./read-excel.ts";
import type { WorkbookEvent } from "./workbook.ts";

/** Calls back on what the user and others do in the workbook; what the pane writes itself is not told. */
export async function listenTo(
  context: Excel.RequestContext,
  names: Map<string, string>,
  onEvent: (event: WorkbookEvent) => void,
): Promise<() => Promise<void>> {
  const { worksheets } = context.workbook;
  const sheetsChanged = async () => onEvent({ kind: "sheets" });
  /** Tells of a sheet by its name; of one that came since the names were read, only that it is there. */
  const told = async (id: string, event: (sheet: string) => WorkbookEvent) => {
    const sheet = names.get(id);
    onEvent(sheet === undefined ? { kind: "sheets" } : event(sheet));
  };
  const handlers: { remove(): void }[] = [
    worksheets.onChanged.add(async ({ worksheetId, address, source, triggerSource, changeType }) => {
      if (triggerSource === "ThisLocalAddin") return;
      await told(worksheetId, (sheet) => ({
        kind: "changed",
        sheet,
        ref: localRef(address),
        by: source === "Remote" ? "other" : "user",
        moved: changeType !== "RangeEdited",
      }));
    }),
    worksheets.onActivated.add(({ worksheetId }) =>
      told(worksheetId, (sheet) => ({ kind: "activated", sheet })),
    ),
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => {
      const sheet = names.get(worksheetId);
      if (sheet !== undefined) onEvent({ kind: "selected", sheet, ref: localRef(address) });
    }),
    worksheets.onAdded.add(sheetsChanged),
    worksheets.onDeleted.add(sheetsChanged),
    worksheets.onProtectionChanged.add(sheetsChanged),
  ];
  if (Office.context?.requirements?.isSetSupported("ExcelApi", "1.17") === true)
    handlers.push(
      worksheets.onNameChanged.add(async ({ worksheetId, nameBefore, nameAfter }) => {
        names.set(worksheetId, nameAfter);
        onEvent({ kind: "renamed", before: nameBefore, after: nameAfter });
      }),
    );
  await context.sync();
  return async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  };
}
