import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { check, explain, noSettings, recogniseWorkbook, settingsLayout, startChecking } from "./index.ts";

// The examples of the README, run.

test("an explanation holds until a figure changes", () => {
  const readings = recogniseWorkbook(
    [
      gridOf("10月", [
        ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["NG-1", "慈善救助", "万元", 300, 2600000, "区民政局"],
      ]),
    ],
    "民政局.xlsx",
  );
  const [found] = check(readings);
  expect(found).toMatchObject({ code: "V04", severity: "C", status: "open" });
  if (!found) return;
  const settings = explain(noSettings, found, readings, {
    reason: "含中央专项资金",
    by: "王某",
    day: "2016-10-25",
  });
  expect(settings.explanations[0]).toMatchObject({
    code: "V04",
    sheet: "10月",
    row: "NG-1",
    column: "累计完成",
    value: "2600000；300；10000",
  });
  expect(check(readings, { settings })[0]?.status).toBe("explained");
  expect(settingsLayout(settings).name).toBe("台账设置");
});

test("checking while somebody types", () => {
  const rows = [
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["城镇新增就业", "人", 1300, "1255"],
  ];
  const checking = startChecking([gridOf("台账", rows)], "01.xlsx");
  const [found] = checking.findings;
  expect(found).toMatchObject({ code: "V01", at: [{ ref: "D2" }] });
  expect(checking.update(found?.fix?.edits ?? []).findings.map(({ code }) => code)).not.toContain("V01");
});
