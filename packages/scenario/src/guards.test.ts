import { type CellValue, gridOf } from "@taizhang/grid";
import { collectReturns, recogniseWorkbook, type SheetReading, splitLedger } from "@taizhang/sheet";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { describe, expect, test } from "vitest";

type Rows = readonly (readonly CellValue[])[];

const period = "2016-10";
const heading = ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位", "完成时限"];
const ledgerRows: Rows = [
  heading,
  ["NG-01", "城镇新增就业", "城镇新增就业", "人", 1300, "区人社局", "2016年12月"],
  ["NG-05", "失业率控制", "失业率", "%", 4.3, "区人社局", "2016年12月"],
  ["NG-07", "技能培训", "培训人次", "人次", 500, "区人社局", "2016年12月"],
  ["NG-02", "残疾人就业", "残疾人就业", "人", 220, "区残联", "2016年12月"],
];
/** Two tasks with one number, as offices number them that count by program. */
const sharedRows: Rows = [
  heading,
  ["N1", "城镇新增就业", "城镇新增就业", "人", 1300, "区人社局", "2016年12月"],
  ["N1", "技能培训", "培训人次", "人次", 200, "区人社局", "2016年12月"],
  ["N1", "慈善救助", "慈善救助", "万元", 300, "区民政局", "2016年12月"],
];
const ledgerOf = (rows: Rows): readonly SheetReading[] =>
  recogniseWorkbook([gridOf("台账", rows)], "台账.xlsx");

/** A department's form as a mutable table of values, and how to find its columns. */
function formOf(ledger: readonly SheetReading[], org: string) {
  const file = splitLedger(ledger, { period }).files.find((one) => one.org === org);
  const sheet = readWorkbook(writeWorkbook(file?.layouts ?? []), { file: "x.xlsx" }).value?.sheets[0];
  if (!sheet) throw new Error(`${org} was sent nothing`);
  const rows = sheet.rows.map((row) => [...(row ?? [])].map((value) => value ?? null));
  const header = rows.findIndex((row) => row.includes("任务名称"));
  const column = (name: string): number => rows[header]?.indexOf(name) ?? -1;
  const rowOf = (task: string): CellValue[] => rows.find((row) => row[column("任务名称")] === task) ?? [];
  const fill = (task: string, value: CellValue) => {
    rowOf(task)[column("本年累计完成")] = value;
  };
  return { rows, column, rowOf, fill };
}

type Form = ReturnType<typeof formOf>;

const collect = (ledger: readonly SheetReading[], { rows }: Form, settings?: Rows) =>
  collectReturns({
    ledger,
    period,
    returns: recogniseWorkbook(
      [gridOf("月报表", rows), ...(settings ? [gridOf("台账设置", settings)] : [])],
      "区人社局.xlsx",
      { targetsElsewhere: true },
    ),
  });

/** What the rows of the ledger got. */
const figures = (result: ReturnType<typeof collect>) =>
  Object.fromEntries(
    result.rows.map(({ row, answer }) => [
      row.entry.task,
      answer?.entry.cells.get("actualCumulative")?.value ?? null,
    ]),
  );
/** Findings A and B with their cell; who sent nothing at all is not asked here. */
const codes = (result: ReturnType<typeof collect>) =>
  result.findings.flatMap(({ code, severity, at: [place] }) =>
    (severity === "A" || severity === "B") && place?.kind === "cell" ? [`${code} ${place.ref}`] : [],
  );

function filled(): Form {
  const form = formOf(ledgerOf(ledgerRows), "区人社局");
  form.fill("城镇新增就业", 1255);
  form.fill("失业率控制", 4.17);
  form.fill("技能培训", 450);
  return form;
}

describe("隐藏的行标识与编号、名称不符", () => {
  const hidden = ({ rowOf, column }: Form, task: string, value: CellValue) => {
    rowOf(task)[column("行标识")] = value;
  };

  test("没有动过的表，数都计入", () => {
    const result = collect(ledgerOf(ledgerRows), filled());
    expect(codes(result)).toEqual([]);
    expect(figures(result)).toMatchObject({ 城镇新增就业: 1255, 失业率控制: 4.17, 技能培训: 450 });
  });

  test("排序漏了隐藏列，两行的行标识换了：数不换到别的任务，两行都说明", () => {
    const form = filled();
    hidden(form, "城镇新增就业", "NG-07");
    hidden(form, "技能培训", "NG-01");
    const result = collect(ledgerOf(ledgerRows), form);
    expect(codes(result)).toEqual(["S09 A5", "S09 A7"]);
    expect(figures(result)).toMatchObject({ 城镇新增就业: null, 失业率控制: 4.17, 技能培训: null });
  });

  test("没有编号的台账：名称与行标识各指一行，以名称为准并说明", () => {
    const bare = ledgerRows.map((row) => row.slice(1));
    const form = formOf(ledgerOf(bare), "区人社局");
    form.fill("城镇新增就业", 1255);
    form.fill("技能培训", 450);
    const [a, b] = [form.rowOf("城镇新增就业"), form.rowOf("技能培训")];
    const at = form.column("行标识");
    [a[at], b[at]] = [b[at] ?? null, a[at] ?? null];
    const result = collect(ledgerOf(bare), form);
    expect(codes(result).filter((one) => one.startsWith("S09"))).toHaveLength(2);
    expect(figures(result)).toMatchObject({ 城镇新增就业: null, 技能培训: null });
  });

  test("行标识改成谁也不认识的，按编号计入", () => {
    const form = filled();
    hidden(form, "城镇新增就业", "没有这一行");
    expect(figures(collect(ledgerOf(ledgerRows), form))).toMatchObject({ 城镇新增就业: 1255 });
  });
});

test("几项任务同一个编号，台账下发后又重新排序：各收各的数", () => {
  const form = formOf(ledgerOf(sharedRows), "区人社局");
  form.fill("城镇新增就业", 1255);
  form.fill("技能培训", 190);
  const [head, ...rows] = sharedRows;
  const sorted = ledgerOf([head ?? [], ...rows.reverse()]);
  const result = collect(sorted, form);
  expect(codes(result)).toEqual([]);
  expect(figures(result)).toEqual({ 慈善救助: null, 技能培训: 190, 城镇新增就业: 1255 });
});

describe("下发栏目被改动", () => {
  test.each<[name: string, column: string, value: CellValue, found: string]>([
    ["任务名称换了", "任务名称", "完全不同的任务", "C07 C5"],
    ["目标删了", "年度目标", null, "C07 F5"],
    ["目标改小", "年度目标", 1200, "T08 F5"],
    ["单位换成万人", "计量单位", "万人", "T08 E5"],
  ])("%s", (_, column, value, found) => {
    const form = filled();
    form.rowOf("城镇新增就业")[form.column(column)] = value;
    expect(codes(collect(ledgerOf(ledgerRows), form))).toContain(found);
  });

  test("目标改小：数照计，合并表说明按台账的目标", () => {
    const form = filled();
    form.rowOf("城镇新增就业")[form.column("年度目标")] = 1200;
    const { rows } = collect(ledgerOf(ledgerRows), form);
    expect(rows.find(({ row }) => row.entry.task === "城镇新增就业")?.changed).toBe(true);
  });

  test.each<[name: string, settings: Rows]>([
    [
      "自己把规则停用",
      [
        ["规则", "启用"],
        ["T08", "否"],
        ["C07", "否"],
      ],
    ],
    [
      "自己放行",
      [
        ["规则", "行", "值", "说明", "说明人"],
        ["T08", "NG-01", "1200；1300", "经本单位会议研究决定调整", "张三"],
      ],
    ],
  ])("报表自带的台账设置不算：%s", (_, settings) => {
    const form = filled();
    form.rowOf("城镇新增就业")[form.column("年度目标")] = 1200;
    expect(codes(collect(ledgerOf(ledgerRows), form, settings))).toContain("T08 F5");
  });
});
