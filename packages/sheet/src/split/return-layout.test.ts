import { gridOf, layoutCell } from "@taizhang/grid";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { splitLedger } from "./split-ledger.ts";

const ledger = [
  recogniseSheet(
    gridOf(
      "任务分解表",
      [
        ["台账编号", "任务名称", "计量单位", "年度目标", "完成时限", "牵头单位"],
        ["N1", "养老参保率", "%", 0.953, "2016年12月", "区人社局"],
        ["N2", "城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
        ["N3", "医疗参保率", "", 0.9, "2016年12月", "区人社局"],
      ],
      {
        formats: ["", "0.0%", "", "0%"].map((format) =>
          Array.from({ length: 4 }, (_, at) => (at === 3 && format ? format : undefined)),
        ),
      },
    ),
    "台账.xlsx",
  ),
];

/** The slip's cells of one row by heading, as it is sent out. */
function slipRow(task: string) {
  const layout = splitLedger(ledger, { period: "2016-10" }).files[0]?.layouts[0];
  const header = layout?.rows[3]?.map((cell) => layoutCell(cell).value) ?? [];
  const row = layout?.rows.find((cells) => cells.some((cell) => layoutCell(cell).value === task)) ?? [];
  return (heading: string) => layoutCell(row[header.indexOf(heading)] ?? null);
}

test("以%计的目标印成95.3，旁边填96，公式得100.7而不是10073.5", () => {
  const cell = slipRow("养老参保率");
  expect(cell("年度目标")).toMatchObject({ value: 95.3, format: "0.0" });
  expect(cell("指标完成率（%）").formula).toContain("*100,1)");
});

test("目标显示成百分比而没有写计量单位的，不替人算完成率：填96还是0.96说不清", () => {
  const cell = slipRow("医疗参保率");
  expect(cell("年度目标")).toMatchObject({ value: 0.9, format: "0%" });
  expect(cell("指标完成率（%）").formula).toBeUndefined();
});

test("率的同比是百分点之差，数量的同比是增长百分之几", () => {
  expect(slipRow("养老参保率")("同比（%）")).toMatchObject({ format: '0.0#"个百分点"' });
  expect(slipRow("养老参保率")("同比（%）").formula).not.toContain("/");
  expect(slipRow("城镇新增就业")("同比（%）").formula).toContain("*100,1)");
});

test("换成95.3的目标与台账的95.3%是同一个数，不算改动", () => {
  const [file] = splitLedger(ledger, { period: "2016-10" }).files;
  const layout = file?.layouts[0];
  const rows = layout?.rows.map((row) => row.map((cell) => layoutCell(cell).value)) ?? [];
  const formats = layout?.rows.map((row) => row.map((cell) => layoutCell(cell).format)) ?? [];
  const slip = recogniseSheet(gridOf("月报表", rows, { formats }), "区人社局.xlsx");
  expect(slip.tables).toHaveLength(1);
  expect(check([slip], { ledger, period: "2016-10" }).filter(({ code }) => code === "T08")).toEqual([]);
});

const sentTo = (rows: readonly (readonly (string | number)[])[]) => {
  const grid = gridOf("任务分解表", [
    ["台账编号", "任务名称", "计量单位", "年度目标", "完成时限", "责任单位"],
    ["N1", "城镇新增就业", "人", 1300, "2016年12月", "区人社局"],
    ...rows,
  ]);
  const { files } = splitLedger([recogniseSheet(grid, "台账.xlsx")], { period: "2016-10" });
  const layouts = files.at(-1)?.layouts ?? [];
  const [form = [], help = []] = layouts.map((layout) =>
    layout.rows.map((row) => row.map((cell) => layoutCell(cell).value)),
  );
  return { form, help: help.flat().join("\n") };
};

test("没有上月累计可填的，由单位自己填，说明里也这样写", () => {
  const { form, help } = sentTo([["N2", "养老床位", "张", 100, "2016年12月", "区民政局"]]);
  expect(form[3]).toContain("上月累计");
  expect(help).toContain("从1月1日到上月末的累计数");
  expect(help).not.toContain("上月核定的累计数，下发时已填");
});

test("一个项目的两个节点各有名称和时限，不是同一行列了两遍", () => {
  const project = [
    recogniseSheet(
      gridOf("任务分解表", [
        ["台账编号", "任务名称", "任务类型", "形象进度节点", "完成时限", "牵头单位"],
        ["N1", "雨污分流", "项目", "开工", "2016年4月底", "区住建局"],
        ["N2", "雨污分流", "项目", "竣工", "2016年10月底", "区住建局"],
      ]),
      "台账.xlsx",
    ),
  ];
  const layout = splitLedger(project, { period: "2016-09" }).files[0]?.layouts[0];
  const rows = layout?.rows.map((row) => row.map((cell) => layoutCell(cell).value)) ?? [];
  expect(rows.slice(4, 6).map((row) => row[3])).toEqual(["开工（2016年4月底）", "竣工（2016年10月底）"]);
  const slip = recogniseSheet(gridOf("月报表", rows), "区住建局.xlsx");
  expect(check([slip], { ledger: project, period: "2016-09" }).filter(({ code }) => code === "S07")).toEqual(
    [],
  );
});

test.each([
  ["文字", "2016年3月24日", "0431-85281234"],
  ["真日期", 42453, "0431-85281234"],
  ["数字的电话", "2016年3月24日", 85281234],
  ["日期和电话都是数", 42453, 85281234],
])("表尾的报出日期和联系电话怎么填都不是一行任务：%s", (_, day, phone) => {
  const layout = splitLedger(ledger, { period: "2016-10" }).files[0]?.layouts[0];
  const rows = layout?.rows.map((row) => row.map((cell) => layoutCell(cell).value)) ?? [];
  const foot = rows.findIndex((row) => row.includes("报出日期："));
  const filled = rows.map((row, at) =>
    at === foot
      ? row.map((value, column) => {
          const label = row[column - 1];
          if (label === "报出日期：") return day;
          if (label === "联系电话：") return phone;
          return typeof label === "string" && label.endsWith("：") ? "张三" : value;
        })
      : row,
  );
  const [table] = recogniseSheet(gridOf("月报表", filled), "区人社局.xlsx").tables;
  expect(foot).toBeGreaterThan(0);
  expect(table?.rows.filter(({ kind }) => kind === "data").map(({ row }) => row)).toEqual([4, 5, 6]);
});

test.each([
  ["2016-04", ["2016-01", "2016-03", "2016-02"], 300],
  ["2016-04", ["2016-01"], null],
  ["2017-01", ["2016-12"], null],
  ["2016-04", ["2016-05", "2016-03"], 300],
  [undefined, ["2016-01", "2016-03"], 300],
])("%s的上月累计取紧接着的上一期，给出的是%j", (period, months, expected) => {
  const last = months.map((month) =>
    recogniseSheet(
      gridOf("月报表", [
        [`${month.slice(0, 4)}年${Number(month.slice(5))}月进展情况月报表`],
        ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成"],
        ["N2", "城镇新增就业", "人", 1300, Number(month.slice(5)) * 100],
      ]),
      `${month}.xlsx`,
    ),
  );
  const layout = splitLedger(ledger, { ...(period ? { period } : {}), last }).files[0]?.layouts[0];
  const header = layout?.rows[3]?.map((cell) => layoutCell(cell).value) ?? [];
  const row = layout?.rows.find((cells) => cells.some((cell) => layoutCell(cell).value === "城镇新增就业"));
  expect(layoutCell(row?.[header.indexOf("上月累计")] ?? null).value).toBe(expected);
});
