import type { Figures, TargetFact } from "@taizhang/kpi";
import { inferIndicator, type Measure, yearOf } from "@taizhang/model";
import type { Amount, Cell, Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import type { About, Row } from "./about.ts";
import { unitOfAmount } from "./amounts.ts";
import { reportOfCell } from "./report-of-cell.ts";

/**
 * The money of a project row (年度投资): this year's plan as a target, what was spent of it as its actual, so that the
 * total's completion is a 投资完成率. It is no target of the task: a project is not done when its money is. What was
 * spent since the start (开工以来) belongs to the total investment and never to the year's plan.
 */
export function investmentOf(
  row: Row,
  about: About,
  days: Pick<TargetFact, "start" | "deadline"> = {},
): Pick<Figures, "targets" | "observations"> {
  const { entry, standing, ledger } = row;
  if (entry.table.shape !== "long") return none;
  const plan = entry.cells.get("investmentPlan");
  const spent = spentCell(entry);
  if (!plan && !spent) return none;
  const planned = readOf(plan, entry);
  const isPlanned =
    planned.status === "reported" ||
    (ledger !== undefined && readOf(ledger.cells.get("investmentPlan"), ledger).status === "reported");
  const { taskId: _, ...rest } = about;
  const common = {
    ...rest,
    taskId: moneyIdOf(about) + (row.source.parts.has(entry) ? `｜${entry.row}` : ""),
    indicator: inferIndicator("年度投资", "元", { accounting: "flow", acrossOrgs: "sum", direction: "up" }),
  };
  const targets =
    plan && !plan.carried && planned.status === "reported"
      ? [
          {
            ...common,
            standing,
            ...unitIn(planned, plan, entry),
            bound: planned.bound ?? ("eq" as const),
            status: "set" as const,
            places: planned.places,
            ...withinYear(days, entry),
            ...(planned.amount === undefined ? {} : { value: planned.amount }),
            at: plan.at,
          },
        ]
      : [];
  const done = readOf(spent?.cell, entry);
  if (!spent || spent.cell.carried || standing === "ledger" || (done.status === "missing" && !isPlanned))
    return { targets, observations: [] };
  const observation = {
    ...common,
    standing,
    ...unitIn(done, spent.cell, entry),
    measure: spent.measure,
    ...reportOfCell(done, spent.cell, row),
  };
  return { targets, observations: [observation] };
}

/** Under which id a task's money stands, apart from its targets. */
export const moneyIdOf = ({ taskId = "" }: About): string => `${taskId}｜年度投资`;

/** The part of a project's time that lies in the year of its plan: what was begun before runs from January. */
function withinYear(
  { start, deadline }: Pick<TargetFact, "start" | "deadline">,
  { table: { period } }: Entry,
): Pick<TargetFact, "start" | "deadline"> {
  const year = period === undefined ? "" : `${yearOf(period.value)}-`;
  return {
    ...(year !== "" && start?.startsWith(year) ? { start } : {}),
    ...(year !== "" && deadline?.startsWith(year) ? { deadline } : {}),
  };
}

const none = { targets: [], observations: [] };

/** An amount of money: in the unit of its column, else of the note above the table; the row's own unit counts things. */
const readOf = (cell: Cell | undefined, { unit: _, ...entry }: Entry): Amount =>
  readAmount(cell, { ...entry, ...(entry.table.unitNote ? { unit: entry.table.unitNote } : {}) });

const unitIn = (amount: Amount, { column }: Cell, { unit: _, ...entry }: Entry) => {
  const unit = column.unit ?? entry.table.unitNote;
  return unitOfAmount(amount, { ...entry, ...(unit ? { unit } : {}) }, undefined);
};

/** The cell of what was spent this year: cumulative where there is one, else of the month. */
function spentCell(entry: Entry): { readonly cell: Cell; readonly measure: Measure } | undefined {
  const first = entry.cells.get("investmentActual");
  const cells = [...(first ? [first] : []), ...entry.repeats].filter(
    ({ column }) =>
      column.field === "investmentActual" && !/开工以来|自开工|开工至今|总投资/.test(column.path.join("")),
  );
  // 9月完成投资 is of one month, 1-9月完成投资 and 截至9月底完成投资 are not.
  const isMonthly = ({ column }: Cell) =>
    /本月|当月|(?:^|[^\d\-—–~～至到月])(?:1[0-2]|[1-9])月(?!底|末|止)/.test(column.path.join("/"));
  const cell = cells.find((one) => !isMonthly(one)) ?? cells[0];
  return cell && { cell, measure: isMonthly(cell) ? "inPeriod" : "cumulative" };
}
