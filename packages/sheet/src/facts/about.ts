import type { Dimensions, Member, Standing, TargetFact } from "@taizhang/kpi";
import { type Indicator, inferIndicator, type Period } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";
import { groupIn } from "../read/points.ts";
import { directionBeside, readTarget } from "../read/stated-direction.ts";
import { totalKind } from "../recognise/total-label.ts";
import type { Table } from "../table.ts";
import { taskKey } from "./ledger-index.ts";
import type { SharedFigures } from "./shared-figures.ts";
import type { LeadsOf } from "./stated-leads.ts";

/** A row with what is known about it from elsewhere. */
export interface Row {
  readonly entry: Entry;
  readonly standing: Standing;
  /** The org that a name of this row means. */
  readonly names: (printed: string) => KnownOrg;
  /** Who reports it: for a row of the ledger the lead whose report it is, by whatever name it was returned. */
  readonly reporter?: KnownOrg;
  readonly leadsOf: LeadsOf;
  /** The ledger's row, the entry itself where it is the ledger's. */
  readonly ledger: Entry | undefined;
  /** The ledger's task that it belongs to; "" for a row whose task the ledger does not have (台账外的任务). */
  readonly ledgerTask?: string;
  /** What one of several has of the ledger's row: its target is the whole's. */
  readonly isShare?: boolean;
  /** The division whose row it is: that of the ledger's sheet, else of its own. */
  readonly region: string | undefined;
  /** The figures that several rows have together. */
  readonly shared: SharedFigures;
  readonly source: {
    readonly table: Table;
    readonly entries: readonly Entry[];
    /** Rows with further money of the project above them. */
    readonly parts: ReadonlySet<Entry>;
    /** The period of its figures. */
    readonly period: Period | undefined;
    /** The year of its plan. */
    readonly year: number | undefined;
  };
}

/** What a target and an observation have in common. */
export type About = Omit<TargetFact, "unit" | "power" | "bound" | "status" | "standing">;

/** Whose figure a row is and where it belongs (归属): the ledger's row first, then the row itself, then who reported. */
export function aboutOf({
  entry,
  standing,
  names,
  reporter,
  leadsOf,
  ledger,
  ledgerTask,
  isShare,
  region,
  source: { table, entries },
}: Row): About {
  const isOwn = ({ kind, indicator }: Entry) => kind === "data" && indicator === entry.indicator;
  const named =
    standing === "total" && table.shape === "long" && !entries.some(isOwn)
      ? entries.find(({ kind }) => kind === "data")
      : entry;
  const of = ledger ?? named ?? entry;
  const isTotal = standing === "total";
  const leads = (ledger && ledger.leads.length > 0 ? ledger.leads : leadsOf(entry))
    // 合计 in a column of orgs is a label and none of them.
    .filter((name) => !isTotal || totalKind(name) === undefined)
    .map((name) => names(name));
  const printed = isTotal || entry.org === undefined ? undefined : names(entry.org);
  const org = printed ?? reporter ?? leads[0];
  // Who shares a task with a town reports it in the town's division too.
  const place = ledger?.org === undefined || isShare || leads.length < 2 ? org : names(ledger.org);
  const own = entry.division ?? (place?.kind === "division" ? undefined : region);
  const division = isTotal ? undefined : own === undefined ? place : names(own);
  // A department that lists others sums these up, and its total is not of itself alone.
  const listsOthers = ({ kind, leads: some }: Entry) =>
    kind === "data" && some.some((name) => names(name).name !== reporter?.name);
  const departments =
    leads.length > 0
      ? leads
      : reporter?.kind === "department" && !(isTotal && entries.some(listsOthers))
        ? [reporter]
        : [];
  const program = ledger?.program ?? entry.program;
  const group = (ledger && groupIn(ledger)) ?? groupIn(entry);
  const dataOrg = isShare ? undefined : dataOrgIn(ledger, entry, leads, names);
  // In its own return a lead says its own figure; in anybody's list of tasks, a street's too, it is that of who reports it.
  const saysOwn = org?.name === reporter?.name && !(org?.kind === "division" && leads.length > 0);
  const whose = dataOrg !== undefined && !isTotal && !saysOwn ? dataOrg : org?.name;
  const dims: Dimensions = {
    ...(division?.kind === "division" ? { division: [member(division)] } : {}),
    ...(departments.length > 0
      ? { department: departments.map(({ department }) => ({ name: department })) }
      : {}),
    ...(program === undefined ? {} : { program: [{ name: program }] }),
    ...(group === undefined ? {} : { group: [{ name: group }] }),
  };
  return {
    indicator: indicatorOf(of),
    org: whose ?? region ?? table.file,
    taskId: ledgerTask || taskKey(ledger ?? entry),
    ...(of.task === "" ? {} : { taskTitle: of.task }),
    dims,
    ...(leads.length > 1 && !isShare ? { jointOrgs: leads.map(({ name }) => name) } : {}),
    ...(dataOrg === undefined ? {} : { dataOrg }),
  };
}

/** Whose figure counts: the ledger says it, and without one a return of a joint task, where it names one of the leads. */
function dataOrgIn(
  ledger: Entry | undefined,
  entry: Entry,
  leads: readonly KnownOrg[],
  names: (printed: string) => KnownOrg,
): string | undefined {
  const stated = ledger || leads.length > 1 ? dataOrgOf(ledger ?? entry) : "";
  if (stated === "") return undefined;
  const { name } = names(stated);
  return ledger || leads.some((lead) => lead.name === name) ? name : undefined;
}

const member = ({ name, code }: KnownOrg): Member => ({ name, ...(code === undefined ? {} : { code }) });

/** The indicator of a row; its 口径 counts only where a column is headed so, for 目标要求 differs from row to row. */
export function indicatorOf(entry: Entry): Indicator {
  const { bound } = readTarget(entry);
  const direction =
    bound === "ge" || bound === "gt" || bound === "le" || bound === "lt" ? undefined : directionBeside(entry);
  const definition = entry.cells.get("definition");
  const stated = definition?.column.path.some((word) => word.includes("口径")) ? definition.text : "";
  return inferIndicator(nameOf(entry), entry.unit ?? "", {
    ...(bound === undefined || bound === "eq" ? {} : { bound }),
    ...(direction === undefined ? {} : { direction }),
    ...(stated === "" ? {} : { definition: stated }),
  });
}

/** 改造数量, 完成面积, 数量指标: names that say how something is counted and not what. */
const counting =
  /^(?:(?:新建|新增|改造|建设|完成|实施|改建|扩建|整治|治理|维修|培训|发放|创建|打造|年度|目标|任务|总)*(?:数量|个数|总数|数|总量|量|面积|总面积|长度|里程|规模|套数|户数|人数|人次|场次|次数|任务量|工程量|完成量|完成率|比例|进度)|[一二三四五六七八九十\d、.]*(?:数量|质量|时效|产出|效益|满意度)指标|完成情况)$/;

/** The name of what a row counts: with its task where the indicator alone is the same for different things. */
function nameOf({ indicator, task }: Entry): string {
  const isSame = task === "" || task.includes(indicator) || indicator.includes(task);
  return !isSame && counting.test(indicator) ? `${task}·${indicator}` : indicator;
}
