import { localRef } from "./read-excel.ts";
import type { WorkbookEvent } from "./workbook.ts";

/** Calls back on what the user and others do in the workbook; what the pane writes itself is not told. */
export async function listenTo(
  context: Excel.RequestContext,
  names: Map<string, string>,
  onEvent: (event: WorkbookEvent) => void,
): Promise<() => Promise<void>> {
  const { worksheets } = context.workbook;
  const nameOf = (id: string) => names.get(id) ?? "";
  const sheetsChanged = async () => onEvent({ kind: "sheets" });
  const handlers = [
    worksheets.onChanged.add(async ({ worksheetId, address, source, triggerSource, changeType }) => {
      if (triggerSource === "ThisLocalAddin") return;
      onEvent({
        kind: "changed",
        sheet: nameOf(worksheetId),
        ref: localRef(address),
        by: source === "Remote" ? "other" : "user",
        moved: changeType !== "RangeEdited",
      });
    }),
    worksheets.onActivated.add(async ({ worksheetId }) =>
      onEvent({ kind: "activated", sheet: nameOf(worksheetId) }),
    ),
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
      onEvent({ kind: "selected", sheet: nameOf(worksheetId), ref: localRef(address) }),
    ),
    worksheets.onAdded.add(sheetsChanged),
    worksheets.onDeleted.add(sheetsChanged),
  ];
  await context.sync();
  return async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  };
}
