import { expect, test } from "vitest";
import type { Light } from "./light.ts";
import { besideMoney } from "./project-money.ts";
import type { State, TaskState } from "./task-state.ts";

// "A project lights by the worse of stage and money": domain page §3.

const stateOf = (state: State, light?: Light): TaskState => ({
  state,
  overdue: false,
  reason: "stages",
  ...(light ? { light } : {}),
});
const behind = (light: Light) => ({ state: "behind", light });

test.each<[string, TaskState, readonly (Light | undefined)[], object]>([
  [
    "投资滞后的，任务滞后",
    stateOf("onTrack", "green"),
    ["yellow"],
    { ...behind("yellow"), reason: "targets" },
  ],
  ["投资红灯的，也是", stateOf("onTrack"), ["red"], { ...behind("red"), reason: "targets", overdue: false }],
  ["几笔投资取最差的", stateOf("onTrack", "green"), ["green", "red", "yellow"], behind("red")],
  [
    "节点比投资更差的，以节点为准",
    stateOf("behind", "red"),
    ["yellow"],
    { ...behind("red"), reason: "stages" },
  ],
  ["节点滞后、投资更差的，取更差的灯", stateOf("behind", "yellow"), ["red"], behind("red")],
  ["还没到节点、投资已滞后的，滞后", stateOf("notDue"), ["red"], behind("red")],
  [
    "投资按期、别的没有灯的，绿灯",
    stateOf("onTrack"),
    ["green"],
    { state: "onTrack", light: "green", reason: "stages" },
  ],
  ["投资按期，不改别的灯", stateOf("onTrack", "yellow"), ["green"], { state: "onTrack", light: "yellow" }],
  ["投资按期，不使未到节点的亮灯", stateOf("notDue"), ["green"], { state: "notDue", light: undefined }],
  ["投资没有灯的，不改", stateOf("onTrack"), [undefined], { state: "onTrack", light: undefined }],
  ["投资未报的，不改", stateOf("onTrack", "green"), ["unreported"], { state: "onTrack", light: "green" }],
  ["没有投资的，不改", stateOf("onTrack"), [], { state: "onTrack", light: undefined }],
  ["已完成的，投资不改它", stateOf("done", "green"), ["red"], { state: "done", light: "green" }],
  ["不计的，也不改", stateOf("gone"), ["red"], { state: "gone", light: undefined }],
  [
    "未报的，也不改",
    stateOf("unreported", "unreported"),
    ["red"],
    { state: "unreported", light: "unreported" },
  ],
])("%s", (_, state, lights, is) => {
  const money = lights.map((light) => ({ light, done: false }));
  const { light, ...rest } = besideMoney(state, money);
  expect({ light, ...rest }).toMatchObject(is);
});
