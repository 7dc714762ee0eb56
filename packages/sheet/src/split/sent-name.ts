import type { Entry } from "../entry.ts";

/**
 * What is sent out under 指标名称 (下发的指标名称): the indicator; of a project's stage, which has none, the stage and its day:
 * without them two stages of one project would be one row twice.
 *
 * @example
 * sentName(entry) // "竣工（2016-10-31）"
 */
export function sentName({ task, indicator, cells }: Entry): string {
  const cell = cells.get("stage");
  const stage = cell?.text ?? "";
  // 形象进度 alone tells how far the work is, and names no stage.
  if (indicator !== task || stage === "" || !/节点/.test(cell?.column.path.at(-1) ?? "")) return indicator;
  const due = (cells.get("deadline") ?? cells.get("start"))?.text ?? "";
  return due === "" ? stage : `${stage}（${due}）`;
}
