import { finding } from "@taizhang/finding";
import { gridOf } from "@taizhang/grid";
import { recogniseWorkbook } from "@taizhang/sheet";
import { expect, test } from "vitest";
import { orgsOf } from "../src/engine/finding-orgs.ts";

const header = ["任务名称", "牵头单位", "计量单位", "年度目标", "累计完成"];
const readings = recogniseWorkbook(
  [
    gridOf("民生台账", [
      header,
      ["城镇新增就业", "区人社局", "人", 8000, 6980],
      ["再就业", "人社局", "人", 400, 313],
      ["技能培训", "区人力资源和社会保障局", "人次", 2500, 205],
      ["残疾人就业", "区人社局、区残联", "人", 200, 180],
    ]),
    gridOf("另一张", [header, ["创业担保贷款", "区人社局", "笔", 60, 50]]),
  ],
  "台账.xlsx",
);
const at = (sheet: string, ref: string) =>
  finding("V01", { text: "1", reads: "1" }, [{ kind: "cell", file: "台账.xlsx", sheet, ref }]);

test.each([
  ["民生台账", "E2", ["区人社局"]],
  ["民生台账", "E3", ["区人社局"]],
  ["民生台账", "E4", ["区人社局"]],
  ["民生台账", "E5", ["区人社局", "区残联"]],
  ["另一张", "E2", ["区人社局"]],
  ["民生台账", "A1", []],
])("同一单位在筛选里只有一个名称：%s %s", (sheet, ref, orgs) => {
  const [found = []] = orgsOf([at(sheet, ref)], readings);
  expect([...found].sort()).toEqual([...orgs].sort());
});
