import type { Span } from "./plan.ts";
import type { RoleKind } from "./role-words.ts";

/** An organisation as a statement names it. */
export interface NamedOrg {
  readonly org: string;
  readonly role: string;
  readonly kind: RoleKind;
}

/** A stretch of text that says who does a task (责任表述). */
export interface Statement extends Span {
  readonly orgs: readonly NamedOrg[];
  /** A line of its own, a bracket, or a clause of the running text (…由区教育局牵头). */
  readonly form: "line" | "bracket" | "clause";
  /** True for 以上工作由…牵头: it speaks of all items before it. */
  readonly closesProgram?: true;
  /** 4 for 以上四项工作由…: it speaks of so many items, this one the last. */
  readonly covers?: number;
}
