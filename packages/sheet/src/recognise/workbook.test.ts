import { gridOf } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { recogniseSheet } from "./recognise.ts";
import { recogniseWorkbook } from "./workbook.ts";

const header = ["任务名称", "年度目标", "累计完成", "牵头单位"];
const rows = [header, ["修路", 10, 5, "区交通局"], ["建桥", 2, 1, "区交通局"]];

describe("谁报的、哪一期", () => {
  const about = (title: string[], sheet = "Sheet1", file = "表.xlsx") => {
    const [table] = recogniseSheet(gridOf(sheet, [title, ...rows]), file).tables;
    return [table?.org?.name, table?.period?.value];
  };

  test.each([
    [["填报单位：区交通局", "报告期：2024年5月"], "区民政局", "区财政局6月.xlsx", ["区交通局", "2024-05"]],
    [
      ["填报单位（盖章）：丰乐区交通局　　填报日期：2024年6月3日"],
      "Sheet1",
      "2024年5月.xlsx",
      ["丰乐区交通局", "2024-05"],
    ],
    [["丰乐区交通运输局2024年重点工作台账"], "5月", "表.xlsx", ["丰乐区交通运输局", "2024-05"]],
    [["2024年1—9月民生实事进度"], "民政局", "表.xlsx", ["民政局", "2024-09"]],
    [["2024年民生实事进度（截至9月25日）"], "Sheet1", "03-教育局-上报.xlsx", ["教育局", "2024-09"]],
    [["二〇二四年度重点工作"], "Sheet1", "表.xlsx", [undefined, "2024"]],
    [["眉山市2019年民生工程"], "Sheet1", "东坡区.xlsx", ["东坡区", "2019"]],
    [["眉山市2019年民生工程"], "Sheet1", "表.xlsx", ["眉山市", "2019"]],
    [["城市更新和社区建设任务"], "城乡社区", "小区改造.xlsx", [undefined, undefined]],
    [["2024年前三季度重点工作"], "Sheet1", "表.xlsx", [undefined, "2024-09"]],
    [["2024年第三季度重点工作"], "Sheet1", "表.xlsx", [undefined, "2024Q3"]],
  ] as const)("%j, sheet %s, file %s", (title, sheet, file, expected) => {
    expect(about([...title], sheet, file)).toEqual(expected);
  });

  test("a cover sheet speaks for all sheets", () => {
    const cover = gridOf("封面", [["重点工作月报"], ["填报单位", "区交通局"], ["报告期", "2024年5月"]]);
    const [, one, two] = recogniseWorkbook([cover, gridOf("任务", rows), gridOf("项目", rows)], "表.xlsx");
    for (const reading of [one, two])
      expect([reading?.tables[0]?.org?.name, reading?.tables[0]?.period?.value]).toEqual([
        "区交通局",
        "2024-05",
      ]);
    expect(one?.tables[0]?.org?.evidence.map(({ rule }) => rule)).toContain("otherSheet");
  });

  test("sheets of different departments keep their own", () => {
    const readings = recogniseWorkbook([gridOf("区教育局", rows), gridOf("区民政局", rows)], "表.xlsx");
    expect(readings.map(({ tables }) => tables[0]?.org?.name)).toEqual(["区教育局", "区民政局"]);
  });
});

describe("更正", () => {
  const grid = gridOf("表", [
    ["任务名称", "年度\n目标", "备 注"],
    ["修路", 10, "区交通局"],
    ["建桥", 2, "区交通局"],
  ]);

  test("is found again by the header's words, whatever the spaces", () => {
    const corrections = [
      { header: "备注", field: "lead" as const },
      { header: "年 度目标", field: "baseline" as const, indicator: "里程" },
    ];
    const [table] = recogniseSheet(grid, "表.xlsx", { corrections }).tables;
    expect(table).toBeUndefined(); // the only target is none any more
    const [kept] = recogniseSheet(grid, "表.xlsx", { corrections: corrections.slice(0, 1) }).tables;
    expect(kept?.columns.map(({ field }) => field)).toEqual(["task", "target", "lead"]);
    expect(kept?.columns[2]).toMatchObject({ confidence: 1, evidence: [{ rule: "corrected", saw: "备注" }] });
  });

  test("a header of another name is left alone", () => {
    const corrections = [
      { header: "说明", field: "lead" as const },
      { header: "__proto__", field: "id" as const },
    ];
    expect(recogniseSheet(grid, "表.xlsx", { corrections })).toEqual(recogniseSheet(grid, "表.xlsx"));
  });
});
