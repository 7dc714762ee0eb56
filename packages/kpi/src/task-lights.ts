import { checkAsked } from "./checked-dates.ts";
import type { Figures } from "./facts.ts";
import { latestPeriod } from "./reported-periods.ts";
import type { RollUpOptions, TaskLights } from "./roll-up-cell.ts";
import { judgeTasks } from "./round.ts";
import { seriesOf } from "./series.ts";
import { eachOnce } from "./task-counts.ts";
import { dutiesOf } from "./task-duty.ts";

/**
 * How many tasks show which light, each task once with the worst of its targets: they add up to the total of the
 * counts (任务亮灯统计). The domain page §3. An unknown preset throws.
 * @example taskLights(figures, { period: "2016-10" }).lights.green // 50
 */
export function taskLights(figures: Figures, options: Omit<RollUpOptions, "by"> = {}): TaskLights {
  checkAsked(options);
  const main = options.period ?? latestPeriod(figures);
  const duties = dutiesOf(figures.tasks, main, {
    main,
    ...(options.today ? { today: options.today } : {}),
    ...(options.returns ? { returns: options.returns } : {}),
    judge: judgeTasks(seriesOf(figures), main, options),
  });
  const lights: Record<string, number> = {};
  let [total, done] = [0, 0];
  for (const { state } of eachOnce(duties)) {
    total++;
    if (state.state === "done") done++;
    const light = state.light ?? "none";
    lights[light] = (lights[light] ?? 0) + 1;
  }
  return { total, done, lights };
}
