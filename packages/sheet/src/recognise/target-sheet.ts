import type { Field } from "../field.ts";
import type { Column, ReasonCode, Table, TableRow } from "../table.ts";
import type { Draft } from "./column-meaning.ts";
import { isListWord } from "./header-words.ts";
import { fold } from "./heading.ts";
import { callsForDeeds } from "./plain-header.ts";

const stateWords =
  /^(?:任务总数|应推进任务数|任务数|正常推进|滞后|未到节点|未报|其中:逾期|逾期|绿灯|黄灯|红灯|已完成)(?:\(.{1,4}\)|数|项数)?$/;

const peopleFields: ReadonlySet<Field> = new Set<Field>(["leader", "owner", "contact"]);
const reached = /职务|职位|职级|电话|手机|邮箱|微信|传真|座机|号码/;
/** What a list of tasks says of them when somebody is to carry them out. */
const pursuits: readonly Field[] = [
  "deadline",
  "acceptance",
  "progress",
  "status",
  "nextStep",
  "problem",
  "definition",
  "weight",
  "stage",
  "support",
];

/** A table as unlikely as this is none, whatever its columns; one as likely as that is one, though no column names a target. */
const least = 0.02;
/** So few columns tell too little. */
const few = 3;
const enough = 0.6;

/** Why a table is, or is not, one of targets (是否目标表). */
export function judge(
  columns: readonly Column[],
  drafts: readonly Draft[],
  rows: readonly TableRow[],
  shape: Table["shape"],
  targetsElsewhere: boolean,
  title: string | undefined,
  likelihood: number,
): ReasonCode {
  if (countsStates(columns)) return "noTargetColumn";
  const code = judgeByFields(columns, drafts, rows, shape, targetsElsewhere, title);
  if (code === "targets")
    return title !== undefined &&
      !callsForDeeds(title) &&
      likelihood < least &&
      columns.length > few &&
      !columns.some(isCalledTarget)
      ? "noTargetColumn"
      : code;
  const isRefused = code === "noTargetColumn" || code === "list";
  return isRefused && likelihood > enough && !isStatistic(columns) && holdsRows(columns, drafts, rows, shape)
    ? "targets"
    : code;
}

const compared: ReadonlySet<Field> = new Set<Field>(["yearOnYear", "actualLastYear"]);
const done: ReadonlySet<Field> = new Set<Field>(["actualPeriod", "actualCumulative"]);
const inStatistics: ReadonlySet<Field> = new Set<Field>([
  ...compared,
  ...done,
  "id",
  "seq",
  "program",
  "indicator",
  "division",
  "unit",
  "definition",
  "reporter",
  "note",
  "other",
]);

/**
 * 主要经济指标快报: what there was, compared with last year, and nothing of what was to be reached or who was to do it. With the
 * targets in a ledger such a table is a return; by itself it is none, however likely its words make it (统计快报).
 */
const isStatistic = (columns: readonly Column[]): boolean =>
  columns.every(({ field }) => inStatistics.has(field)) &&
  columns.some(({ field }) => compared.has(field)) &&
  columns.some(({ field }) => done.has(field));

/** A heading that is a listed word for what is aimed at. */
const isCalledTarget = ({ field, confidence, evidence }: Column): boolean =>
  ["target", "stretch", "node", "investmentPlan"].includes(field) &&
  confidence >= 0.95 &&
  evidence.some(({ rule }) => rule === "word");

/** 汇总表 and 排名表 count tasks by their state: they are results, and must not enter totals again. */
const countsStates = (columns: readonly Column[]): boolean =>
  new Set(columns.map(({ path }) => fold(path.at(-1) ?? "")).filter((word) => stateWords.test(word))).size >=
  3;

/** Rows that something names, and three columns at least that hold something. */
function holdsRows(
  columns: readonly Column[],
  drafts: readonly Draft[],
  rows: readonly TableRow[],
  shape: Table["shape"],
): boolean {
  const named = columns.some(
    ({ field, evidence }) =>
      keys.has(field) && (shape === "crossTab" || evidence.every(({ rule }) => rule !== "firstTexts")),
  );
  const filled = drafts.filter(({ data }) => data.filled > 0).length;
  return named && filled >= 3 && rows.some(({ kind }) => kind === "data");
}

const keys: ReadonlySet<Field> = new Set<Field>([
  "task",
  "indicator",
  "division",
  "program",
  "lead",
  "support",
  "reporter",
  "owner",
]);

function judgeByFields(
  columns: readonly Column[],
  drafts: readonly Draft[],
  rows: readonly TableRow[],
  shape: Table["shape"],
  targetsElsewhere: boolean,
  title: string | undefined,
): ReasonCode {
  const has = (...fields: readonly Field[]): boolean => columns.some(({ field }) => fields.includes(field));
  /** As `has`, for columns whose heading is none of a list: 是否收费 is no state of a task. */
  const pursues = (...fields: readonly Field[]): boolean =>
    columns.some(({ field, path }) => fields.includes(field) && !isListWord(fold(path.at(-1) ?? "")));
  const filled = (...fields: readonly Field[]): boolean =>
    drafts.some(({ field, data }) => fields.includes(field) && data.filled > 0);
  /** Rows named by their words, and not as the first texts of a list of any kind. */
  const named = columns.some(
    ({ field, evidence }) =>
      (field === "task" || field === "indicator") && evidence.every(({ rule }) => rule !== "firstTexts"),
  );
  const key = shape === "crossTab" || has("task", "indicator", "division", "program", "lead");
  const targets = has("target", "stretch", "node", "investmentPlan");
  const qualitative =
    named &&
    has("lead", "owner", "leader", "support") &&
    has("deadline", "acceptance", "progress", "status", "nextStep");
  // Under a title of tasks the rows need no name that we know: who, what and by when are enough.
  const asked =
    callsForDeeds(title) &&
    has("task", "indicator") &&
    has("lead", "owner", "leader") &&
    has("deadline") &&
    drafts.every(({ path }) => !path.some(({ name }) => isListWord(name)));
  // 任务分工表: who does what, without a date.
  const shared =
    columns.some(({ field, path }) => field === "task" && /任务|实事|要点|事项/.test(path.at(-1) ?? "")) &&
    has("lead") &&
    has("support", "leader", "definition");
  // The first texts of a block of money in a form are no indicator.
  const weighted =
    has("weight") &&
    has("indicator") &&
    (named || (callsForDeeds(title) && has("acceptance", "score", "reporter") && !has("funding")));
  // A return that repeats the ledger's rows without their targets.
  const answering =
    targetsElsewhere && has("id", "task", "indicator") && has("actualCumulative", "actualPeriod");
  const listWords = drafts.filter(({ path }) => path.some(({ name }) => isListWord(name))).length;
  if (listWords >= 2 && shape === "long" && !named && !has("division", "program")) return "list";
  // 权责清单: who may do what under which law, in how many days. It has a 事项 and a 时限 but nothing that is pursued.
  if (listWords >= 3 && !targets && !pursues("progress", "status", "nextStep", "acceptance")) return "list";
  // 联络员名单: beside the tasks nothing but people, and how they are reached.
  const people = columns.filter(
    ({ field, path }) =>
      peopleFields.has(field) || (field === "other" && reached.test(fold(path.at(-1) ?? ""))),
  );
  if (people.length >= 3 && !targets && !has(...pursuits)) return "list";
  if (!key || (!targets && !qualitative && !asked && !shared && !weighted && !answering))
    return listWords >= 2 ? "list" : "noTargetColumn";
  if (!rows.some(({ kind }) => kind === "data" || kind === "total")) return "noData";
  const numbers =
    filled("target", "stretch", "node", "investmentPlan") ||
    // Who has no target may report all the same.
    (targets && filled("actualCumulative", "actualPeriod", "investmentActual")) ||
    // A form of the ledger's rows that came back blank is a return as well: nothing in it was reported.
    (answering && filled("actualCumulative", "actualPeriod", "id"));
  const words =
    filled("task", "indicator", "program") &&
    filled("lead", "owner", "deadline", "acceptance", "progress", "weight", "support", "leader");
  return numbers || words ? "targets" : "noData";
}
