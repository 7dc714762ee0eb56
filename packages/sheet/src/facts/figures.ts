import type { Figures, ObservationFact, TargetFact, TaskFact } from "@taizhang/kpi";
import { type Period, yearOf } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { onlyOf } from "../only-of.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { regionOf } from "../orgs/region.ts";
import { readAmount } from "../read/amount.ts";
import { withoutCarriedOn } from "../read/carried-on.ts";
import { readEntries } from "../read/entries.ts";
import { leadsByRemark } from "../split/joint-remark.ts";
import type { SheetReading, Table } from "../table.ts";
import { aboutOf, type Row } from "./about.ts";
import { withAncestors } from "./ancestors.ts";
import { withContinued } from "./continued-row.ts";
import { withoutCopies } from "./copied-rows.ts";
import { dayOf } from "./day.ts";
import { periodOfFigures, yearOfDeadlines } from "./figures-period.ts";
import { growthReported, growthTarget } from "./growth-target.ts";
import { investmentOf } from "./investment.ts";
import { withJointByNumber } from "./joint-by-number.ts";
import { type LedgerRows, ledgerIndex, ledgerTasks } from "./ledger-index.ts";
import { withoutNotTaken } from "./not-taken.ts";
import { withOnlyDepartments } from "./only-department.ts";
import { type PartsByRate, partsOfRate, withParts } from "./rate-parts.ts";
import { withOneName } from "./renamed-rows.ts";
import { observationsOf } from "./row-observations.ts";
import { targetOf } from "./row-target.ts";
import { underOneName } from "./same-name.ts";
import { isLedger, settledRows } from "./settled-rows.ts";
import { sharedFigures } from "./shared-figures.ts";
import { type Wholes, wholesOf } from "./shared-targets.ts";
import { sheetOrgs } from "./sheet-orgs.ts";
import { standings } from "./standing.ts";
import { isStandingWork } from "./standing-work.ts";
import { statedLeads } from "./stated-leads.ts";
import { withHeirs } from "./succeeded-orgs.ts";
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
  const givenRows = rowsOf(read.filter(({ fromLedger }) => fromLedger));
  const given = ledgerIndex(givenRows);
  const taskOf = ledgerTasks(givenRows);
  const own = withoutCopies(read, given);
  const inLedger = own.filter(isLedger);
  const named = sheetOrgs(
    own.filter((source) => !isLedger(source)),
    inLedger,
    context,
  );
  const { names, homeOf, isOver } = named;
  const lookup = (name: string) => names({ name });
  const rows = settledRows(own, named);
  const sources = withHeirs(
    rows.sources,
    ({ table }, name) => named.named(table, name),
    (entry) => rows.ownerOf(entry) !== undefined,
  );
  const ledgerRows = ledgerIndex(rowsOf(inLedger));
  const orgs = new Map<string, KnownOrg>();
  const known = (name: string, region?: string): KnownOrg => {
    const org = names({ name, region });
    if (!orgs.has(org.name)) orgs.set(org.name, org);
    return org;
  };
  const sheets = sheetsByIndicator(sources);
  const leadsOf = statedLeads(sources.flatMap(({ entries }) => entries));
  const figures = {
    tasks: [] as TaskFact[],
    targets: [] as TargetFact[],
    observations: [] as ObservationFact[],
  };
  const parts: PartsByRate = new Map();
  const wholes = wholesOf(rows.sharesOf);
  // The ledger first: what is shared out of its rows is known then.
  for (const source of [...sources.filter(isLedger), ...sources.filter((one) => !isLedger(one))]) {
    const ofSheet = homeOf(source.table);
    const named = (name: string) => known(name, ofSheet);
    const standingOf = standings(source.table, source.entries, named, isOver, sheets);
    const shared = sharedFigures(source.table, source.entries, named);
    for (const entry of source.entries) {
      const standing = source.fromLedger && entry.kind === "data" ? "ledger" : standingOf(entry);
      if (standing === undefined) continue;
      const owner = rows.ownerOf(entry);
      // The names of a row of the ledger are those of the ledger's sheet, whoever returned it.
      const isOwn = owner?.as === "own" || owner?.as === "check";
      // A joint task is of one place, whoever of its leads reports.
      const isJoint = owner?.as === "part" && owner.row.leads.length > 1;
      const ledger = isOwn || isJoint ? owner.row.table : undefined;
      const home = isOwn && ledger ? homeOf(ledger) : ofSheet;
      const namesOfRow = isOwn ? (name: string) => known(name, home) : named;
      const reporter = (isOwn && owner.speaker) || source.table.org?.name;
      const row: Row = {
        entry,
        standing: owner?.as === "check" ? "superior" : standing,
        names: namesOfRow,
        ...(reporter === undefined ? {} : { reporter: namesOfRow(reporter) }),
        leadsOf,
        ledger: standing === "ledger" ? entry : (owner?.row ?? ledgerOfTotal(entry, ledgerRows)),
        ...(givenRows.length > 0 && !owner && entry.kind === "data" && standing !== "ledger"
          ? { ledgerTask: taskOf(entry) ?? "" }
          : {}),
        ...(owner?.as === "share" || (owner?.as === "check" && owner.of !== undefined)
          ? { isShare: true }
          : {}),
        region:
          ledger && owner && owner.row.leads.length > 1
            ? homeOf(ledger)
            : ((ledger && regionOf(ledger)) ?? source.region),
        shared,
        source,
      };
      addEntry(figures, row, parts, wholes);
    }
  }
  const settled = withAncestors(withParts(figures, parts), orgs, lookup, context.on);
  return withOnlyDepartments(settled, orgs, lookup);
}

const ledgerOfTotal = (entry: Entry, ledgerRows: LedgerRows): Entry | undefined =>
  entry.kind === "data" ? undefined : onlyOf(ledgerRows(entry));

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
      const entries = withoutCarriedOn(table, withoutNotTaken(table, readEntries(table))).map(withJointLeads);
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

interface Out {
  readonly tasks: TaskFact[];
  readonly targets: TargetFact[];
  readonly observations: ObservationFact[];
}

function addEntry(out: Out, row: Row, parts: PartsByRate, wholes: Wholes): void {
  const { entry, standing, ledger } = row;
  const about = aboutOf(row);
  const target = readAmount(entry.cells.get("target"), entry);
  const { days, recurring } = daysOf(row);
  const growth = ledger === undefined ? growthTarget(entry) : undefined;
  const ofYear = targetOf(row, growth ? { ...about, indicator: growth.indicator } : about, days);
  const stated =
    (row.isShare ? wholes.ofShare(row, about) : undefined) ?? (ofYear && wholes.ofRow(entry, ofYear));
  if (stated) out.targets.push(stated);
  const ofTime =
    standing === "ledger" || row.isShare ? undefined : targetOfTime(entry, ledger, row.source.period);
  if (ofTime) out.targets.push(factOfTime(ofTime, row, about));
  out.observations.push(...observationsOf(row, about, ofTime !== undefined));
  if (growth && standing !== "ledger") out.observations.push(growthReported(growth, row, about, standing));
  out.observations.push(...partsOfRate(row, about, parts));
  const investment = investmentOf(row, about, days);
  if (!row.isShare) out.targets.push(...investment.targets);
  out.observations.push(...investment.observations);
  // The ledger says how many tasks there are.
  if (standing === "total" || row.ledgerTask === "" || wholes.isListed(entry)) return;
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

function daysOf({ entry, ledger, source: { year } }: Row) {
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
