import { type Grid, gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { cancelCheck, checkWorkbook } from "../src/acts/check/check.ts";
import { showLights } from "../src/acts/check/lights.ts";
import { recheck, recheckCells } from "../src/acts/check/recheck.ts";
import { follow } from "../src/acts/follow/follow.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { sameThreadEngine } from "../src/engine/same-thread.ts";
import { excelOf, paneIn } from "./excel-pane.ts";

const header = ["任务名称", "牵头单位", "计量单位", "年度目标", "累计完成"];
const tasks = (name: string, count: number): Grid =>
  gridOf(name, [
    header,
    ...Array.from({ length: count }, (_, index) => [`任务${index + 1}`, "区教育局", "个", 10, index]),
  ]);
const two = [tasks("民生台账", 3), tasks("市直部门", 2)];

const counted = (pane: Pane) => pane.store.get().cards.map((card) => `${card.sheet} ${card.tasks}`);
const becomes = (pane: Pane, counts: readonly string[]) =>
  expect.poll(() => counted(pane), { timeout: 5000 }).toEqual(counts);

test("打开就数，每张表都有", async () => {
  const pane = await paneIn(excelOf(two));
  await becomes(pane, ["民生台账 3", "市直部门 2"]);
});

test("改动之后、加表之后、换表之后都还在，而且是新的", async () => {
  const excel = excelOf(two);
  const pane = await paneIn(excel);
  await becomes(pane, ["民生台账 3", "市直部门 2"]);
  excel.user.type("民生台账", "A5:E5", [["任务4", "区教育局", "个", 10, 4]]);
  await recheckCells(pane, [{ sheet: "民生台账", ref: "A5:E5" }]);
  expect(counted(pane)).toEqual(["民生台账 4", "市直部门 2"]);
  await follow(pane);
  excel.user.activate("市直部门");
  await becomes(pane, ["民生台账 4", "市直部门 2"]);
  await expect.poll(() => pane.store.get().lights?.total).toBe(2);
  excel.user.addSheet("新表");
  excel.user.type("新表", "A1:E2", [header, ["任务1", "区教育局", "个", 10, 1]]);
  await recheck(pane, ["新表"]);
  await becomes(pane, ["民生台账 4", "市直部门 2", "新表 1"]);
});

test("数的时候又改了：数完的是改后的", async () => {
  const excel = excelOf(two);
  const pane = await paneIn(excel);
  excel.user.type("民生台账", "A5:E5", [["任务4", "区教育局", "个", 10, 4]]);
  await recheckCells(pane, [{ sheet: "民生台账", ref: "A5:E5" }]);
  await becomes(pane, ["民生台账 4", "市直部门 2"]);
});

test("取消检查：查完的表有数", async () => {
  const excel = excelOf(Array.from({ length: 12 }, (_, index) => tasks(`表${index + 1}`, 2)));
  const pane = await paneIn(excel);
  const checking = checkWorkbook(pane);
  await cancelCheck(pane);
  await checking;
  await expect.poll(() => counted(pane).every((one) => one.endsWith(" 2"))).toBe(true);
});

test("数任务的那一部分没有来：检查结果都在，换表时再数", async () => {
  const excel = excelOf(two);
  let fails = true;
  const engine = sameThreadEngine();
  const call: typeof engine.call = (name, ask, options) =>
    fails && (name === "counts" || name === "lights")
      ? Promise.reject(new Error("not come"))
      : engine.call(name, ask, options);
  const pane: Pane = { ...(await paneIn(excel)), engine: { ...engine, call } };
  expect(await checkWorkbook(pane)).toBe(true);
  await showLights(pane);
  expect(counted(pane)).toEqual(["民生台账 undefined", "市直部门 undefined"]);
  fails = false;
  await showLights(pane);
  await becomes(pane, ["民生台账 3", "市直部门 2"]);
});
