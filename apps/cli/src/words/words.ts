import type { Resolution } from "@taizhang/admin-units";
import type { Unranked } from "@taizhang/kpi";
import type { CollectState } from "@taizhang/sheet";
import type { ScoreDocument } from "../output/score.ts";
import type { HelpWords } from "./help.ts";

/** Every sentence and heading that the command line says by itself. Findings and notes bring their own. */
export interface Words {
  readonly help: HelpWords;
  readonly usage: {
    readonly unknownOption: (option: string) => string;
    readonly missingArgument: (name: string) => string;
    readonly missingOption: (option: string) => string;
    readonly missingValue: (option: string) => string;
    readonly unknownCommand: (name: string) => string;
    readonly tooMany: string;
    readonly badBy: (given: string, allowed: string) => string;
    readonly badPreset: (given: string, allowed: string) => string;
    readonly badTotal: (given: string) => string;
    readonly badPeriod: (given: string) => string;
    readonly noRegister: (file: string) => string;
    readonly otherRegister: (file: string, own: string, asked: string) => string;
    readonly badMonths: (months: string) => string;
    readonly badDay: (given: string) => string;
    readonly badYear: (given: string) => string;
    readonly badLang: (given: string) => string;
    readonly fixNeedsOut: string;
    readonly badCode: (given: string) => string;
    readonly badSplitBy: (given: string) => string;
    readonly sameFile: (file: string) => string;
    readonly exists: (file: string) => string;
    readonly sameName: (file: string) => string;
    readonly seeHelp: string;
  };
  readonly file: {
    readonly notFound: (input: string) => string;
    readonly notAmongReturns: (file: string) => string;
    readonly cannotRead: (reason: string) => string;
    /** A file that bears a secrecy mark: the finding, and how to go on. */
    readonly stopped: (mark: string) => string;
    readonly cannotReadPlan: (reason: string) => string;
    readonly repeated: (file: string, same: string) => string;
    readonly cannotWrite: (file: string, reason: string) => string;
    readonly written: (file: string) => string;
  };
  readonly progress: (done: number, total: number, file: string) => string;
  readonly check: {
    readonly none: (files: number, without: number) => string;
    /** A file in which no sheet could be checked, with what each is. */
    readonly noTables: (file: string, sheets: readonly (readonly [name: string, reason: string])[]) => string;
    readonly total: (files: number, count: Readonly<Record<"A" | "B" | "C" | "D", number>>) => string;
    readonly severities: Readonly<Record<"A" | "B" | "C" | "D", string>>;
    readonly fixable: string;
    readonly settled: (count: number) => string;
    readonly state: (state: "explained" | "released" | "ignored", reason: string, by: string) => string;
    readonly fixed: (cells: number, file: string) => string;
    readonly unmerged: (content: string) => string;
    readonly skipped: (cells: number) => string;
  };
  readonly rollup: {
    readonly nothing: string;
    readonly unknown: string;
    readonly leftOut: (file: string, sheet: string, reason: string) => string;
    readonly period: (period: string) => string;
    readonly total: string;
    readonly dimensions: Readonly<Record<"division" | "department" | "program" | "period", string>>;
    readonly headings: Readonly<
      Record<
        | "indicator"
        | "unit"
        | "target"
        | "actual"
        | "completion"
        | "pace"
        | "light"
        | "coverage"
        | "missing"
        | "parent"
        | "difference"
        | "notes",
        string
      >
    >;
    readonly counts: Readonly<
      Record<"total" | "done" | "onTrack" | "behind" | "overdue" | "notDue" | "unreported" | "rate", string>
    >;
    readonly lights: Readonly<
      Record<"green" | "yellow" | "red" | "notDue" | "unreported" | "pending" | "notApplicable", string>
    >;
    /** Instead of a light, where a formula has no result yet. */
    /** Heading of the derivations. */
    readonly explained: string;
    readonly uncalculated: string;
    readonly atLeast: (amount: string) => string;
    readonly tasks: string;
    readonly notes: string;
    readonly none: string;
    readonly openFindings: (count: Readonly<Record<"A" | "B", number>>) => string;
    readonly followUps: {
      readonly title: string;
      readonly headings: readonly [
        task: string,
        org: string,
        deadline: string,
        lag: string,
        light: string,
        why: string,
      ];
      readonly overdue: string;
      readonly reasons: Readonly<Record<"twoMonths" | "thirdQuarter", string>>;
    };
    readonly yearEnds: {
      readonly title: string;
      readonly headings: readonly [
        indicator: string,
        unit: string,
        target: string,
        range: string,
        meets: string,
        months: string,
      ];
      readonly meets: Readonly<Record<"all" | "none" | "part", string>>;
    };
    readonly changes: {
      readonly title: string;
      readonly headings: readonly [
        indicator: string,
        unit: string,
        yearOnYear: string,
        periodOnPeriod: string,
      ];
      readonly points: (points: string) => string;
      readonly incomparable: string;
    };
    readonly differences: {
      readonly title: string;
      readonly none: string;
      readonly headings: readonly [
        org: string,
        indicator: string,
        task: string,
        what: string,
        before: string,
        after: string,
        difference: string,
      ];
      readonly kinds: Readonly<Record<"added" | "removed", string>>;
      readonly fields: Readonly<
        Record<"target" | "actual" | "standIn" | "status" | "light" | "pending" | "unit", string>
      >;
      readonly statuses: Readonly<Record<"reported" | "missing" | "notApplicable" | "unusable", string>>;
    };
  };
  readonly score: {
    readonly nothing: string;
    /** `early`: the rule began after the period that is scored; `own`: it is our own, and has no beginning. */
    readonly about: (
      preset: string,
      rule: Pick<ScoreDocument["rule"], "since" | "own" | "early">,
      total: string,
    ) => string;
    readonly evenWeights: string;
    readonly breadth: (group: string, fewest: number, most: number) => string;
    readonly derivation: string;
    readonly headings: Readonly<
      Record<
        | "rank"
        | "group"
        | "org"
        | "items"
        | "points"
        | "bonus"
        | "deduction"
        | "reporting"
        | "vetoes"
        | "final"
        | "grade",
        string
      >
    >;
    readonly unranked: Readonly<Record<Unranked, string>>;
    readonly grade: (grade: string) => string;
  };
  readonly units: {
    readonly types: Readonly<Record<Resolution["type"], string>>;
    readonly fields: Readonly<
      Record<
        | "name"
        | "code"
        | "parent"
        | "from"
        | "until"
        | "successors"
        | "members"
        | "candidates"
        | "suggestions"
        | "evidence"
        | "document",
        string
      >
    >;
  };
  readonly parse: {
    readonly untitled: string;
    readonly lead: string;
    readonly support: string;
    readonly money: string;
    readonly bounds: Readonly<
      Record<"eq" | "ge" | "gt" | "le" | "lt" | "range" | "approx" | "stretch", string>
    >;
    readonly line: (number: number) => string;
    /** When a milestone is due: a day, a day of any year, or a day of each month. */
    readonly due: (due: string, precision: string, begins: boolean) => string;
    readonly total: (items: number, targets: number, milestones: number, money: number) => string;
  };
  readonly split: {
    readonly nothing: string;
    readonly noTowns: string;
    readonly written: (files: number, folder: string) => string;
    readonly file: (org: string, rows: number, joint: number, file: string) => string;
  };
  readonly collect: {
    readonly states: Readonly<Record<CollectState, string>>;
    readonly empty: string;
    readonly headings: Readonly<
      Record<"org" | "state" | "answered" | "files" | "mustFix" | "fixOrExplain", string>
    >;
    readonly total: (orgs: number, came: number, rows: number, taken: number) => string;
    readonly slip: (org: string, file: string) => string;
    readonly slipSheet: (org: string) => string;
  };
  readonly inspect: {
    readonly periodText: (period: string) => string;
    readonly targetSheet: string;
    readonly notTargetSheet: string;
    readonly table: (range: string, first: number, last: number, shape: "long" | "crossTab") => string;
    readonly org: string;
    readonly period: string;
    readonly column: string;
    readonly header: string;
    readonly field: string;
    readonly indicator: string;
    readonly confidence: string;
    readonly evidence: string;
    /** What a column's meaning rests on, from the recogniser's rule and what it saw. */
    readonly evidenceOf: (rule: string, saw: string) => string;
  };
}
