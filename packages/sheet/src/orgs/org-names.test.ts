import { describe, expect, test } from "vitest";
import { orgNames, type PrintedOrg } from "./org-names.ts";

const printed = (text: string): PrintedOrg => {
  const [name = "", region] = text.split("@");
  return { name, region };
};
const shown = (ledger: string[], names: string[]) => {
  const known = orgNames(names.map(printed), ledger.map(printed), {});
  return names.map((name) => known(printed(name)).name);
};

describe("单位归并：同一单位的几种写法算一个，不同地区的同名部门不算一个", () => {
  test.each<[string, string[], string[], string[]]>([
    ["省略层级", ["民政局"], ["民政局", "区民政局", "南关区民政局"], ["民政局", "民政局", "民政局"]],
    ["全称与简称", ["人社局"], ["人社局", "区人力资源和社会保障局"], ["人社局", "人社局"]],
    ["两个县的同名部门", [], ["甲县人社局", "乙县人社局"], ["甲县人社局", "乙县人社局"]],
    ["表在不同的县", [], ["人社局@甲县", "人社局@乙县"], ["甲县人社局", "乙县人社局"]],
    [
      "表在同一个区",
      ["民政局"],
      ["民政局", "区民政局@南关区", "民政局@南关区"],
      ["民政局", "民政局", "民政局"],
    ],
    ["市局与区局", [], ["市民政局", "区民政局"], ["市民政局", "区民政局"]],
    [
      "有市局也有区局时，不带层级的不猜",
      [],
      ["市民政局", "区民政局", "民政局"],
      ["市民政局", "区民政局", "民政局"],
    ],
    [
      "区的表里写的市局还是市局",
      ["民政局@南关区"],
      ["市民政局@南关区", "民政局@南关区"],
      ["市民政局", "民政局"],
    ],
    ["城市管理局不是“城市”的管理局", [], ["城市管理局", "甲县城市管理局"], ["城市管理局", "城市管理局"]],
    ["两个县各有中心街道", [], ["中心街道@甲县", "中心街道@乙县"], ["甲县中心街道", "乙县中心街道"]],
    ["县在市的表里和自己的表里", [], ["甲县@某市", "甲县@甲县"], ["甲县", "甲县"]],
    ["地区按代码认", [], ["东坡区", "眉山市东坡区"], ["东坡区", "东坡区"]],
    ["区人民政府就是这个区", [], ["东坡区", "东坡区人民政府"], ["东坡区", "东坡区"]],
  ])("%s", (_, ledger, names, expected) => expect(shown(ledger, names)).toEqual(expected));

  test("名称的先后不改变结果", () => {
    const names = ["区民政局", "民政局", "南关区民政局", "民政局"];
    expect(new Set([...shown([], names), ...shown([], [...names].reverse())])).toEqual(new Set(["民政局"]));
  });
});
