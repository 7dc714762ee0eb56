import { bodyOf, locate } from "../model/address.ts";
import { applyFilter } from "../model/filtering.ts";
import type { Block } from "../model/sheet.ts";
import type { FilterCriteria } from "../model/sheet-objects.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { RangeObject, TableObject } from "./back-links.ts";
import { SheetObject } from "./scope.ts";

/** The filter arrows of a sheet. */
export class AutoFilter extends SheetObject {
  readonly type: string = "AutoFilter";
  protected get state(): { block: Block; criteria: readonly (FilterCriteria | undefined)[] } | undefined {
    return this.sheet.autoFilter;
  }
  protected set state(autoFilter) {
    this.book.journal.set(this.sheet, "autoFilter", autoFilter);
  }
  get Enabled(): boolean {
    return this.state !== undefined;
  }
  get IsDataFiltered(): boolean {
    return this.state?.criteria.some((one) => one !== undefined) ?? false;
  }
  get Criteria(): unknown[] {
    const { state } = this;
    if (!state) return [];
    return Array.from(
      { length: state.block.right - state.block.left + 1 },
      (_, at) => state.criteria[at] ?? null,
    );
  }
  Apply(range: RangeObject | string, column?: number | null, criteria?: FilterCriteria | null): void {
    this.allow("allowAutoFilter");
    const block = typeof range === "string" ? locate(this.book, this.sheet, range)?.blocks[0] : range.block;
    if (!block) throw invalidArgument(`address ${String(range)}`);
    const now = [...(this.state?.criteria ?? [])];
    if (column !== undefined && column !== null && criteria) {
      if (column < 0 || column > block.right - block.left) throw invalidArgument(`column ${column}`);
      now[column] = criteria;
    }
    this.state = { block, criteria: now };
    this.Reapply();
  }
  ClearColumnCriteria(column: number): void {
    this.#change((criteria) => criteria.map((one, at) => (at === column ? undefined : one)));
  }
  ClearCriteria(): void {
    this.#change(() => []);
  }
  Reapply(): void {
    const { state } = this;
    if (state) applyFilter(this.book, this.sheet, this.body(state.block), state.criteria);
  }
  Remove(): void {
    this.ClearCriteria();
    this.state = undefined;
  }
  GetRange(): RangeObject {
    const range = this.GetRangeOrNullObject();
    if (!range) throw itemNotFound("no filter");
    return range;
  }
  GetRangeOrNullObject(): RangeObject | null {
    return this.state ? this.scope.range(this.sheet, this.state.block) : null;
  }
  protected body(block: Block): Block {
    return { ...block, top: block.top + 1 };
  }
  #change(
    change: (criteria: readonly (FilterCriteria | undefined)[]) => (FilterCriteria | undefined)[],
  ): void {
    const { state } = this;
    if (!state) return;
    this.state = { ...state, criteria: change(state.criteria) };
    this.Reapply();
  }
}

/** The filter of a table. */
export class TableFilter extends AutoFilter {
  readonly #table: TableObject;
  constructor(table: TableObject) {
    super(table.scope, table.sheet);
    this.#table = table;
  }
  protected override get state(): { block: Block; criteria: readonly (FilterCriteria | undefined)[] } {
    return { block: this.#table.table.block, criteria: this.#table.table.filter };
  }
  protected override set state(state: { criteria: readonly (FilterCriteria | undefined)[] } | undefined) {
    this.#table.setFilter(state?.criteria ?? []);
  }
  protected override body(): Block {
    return bodyOf(this.#table.table);
  }
}

/** The filter of one column of a table. */
export class Filter extends SheetObject {
  readonly type = "Filter";
  readonly #table: TableObject;
  readonly #column: number;
  constructor(table: TableObject, column: number) {
    super(table.scope, table.sheet);
    this.#table = table;
    this.#column = column;
  }
  get Criteria(): FilterCriteria | null {
    return this.#table.table.filter[this.#column] ?? null;
  }
  Apply(criteria: FilterCriteria): void {
    this.#table.AutoFilter.Apply(this.#table.GetRange(), this.#column, criteria);
  }
  ApplyValuesFilter(values: readonly unknown[]): void {
    this.Apply({ filterOn: "Values", values });
  }
  ApplyCustomFilter(criterion1: string, criterion2?: string, operator?: string): void {
    const second = criterion2 === undefined ? {} : { criterion2, operator: operator ?? "And" };
    this.Apply({ filterOn: "Custom", criterion1, ...second });
  }
  Clear(): void {
    this.#table.AutoFilter.ClearColumnCriteria(this.#column);
  }
}
