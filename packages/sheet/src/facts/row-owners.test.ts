import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { ledgerOf, returnOf } from "../collect/testing/returned.ts";
import { figuresOf } from "./figures.ts";

const ledger = ledgerOf([
  ["K-1", "应急药箱", "新配药箱", "个", 57, "红十字会"],
  ["K-2", "临时救助", "救助人次", "人次", 900, "民政局"],
]);
const boxes = (target: number | null, actual: number) => [
  "K-1",
  "应急药箱",
  "新配药箱",
  "个",
  target,
  null,
  actual,
  null,
];
const aid = ["K-2", "临时救助", "救助人次", "人次", 900, null, 300, null];

const said = (...returns: ReturnType<typeof returnOf>[]) =>
  rollUp(figuresOf(returns.flat(), { ledger })).cells.map(
    ({ indicator, target, actual, reported, expected, missing }) =>
      [indicator, target, actual, `${reported}/${expected}`, ...missing].join(" "),
  );
const aided = "救助人次 900 300 1/1";

test("民政局的表里多了红十字会的行：红十字会没有报的仍是未报，目标不重复计", () => {
  const civil = returnOf("民政局", [aid, boxes(57, 25)]);
  expect(said(civil)).toEqual(["新配药箱 57  0/1 红十字会", aided]);
  expect(said(civil, returnOf("红十字会", [boxes(57, 30)]))).toEqual(["新配药箱 57 30 1/1", aided]);
});

test("填报单位不在台账里，编号、目标都是红十字会的：是红十字会的行", () => {
  const civil = returnOf("民政局", [aid]);
  expect(said(civil, returnOf("八、医疗卫生", [boxes(57, 30)]))).toEqual(["新配药箱 57 30 1/1", aided]);
});

test("下级单位报的是自己的一份：台账的目标不变，不知道是谁的，都不计", () => {
  const school = (name: string, target: number) => returnOf(name, [boxes(target, 3)]);
  expect(said(school("第一中学", 5), school("第二中学", 6))[0]).toBe("新配药箱 57  0/1 红十字会");
  expect(said(school("第一中学", 5))[0]).toBe("新配药箱 57  0/1 红十字会");
});

test("共同任务只有第二家报了，别家表里多出来的一行不顶第一家的数", () => {
  const joint = ledgerOf([
    ["K-1", "应急药箱", "新配药箱", "个", 57, "红十字会、残联"],
    ["K-2", "临时救助", "救助人次", "人次", 900, "民政局"],
  ]);
  const returns = [returnOf("残联", [boxes(57, 20)]), returnOf("民政局", [aid, boxes(57, 25)])].flat();
  const [cell] = rollUp(figuresOf(returns, { ledger: joint })).cells;
  expect([cell?.target, cell?.actual, cell?.reported, cell?.expected, cell?.missing]).toEqual([
    "57",
    null,
    0,
    1,
    ["红十字会"],
  ]);
});
