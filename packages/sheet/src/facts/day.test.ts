import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const daysOf = (deadline: string, start = "") => {
  const table = recogniseSheet(
    gridOf("Sheet1", [
      ["2016年目标任务进度表"],
      ["填报单位：区民政局", "报告期：2016年10月"],
      ["任务名称", "计量单位", "年度目标", "累计完成", "开始时间", "完成时限"],
      ["新建养老中心", "个", 12, 8, start, deadline],
      ["新建养老站", "个", 12, 8, "", "12月底前"],
    ]),
    "a.xlsx",
  );
  const [target] = figuresOf([table]).targets;
  return [target?.start, target?.deadline];
};

test.each<[string, (string | undefined)[]]>([
  ["9月底前", [undefined, "2016-09-30"]],
  ["10月份起", ["2016-10-01", undefined]],
  ["2016年3月15日起", ["2016-03-15", undefined]],
])("完成时限写“%s”", (deadline, are) => expect(daysOf(deadline)).toEqual(are));

test("开始时间写“3月起”，就从那个月算", () =>
  expect(daysOf("12月底前", "3月起")).toEqual(["2016-03-01", "2016-12-31"]));
