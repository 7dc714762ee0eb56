import { blockOf } from "../model/address.ts";
import { activeSheet } from "../model/book.ts";
import { recalculate } from "../model/writing.ts";
import { ApiError, invalidArgument } from "../protocol/api-error.ts";
import type { HostObject } from "../protocol/host-object.ts";
import { Application } from "./application.ts";
import type { Scope } from "./back-links.ts";
import { CommentCollection } from "./comments.ts";
import { NamedItemCollection } from "./named-items.ts";
import { DocumentProperties } from "./properties.ts";
import { WorkbookProtection } from "./protection.ts";
import { Range } from "./range.ts";
import { RangeAreas } from "./range-areas.ts";
import { Runtime } from "./runtime.ts";
import { BookObject } from "./scope.ts";
import { SettingCollection } from "./settings.ts";
import { TableCollection } from "./tables.ts";
import { bytesOf } from "./workbook-created.ts";
import { WorksheetCollection } from "./worksheets.ts";

/** The root of everything that an add-in can name. */
export class Workbook extends BookObject {
  readonly type = "Workbook";
  /** Objects that the client has asked to keep. */
  readonly #references: Map<string, HostObject>;
  #saved = 0;

  constructor(scope: Scope, references: Map<string, HostObject>) {
    super(scope);
    this.#references = references;
  }

  get Application(): Application {
    return new Application(this.scope);
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.scope);
  }
  get Tables(): TableCollection {
    return new TableCollection(this.scope);
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.scope);
  }
  get Settings(): SettingCollection {
    return new SettingCollection(this.scope);
  }
  get Properties(): DocumentProperties {
    return new DocumentProperties(this.scope);
  }
  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this.scope);
  }
  get Comments(): CommentCollection {
    return new CommentCollection(this.scope);
  }
  /** What the client calls `context.runtime`. */
  get _Runtime(): Runtime {
    return new Runtime(this.scope);
  }
  /** What `Excel.createWorkbook` comes to here. */
  CreateAndOpenWorkbook(base64 = ""): void {
    this.book.windows.push(bytesOf(base64));
  }
  get Name(): string {
    return this.book.name;
  }
  get ReadOnly(): boolean {
    return this.book.readOnly;
  }
  get AutoSave(): boolean {
    return false;
  }
  get CalculationEngineVersion(): number {
    return 191029;
  }
  get IsDirty(): boolean {
    return this.book.journal.changes !== this.#saved;
  }
  set IsDirty(dirty: boolean) {
    this.#saved = dirty ? -1 : this.book.journal.changes;
  }
  get PreviouslySaved(): boolean {
    return true;
  }

  GetActiveCell(): Range {
    const sheet = activeSheet(this.book);
    const [first] = sheet.selection;
    return new Range(this.scope, sheet, first ? blockOf(first.top, first.left) : blockOf(0, 0));
  }
  GetSelectedRange(): Range {
    const sheet = activeSheet(this.book);
    const [first = blockOf(0, 0), ...more] = sheet.selection;
    if (more.length > 0)
      throw new ApiError("InvalidSelection", "The current selection is invalid for this operation.");
    return new Range(this.scope, sheet, first);
  }
  GetSelectedRanges(): RangeAreas {
    const sheet = activeSheet(this.book);
    return new RangeAreas(this.scope, sheet, sheet.selection);
  }
  GetActiveChartOrNullObject(): null {
    return null;
  }
  GetIsActiveCollabSession(): boolean {
    return false;
  }
  Save(behavior?: string): void {
    if (behavior !== undefined && behavior !== null && !["Save", "Prompt"].includes(behavior))
      throw invalidArgument(`saveBehavior ${behavior}`);
    recalculate(this.book);
    this.#saved = this.book.journal.changes;
  }

  _RemoveReference(reference: string): void {
    this.#references.delete(reference);
  }
  /** The range that a change event names. */
  _GetRangeForEventByReferenceId(reference: string): HostObject {
    const range = this.#references.get(reference);
    if (!range)
      throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
    return range;
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: string): HostObject | null {
    return this.#references.get(reference) ?? null;
  }
  _RemoveAllReferences(): void {
    this.#references.clear();
  }
}
