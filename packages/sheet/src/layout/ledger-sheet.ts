import type { Lang } from "@taizhang/finding";
import { columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import type { TextItem, TextPlan } from "@taizhang/plan-text";
import { type FormColumn, ledgerForm } from "./ledger-form.ts";
import { ledgerOrgs } from "./ledger-orgs.ts";
import { type LedgerRow, ledgerRows } from "./ledger-rows.ts";
import { helpSheet, ledgerWords } from "./template.ts";

const headerRow = 3;
const states = ["已完成", "正常推进", "滞后", "未到节点", "未启动", "暂缓"];
const listsName = "选项";
/** Rows that can still be filled below those of the plan. */
const spareRows = 50;

/** What `ledgerLayouts` may be told. */
export interface LedgerOptions {
  readonly lang?: Lang;
  /** What staff should confirm of an item, in a sentence; it goes into 备注. */
  readonly noteOf?: (item: TextItem) => string;
}

/**
 * The ledger of a plan as sheets: 任务分解表 with a row for each target or milestone, the lists to choose from, and the page
 * of instructions (任务分解表). Columns for which no row has anything stay, to be filled; the id of a row is hidden.
 */
export function ledgerLayouts(plan: TextPlan, { lang = "zh-CN", noteOf }: LedgerOptions = {}): SheetLayout[] {
  const rows = ledgerRows(plan, noteOf);
  const lists = listsOf(plan, rows);
  return [tableSheet(plan, rows, lists, lang), listSheet(lists), helpSheet(lang)];
}

interface Lists {
  readonly units: readonly string[];
  readonly orgs: readonly string[];
}

const orgHeadings = ["牵头单位", "责任单位", "配合单位", "数据报送单位"];

function listsOf(plan: TextPlan, rows: readonly LedgerRow[]): Lists {
  const said = (heading: string) =>
    rows.map(({ cells }) => cells[heading]).filter((cell) => typeof cell === "string");
  const form = ledgerForm.find(({ field }) => field === "unit")?.choices?.["zh-CN"] ?? [];
  const orgs = orgHeadings.flatMap(said).flatMap((names) => names.split("、"));
  return {
    units: [...new Set([...form, ...said("计量单位")])].filter(Boolean),
    orgs: ledgerOrgs(plan, orgs),
  };
}

function tableSheet(plan: TextPlan, rows: readonly LedgerRow[], lists: Lists, lang: Lang): SheetLayout {
  const { sheet, title, org, day } = ledgerWords[lang];
  const last = columnName(ledgerForm.length + 1);
  const lastRow = headerRow + rows.length + spareRows;
  const headings = [...ledgerForm.map(({ heading }) => heading["zh-CN"]), "办理状态", "id"];
  const column = (heading: string) => columnName(headings.indexOf(heading));
  const below = (heading: string) => `${column(heading)}${headerRow + 1}:${column(heading)}${lastRow}`;
  const from = (letter: string, count: number) => `${listsName}!$${letter}$2:$${letter}$${count + 1}`;
  return {
    name: sheet,
    rows: [
      [{ value: plan.title ? `${plan.title}${title}` : title, style: "title" }],
      [{ value: org, style: "note" }, null, null, null, { value: day, style: "note" }],
      headings.map((value): LayoutCell => ({ value, style: "header" })),
      ...rows.map((row) => [
        ...ledgerForm.map((one) => cellOf(one, row)),
        { value: null, style: "input" as const },
        { value: row.id, style: "text" as const, format: "@" },
      ]),
    ],
    merges: [`A1:${last}1`, "A2:D2", "E2:H2"],
    widths: [...ledgerForm.map(({ width }) => width), 10, 10],
    heights: { 0: 28, 2: 32 },
    freeze: "E4",
    hiddenColumns: [headings.indexOf("id")],
    choices: [
      ...ledgerForm.flatMap(({ choices, field, heading }) =>
        choices && field !== "unit" ? [{ ref: below(heading["zh-CN"]), list: choices[lang] }] : [],
      ),
      { ref: below("计量单位"), from: from("A", lists.units.length), open: true as const },
      ...(lists.orgs.length > 0
        ? orgHeadings.map((heading) => ({
            ref: below(heading),
            from: from("B", lists.orgs.length),
            open: true as const,
          }))
        : []),
      { ref: below("办理状态"), list: states },
    ],
    autoFilter: `A${headerRow}:${last}${headerRow + Math.max(1, rows.length)}`,
    print: { landscape: true, fitToWidth: true, repeatRows: [headerRow, headerRow] },
  };
}

function cellOf({ heading, field }: FormColumn, { cells }: LedgerRow): LayoutCell {
  const value = cells[heading["zh-CN"]] ?? null;
  if (typeof value === "number") return { value, style: "input", format: "General" };
  return { value, style: "input", ...(field === "id" || field === "deadline" ? { format: "@" } : {}) };
}

/** The units and departments to choose from, in a sheet that nobody needs to see. */
function listSheet({ units, orgs }: Lists): SheetLayout {
  return {
    name: listsName,
    rows: [
      ["计量单位", "单位名称"],
      ...Array.from({ length: Math.max(units.length, orgs.length) }, (_, at) => [
        units[at] ?? null,
        orgs[at] ?? null,
      ]),
    ],
    widths: [14, 30],
    visibility: "hidden",
  };
}
