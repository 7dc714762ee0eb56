import type { Edit } from "@taizhang/grid";
import { type CatalogEntry, catalog } from "./catalog.ts";
import type { Facts, FindingCode } from "./facts.ts";
import type { FixId } from "./fixes.ts";
import type { Place } from "./place.ts";
import type { Severity } from "./severity.ts";

/** The one certain mending of a finding, as data (修正建议). Its title stands in the catalogue under `id`. */
export interface Fix {
  readonly id: FixId;
  readonly edits: readonly Edit[];
}

/** A problem: facts, places and perhaps a fix; its sentence comes from `say` (问题). */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly status: "open" | "explained" | "released" | "ignored";
  readonly args: Facts[Code];
  /** The first place is the subject. */
  readonly at: readonly Place[];
  readonly related: readonly Place[];
  readonly fix?: Fix;
  readonly by?: string;
  readonly reason?: string;
}

/** What a detector may add to a finding. `severity` only where the catalogue lists more than one for the code. */
export interface FindingMore {
  readonly related?: readonly Place[];
  readonly fix?: Fix | undefined;
  readonly severity?: Severity;
}

/**
 * A finding of the catalogue, open, with the catalogue's severity (问题).
 * @example finding("V01", { text: "1255", reads: "1255" }, [cellPlace("a.xlsx", "台账", "G24")])
 */
export function finding<Code extends FindingCode>(
  code: Code,
  args: Facts[Code],
  at: readonly Place[],
  { related = none, fix, severity }: FindingMore = {},
): Finding<Code> {
  const entry: CatalogEntry = catalog[code];
  // No spread: a sheet of chance figures has two hundred thousand of these.
  const one = { code, severity: severity ?? entry.severity, status: "open", args, at, related } as const;
  return fix ? { ...one, fix } : one;
}

const none: readonly Place[] = [];
