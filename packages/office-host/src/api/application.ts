import { markAllChanged, recalculate } from "../model/writing.ts";
import { invalidArgument } from "../protocol/api-error.ts";
import { BookObject } from "./scope.ts";
import { bytesOf, WorkbookCreated } from "./workbook-created.ts";

export class Application extends BookObject {
  readonly type = "Application";
  get CalculationMode(): string {
    return this.book.calculationMode;
  }
  set CalculationMode(mode: string) {
    if (!["Automatic", "AutomaticExceptTables", "Manual"].includes(mode))
      throw invalidArgument(`calculationMode ${mode}`);
    this.book.calculationMode = mode;
  }
  get CalculationState(): string {
    return this.book.uncalculated.size > 0 ? "Pending" : "Done";
  }
  get CalculationEngineVersion(): number {
    return 191029;
  }
  get DecimalSeparator(): string {
    return ".";
  }
  get ThousandsSeparator(): string {
    return ",";
  }
  get UseSystemSeparators(): boolean {
    return true;
  }
  CreateWorkbook(base64 = ""): WorkbookCreated {
    return new WorkbookCreated(this.book.windows, bytesOf(base64));
  }
  Calculate(kind: string): void {
    if (!["Recalculate", "Full", "FullRebuild"].includes(kind))
      throw invalidArgument(`calculationType ${kind}`);
    if (kind !== "Recalculate") markAllChanged(this.book);
    recalculate(this.book, true);
  }
  /** Nothing is drawn during a batch, and formulas are worked out when they are read: both are so already. */
  SuspendScreenUpdatingUntilNextSync(): void {}
  SuspendApiCalculationUntilNextSync(): void {}
}
