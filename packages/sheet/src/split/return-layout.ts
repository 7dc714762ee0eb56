import {
  cellRef,
  columnName,
  formatAt,
  type LayoutCell,
  type LayoutChoice,
  parseCell,
  type SheetLayout,
  valueAt,
} from "@taizhang/grid";
import { compare, decimalOfNumber, shift, toNumber, zero } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { periodWords } from "../layout/words.ts";
import { regionOf } from "../orgs/region.ts";
import { readAmount } from "../read/amount.ts";
import { shownBy } from "../read/shown-by.ts";
import { directionOf } from "../rules/direction.ts";
import { indicatorOf } from "../rules/indicator-of.ts";
import type { AssignedRow, Assignment } from "./assignments.ts";
import { jointRemark } from "./joint-remark.ts";
import type { LastCumulative } from "./last-cumulative.ts";
import { type ReturnColumn, type ReturnKey, returnForm, statusChoices } from "./return-form.ts";
import { sentName } from "./sent-name.ts";
import type { SplitOptions } from "./split-options.ts";

/** The name of the sheet that departments fill in. */
const returnSheetName = "月报表";
/** Title, head, 填报口径, header. */
const headerRow = 4;

/** The form 部门月报表 of one department: what it is to report, and where (月报表). */
export function returnLayout(
  { org, rows }: Assignment,
  { period, due, by }: SplitOptions,
  last: LastCumulative,
): SheetLayout {
  const columns = columnsFor(rows, period, last, org, by !== "program" && by !== "town");
  const right = columnName(columns.length - 1);
  const lines = rows.map((row, index) => lineOf(row, index, columns, period, last, org));
  const below = headerRow + rows.length;
  const head = headOf(`${by === "program" ? "工作板块" : "填报单位（盖章）"}：${org}`, period, due);
  return {
    name: returnSheetName,
    rows: [
      [{ value: titleOf(rows, period), style: "title" }],
      head,
      [{ value: noteText, style: "note" }],
      columns.map(({ heading }): LayoutCell => ({ value: heading, style: "header" })),
      ...lines,
      [],
      signatures,
    ],
    merges: [`A1:${right}1`, "A2:D2", "E2:H2", "I2:L2", `A3:${right}3`],
    widths: columns.map(({ width }) => width),
    heights: { 0: 28, 2: 30, 3: 32 },
    freeze: `${columnName(columns.findIndex(({ key }) => key === "task") + 1)}${headerRow + 1}`,
    choices: choicesOf(columns, below),
    hiddenColumns: [columns.length - 1],
    protect: true,
    print: { landscape: true, fitToWidth: true, repeatRows: [headerRow, headerRow] },
  };
}

/** The division's name comes first: it says whose 人社局 this is. */
function titleOf(rows: readonly AssignedRow[], period: string | undefined): string {
  const region = rows[0] ? (regionOf(rows[0].table) ?? "") : "";
  return `${region}${period === undefined ? "" : periodWords(period)}目标任务进展情况月报表`;
}

const noteText =
  "填报口径：累计数从1月1日起到报告期末止；数字只填数，不带计量单位；没有进展的填0，不涉及的填“—”，空着表示未报。有底纹的格请填写，其余各格由下发单位填好，请勿改动。";

const headOf = (whose: string, period: string | undefined, due: string | undefined): LayoutCell[] => [
  { value: whose, style: "note" },
  ...blanks(3),
  period === undefined
    ? { value: "报告期：", style: "input", locked: false }
    : { value: `报告期：${periodWords(period)}`, style: "note" },
  ...blanks(3),
  { value: due === undefined ? "" : `报送截止：${dayWords(due)}`, style: "note" },
];

const blanks = (count: number): LayoutCell[] => Array.from({ length: count }, () => ({ value: null }));

const signatures: LayoutCell[] = [
  "单位负责人（签字）：",
  "审核人：",
  "填报人：",
  "联系电话：",
  "报出日期：",
].flatMap((value): LayoutCell[] => [
  { value, style: "note", locked: false },
  { value: null, style: "input", locked: false },
]);

export const dayWords = (day: string): string =>
  day.replace(
    /^(\d{4})-(\d{2})-(\d{2})$/,
    (_, year, month, of) => `${year}年${Number(month)}月${Number(of)}日`,
  );

/**
 * Columns without any data are left out; those that departments fill in stay, but for projects' where there are none. A
 * sheet of a town or program (not `isByOrg`) holds tasks of several departments, and each row says whose it is.
 */
function columnsFor(
  rows: readonly AssignedRow[],
  period: string | undefined,
  last: LastCumulative,
  org: string,
  isByOrg: boolean,
): ReturnColumn[] {
  const some = (has: (row: AssignedRow) => boolean) => rows.some(has);
  const cell = (field: Parameters<Entry["cells"]["get"]>[0]) =>
    some(({ entry }) => text(entry.cells.get(field)) !== "");
  const isProject = some(
    ({ entry }) =>
      /项目/.test(text(entry.cells.get("kind"))) ||
      text(entry.cells.get("investmentPlan") ?? entry.cells.get("investmentTotal")) !== "" ||
      text(entry.cells.get("stage")) !== "",
  );
  const hasTarget = cell("target") || some(({ entry }) => entry.table.shape === "crossTab");
  const isLeftOut: Partial<Record<ReturnKey, boolean>> = {
    id: !some(({ entry }) => entry.id !== undefined),
    indicator: !some(({ entry }) => sentName(entry) !== entry.task),
    division: !some(({ entry }) => entry.division !== undefined && (!isByOrg || entry.division !== org)),
    lead: isByOrg || !some(({ entry }) => entry.leads.length > 0 && leadText(entry) !== org),
    unit: !some(({ entry }) => entry.unit !== undefined),
    target: !hasTarget,
    node: !some(({ entry }) => nodeOf(entry, period) !== undefined),
    stage: !isProject,
    investment: !isProject,
  };
  return returnForm
    .filter(({ key }) => !isLeftOut[key])
    .map((column) =>
      column.key === "last" && !some((row) => last(row) !== undefined)
        ? { ...column, filled: "open" }
        : column,
    );
}

const text = (cell: Cell | undefined): string => cell?.text ?? "";

const leadText = ({ cells, leads }: Entry): string => text(cells.get("lead")) || leads.join("、");

const monthOfNode: Readonly<Record<string, number>> = { Q1: 3, H1: 6, Q3: 9, Y: 12 };

/** The cumulative node that was due last by the report month (本期节点目标). */
export function nodeOf({ nodes }: Entry, period: string | undefined): Cell | undefined {
  const month = period === undefined || nodes.length === 0 ? undefined : lastMonthOf(period);
  if (month === undefined) return undefined;
  let found: { cell: Cell; through: number } | undefined;
  for (const cell of nodes) {
    const { node = "" } = cell.column;
    const through = monthOfNode[node] ?? Number(/^M(\d{1,2})$/.exec(node)?.[1] ?? Number.NaN);
    if (cell.text !== "" && through <= month && (!found || through > found.through))
      found = { cell, through };
  }
  return found?.cell;
}

function lastMonthOf(period: string): number | undefined {
  const [, month, quarter] = /^\d{4}(?:-(\d{2})|Q([1-4]))?$/.exec(period) ?? [];
  return month !== undefined ? Number(month) : quarter !== undefined ? Number(quarter) * 3 : 12;
}

function lineOf(
  row: AssignedRow,
  index: number,
  columns: readonly ReturnColumn[],
  period: string | undefined,
  last: LastCumulative,
  org: string,
): LayoutCell[] {
  const { entry } = row;
  const line = headerRow + index + 1;
  const at = (key: ReturnKey): string => {
    const place = columns.findIndex((column) => column.key === key);
    return place < 0 ? "" : cellRef(line - 1, place);
  };
  const given: Partial<Record<ReturnKey, LayoutCell>> = {
    id: { value: entry.id ?? "", style: "text", format: "@" },
    seq: { value: index + 1, style: "number" },
    task: { value: entry.task, style: "text" },
    indicator: { value: sentName(entry), style: "text" },
    division: { value: entry.division ?? "", style: "text" },
    lead: { value: leadText(entry), style: "text" },
    unit: { value: entry.unit ?? "", style: "text" },
    target: copied(entry, entry.cells.get("target")),
    node: copied(entry, nodeOf(entry, period)),
    last: { value: last(row) ?? null, style: "number" },
    yearOnYear: yearOnYear(entry, at("cumulative"), at("lastYear")),
    note: { value: jointRemark(row.leads, row.dataOrg, org), style: "input", locked: false },
    rowId: { value: row.id, style: "text", format: "@" },
    ...(isRated(entry)
      ? {
          completion: worked(
            `IF(OR(NOT(ISNUMBER(${at("cumulative")})),N(${at("target")})<=0),"",ROUND(${at("cumulative")}/${at("target")}*100,1))`,
          ),
        }
      : {}),
  };
  return columns.map(({ key, filled }): LayoutCell => {
    const known = given[key];
    if (filled === "open" && key !== "note") return open;
    return known ?? open;
  });
}

const open: LayoutCell = { value: null, style: "input", locked: false };
/** The change over the year before: in percent of it, and of a rate in 百分点 (the domain page §3). */
function yearOnYear(entry: Entry, now: string, before: string): LayoutCell {
  const { accounting } = indicatorOf(entry);
  return accounting === "ratio"
    ? {
        ...worked(`IF(OR(NOT(ISNUMBER(${now})),NOT(ISNUMBER(${before}))),"",ROUND(${now}-${before},2))`),
        format: '0.0#"个百分点"',
      }
    : worked(`IF(OR(NOT(ISNUMBER(${now})),N(${before})<=0),"",ROUND((${now}-${before})/${before}*100,1))`);
}
const worked = (formula: string): LayoutCell => ({ value: "", formula, style: "number", format: "0.0" });

/**
 * A figure as the ledger prints it, with its format: nothing is converted on the way. 95.3%, stored as 0.953, is 95.3 in a row
 * counted in %, because what is typed beside it is 96 and not 0.96.
 */
function copied(entry: Entry, cell: Cell | undefined): LayoutCell {
  if (!cell) return { value: null, style: "number" };
  const { table } = entry;
  const place = parseCell(cell.at.ref);
  const value = cell.carried || !place ? cell.value : valueAt(table.grid, place.row, place.column);
  const format = cell.format ?? (place ? formatAt(table.grid, place.row, place.column) : undefined);
  if (typeof value === "number" && format?.includes("%") && isInPercent(entry)) {
    const exact = decimalOfNumber(value);
    const points = format.replace(/["\\]?%["]?/g, "");
    if (exact !== undefined) return { value: toNumber(shift(exact, 2)), style: "number", format: points };
  }
  return {
    value,
    style: typeof value === "number" ? "number" : "text",
    ...(format === undefined || format === "@" ? {} : { format }),
  };
}

const isInPercent = ({ unit }: Entry): boolean => unit === "%" || unit === "％" || unit === "百分比";

/** A rate that is plainly actual ÷ target in the form's own unit: a number above 0 of which more is better. */
function isRated(entry: Entry): boolean {
  const cell = entry.cells.get("target");
  const { status, amount, amountMax, bound = "eq" } = readAmount(cell, entry);
  return (
    typeof cell?.value === "number" &&
    status === "reported" &&
    amount !== undefined &&
    compare(amount, zero) > 0 &&
    amountMax === undefined &&
    !["le", "lt", "range"].includes(bound) &&
    // A target shown in percent where nothing says that figures are: 96 or 0.96 may be typed beside it.
    (isInPercent(entry) || !shownBy(cell.format).percent) &&
    directionOf(entry, readAmount(cell, entry)).direction === "up"
  );
}

function choicesOf(columns: readonly ReturnColumn[], below: number): LayoutChoice[] {
  const place = columns.findIndex(({ key }) => key === "status");
  return place < 0 || below <= headerRow
    ? []
    : [{ ref: `${columnName(place)}${headerRow + 1}:${columnName(place)}${below}`, list: statusChoices }];
}
