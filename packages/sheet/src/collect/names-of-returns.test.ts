import { expect, test } from "vitest";
import { collectReturns } from "./collect-returns.ts";
import { ledgerOf, returnOf } from "./testing/returned.ts";

/** Neither its names nor its title say whose it is. */
const ledger = ledgerOf([
  ["N1", "就业", "城镇新增就业", "人", 900, "人社局"],
  ["N2", "文化", "演出", "场", 120, "文体局"],
  ["N3", "绿化", "新增绿地", "公顷", 10, "园林局"],
  ["N4", "治安", "新建警务室", "个", 5, "公安分局"],
  ["N5", "党建", "培训党员", "人次", 300, "组织部"],
  ["N6", "健康", "签约", "户", 800, "卫计局"],
]);
const rowOf = new Map(
  [
    ["人社局", ["N1", "就业", "城镇新增就业", "人", 900, 80, 700, "办招聘会"]],
    ["文体局", ["N2", "文化", "演出", "场", 120, 10, 96, "已演出"]],
    ["园林局", ["N3", "绿化", "新增绿地", "公顷", 10, 1, 5, "已种植"]],
    ["公安分局", ["N4", "治安", "新建警务室", "个", 5, 1, 2, "已选址"]],
    ["组织部", ["N5", "党建", "培训党员", "人次", 300, 30, 200, "已办班"]],
    ["卫计局", ["N6", "健康", "签约", "户", 800, 30, 200, "已签约"]],
  ].map(([org, row]) => [org as string, row as (string | number)[]]),
);
const collected = (names: readonly (readonly [org: string, printed: string])[]) =>
  collectReturns({
    ledger,
    returns: names.flatMap(([org, printed]) => returnOf(printed, [rowOf.get(org) ?? []])),
    period: "2016-10",
  });

test("台账写“文体局”，报表写全称、带区名、带“区”字、盖公章，都是同一个单位", () => {
  const { findings, register } = collected([
    ["人社局", "长春市南关区人力资源和社会保障局"],
    ["文体局", "区文体局"],
    ["园林局", "南关区园林局（公章）"],
    ["公安分局", "长春市公安局南关区分局"],
    ["组织部", "中共南关区委组织部"],
    ["卫计局", "南关区卫生和计划生育局"],
  ]);
  expect(findings).toEqual([]);
  expect(register.map(({ org, state, answered }) => `${org} ${state} ${answered}`)).toEqual(
    [...rowOf.keys()].map((org) => `${org} reported 1`),
  );
});

test("只来了一份，写明了区，也认得", () => {
  expect(collected([["文体局", "南关区文体局"]]).register[1]?.state).toBe("reported");
});

test("别的区的同名单位不是本区的单位", () => {
  const { findings, rows } = collected([
    ["人社局", "南关区人社局"],
    ["园林局", "南关区园林局"],
    ["文体局", "宽城区文体局"],
  ]);
  expect(findings.map(({ code, args }) => [code, "found" in args && args.found])).toContainEqual([
    "C06",
    "宽城区文体局",
  ]);
  expect(rows.map(({ why }) => why)).toEqual([undefined, "missing", undefined, ...Array(3).fill("missing")]);
});

test("台账写改革前的单位，承接的单位报回来：计入，并提示现名", () => {
  const { findings, register, rows } = collectReturns({
    ledger: ledgerOf([
      ["A-1", "健康", "家庭医生签约", "户", 100, "区卫计局"],
      ["A-3", "抽检", "食品抽检", "批次", 500, "区食药监局"],
    ]),
    returns: [
      ...returnOf("南关区卫生健康局", [["A-1", "健康", "家庭医生签约", "户", 100, 5, 30, "签约"]]),
      ...returnOf("南关区市场监督管理局", [["A-3", "抽检", "食品抽检", "批次", 500, 60, 160, "抽检"]]),
    ],
    period: "2016-10",
  });
  expect(findings.map(({ code, severity, args }) => [code, severity, args])).toEqual([
    ["U02", "D", { name: "区卫计局", now: ["南关区卫生健康局"], count: 1, reported: true }],
    ["U02", "D", { name: "区食药监局", now: ["南关区市场监督管理局"], count: 1, reported: true }],
  ]);
  expect(register.map(({ org, state }) => `${org} ${state}`)).toEqual([
    "区卫计局 reported",
    "区食药监局 reported",
  ]);
  expect(rows.map(({ answer }) => answer?.entry.cells.get("actualCumulative")?.value)).toEqual([30, 160]);
});
