import { type Decimal, decimal, divide } from "@taizhang/quantity";
import type { TaskCounts } from "./roll-up-cell.ts";

/**
 * 已完成 over 任务总数, as a ratio with 6 places; undefined where no task is counted (任务完成率). 暂缓 and 调出 are not in the total.
 * @example taskCompletion({ done: 3, total: 4 }) // "0.75"
 */
export const taskCompletion = ({ done, total }: Pick<TaskCounts, "done" | "total">): Decimal | undefined =>
  divide(decimal(String(done)), decimal(String(total)), 6);
