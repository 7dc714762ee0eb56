import { gridOf } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { readingsOf } from "../src/state/readings.ts";
import { excelOf, paneIn } from "./excel-pane.ts";

const survey = gridOf("民生", [
  ["序号", "任务名称", "计量单位", "年度目标", "完成情况", "责任单位"],
  [1, "建公园", "个", 3, "已建成3所", "区园林局"],
  [2, "建食堂", "个", 5, 2, "区民政局"],
  [3, "建市场", "个", 6, "在建", "区商务局"],
  [4, "建站点", "个", 4, "年底前开工", "区民政局"],
  [5, "建学校", "所", 2, 1, "区教育局"],
]);

describe("拿不准的列先问", () => {
  test("完成情况里有数也有话：几种可能，自己的放在第一", async () => {
    const pane = await paneIn(excelOf([survey]));
    const columns = pane.store.get().cards[0]?.columns ?? [];
    const asked = columns.flatMap((column) => {
      const readings = readingsOf(column);
      return readings.length > 0 ? [[column.header, column.field, readings]] : [];
    });
    const own = columns.find(({ header }) => header === "完成情况");
    expect(asked).toEqual([
      ["完成情况", own?.field, expect.arrayContaining(["actualCumulative", "progress"])],
    ]);
  });

  test.each([
    ["actualCumulative", 0.99, ["12", "3"], []],
    ["actualCumulative", 0.7, ["12", "3"], ["actualCumulative", "actualPeriod", "progress"]],
    ["progress", 0.85, ["已建成3所", "2"], ["progress", "actualCumulative", "actualPeriod"]],
    ["progress", 0.85, ["已建成3所", "在建"], []],
    ["note", 0.1, ["2"], []],
    ["division", 0.7, ["某县"], []],
  ] as const)("%s %d %j", (field, confidence, samples, readings) =>
    expect(readingsOf({ field, confidence, samples })).toEqual(readings),
  );
});
