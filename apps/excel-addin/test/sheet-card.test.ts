import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { figuresOf, recogniseWorkbook, type SheetReading } from "@taizhang/sheet";
import { describe, expect, test } from "vitest";
import { lightsOf } from "../src/engine/sheet-lights.ts";
import { taskTotals } from "../src/engine/task-totals.ts";
import { exampleGrids } from "./example-workbook.ts";

const read = (file: string) => recogniseWorkbook(exampleGrids(file), file);

describe("表卡：数任务，不数行", () => {
  test.each([
    ["nanguan-2016/台账.xlsx", { tasks: 67, departments: 17 }],
    ["nanguan-2016/2016-10/民政局.xlsx", { tasks: 16, departments: 1 }],
    ["meishan-2019/returns/东坡区.xlsx", { tasks: 5, departments: 0, divisions: 1 }],
  ])("%s", (file, numbers) => {
    const readings = read(file).filter(({ tables }) => tables.length > 0);
    const [totals] = readings.map(taskTotals);
    expect(totals).toMatchObject(numbers);
    expect(rollUp(figuresOf(readings)).counts[0]?.total).toBe(numbers.tasks);
  });

  test("目标有而完成数写“—”的任务不涉及，收起的表卡与打开的说一样多", () => {
    const rows = [
      ["任务名称", "牵头单位", "计量单位", "年度目标", "累计完成"],
      ["城镇新增就业", "区人社局", "人", 8000, 6980],
      ["残疾人就业", "区残联", "人", 200, 180],
      ["农贸市场改造", "区商务局", "处", 4, "—"],
    ];
    const [reading] = recogniseWorkbook([gridOf("民生台账", rows)], "台账.xlsx") as [SheetReading];
    expect(taskTotals(reading).tasks).toBe(2);
    expect(lightsOf([reading]).total).toBe(2);
  });

  test("灯按任务数，加起来就是任务数；只分解任务的表不亮灯", () => {
    const returned = lightsOf(read("nanguan-2016/2016-10/民政局.xlsx"));
    expect(returned.reports).toBe(true);
    expect(Object.values(returned.lights).reduce((sum, count) => sum + count, 0)).toBe(16);
    expect(lightsOf(read("nanguan-2016/台账.xlsx")).reports).toBe(false);
  });
});
