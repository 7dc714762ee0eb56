import type { Grid } from "@taizhang/grid";
import { compare, isZero } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import { indexMerges } from "../recognise/merges.ts";
import { directionOf } from "../rules/direction.ts";
import type { Table } from "../table.ts";
import { readAmount } from "./amount.ts";
import { readTarget } from "./stated-direction.ts";
import { isBareAnswer, type VetoAnswer, vetoAnswer } from "./veto-answer.ts";

/** What a row says of 一票否决: the answer, the matter, and the cell that holds it. */
export interface Veto {
  readonly answer: VetoAnswer;
  readonly matter: string;
  readonly cell: Cell;
}

/** 是否为一票否决指标, 否决项: a column that says of what kind the indicator is, and not that anything happened. */
const kindHeading = /是否(?:为|属|是)|否决(?:类|性)?(?:指标|项目?|任务|类型?)$/u;
const bareHeading = (path: readonly string[]): string =>
  (path.at(-1) ?? "").normalize("NFKC").replace(/\s|[([][^()[\]]*[)\]]/gu, "");

/** What the heading of a column has to do with 一票否决: whether it happened (`state`), or the indicator's kind. */
function vetoHeading(path: readonly string[]): "state" | "kind" | undefined {
  if (!path.some((word) => word.includes("否决"))) return undefined;
  const heading = bareHeading(path);
  if (kindHeading.test(heading)) return "kind";
  return path.some((word) => word.includes("一票否决")) || /^(?:是否)?(?:被)?否决/u.test(heading)
    ? "state"
    : undefined;
}

/** 落实一票否决制度单位数 counts who has the rule, and is no matter of it. */
const ofTheRule =
  /一票否决(?:权|制|办法|规定|机制|工作|范围|清单|制度|责任)|^(?:落实|执行|推行|建立|完善|实行|健全|制定|修订|宣传)/u;

/** True for a row whose name says that it is a matter of 一票否决 itself. */
export function isVetoRow({ task, indicator, program = "" }: Entry): boolean {
  const isNamed = [task, indicator, program].some((one) => one.includes("一票否决"));
  return isNamed && ![task, indicator].some((one) => ofTheRule.test(one));
}

/**
 * What a row says of 一票否决 (否决事项): a column that asks whether it happened, else a row about it by its figure, which must
 * pass its ceiling, or by its words. Undefined where it says nothing.
 */
export function vetoIn(entry: Entry): Veto | undefined {
  const column = cellUnder(entry, "state");
  const text = column === undefined || isFromTheLeft(entry, column) ? "" : column.text;
  if (column && text !== "") {
    const isNamed = !isBareAnswer(text);
    const own = entry.task || entry.indicator;
    const matter = isNamed ? text : isOverRows(entry, column) ? bareHeading(column.column.path) : own;
    const answer = vetoAnswer(text);
    if (answer !== "nothing" || !isVetoRow(entry)) return { answer, matter, cell: column };
  }
  const kind = cellUnder(entry, "kind");
  const isOfKind = kind !== undefined && vetoAnswer(kind.text) === "happened";
  if (!isVetoRow(entry) && !isOfKind) return undefined;
  const found = ofRow(entry);
  return found && (found.answer !== "unclear" || isVetoRow(entry))
    ? { ...found, matter: (entry.task || entry.indicator).replace(/^一票否决(?:事项)?[：:]/, "") }
    : undefined;
}

const answerFields = ["actualCumulative", "actualPeriod", "status", "progress"] as const;
/** Longer texts tell of the work, and of much that is no answer. */
const longestAnswer = 16;

function ofRow(entry: Entry): Omit<Veto, "matter"> | undefined {
  let unclear: Omit<Veto, "matter"> | undefined;
  for (const field of answerFields) {
    const cell = entry.cells.get(field);
    if (!cell || cell.carried || cell.text === "") continue;
    const byFigure = ofFigure(entry, cell);
    if (byFigure) return { answer: byFigure, cell };
    const answer = cell.text.length > longestAnswer ? "unclear" : vetoAnswer(cell.text);
    if (answer !== "unclear") return { answer, cell };
    // 正常推进 says how far the work is, and not whether it happened.
    if (field !== "status") unclear ??= { answer, cell };
  }
  return readTarget(entry).status === "reported" ? undefined : unclear;
}

/** 10 of at most 12 is kept; without a target any that is counted in 起 or the like is too many. */
function ofFigure(entry: Entry, cell: Cell): VetoAnswer | undefined {
  const { status, amount, unit = "" } = readAmount(cell, entry);
  if (status !== "reported" || amount === undefined) return undefined;
  const target = readTarget(entry);
  const limit = target.amountMax ?? target.amount;
  if (target.status === "reported" && limit !== undefined && !isZero(limit)) {
    if (directionOf(entry, target).direction !== "down") return "nothing";
    const over = compare(amount, limit);
    return over > 0 || (over === 0 && target.bound === "lt") ? "happened" : "nothing";
  }
  if (isZero(amount)) return "nothing";
  return unit === "" || /^[起件次例人个宗项]$/u.test(unit) ? "happened" : "unclear";
}

const headed = new WeakMap<Table, ReadonlySet<"state" | "kind" | undefined>>();

/** What the headings of a table have to do with 一票否决; most tables have none. */
export function vetoHeadings(table: Table): ReadonlySet<"state" | "kind" | undefined> {
  const known = headed.get(table) ?? new Set(table.columns.map(({ path }) => vetoHeading(path)));
  headed.set(table, known);
  return known;
}

function cellUnder(entry: Entry, what: "state" | "kind"): Cell | undefined {
  if (!vetoHeadings(entry.table).has(what)) return undefined;
  return [...entry.cells.values(), ...entry.repeats].find(({ column }) => vetoHeading(column.path) === what);
}

const indexes = new WeakMap<Grid, ReturnType<typeof indexMerges>>();

function mergeOf({ table: { grid }, row }: Entry, { column }: Cell) {
  if (grid.merges.length === 0) return undefined;
  const known = indexes.get(grid) ?? indexMerges(grid);
  indexes.set(grid, known);
  return known(row, column.index);
}

/** One cell over several rows is said of each of them (同上); one that runs in from the left is of another column. */
const isOverRows = (entry: Entry, cell: Cell): boolean => {
  const merge = mergeOf(entry, cell);
  return merge !== undefined && merge.bottom > merge.top;
};
const isFromTheLeft = (entry: Entry, cell: Cell): boolean =>
  (mergeOf(entry, cell)?.left ?? cell.column.index) < cell.column.index;
