import { intersection, without } from "../model/address.ts";
import { type Block, cellAt, type Sheet } from "../model/sheet.ts";
import type { Validation } from "../model/sheet-objects.ts";
import { isValid } from "../model/validity.ts";
import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { AreasObject, Scope } from "./back-links.ts";
import { SheetObject } from "./scope.ts";

const rules: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};
const noAlert = { message: "", showAlert: true, style: "Stop", title: "" };
const noPrompt = { message: "", showPrompt: true, title: "" };

/** What may be typed into cells of some blocks. */
export class DataValidation extends SheetObject {
  readonly type = "DataValidation";
  readonly #blocks: readonly Block[];
  constructor(scope: Scope, sheet: Sheet, blocks: readonly Block[]) {
    super(scope, sheet);
    this.#blocks = blocks;
  }
  get Rule(): Readonly<Record<string, unknown>> {
    return this.#one()?.rule ?? {};
  }
  set Rule(rule: Readonly<Record<string, unknown>>) {
    const kind = Object.keys(rule ?? {})[0];
    if (kind === undefined || !(kind in rules))
      throw invalidArgument(`validation rule ${JSON.stringify(rule)}`);
    this.#change({ rule: plain(rule) });
  }
  get Type(): string {
    const all = this.#all();
    if (all.length > 1)
      return all.every(({ rule }) => kindOf(rule) === kindOf(all[0]?.rule))
        ? "MixedCriteria"
        : "Inconsistent";
    return kindOf(all[0]?.rule);
  }
  get IgnoreBlanks(): boolean {
    return this.#one()?.ignoreBlanks ?? true;
  }
  set IgnoreBlanks(ignoreBlanks: boolean) {
    this.#change({ ignoreBlanks });
  }
  get ErrorAlert(): Readonly<Record<string, unknown>> {
    return this.#one()?.errorAlert ?? noAlert;
  }
  set ErrorAlert(errorAlert: Readonly<Record<string, unknown>>) {
    this.#change({ errorAlert: { ...noAlert, ...errorAlert } });
  }
  get Prompt(): Readonly<Record<string, unknown>> {
    return this.#one()?.prompt ?? noPrompt;
  }
  set Prompt(prompt: Readonly<Record<string, unknown>>) {
    this.#change({ prompt: { ...noPrompt, ...prompt } });
  }
  get Valid(): boolean {
    return this.#invalid().length === 0;
  }
  Clear(): void {
    this.#set(this.#others());
  }
  GetInvalidCells(): AreasObject {
    const areas = this.GetInvalidCellsOrNullObject();
    if (!areas) throw itemNotFound("all cells are valid");
    return areas;
  }
  GetInvalidCellsOrNullObject(): AreasObject | null {
    const invalid = this.#invalid();
    return invalid.length > 0 ? this.scope.areas(this.sheet, invalid) : null;
  }

  #all(): Validation[] {
    return this.sheet.validations.filter(({ blocks }) =>
      blocks.some((a) => this.#blocks.some((b) => intersection(a, b) !== undefined)),
    );
  }
  #one(): Validation | undefined {
    return this.#all()[0];
  }
  /** The other rules, without the cells of this one. */
  #others(): Validation[] {
    return this.sheet.validations.flatMap((one) => {
      const blocks = this.#blocks.reduce(
        (rest, hole) => rest.flatMap((block) => without(block, hole)),
        [...one.blocks],
      );
      return blocks.length > 0 ? [{ ...one, blocks }] : [];
    });
  }
  #change(change: Partial<Validation>): void {
    const now = this.#one() ?? { rule: {}, ignoreBlanks: true, errorAlert: noAlert, prompt: noPrompt };
    this.#set([...this.#others(), { ...now, ...change, blocks: this.#blocks }]);
  }
  #set(validations: readonly Validation[]): void {
    this.allow("allowFormatCells");
    this.book.journal.set(this.sheet, "validations", validations);
  }
  #invalid(): Block[] {
    return this.#all().flatMap((one) =>
      one.blocks
        .flatMap((block) => this.#blocks.flatMap((own) => intersection(block, own) ?? []))
        .flatMap((block) => {
          const found: Block[] = [];
          for (
            let row = block.top;
            row <= Math.min(block.bottom, Math.max(block.top, this.sheet.rows.length - 1));
            row++
          )
            for (let column = block.left; column <= block.right; column++)
              if (!isValid(this.book, this.sheet, one, cellAt(this.sheet, row, column)?.value ?? null))
                found.push({ top: row, left: column, bottom: row, right: column });
          return found;
        }),
    );
  }
}

const kindOf = (rule: Readonly<Record<string, unknown>> | undefined): string =>
  rules[Object.keys(rule ?? {})[0] ?? ""] ?? "None";

/** A rule whose sources may be ranges: they are kept as addresses. */
const plain = (rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  JSON.parse(
    JSON.stringify(rule, (_, value) =>
      typeof value === "object" && value !== null && "Address" in value
        ? `=${(value as { Address: string }).Address}`
        : value,
    ),
  ) as Readonly<Record<string, unknown>>;
