import type { Finding } from "@taizhang/finding";
import type { AssignedRow } from "../split/assignments.ts";
import { isAnswered } from "./answered.ts";
import type { ReturnedTable } from "./returned.ts";
import type { settleVersions } from "./versions.ts";

/** What an earlier register says of an org whose return was in order (上次已收). */
export interface ReportedBefore {
  readonly state: "reported" | "again";
  readonly answered: number;
  readonly files: readonly string[];
  readonly filledBy: string;
  readonly filledOn: string;
}

/** 未报 no file or an empty form, 已报 nothing to correct, 退回 something must be corrected, 重报 sent again and in order (报送状态). */
export type CollectState = "missing" | "reported" | "sentBack" | "again";

/** One department's line of the register (收件登记). */
export interface RegisterLine {
  readonly org: string;
  readonly state: CollectState;
  /** Rows that it was sent, and those that it answered. */
  readonly expected: number;
  readonly answered: number;
  readonly unanswered: readonly AssignedRow[];
  readonly files: readonly string[];
  /** Forms came, and nothing is filled in (收到空表): it has not reported. */
  readonly empty: boolean;
  /** Of the files that came none is taken: of another month, or under another name (C06). It has not reported. */
  readonly refused: boolean;
  /** Its return came before and was in order, and is not among the files now. */
  readonly earlier: boolean;
  readonly filledBy: string;
  readonly filledOn: string;
  /** What it must correct: open findings A and B of its files. */
  readonly toCorrect: readonly Finding[];
}

/** The line of an org whose return was in order before, and that sent nothing since: it has reported (上次已收). */
export function earlierLine(
  { org, rows, tables }: { org: string; rows: readonly AssignedRow[]; tables: readonly ReturnedTable[] },
  reported: ReadonlyMap<string, ReportedBefore> = new Map(),
): RegisterLine | undefined {
  const before = tables.length === 0 ? reported.get(org) : undefined;
  if (!before) return undefined;
  const answered = Math.min(before.answered, rows.length);
  return {
    ...before,
    org,
    expected: rows.length,
    answered,
    unanswered: [],
    empty: false,
    refused: false,
    earlier: true,
    toCorrect: [],
  };
}

/** The line of an org as its files are now. */
export function lineOf(
  {
    org,
    rows,
    tables,
    wrong,
    empty,
    versions,
  }: {
    org: string;
    rows: readonly AssignedRow[];
    tables: readonly ReturnedTable[];
    /** What it sent and is not taken, where nothing else came. */
    wrong: readonly ReturnedTable[];
    empty: boolean;
    versions: ReturnType<typeof settleVersions>;
  },
  corrections: ReadonlyMap<string, ReadonlyMap<number, Finding>>,
  sentBack: ReadonlySet<string> = new Set(),
): RegisterLine {
  const files = [...new Set([...tables, ...wrong].map(({ file }) => file))];
  const answered = new Set(
    [...versions.counted].flatMap(([row, { entry }]) => (isAnswered(row, entry) ? [row.whole ?? row] : [])),
  );
  const unanswered = rows.filter((row) => !answered.has(row));
  const toCorrect = [...new Map(files.flatMap((file) => [...(corrections.get(file) ?? [])]))]
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
  const state: CollectState =
    files.length === 0 || (empty && toCorrect.length === 0)
      ? sentBack.has(org)
        ? "sentBack"
        : "missing"
      : toCorrect.length > 0
        ? "sentBack"
        : sentBack.has(org)
          ? "again"
          : "reported";
  const latest = tables.findLast(({ filledBy, filledOn }) => filledBy !== "" || filledOn !== "");
  return {
    org,
    state,
    expected: rows.length,
    answered: rows.length - unanswered.length,
    unanswered,
    files,
    empty,
    refused: wrong.length > 0,
    earlier: false,
    filledBy: latest?.filledBy ?? "",
    filledOn: latest?.filledOn ?? "",
    toCorrect,
  };
}
