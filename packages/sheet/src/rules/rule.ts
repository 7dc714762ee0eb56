import type { Finding, FindingCode, Severity } from "@taizhang/finding";
import type { CellValue } from "@taizhang/grid";
import type { Entry } from "../entry.ts";
import type { Subject, TableView } from "./subject.ts";

/** One check of the catalogue: how it finds, and examples that are its tests and its page (规则). */
export interface Rule {
  readonly code: FindingCode;
  readonly check: (subject: Subject) => Iterable<Finding>;
  /**
   * What the rule takes from a row of a table, as a text: as long as it stays the same, so does what the rule finds.
   * Undefined where that cannot be said of this table; left out, every change of a row is for the rule to look at.
   */
  readonly sees?: (seen: SeenRow) => string | undefined;
  /**
   * Asked where `sees` says something else than before: false where what the rule finds is surely the same all the same,
   * because no other row has to do with this one. `hadFindings` is false where the rule had found nothing in the table before.
   */
  readonly differs?: (before: SeenRow, now: SeenRow, hadFindings: boolean) => boolean;
  readonly examples: readonly Example[];
}

/** A row of a table with its entries, before or after a change (所见行). */
export interface SeenRow {
  readonly view: TableView;
  readonly row: number;
  readonly entries: readonly Entry[];
  readonly subject: Subject;
}

/** A sheet, or several, and what the rule finds there (例). The sentences of the page come from the findings. */
export interface Example extends ExampleSheet {
  /** What the example shows, in Chinese. */
  readonly title: string;
  /** Other sheets given to the same check. */
  readonly beside?: readonly ExampleSheet[];
  /** The ledger that was assigned, and last month's return. */
  readonly ledger?: ExampleSheet;
  readonly last?: ExampleSheet;
  readonly on?: string;
  readonly period?: string;
  readonly within?: string;
  /** What this rule finds, in the order of `check`; nothing for a sheet that it should leave alone. */
  readonly finds: readonly ExampleFinding[];
}

export interface ExampleSheet {
  /** The sheet's name; 台账 unless told. */
  readonly name?: string;
  readonly file?: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Formulas without "=", number formats and merges by A1 reference. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly formats?: Readonly<Record<string, string>>;
  readonly merges?: readonly string[];
  /** Hidden rows from 1 and columns by letter. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** The sheet itself is hidden. */
  readonly hiddenSheet?: boolean;
}

interface ExampleFinding {
  readonly ref: string;
  readonly file?: string;
  readonly severity?: Severity;
  /** What the fix writes, cell by cell; absent where there must be none. */
  readonly fix?: readonly CellValue[];
}

/** A rule's check that looks at one table after another: what it finds in one does not depend on the others. */
export const eachTable = (look: (view: TableView, subject: Subject) => Iterable<Finding>) => {
  const check = function* (subject: Subject): Generator<Finding> {
    for (const view of subject.tables) yield* look(view, subject);
  };
  tableByTable.add(check);
  return check;
};

const tableByTable = new WeakSet<Rule["check"]>();

/**
 * What a rule must look at again when a row changed: that row alone, its table, or everything. A test holds every rule
 * against what it finds row by row and table by table.
 */
export const scopeOf = ({ code, check }: Rule): "row" | "table" | "all" =>
  rowByRow.has(code) ? "row" : tableByTable.has(check) ? "table" : "all";

const rowByRow: ReadonlySet<FindingCode> = new Set([
  "S08",
  "V02",
  "V04",
  "V06",
  "V07",
  "V08",
  "T02",
  "T03",
  "T04",
  "T05",
  "T08",
  "T09",
  "D01",
  "D02",
  "D03",
  "M01",
  "M02",
  "M03",
  "M05",
  "M06",
  "M07",
]);
