import type { Quantity } from "@taizhang/quantity";
import type { Span } from "./plan.ts";
import type { SectionKind } from "./sections.ts";
import type { NamedOrg, Statement } from "./statement.ts";

/** A program while the text is being taken apart. */
export interface ProgramDraft {
  readonly no: string | null;
  readonly title: string;
  /** Where its heading stands, if that says when its tasks are due (二季度). */
  readonly period?: Span;
  orgs: readonly NamedOrg[];
}

/** An item while the text is being taken apart; places are those of the clean text. */
export interface ItemDraft extends Span {
  readonly no: string | null;
  readonly program: ProgramDraft | undefined;
  readonly scope: SectionKind;
  /** Where reading begins: at the heading, where lines of names part it from the words; and where it ends. */
  readonly from: number;
  readonly reach: number;
  statements: readonly Statement[];
  /** The names that stand beside a row of a table. */
  readonly orgs?: readonly NamedOrg[];
  inherits: boolean;
  /** Stretches of a row that are not read as words: numbers beside their unit, names, remarks. */
  readonly hidden?: readonly Span[];
  /** What stands in the columns of targets. */
  readonly targets?: readonly TableTarget[];
}

/** A number in a column of targets with the unit of its row. */
export interface TableTarget extends Span {
  readonly name: string;
  readonly value: Quantity;
  readonly unit: string;
  readonly isMoney: boolean;
}
