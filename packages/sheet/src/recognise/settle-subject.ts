import type { Field } from "../field.ts";
import { become, type Draft, numeric, share } from "./column-meaning.ts";
import { measures } from "./measure-words.ts";

/** Two columns of tasks: the finer is the task; what stands before it groups, what explains it defines (任务列). */
export function settleTasks(drafts: readonly Draft[]): void {
  const tasks = drafts.filter(({ field, data }) => field === "task" && data.filled > 0);
  const [first, second] = tasks;
  if (!first || !second || tasks.length !== 2) return;
  if (first.data.filled < second.data.filled * 0.8) become(first, "program", 0.7, "besideTask");
  else if (
    share(second.data.longTexts, second.data) > share(first.data.longTexts, first.data) ||
    isDetail(second)
  )
    become(second, "definition", 0.75, "besideTask");
}

/** Different texts below words that say nothing of them. */
const isNameless = ({ heading, data }: Draft): boolean =>
  heading.field === undefined &&
  data.filled > 1 &&
  share(data.texts, data) > 0.8 &&
  data.distinct > data.filled * 0.8;

const isDetail = ({ path }: Draft): boolean => /具体|内容|要求/.test(path.at(-1)?.name ?? "");

/**
 * 工程名称, 断面名称: where nothing else is the task, the column of different names is (以名称作行). So is 重点工作, which groups
 * tasks elsewhere, where each row has its own.
 */
export function settleNames(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "task" || field === "indicator")) return;
  const has = (...fields: readonly Field[]): boolean => drafts.some(({ field }) => fields.includes(field));
  const pursued = has("lead", "owner", "leader") && has("deadline") && has("progress", "status", "stage");
  if (!has("target", "investmentPlan") && !pursued) return;
  const named = drafts.find(
    ({ field, path, data, evidence }) =>
      evidence.every(({ rule }) => rule !== "behindFigures") &&
      (field === "program" || field === "other" || field === "node") &&
      /(?:名称|工作|节点|环节|工序|步骤)$/.test(path.at(-1)?.name ?? "") &&
      data.texts > 1 &&
      data.texts === data.filled &&
      data.distinct >= data.filled * 0.9,
  );
  if (named) become(named, "task", 0.7, "names");
}

/** 目标内容 in a table that names no task and no indicator is what its rows are about (目标内容作行). */
export function settleDefinition(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "task" || field === "indicator" || field === "division")) return;
  const subject = drafts.find(
    ({ field, data }) => field === "definition" && data.texts > 1 && data.distinct >= data.filled * 0.8,
  );
  if (!subject) return;
  const counted =
    drafts.some(({ field }) => field === "unit") && drafts.some(({ field }) => field === "target");
  const works = /建设|工程|项目|改造|实施|治理|整治/.test(subject.path.at(-1)?.name ?? "");
  become(subject, counted && !works ? "indicator" : "task", 0.7, "onlyContent");
}

const pursuit: ReadonlySet<Field> = new Set<Field>([
  "lead",
  "owner",
  "leader",
  "deadline",
  "progress",
  "status",
  "stage",
  "problem",
  "nextStep",
]);

/**
 * A table must say what its rows are: the first column of different texts that nothing else names, before any column of
 * orgs (行名列). In a table that is pursued by somebody they are tasks, under 指标 or 目标 indicators; where blocks of
 * indicators follow, what has them, a place or an org.
 */
export function settleSubject(drafts: readonly Draft[], hasBlocks: boolean): void {
  const key = drafts.findIndex(({ field }) => subjects.has(field));
  if (drafts.some(({ field }) => field === "task" || field === "indicator")) return;
  // 重点目标 in words before 目标要求值: the first names what the second aims at.
  const figures = drafts.find(({ field, data }) => field === "target" && numeric(data));
  const first = drafts.find(
    (draft, at) =>
      (key < 0 || at < key || draft.field === "nextStep") &&
      ((draft.field === "other" && draft.heading.field === undefined) ||
        (draft.field === "nextStep" && !drafts.some(({ field }) => hindered.has(field))) ||
        (draft.field === "target" && figures !== undefined && draft.index < figures.index)) &&
      draft.data.filled > 1 &&
      share(draft.data.texts, draft.data) > 0.8 &&
      draft.data.distinct > draft.data.filled * 0.8,
  );
  if (!first) return;
  if (hasBlocks) {
    if (key >= 0) return;
    const { orgs, places } = first.data;
    become(first, orgs > places && share(orgs, first.data) >= 0.5 ? "lead" : "division", 0.6, "firstTexts");
    return;
  }
  const name = first.path.at(-1)?.name ?? "";
  const pursued = drafts.filter(({ field }) => pursuit.has(field)).length;
  const isTask = !/指标|目标/.test(name) && (pursued >= 2 || /名称|全称|项目|工程|任务|事项|点位/.test(name));
  become(first, isTask ? "task" : "indicator", 0.6, "firstTexts");
}

/** Beside these 举措 are what comes next; alone at the left they are what the list is about. */
const hindered: ReadonlySet<Field> = new Set<Field>(["problem", "progress"]);
const subjects: ReadonlySet<Field> = new Set<Field>(["division", "lead"]);

/** A list of what must be mended names no task: its rows are problems, or the measures against them (整改清单). */
export function settleProblems(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field === "task" || field === "indicator")) return;
  // 所在乡镇 in a list of problems only says where; with targets beside it, its rows are divisions.
  const places = drafts.some(({ field }) => field === "division");
  if (places && drafts.some(({ field, data }) => measures.has(field) && numeric(data))) return;
  const problems = drafts.filter(({ field, data }) => field === "problem" && data.texts > 1);
  const problem = problems.find(({ path }) => !/原因/.test(path.at(-1)?.name ?? "")) ?? problems[0];
  if (!problem) return;
  // 反馈问题 is what must be mended, wherever it stands; 存在问题 behind a target is what hinders it.
  const name = problem.path.at(-1)?.name ?? "";
  const has = (...fields: readonly Field[]): boolean => drafts.some(({ field }) => fields.includes(field));
  const isHandled = /交办|反馈|督[察查]|巡[察视]/.test(name) && has("lead") && has("progress", "status");
  if (!has("nextStep", "target") && !isHandled) return;
  // So does 偏差原因 behind 里程碑事件, which the rows are about.
  const behind = drafts.some(
    (draft) =>
      draft.index < problem.index &&
      (draft.field === "target" || (isNameless(draft) && draft.field === "other")),
  );
  if (behind && !/反馈|描述|清单|整改|具体|发现|查摆|排查|巡[察视]|督[察查]|交办/.test(name)) return;
  const measure = drafts.find(
    ({ field, data, index, path }) =>
      field === "nextStep" &&
      (index > problem.index || /整改/.test(path.at(-1)?.name ?? "")) &&
      data.filled > problem.data.filled,
  );
  become(measure ?? problem, "task", 0.75, "listOfProblems");
}
