import type { Span } from "./plan.ts";
import type { NamedOrg, Statement } from "./responsibilities.ts";
import type { SectionKind } from "./sections.ts";

/** A program while the text is being taken apart. */
export interface ProgramDraft {
  readonly no: string | null;
  readonly title: string;
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
  /** Stretches that are read for figures; the whole item where there are none. */
  readonly cells?: readonly Span[];
}
