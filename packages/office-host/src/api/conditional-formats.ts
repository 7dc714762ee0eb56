import { addressOf, intersection, locate } from "../model/address.ts";
import { type Book, makeId } from "../model/book.ts";
import type { Block, Sheet } from "../model/sheet.ts";
import type { ConditionalFormat as FormatData } from "../model/sheet-objects.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import { HostObject } from "../protocol/host-object.ts";
import type { AreasObject, RangeObject, Scope } from "./back-links.ts";
import { ConditionalRangeFormat, ruleClasses } from "./conditional-parts.ts";
import { ColorScale, DataBar, IconSet } from "./conditional-scales.ts";
import type { RecordClass, RecordObject } from "./record.ts";
import { SheetObject } from "./scope.ts";

/** The rules that colour cells of some blocks, the highest priority first. */
export class ConditionalFormatCollection extends SheetObject implements HostCollection {
  readonly type = "ConditionalFormatCollection";
  readonly #blocks: readonly Block[];
  constructor(scope: Scope, sheet: Sheet, blocks: readonly Block[]) {
    super(scope, sheet);
    this.#blocks = blocks;
  }
  items(): ConditionalFormat[] {
    return this.#own().map((one) => new ConditionalFormat(this.scope, this.sheet, one));
  }
  Add(type: string): ConditionalFormat {
    const { book, sheet } = this;
    this.allow("allowFormatCells");
    if (!(type in ruleClasses)) throw invalidArgument(`conditional format ${type}`);
    const made: FormatData = {
      id: makeId(book),
      type,
      blocks: this.#blocks,
      stopIfTrue: false,
      rule: {},
      format: {},
    };
    // a new rule comes first, as in Excel
    book.journal.set(sheet, "conditionalFormats", [made, ...sheet.conditionalFormats]);
    return new ConditionalFormat(this.scope, sheet, made);
  }
  ClearAll(): void {
    this.allow("allowFormatCells");
    const own = this.#own();
    const rest = this.sheet.conditionalFormats.filter((one) => !own.includes(one));
    this.book.journal.set(this.sheet, "conditionalFormats", rest);
  }
  GetCount(): number {
    return this.#own().length;
  }
  GetItem(id: string): ConditionalFormat {
    return this.GetItemOrNullObject(id) ?? missing(id);
  }
  GetItemOrNullObject(id: string): ConditionalFormat | null {
    return this.items().find((one) => one.Id === id) ?? null;
  }
  GetItemAt(index: number): ConditionalFormat {
    return this.items()[index] ?? missing(String(index));
  }
  #own(): FormatData[] {
    const meets = (one: FormatData): boolean =>
      one.blocks.some((a) => this.#blocks.some((b) => intersection(a, b) !== undefined));
    return this.sheet.conditionalFormats.filter(meets);
  }
}

function missing(what: string): never {
  throw itemNotFound(`conditional format ${what}`);
}

export class ConditionalFormat extends SheetObject {
  readonly type = "ConditionalFormat";
  readonly #data: FormatData;
  constructor(scope: Scope, sheet: Sheet, data: FormatData) {
    super(scope, sheet);
    this.#data = data;
  }
  get data(): FormatData {
    if (!this.sheet.conditionalFormats.includes(this.#data))
      throw itemNotFound("the conditional format was deleted");
    return this.#data;
  }
  get Id(): string {
    return this.data.id;
  }
  get Type(): string {
    return this.data.type;
  }
  get StopIfTrue(): boolean {
    return this.data.stopIfTrue;
  }
  set StopIfTrue(stop: boolean) {
    this.book.journal.set(this.data, "stopIfTrue", stop);
  }
  get Priority(): number {
    return this.sheet.conditionalFormats.indexOf(this.data);
  }
  set Priority(priority: number) {
    const rest = this.sheet.conditionalFormats.filter((one) => one !== this.data);
    const at = Math.max(0, Math.min(rest.length, priority));
    const order = [...rest.slice(0, at), this.data, ...rest.slice(at)];
    this.book.journal.set(this.sheet, "conditionalFormats", order);
  }
  get Custom(): ConditionalRule {
    return this.#rule("Custom");
  }
  get CustomOrNullObject(): ConditionalRule | null {
    return this.#ruleOrNull("Custom");
  }
  get CellValue(): ConditionalRule {
    return this.#rule("CellValue");
  }
  get CellValueOrNullObject(): ConditionalRule | null {
    return this.#ruleOrNull("CellValue");
  }
  get TextComparison(): ConditionalRule {
    return this.#rule("ContainsText");
  }
  get TextComparisonOrNullObject(): ConditionalRule | null {
    return this.#ruleOrNull("ContainsText");
  }
  get Preset(): ConditionalRule {
    return this.#rule("PresetCriteria");
  }
  get PresetOrNullObject(): ConditionalRule | null {
    return this.#ruleOrNull("PresetCriteria");
  }
  get TopBottom(): ConditionalRule {
    return this.#rule("TopBottom");
  }
  get TopBottomOrNullObject(): ConditionalRule | null {
    return this.#ruleOrNull("TopBottom");
  }
  get ColorScale(): RecordObject {
    return this.ColorScaleOrNullObject ?? this.#lacks("ColorScale");
  }
  get ColorScaleOrNullObject(): RecordObject | null {
    return this.#scale("ColorScale", ColorScale);
  }
  get DataBar(): RecordObject {
    return this.DataBarOrNullObject ?? this.#lacks("DataBar");
  }
  get DataBarOrNullObject(): RecordObject | null {
    return this.#scale("DataBar", DataBar);
  }
  get IconSet(): RecordObject {
    return this.IconSetOrNullObject ?? this.#lacks("IconSet");
  }
  get IconSetOrNullObject(): RecordObject | null {
    return this.#scale("IconSet", IconSet);
  }
  ChangeRuleToCustom(formula: string): void {
    this.#change("Custom", { formula });
  }
  ChangeRuleToCellValue(rule: Readonly<Record<string, unknown>>): void {
    this.#change("CellValue", rule);
  }
  ChangeRuleToContainsText(rule: Readonly<Record<string, unknown>>): void {
    this.#change("ContainsText", rule);
  }
  Delete(): void {
    this.allow("allowFormatCells");
    const { data } = this;
    const rest = this.sheet.conditionalFormats.filter((one) => one !== data);
    this.book.journal.set(this.sheet, "conditionalFormats", rest);
  }
  GetRange(): RangeObject {
    return this.GetRangeOrNullObject() ?? missing("range");
  }
  /** Null if the rule covers several areas. */
  GetRangeOrNullObject(): RangeObject | null {
    const [block, ...more] = this.data.blocks;
    return block && more.length === 0 ? this.scope.range(this.sheet, block) : null;
  }
  GetRanges(): AreasObject {
    return this.scope.areas(this.sheet, this.data.blocks);
  }
  SetRanges(ranges: RangeObject | AreasObject | string): void {
    const blocks =
      typeof ranges === "string"
        ? locate(this.book, this.sheet, ranges)?.blocks
        : "blocks" in ranges
          ? ranges.blocks
          : [ranges.block];
    if (!blocks) throw invalidArgument(`ranges ${String(ranges)}`);
    this.book.journal.set(this.data, "blocks", blocks);
  }

  #rule(kind: string): ConditionalRule {
    return this.#ruleOrNull(kind) ?? this.#lacks(kind);
  }
  /** A scale, bar or set of icons: how it is set is remembered, and colours nothing on the page. */
  #scale(kind: string, made: RecordClass): RecordObject | null {
    const { type, format } = this.data;
    return type === kind ? new made({ book: this.book, settings: format, path: "" }) : null;
  }
  #lacks(kind: string): never {
    return missing(`${kind} of ${addressOf(this.sheet, this.data.blocks[0] as Block)}`);
  }
  #ruleOrNull(kind: string): ConditionalRule | null {
    return this.data.type === kind
      ? new ConditionalRule(this.book, this.data, ruleClasses[kind]?.type ?? "")
      : null;
  }
  #change(kind: string, rule: Readonly<Record<string, unknown>>): void {
    this.book.journal.set(this.data, "type", kind);
    this.book.journal.set(this.data, "rule", rule);
  }
}

/** The rule of a conditional format and the look that it gives. */
export class ConditionalRule extends HostObject {
  readonly type: string;
  readonly #book: Book;
  readonly #data: FormatData;
  constructor(book: Book, data: FormatData, type: string) {
    super();
    this.#book = book;
    this.#data = data;
    this.type = type;
  }
  get Format(): RecordObject {
    return new ConditionalRangeFormat({ book: this.#book, settings: this.#data.format, path: "" });
  }
  /** A custom rule is an object with a formula of its own; the others are plain data. */
  get Rule(): unknown {
    return this.#data.type === "Custom" ? new FormulaRule(this.#book, this.#data) : this.#data.rule;
  }
  set Rule(rule: unknown) {
    if (typeof rule !== "object" || rule === null) throw invalidArgument("rule");
    this.#book.journal.set(this.#data, "rule", rule as Readonly<Record<string, unknown>>);
  }
}

class FormulaRule extends HostObject {
  readonly type = "ConditionalFormatRule";
  readonly #book: Book;
  readonly #data: FormatData;
  constructor(book: Book, data: FormatData) {
    super();
    this.#book = book;
    this.#data = data;
  }
  get Formula(): string {
    return String(this.#data.rule.formula ?? "");
  }
  set Formula(formula: string) {
    if (typeof formula !== "string" || !formula.startsWith("=")) throw invalidArgument(`formula ${formula}`);
    this.#book.journal.set(this.#data, "rule", { ...this.#data.rule, formula });
  }
  get FormulaLocal(): string {
    return this.Formula;
  }
  set FormulaLocal(formula: string) {
    this.Formula = formula;
  }
}
