import { failureOf } from "./failure.ts";

/** Opens a workbook, given in base64, in a window of its own (另开工作簿). */
export async function openAnother(bytes: string): Promise<void> {
  try {
    await Excel.createWorkbook(bytes);
  } catch (error) {
    throw failureOf(error);
  }
}
