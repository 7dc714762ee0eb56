import type { Finding } from "@taizhang/finding";
import type { CellPlace } from "@taizhang/grid";
import { comparePeriods } from "@taizhang/model";
import { checkRead } from "../check.ts";
import { periodWords } from "../layout/words.ts";
import { put } from "../multimap.ts";
import { isBlankAnswer } from "../read/blank-answer.ts";
import { readingOnce } from "../read/entries.ts";
import { type AssignedRow, assignmentsOf, type SplitBy } from "../split/assignments.ts";
import type { SheetReading, Table } from "../table.ts";
import { isAnswered, sharesFigure } from "./answered.ts";
import { jointFigures } from "./joint-figures.ts";
import { correctionsByFile, rowsOf } from "./open-findings.ts";
import { earlierLine, lineOf, type RegisterLine, type ReportedBefore } from "./register-line.ts";
import { renamedOrgs } from "./renamed-orgs.ts";
import type { Answer, ReturnedTable } from "./returned.ts";
import { isFilledIn, returnedTables } from "./returned-table.ts";
import { missingRows, rowFindings } from "./row-findings.ts";
import { type Settled, settleVersions } from "./versions.ts";
import { sheetKey, workedOut } from "./worked-out.ts";
import { strangersTable, wrongTable } from "./wrong-table.ts";

/** What is collected, and against what. */
export interface CollectInput {
  /** The ledger as it was sent out. */
  readonly ledger: readonly SheetReading[];
  readonly returns: readonly SheetReading[];
  /** Last month's returns. */
  readonly last?: readonly SheetReading[];
  /** The report period asked for: "2016-11"; the latest of the returns where it is not given. */
  readonly period?: string;
  readonly by?: SplitBy;
  /** Orgs that were sent their return back before: what they send now is 重报. */
  readonly sentBack?: ReadonlySet<string>;
  /** Orgs whose return was in order before (`reportedBefore`): without a new file they have reported all the same. */
  readonly reported?: ReadonlyMap<string, ReportedBefore>;
  /** 报告期 of the register that both are from, as it prints it: they say nothing of another period. */
  readonly registerOf?: string;
}

/** A row of the ledger with the answer that counts, or why none does (合并行). */
export interface CollectedRow {
  readonly row: AssignedRow;
  readonly answer?: Answer;
  /** `figure`: the answer has words and not the figure that the row asks for, so that it has not been reported. */
  readonly why?: "missing" | "figure" | "disputed" | "finding";
  /** The return has another target, unit or date than was sent out; the ledger's holds (T08). */
  readonly changed?: true;
}

/** What came in: the register, the rows that are clean, and all findings (收件结果). */
export interface Collected {
  readonly register: readonly RegisterLine[];
  readonly rows: readonly CollectedRow[];
  readonly findings: readonly Finding[];
  readonly period?: string;
}

/**
 * Matches returned sheets with the rows of the ledger, by id and without it by content, checks them and takes what is
 * clean (收件合并). A table of another month or another department, a row with two versions and a row with a problem
 * that must be mended are not taken, and each says so.
 * @example collectReturns({ ledger, returns: recogniseWorkbook(grids, "民政局.xlsx", { targetsElsewhere: true }) })
 */
export function collectReturns(input: CollectInput): Collected {
  const { ledger, returns, last, registerOf } = input;
  const entriesOf = readingOnce();
  const assigned = assignmentsOf(ledger, input.by, entriesOf, returns);
  const order = new Map(assigned.rows.map((row, index) => [row, index]));
  const found: Finding[] = [...assigned.findings];
  const orgs = new Set(assigned.assignments.map(({ org }) => org));
  const accepted = new Map<string, ReturnedTable[]>();
  const parts = new Map<string, ReturnedTable[]>();
  const refused = new Set<string>();
  const wrongTables = new Set<Table>();
  const sentWrong = new Map<string, ReturnedTable[]>();
  const tables = returnedTables(returns, assigned, entriesOf);
  const period = input.period ?? latestPeriod(tables.filter(isFilledIn)) ?? latestPeriod(tables);
  const isSame = registerOf === undefined || registerOf === periodWords(period ?? "");
  const { sentBack, reported }: Pick<CollectInput, "sentBack" | "reported"> = isSame ? input : {};
  const isWorkedOut = workedOut(tables);
  for (const returned of tables) {
    const wrong = wrongTable(returned, period, tables);
    if (wrong) {
      // A table with the rows of several is said to be wrong once.
      if (!wrongTables.has(returned.table)) found.push(wrong);
      wrongTables.add(returned.table);
      refused.add(sheetKey(returned.file, returned.table.grid.name));
      if (wrong.severity === "A") put(sentWrong, senderOf(returned, orgs) ?? "", returned);
      continue;
    }
    const stranger = strangersTable(returned);
    if (stranger) found.push(stranger);
    found.push(...rowFindings(returned, order, period));
    put(returned.part === undefined ? accepted : parts, returned.org ?? "", returned);
  }
  found.push(...renamedOrgs(assigned.rows, accepted));
  const saidOnce = repeatedRows(found);
  const checked = checkRead(
    returns.filter(({ file, grid }) => !refused.has(sheetKey(file, grid.name))),
    { ledger, ...(last ? { last } : {}), ...(period === undefined ? {} : { period }) },
    entriesOf,
  )
    .filter(
      (one) =>
        !isSaidTwice(one, saidOnce) &&
        !isOfLedger(one) &&
        !isWorkedOut(one) &&
        !isSettled(one, accepted, sentWrong, reported),
    )
    .map(strict);
  const settled = assigned.assignments.map(({ org, rows }) => {
    const tables = accepted.get(org) ?? [];
    // An empty form says nothing, and does not contradict one that is filled in.
    const said = tables.filter(({ answers }) => answers.some(({ entry }) => !isBlankAnswer(entry)));
    const versions = settleVersions(org, [...(said.length > 0 ? said : tables), ...(parts.get(org) ?? [])]);
    found.push(...versions.findings, ...missingRows(rows, tables));
    const empty = tables.length > 0 && said.length === 0;
    return { org, rows, tables, wrong: tables.length > 0 ? [] : (sentWrong.get(org) ?? []), empty, versions };
  });
  const byOrg = new Map(settled.map((one) => [one.org, one]));
  found.push(...jointFigures(assigned.rows, (org) => byOrg.get(org)?.versions));
  const findings = [...found, ...checked];
  const blocked = rowsOf(findings, blocks);
  const changed = rowsOf(findings, ({ code }) => code === "T08");
  const corrections = correctionsByFile(findings);
  return {
    register: settled.map((one) => earlierLine(one, reported) ?? lineOf(one, corrections, sentBack)),
    rows: withShares(assigned.rows, settled).map(([row, org]) =>
      collected(row, byOrg.get(org)?.versions, blocked, changed),
    ),
    findings,
    ...(period === undefined ? {} : { period }),
  };
}

/** The latest month or quarter that a return says it is of. */
const latestPeriod = (tables: readonly ReturnedTable[]): string | undefined =>
  tables
    .flatMap(({ table: { period } }) => period?.value ?? [])
    .filter((period) => period.length > 4)
    .sort(comparePeriods)
    .at(-1);

/** A row that stands twice by its id is C08, two versions are C02; their words say the same once more. */
const isSaidTwice = ({ code, at: [place], related: [other] }: Finding, said: ReadonlySet<string>): boolean =>
  code === "S07" &&
  place?.kind === "cell" &&
  (said.has(cellKeyOf(place)) ||
    (other?.kind === "cell" && sheetKey(other.file, other.sheet) !== sheetKey(place.file, place.sheet)));

/** The rows with who answers each; where only shares of one have come, these stand for it (各家的一份). */
function withShares(
  rows: readonly AssignedRow[],
  settled: readonly { readonly org: string; readonly versions: Settled }[],
): (readonly [row: AssignedRow, org: string])[] {
  const shares = new Map<AssignedRow, (readonly [AssignedRow, string])[]>();
  const answered = new Set<AssignedRow>();
  for (const { org, versions } of settled)
    for (const row of versions.counted.keys())
      if (row.isCheck) continue;
      else if (row.whole) put(shares, row.whole, [row, org]);
      else if (row.answeredBy === org) answered.add(row);
  return rows.flatMap((row) => {
    const own = shares.get(row) ?? [];
    return own.length > 0 && !answered.has(row) ? own : [[row, row.answeredBy] as const, ...own];
  });
}

/** The cells of the rows that stand twice. */
const repeatedRows = (found: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    found.flatMap(({ code, at: [place] }) =>
      code === "C08" && place?.kind === "cell" ? [cellKeyOf(place)] : [],
    ),
  );

const cellKeyOf = ({ file, sheet, ref }: CellPlace): string => `${sheetKey(file, sheet)}\n${ref}`;

/** The rows said whose a table is: that its head does not, and that its department sent nothing, is no longer true. */
function isSettled(
  { code, args, at: [place] }: Finding,
  accepted: ReadonlyMap<string, readonly ReturnedTable[]>,
  sentWrong: ReadonlyMap<string, readonly ReturnedTable[]>,
  before: ReadonlyMap<string, ReportedBefore> = new Map(),
): boolean {
  if (code === "M04")
    return (
      place?.kind === "record" && (accepted.has(place.id) || sentWrong.has(place.id) || before.has(place.id))
    );
  if (code !== "S01" || !("missing" in args) || args.missing !== "org" || place?.kind !== "cell")
    return false;
  const all = [...accepted].flatMap(([org, tables]) => (org === "" ? [] : tables));
  return all.some(({ file, table }) => file === place.file && table.grid.name === place.sheet);
}

/** Who sent a table that is not taken: the org that it names itself, if the ledger knows it, else whose rows it holds. */
const senderOf = ({ said, org }: ReturnedTable, orgs: ReadonlySet<string>): string | undefined =>
  said !== undefined && orgs.has(said) ? said : org;

/** Targets are the ledger's: what is wrong with them is for its office to mend, and shows when the ledger is checked. */
const isOfLedger = ({ code }: Finding): boolean =>
  // Rows of others, and whose a table is, were found when they were matched.
  code === "C03" || code === "C06" || (code.startsWith("T") && code !== "T08");

/** Here an unknown department is a row that nobody is asked for: A. */
const strict = (one: Finding): Finding =>
  one.code === "U01" && one.severity === "B" ? { ...one, severity: "A" } : one;

/** An A keeps a row's figure out. A changed target is the ledger's to give, and the figure still counts. */
const blocks = ({ severity, code, args }: Finding): boolean =>
  severity === "A" && !(code === "T08" && "field" in args && args.field !== "unit");

function collected(
  row: AssignedRow,
  versions: ReturnType<typeof settleVersions> | undefined,
  blocked: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): CollectedRow {
  const answer = versions?.counted.get(row);
  if (!answer || isBlankAnswer(answer.entry)) return { row, why: "missing" };
  if (versions?.disputed.has(row)) return { row, why: "disputed" };
  if (sharesFigure(answer.entry)) return { row, why: "finding" };
  const told: CollectedRow = isAnswered(row, answer.entry) ? { row, answer } : { row, answer, why: "figure" };
  if (blocked.size === 0 && changed.size === 0) return told;
  const { table, row: line } = answer.entry;
  const key = `${sheetKey(table.file, table.grid.name)}\n${line}`;
  if (blocked.has(key)) return { row, why: "finding" };
  return { ...told, ...(changed.has(key) ? { changed: true as const } : {}) };
}
