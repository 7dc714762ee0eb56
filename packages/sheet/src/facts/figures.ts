import type { Dimensions, Figures, Member, ObservationFact, Standing, TargetFact, TaskFact } from "@taizhang/kpi";
import { type Indicator, inferIndicator, type Measure, type TaskKind, yearOf } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { readAmount } from "../read/amount.ts";
import { readEntries } from "../read/entries.ts";
import type { SheetReading, Table } from "../table.ts";
import { targetValues, unitOfAmount, valueOf } from "./amounts.ts";
import { dayOf } from "./day.ts";
import { ledgerIndex, taskKey } from "./ledger-index.ts";
import { type OrgNames, orgNames } from "./org-names.ts";
import { standings } from "./standing.ts";
import { withinOf } from "./within.ts";

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
  readonly fromLedger: boolean;
}

/**
 * The figures of recognised sheets, ready for `rollUp` (汇总用数). Every row keeps its cell; a returned row takes
 * program, leads, targets and deadline from the ledger's row with its 台账编号.
 * @example rollUp(figuresOf(recogniseWorkbook(workbook.sheets, "东坡区.xlsx")))
 */
export function figuresOf(readings: readonly SheetReading[], context: FiguresContext = {}): Figures {
  const sources = [...sourcesOf(context.ledger ?? [], true), ...sourcesOf(readings, false)];
  const ledger = sources.filter(({ fromLedger, table }) => fromLedger || table.role === "ledger");
  const names = namesOf(sources, ledger, context);
  const ledgerRow = ledgerIndex(ledger.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "data")));
  const figures = { tasks: [] as TaskFact[], targets: [] as TargetFact[], observations: [] as ObservationFact[] };
  for (const source of sources) {
    const standingOf = standings(source.table, source.entries, names);
    for (const entry of source.entries) {
      const standing = source.fromLedger && entry.kind === "data" ? "ledger" : standingOf(entry);
      if (standing === undefined) continue;
      addEntry(figures, { entry, standing, names, ledger: standing === "ledger" ? entry : ledgerRow(entry), source });
    }
  }
  return figures;
}

const sourcesOf = (readings: readonly SheetReading[], fromLedger: boolean): Source[] =>
  readings.flatMap(({ tables }) => tables.map((table) => ({ table, entries: readEntries(table), fromLedger })));

function namesOf(sources: readonly Source[], ledger: readonly Source[], { within, on }: FiguresContext): OrgNames {
  const namesIn = (list: readonly Source[]) =>
    list.flatMap(({ table, entries }) => [
      ...(table.org ? [table.org.name] : []),
      ...entries.flatMap(({ org, division, leads }) => [org, division, ...leads].filter((name) => name !== undefined)),
    ]);
  const printed = namesIn(sources);
  const divisions = sources.flatMap(({ entries }) => entries.flatMap(({ division }) => division ?? []));
  return orgNames(printed, namesIn(ledger), { within: within ?? withinOf(divisions, on), on });
}

interface Row {
  readonly entry: Entry;
  readonly standing: Standing;
  readonly names: OrgNames;
  /** The ledger's row, the entry itself where it is the ledger's. */
  readonly ledger: Entry | undefined;
  readonly source: Source;
}

interface Out {
  readonly tasks: TaskFact[];
  readonly targets: TargetFact[];
  readonly observations: ObservationFact[];
}

const measures: readonly (readonly [Field, Measure])[] = [
  ["actualCumulative", "cumulative"],
  ["actualPeriod", "inPeriod"],
  ["actualLastYear", "lastYear"],
];

function addEntry(out: Out, row: Row): void {
  const { entry, standing, ledger } = row;
  const { table } = entry;
  const period = table.period?.value;
  const year = period === undefined ? undefined : yearOf(period);
  const about = aboutOf(row);
  if (about === undefined) return;
  const targetCell = entry.cells.get("target");
  const target = readAmount(targetCell, entry);
  const start = dayOf(ledger?.cells.get("start") ?? entry.cells.get("start"), year, table.grid.date1904).day;
  const deadline = dayOf(ledger?.cells.get("deadline") ?? entry.cells.get("deadline"), year, table.grid.date1904);
  const days = { ...(start === undefined ? {} : { start }), ...(deadline.day === undefined ? {} : { deadline: deadline.day }) };
  const targetSource = (ledger ?? entry).cells.get("targetSource")?.text;
  if (targetCell && !targetCell.carried && (target.status === "reported" || target.marks.includes("pending")))
    out.targets.push({
      ...about,
      ...unitOfAmount(target, entry, ledger),
      ...targetValues(entry, target, year),
      standing,
      ...days,
      ...(targetSource ? { source: targetSource } : {}),
      at: targetCell.at,
    });
  if (standing !== "ledger")
    for (const [field, measure] of measures) {
      const cell = entry.cells.get(field);
      if (!cell || cell.carried) continue;
      const amount = readAmount(cell, entry);
      const marks = amount.marks.filter((mark) => mark === "textNumber" || mark === "unitInValue");
      out.observations.push({
        ...about,
        ...unitOfAmount(amount, entry, ledger),
        standing,
        ...(table.org ? { reporter: row.names(table.org.name).name } : {}),
        ...(period === undefined ? {} : { period }),
        measure,
        value: valueOf(amount),
        places: amount.places,
        ...(marks.length > 0 ? { marks } : {}),
        at: cell.at,
      });
    }
  if (standing !== "total") out.tasks.push(taskOf(row, about, days, deadline.recurring === true, target.status === "reported"));
}

type About = Omit<TargetFact, "unit" | "power" | "bound" | "status" | "standing">;

/** Whose figure it is and where it belongs; undefined where nothing says whose. */
function aboutOf({ entry, standing, names, ledger, source: { table, entries } }: Row): About | undefined {
  const named = standing === "total" && table.shape === "long" ? entries.find(({ kind }) => kind === "data") : entry;
  const of = ledger ?? named ?? entry;
  const leads = (ledger?.leads.length ? ledger.leads : entry.leads).map((name) => names(name));
  const reporter = table.org === undefined ? undefined : names(table.org.name);
  const printed = entry.kind === "total" ? undefined : entry.org;
  const org = (printed === undefined ? undefined : names(printed)) ?? reporter ?? leads[0];
  const division = entry.division === undefined || standing === "total" ? undefined : names(entry.division);
  const departments = leads.length > 0 ? leads : reporter?.kind === "department" ? [reporter] : [];
  const program = ledger?.program ?? entry.program;
  const dims: Dimensions = {
    ...(division ? { division: [member(division)] } : org?.kind === "division" && standing !== "total" ? { division: [member(org)] } : {}),
    ...(departments.length > 0 ? { department: departments.map(member) } : {}),
    ...(program === undefined ? {} : { program: [{ name: program }] }),
  };
  const dataOrg = ledger?.cells.get("reporter")?.text;
  return {
    indicator: indicatorOf(of),
    org: org?.name ?? table.file,
    ...(ledger?.id ?? entry.id ? { taskId: ledger?.id ?? entry.id ?? "" } : {}),
    ...(of.task === "" ? {} : { taskTitle: of.task }),
    dims,
    ...(dataOrg ? { dataOrg: names(dataOrg).name } : {}),
  };
}

const member = ({ name, code }: Member): Member => ({ name, ...(code === undefined ? {} : { code }) });

function indicatorOf(entry: Entry): Indicator {
  const bound = entry.cells.get("target")?.column.bound ?? readAmount(entry.cells.get("target"), entry).bound;
  const definition = entry.cells.get("indicator") ? entry.cells.get("definition")?.text : undefined;
  void definition;
  return inferIndicator(entry.indicator, entry.unit ?? "", bound === undefined || bound === "eq" ? {} : { bound });
}

function taskOf(
  { entry, standing, ledger }: Row,
  { org, dims, taskTitle, dataOrg, indicator }: About,
  days: Pick<TaskFact, "start" | "deadline">,
  recurring: boolean,
  hasTarget: boolean,
): TaskFact {
  const text = (field: Field) => entry.cells.get(field)?.text;
  const kindText = (ledger ?? entry).cells.get("kind")?.text ?? "";
  const period = entry.table.period?.value;
  const optional = { statusText: text("status"), progressText: text("progress"), evidence: text("evidence") };
  return {
    id: taskKey(ledger ?? entry),
    title: taskTitle ?? indicator.name,
    standing: standing === "total" ? "superior" : standing,
    org,
    dims,
    ...(dataOrg === undefined ? {} : { dataOrg }),
    kind: kindOf(kindText, hasTarget),
    ...(period === undefined ? {} : { period }),
    ...days,
    ...(recurring ? { recurring } : {}),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    reported: standing !== "ledger" && reportFields.some((field) => (text(field) ?? "") !== ""),
    at: { kind: "cell", file: entry.table.file, sheet: entry.table.grid.name, ref: [...entry.cells.values()][0]?.at.ref ?? "A1" },
  };
}

const reportFields: readonly Field[] = ["actualPeriod", "actualCumulative", "status", "progress", "stage", "investmentActual"];

function kindOf(printed: string, hasTarget: boolean): TaskKind {
  if (/定量/.test(printed)) return "quantitative";
  if (/定性/.test(printed)) return "qualitative";
  if (/项目|里程碑|节点/.test(printed)) return "milestone";
  return hasTarget ? "quantitative" : "qualitative";
}
