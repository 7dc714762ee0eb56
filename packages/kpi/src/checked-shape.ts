import type { Dimensions } from "./dimensions.ts";
import type { Figures, ObservationFact, TargetFact, TaskFact } from "./facts.ts";

const lists = ["tasks", "targets", "observations"] as const;

/**
 * Refuses figures without one of their three lists (数据清单检查): a RangeError that says which, and what to write. Typed code
 * has them all; JSON may not.
 */
export function checkLists(figures: Figures): void {
  for (const list of lists)
    if (!Array.isArray(figures[list]))
      throw new RangeError(
        `figures: ${list} ${figures[list] === undefined ? "is missing" : "is no list"}: write ${list}: [] where there are none`,
      );
}

/**
 * Refuses a target or an observation that lacks what every figure has (数据项检查): a RangeError that names its place in the
 * list, the field and what to write.
 */
export function checkFigure(list: string, at: number, fact: TargetFact | ObservationFact): void {
  const { indicator, org, unit, power, dims } = fact;
  const place = `${list}[${at}]`;
  if (typeof indicator?.name !== "string" || typeof indicator.key !== "string")
    throw lacking(place, "indicator", "give what inferIndicator(name, unit) of @taizhang/model gives");
  const named = `${place} (${indicator.name}, ${org})`;
  if (typeof org !== "string") throw lacking(named, "org", "name the org whose figure it is");
  if (typeof unit !== "string") throw lacking(named, "unit", 'write "" where none is known');
  if (typeof power !== "number") throw lacking(named, "power", "write 0, or 4 where the unit is 万");
  checkDims(named, dims);
  if (list === "observations" && typeof (fact as ObservationFact).value !== "object")
    throw lacking(named, "value", 'write { status: "missing" } for a blank');
}

/** The same of a task. */
export function checkTaskShape(at: number, { id, title, org, dims }: TaskFact): void {
  const named = `tasks[${at}] (${title})`;
  if (typeof id !== "string") throw lacking(named, "id", "give the number of the task, or its title");
  if (typeof title !== "string") throw lacking(named, "title", "give the text of the task");
  if (typeof org !== "string") throw lacking(named, "org", "name the org that answers for it");
  checkDims(named, dims);
}

function checkDims(named: string, dims: Dimensions): void {
  if (typeof dims !== "object" || dims === null)
    throw lacking(named, "dims", "write dims: {} where it is listed under nothing");
  for (const name in dims)
    if (dims[name] !== undefined && !Array.isArray(dims[name]))
      throw new RangeError(
        `${named}: dims.${name} is no list: write ${name}: [{ name: ${JSON.stringify(dims[name])} }]`,
      );
}

const lacking = (named: string, field: string, remedy: string): RangeError =>
  new RangeError(`${named}: ${field} is missing: ${remedy}`);
