import { worstLight } from "./light.ts";
import { type TargetState, type TaskState, worse } from "./task-state.ts";

/**
 * A project's state beside its money (项目投资与状态): it lights by the worse of stage and money, so money that lags makes
 * it 滞后 whatever its text says, and money in time is a light where nothing else gives one. Money never finishes a
 * project, nor undoes what is finished. The domain page §3.
 */
export function besideMoney(state: TaskState, money: readonly TargetState[]): TaskState {
  if (state.state === "done" || state.state === "gone" || state.state === "unreported") return state;
  const light = worstLight(money.flatMap((one) => one.light ?? []));
  if (light === "red" || light === "yellow")
    return worse(state, { state: "behind", overdue: false, light, reason: "targets" });
  return light === "green" && state.light === undefined && state.state === "onTrack"
    ? { ...state, light }
    : state;
}
