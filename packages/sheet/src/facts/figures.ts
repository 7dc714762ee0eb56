import type { Figures, ObservationFact, TargetFact, TaskFact } from "@taizhang/kpi";
import { lastMonth, type Measure, type Period, yearOf } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { isAbove } from "../orgs/above.ts";
import { type KnownOrg, type OrgNames, orgNames, type PrintedOrg } from "../orgs/org-names.ts";
import { regionOf } from "../orgs/region.ts";
import { withinOf } from "../orgs/within.ts";
import { readAmount } from "../read/amount.ts";
import { asksForNumber } from "../read/asks-for-number.ts";
import { readEntries } from "../read/entries.ts";
import { assessedPoints } from "../read/points.ts";
import { readTarget } from "../read/stated-direction.ts";
import { leadsByRemark } from "../split/joint-remark.ts";
import type { SheetReading, Table } from "../table.ts";
import { type About, aboutOf, type Row } from "./about.ts";
import { targetValues, unitOfAmount } from "./amounts.ts";
import { withAncestors } from "./ancestors.ts";
import { withContinued } from "./continued-row.ts";
import { withOwners, withoutCopies } from "./copied-rows.ts";
import { dayOf } from "./day.ts";
import { earlierSums, monthCells, periodOfFigures, yearOfDeadlines } from "./figures-period.ts";
import { investmentOf } from "./investment.ts";
import { withJointByNumber } from "./joint-by-number.ts";
import { ledgerIndex } from "./ledger-index.ts";
import { withOnlyDepartments } from "./only-department.ts";
import { type PartsByRate, partsOfRate, withParts } from "./rate-parts.ts";
import { withOneName } from "./renamed-rows.ts";
import { reportOfCell } from "./report-of-cell.ts";
import { underOneName } from "./same-name.ts";
import { sharedFigures } from "./shared-figures.ts";
import { standings } from "./standing.ts";
import { isStandingWork } from "./standing-work.ts";
import { statedLeads } from "./stated-leads.ts";
import { sheetsByIndicator } from "./sum-sheet.ts";
import { factOfTime, targetOfTime } from "./target-of-time.ts";
import { taskFact } from "./task-fact.ts";

/** What stands beside the sheets when their figures are taken. */
export interface FiguresContext {
  /** The plan office's ledger (任务分解表): who is expected, and the targets. */
  readonly ledger?: readonly SheetReading[];
  /** The division whose plan it is, by code; found from the names where it is left out. */
  readonly within?: string;
  /** The day on which names of units are looked up. */
  readonly on?: string;
}

interface Source {
  readonly table: Table;
  readonly entries: readonly Entry[];
  /** Rows with further money of the project above them. */
  readonly parts: ReadonlySet<Entry>;
  readonly fromLedger: boolean;
  /** The division whose sheet it is, as far as the sheet says it. */
  readonly region: string | undefined;
  /** The period of its figures. */
  readonly period: Period | undefined;
  /** The year of its plan. */
  readonly year: number | undefined;
}

/**
 * The figures of recognised sheets, ready for `rollUp` (汇总用数). Every row keeps its cell; a returned row takes
 * program, leads, targets and deadline from the ledger's row with its 台账编号.
 * @example rollUp(figuresOf(recogniseWorkbook(workbook.sheets, "东坡区.xlsx")))
 */
export function figuresOf(readings: readonly SheetReading[], context: FiguresContext = {}): Figures {
  const returned = sourcesOf(readings, false);
  const read = underOneName([
    ...sourcesOf(context.ledger ?? [], true),
    ...withOneName(context.ledger ? returned : withJointByNumber(returned)),
  ]);
  const given = ledgerIndex(rowsOf(read.filter(({ fromLedger }) => fromLedger)));
  const own = withoutCopies(read, given);
  const ledger = own.filter(({ fromLedger, table }) => fromLedger || table.role === "ledger");
  const names = namesOf(own, ledger, context);
  const ledgerRow = ledgerIndex(rowsOf(ledger));
  const sources = withOwners(own, ledgerRow, ({ region }, name) => names({ name, region }));
  const orgs = new Map<string, KnownOrg>();
  const known = (name: string, region?: string): KnownOrg => {
    const org = names({ name, region });
    if (!orgs.has(org.name)) orgs.set(org.name, org);
    return org;
  };
  const sheets = sheetsByIndicator(sources);
  const lookup = (name: string) => names({ name });
  const leadsOf = statedLeads(sources.flatMap(({ entries }) => entries));
  const figures = {
    tasks: [] as TaskFact[],
    targets: [] as TargetFact[],
    observations: [] as ObservationFact[],
  };
  const parts: PartsByRate = new Map();
  for (const source of sources) {
    const { region } = source;
    const named = (name: string) => known(name, region);
    const above = (upper: KnownOrg, lower: KnownOrg) => isAbove(upper, lower, lookup, context.on);
    const standingOf = standings(source.table, source.entries, named, above, sheets);
    const shared = sharedFigures(source.table, source.entries, named);
    for (const entry of source.entries) {
      const standing = source.fromLedger && entry.kind === "data" ? "ledger" : standingOf(entry);
      if (standing === undefined) continue;
      const row = {
        entry,
        standing,
        names: named,
        leadsOf,
        ledger: standing === "ledger" ? entry : ledgerRow(entry),
        shared,
        source,
      };
      addEntry(figures, row, parts);
    }
  }
  const settled = withAncestors(withParts(figures, parts), orgs, lookup, context.on);
  return withOnlyDepartments(settled, orgs, lookup);
}

const rowsOf = (sources: readonly Source[]): Entry[] =>
  sources.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "data"));

/** A row of a slip that says with whom it is shared has all its leads (共同任务). */
function withJointLeads(entry: Entry): Entry {
  const { table, leads, cells } = entry;
  if (table.org === undefined || leads.length > 0 || !cells.has("note")) return entry;
  const joint = leadsByRemark(cells.get("note")?.text ?? "", table.org.name);
  return joint.length > 0 ? { ...entry, leads: joint } : entry;
}

const sourcesOf = (readings: readonly SheetReading[], fromLedger: boolean): Source[] =>
  readings.flatMap(({ tables }) =>
    tables.map((table) => {
      const entries = readEntries(table).map(withJointLeads);
      const period = periodOfFigures(table);
      return {
        table,
        ...withContinued(entries),
        fromLedger,
        region: regionOf(table),
        period,
        year: period === undefined ? yearOfDeadlines(table, entries) : yearOf(period),
      };
    }),
  );

function namesOf(
  sources: readonly Source[],
  ledger: readonly Source[],
  { within, on }: FiguresContext,
): OrgNames {
  const namesIn = (list: readonly Source[]): PrintedOrg[] =>
    list.flatMap(({ table, entries, region }) =>
      [
        region,
        table.org?.name,
        ...entries.flatMap(({ org, division, leads }) => [org, division, ...leads]),
      ].flatMap((name) => (name === undefined ? [] : [{ name, region }])),
    );
  const printed = namesIn(sources);
  const divisions = sources.flatMap(({ entries }) => entries.flatMap(({ division }) => division ?? []));
  const regions = sources.flatMap(({ table, region }) =>
    [table.org?.name, region].flatMap((one) => one ?? []),
  );
  return orgNames(printed, namesIn(ledger), {
    within: within ?? withinOf(divisions, on) ?? withinOf(regions, on),
    on,
  });
}

interface Out {
  readonly tasks: TaskFact[];
  readonly targets: TargetFact[];
  readonly observations: ObservationFact[];
}

function addEntry(out: Out, row: Row, parts: PartsByRate): void {
  const { entry, standing, ledger } = row;
  const { year } = row.source;
  const about = aboutOf(row);
  const target = readAmount(entry.cells.get("target"), entry);
  const { days, recurring } = daysOf(row, year);
  addTarget(out, row, about, year, days);
  const ofTime = standing === "ledger" ? undefined : targetOfTime(entry, ledger, row.source.period);
  if (ofTime) out.targets.push(factOfTime(ofTime, row, about));
  if (standing !== "ledger") addObservations(out, row, about, ofTime !== undefined);
  out.observations.push(...partsOfRate(row, about, parts));
  const investment = investmentOf(row, about, days);
  out.targets.push(...investment.targets);
  out.observations.push(...investment.observations);
  if (standing === "total") return;
  const hasTarget =
    ofTime?.amount.status === "reported" ||
    (ledger === entry || !ledger ? target : readAmount(ledger.cells.get("target"), ledger)).status ===
      "reported";
  out.tasks.push(
    taskFact(row, about, {
      days,
      recurring: recurring || (!hasTarget && isStandingWork(entry, ledger, days.deadline)),
      hasMoney: investment.targets.length + investment.observations.length > 0,
      hasTarget,
    }),
  );
}

function daysOf({ entry, ledger }: Row, year: number | undefined) {
  const { date1904 } = entry.table.grid;
  const cell = (field: Field) => ledger?.cells.get(field) ?? entry.cells.get(field);
  const { day: deadline, begins, recurring } = dayOf(cell("deadline"), year, date1904);
  const from = dayOf(cell("start"), year, date1904);
  const start = from.day ?? from.begins ?? begins;
  return {
    days: { ...(start === undefined ? {} : { start }), ...(deadline === undefined ? {} : { deadline }) },
    recurring: recurring === true,
  };
}

function addTarget(
  out: Out,
  { entry, standing, ledger, shared: sharedIn }: Row,
  about: About,
  year: number | undefined,
  days: Pick<TargetFact, "start" | "deadline">,
): void {
  const cell = entry.cells.get("target");
  const shared = cell && sharedIn(entry, "target");
  if (!cell || shared === "unclear" || (cell.carried && !shared)) return;
  const amount = readTarget(entry, ledger);
  // A row of the ledger that should have a number and has none still says who is expected to report.
  const isExpected = standing === "ledger" && amount.status === "missing" && asksForNumber(entry);
  if (amount.status !== "reported" && amount.status !== "pending" && !isExpected) return;
  const source = (ledger ?? entry).cells.get("targetSource")?.text;
  if (shared) {
    const values = {
      bound: amount.bound ?? ("eq" as const),
      status: "set" as const,
      shared,
      standing,
      ...days,
    };
    out.targets.push({ ...about, ...unitOfAmount(amount, entry, ledger), ...values, at: cell.at });
    return;
  }
  const { weight } = assessedPoints(entry, ledger);
  out.targets.push({
    ...about,
    ...unitOfAmount(amount, entry, ledger),
    ...targetValues(entry, amount, year),
    standing,
    ...days,
    ...(source ? { source } : {}),
    ...(weight === undefined ? {} : { weight }),
    at: cell.at,
  });
}

const measures: readonly (readonly [Field, Measure])[] = [
  ["actualCumulative", "cumulative"],
  ["actualPeriod", "inPeriod"],
  ["actualLastYear", "lastYear"],
];

/** `byTime`: the target is of the month or quarter alone, so that its own figure counts beside the cumulative one. */
function addObservations(out: Out, row: Row, about: About, byTime: boolean): void {
  const { entry, standing, ledger } = row;
  if (standing === "ledger") return;
  out.observations.push(...ofEarlierSums(row, about));
  for (const [field, measure] of measures) {
    const cell = entry.cells.get(field);
    const months = measure === "inPeriod" ? monthCells(entry, row.source.period) : [];
    if (months.length > 0 && !entry.cells.has("actualCumulative")) {
      out.observations.push(...ofMonths(months, row, about));
      continue;
    }
    // Cumulative and in-period columns never mix: a month alone does not stand in for a cumulative cell.
    const shared = cell && row.shared(entry, field);
    const isBeside = measure === "inPeriod" && entry.cells.has("actualCumulative") && !byTime;
    if (!cell || (cell.carried && !shared) || isBeside) continue;
    const amount = readAmount(cell, entry);
    const isSilent = amount.status === "missing" || amount.marks.includes("unreadable");
    if (isSilent && !asksForNumber(entry) && !(ledger && asksForNumber(ledger))) continue;
    out.observations.push({
      ...about,
      ...unitOfAmount(amount, entry, ledger),
      standing,
      measure,
      ...reportOfCell(amount, cell, row),
      // Nobody's own: it counts once where all who share it are together, and not at all where they cannot be told apart.
      ...(shared ? { value: { status: "unusable", why: "unreadable" } as const } : {}),
      ...(shared && shared !== "unclear" ? { shared } : {}),
    });
  }
}

/** The running sums of earlier months, of which the last stands in where the report's own is blank (沿用). */
function ofEarlierSums(row: Row, about: About): ObservationFact[] {
  const { entry, standing, ledger, source } = row;
  if (standing === "ledger") return [];
  return earlierSums(entry, source.period).flatMap(({ cell, period }) => {
    const amount = readAmount(cell, entry);
    if (amount.status !== "reported") return [];
    const unit = unitOfAmount(amount, entry, ledger);
    return [
      { ...about, ...unit, standing, measure: "cumulative", ...reportOfCell(amount, cell, row), period },
    ];
  });
}

/** What was done in each month up to the table's own (分月完成). */
function ofMonths(months: ReturnType<typeof monthCells>, row: Row, about: About): ObservationFact[] {
  const { entry, standing, ledger, source } = row;
  if (standing === "ledger") return [];
  const end = source.period === undefined ? undefined : lastMonth(source.period);
  return months.flatMap(({ cell, period }) => {
    const amount = readAmount(cell, entry);
    if (cell.carried || (end !== undefined && lastMonth(period) > end)) return [];
    if (amount.status === "missing" && !asksForNumber(entry) && !(ledger && asksForNumber(ledger))) return [];
    const unit = unitOfAmount(amount, entry, ledger);
    return [{ ...about, ...unit, standing, measure: "inPeriod", ...reportOfCell(amount, cell, row), period }];
  });
}
