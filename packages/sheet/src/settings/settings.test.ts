import { catalog, type Finding, type FindingCode, say } from "@taizhang/finding";
import { type Grid, gridOf, layoutCell, type SheetLayout } from "@taizhang/grid";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { fields } from "../field.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { explain } from "./explain.ts";
import { readSettings } from "./read-settings.ts";
import { noSettings, type Settings } from "./settings.ts";
import { settingsLayout } from "./settings-sheet.ts";

const gridOfLayout = ({ name, rows }: SheetLayout): Grid =>
  gridOf(
    name,
    rows.map((row) => row.map((cell) => layoutCell(cell).value)),
  );

const text = fc.string({ minLength: 1, maxLength: 12 }).map((one) => one.trim() || "行");
const code = fc.constantFrom(...(Object.keys(catalog) as FindingCode[]));
const switchable = code.filter((one) => one !== "F01" && one !== "F05");
const optional = <T>(of: fc.Arbitrary<T>, key: string) =>
  fc.option(of, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const settings: fc.Arbitrary<Settings> = fc.record({
  rules: fc.array(fc.tuple(switchable, fc.boolean(), fc.constantFrom("A", "B", "C", "D"))).map((list) =>
    Object.fromEntries(
      list.flatMap(([one, off, severity]) => {
        const setting = {
          ...(off ? { off: true } : {}),
          ...(severity === catalog[one].severity ? {} : { severity }),
        };
        return Object.keys(setting).length === 0 ? [] : [[one, setting]];
      }),
    ),
  ),
  parameters: fc
    .tuple(
      optional(fc.integer({ min: 1, max: 200 }), "reasonLength"),
      optional(fc.integer({ min: 1, max: 1000 }), "weightTotal"),
      optional(fc.integer({ min: 0, max: 99 }), "rateTolerance"),
      optional(fc.constantFrom("default", "strict"), "light"),
      optional(fc.constantFrom("month", "day"), "pace"),
    )
    .map((parts) => Object.assign({}, ...parts)),
  corrections: fc.array(
    fc
      .tuple(text, fc.constantFrom(...fields), optional(text, "indicator"))
      .map(([header, field, more]) => ({ header, field, ...more })),
  ),
  explanations: fc.array(
    fc
      .tuple(
        code,
        text,
        fc.oneof(text, fc.constant("")),
        fc.constant("已与统计局核对属实"),
        optional(text, "by"),
        optional(fc.constant("2016-10-25"), "day"),
        optional(text, "sheet"),
        optional(text, "column"),
        optional(fc.constant("2016-10"), "period"),
      )
      .map(([one, row, value, reason, ...more]) => ({
        code: one,
        row,
        value,
        reason,
        ...Object.assign({}, ...more),
      })),
  ),
});

test("写出再读回，设置不变；两种语言都一样", () =>
  fc.assert(
    fc.property(settings, fc.constantFrom("zh-CN" as const, "en" as const), (given, lang) => {
      const read = readSettings([gridOfLayout(settingsLayout(given, lang))]);
      expect(read.settings).toEqual(given);
    }),
    { numRuns: 60 },
  ));

test("没有这张表，或表是空的，都按默认", () => {
  expect(readSettings([])).toEqual({ settings: noSettings, findings: [] });
  expect(readSettings([gridOf("台账设置", [])]).settings).toEqual(noSettings);
  expect(readSettings([gridOfLayout(settingsLayout(noSettings))]).settings).toEqual(noSettings);
});

describe("手工填写", () => {
  const sheet = (...rows: (string | number | null)[][]) => [gridOf("台账设置", rows)];
  test.each([
    ["编号不在目录里", [["规则"], ["编号", "启用"], ["V99", "否"]], ["code"]],
    ["级别无法识别", [["规则"], ["编号", "级别"], ["V06", "甲"]], ["severity"]],
    ["涉密标志不能停用", [["规则"], ["编号", "启用"], ["F05", "否"]], ["always"]],
    ["启用栏写了别的", [["规则"], ["启用", "编号"], ["停", "V06"]], ["onOff"]],
    ["参数写成了文字", [["参数"], ["参数", "取值"], ["说明最少字数", "六"]], ["parameter"]],
    ["亮灯标准没有这个名称", [["参数"], ["参数", "取值"], ["亮灯标准", "宽松"]], ["parameter"]],
    ["列的含义无法识别", [["列的含义"], ["列名", "含义"], ["甲", "某数"]], ["field"]],
    [
      "说明太短",
      [["说明和放行"], ["编号", "行", "当时的值", "说明"], ["V06", "a", "1.5", "属实"]],
      ["short"],
    ],
    [
      "放行没有署名",
      [
        ["说明和放行"],
        ["编号", "行", "当时的值", "说明", "填写人"],
        ["X01", "合计", "1", "已与财政局核对一致", null],
      ],
      ["nameless"],
    ],
    [
      "改为A的也要署名",
      [
        ["规则"],
        ["编号", "级别"],
        ["V04", "A"],
        ["说明和放行"],
        ["编号", "行", "当时的值", "说明", "填写人"],
        ["V04", "NG-1", "2600000", "含中央专项资金", null],
      ],
      ["nameless"],
    ],
    [
      "改为C的不要求署名",
      [
        ["规则"],
        ["编号", "级别"],
        ["T01", "C"],
        ["说明和放行"],
        ["编号", "行", "当时的值", "说明", "填写人"],
        ["T01", "NG-3", null, "上级没有下达目标", null],
      ],
      [],
    ],
    [
      "只有标点的不是说明",
      [["说明和放行"], ["编号", "行", "当时的值", "说明"], ["V06", "a", "1.5", "……。。。。！！"]],
      ["short"],
    ],
  ])("%s", (_, rows, kinds) => {
    const { findings } = readSettings(sheet(...rows), "甲.xlsx");
    expect(findings.map(({ args }) => ("kind" in args ? args.kind : ""))).toEqual(kinds);
    for (const one of findings) expect(say(one)).toMatch(/^台账设置[A-Z]\d.*。$/);
  });

  test("日期格、数字格、栏的次序", () => {
    const grid = gridOf(
      "台账设置",
      [
        ["说明和放行"],
        ["说明", "编号", "当时的值", "行", "日期"],
        ["含城区整合项目两个", "V04", 1250, "NG-1", 42668],
      ],
      { formats: [undefined, undefined, [undefined, undefined, undefined, undefined, "yyyy-mm-dd"]] },
    );
    expect(readSettings([grid]).settings.explanations).toEqual([
      { code: "V04", row: "NG-1", value: "1250", reason: "含城区整合项目两个", day: "2016-10-25" },
    ]);
  });
});

const returned = (actual: number, more: (string | number | null)[][] = []) =>
  gridOf("10月", [
    ["填报单位：区民政局", null, "报告期：2016年10月"],
    ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "权重", "牵头单位"],
    ["NG-1", "慈善救助", "万元", 300, actual, 60, "区民政局"],
    ["NG-2", "新建公厕", "座", 5, 4, 38, "区民政局"],
    ...more,
  ]);
const stateOf = (found: readonly Finding[], wanted: FindingCode) =>
  found.filter(({ code }) => code === wanted).map(({ status, severity }) => `${severity} ${status}`);
const read = (...grids: Grid[]) => recogniseWorkbook(grids, "民政局.xlsx");

describe("说明", () => {
  const readings = read(returned(2_600_000));
  const [found] = check(readings).filter(({ code }) => code === "V04");
  if (!found) throw new Error("no V04");
  const kept = explain(noSettings, found, readings, {
    reason: "含中央专项资金",
    by: "王某",
    day: "2016-10-25",
  });

  test("记下后不再计数，带着原因和署名", () => {
    const [after] = check(readings, { settings: kept }).filter(({ code }) => code === "V04");
    expect(after).toMatchObject({ status: "explained", reason: "含中央专项资金", by: "王某" });
  });
  test("值变了，说明失效；行移动了，说明还在", () => {
    expect(stateOf(check(read(returned(2_700_000)), { settings: kept }), "V04")).toEqual(["C open"]);
    const moved = returned(2_600_000);
    const rows = [...moved.rows.slice(0, 2), moved.rows[3], moved.rows[2]];
    expect(stateOf(check(read({ ...moved, rows }), { settings: kept }), "V04")).toEqual(["C explained"]);
  });
  test("写在本文件的台账设置里，检查时自己读到", () => {
    const sheet = gridOfLayout(settingsLayout(kept));
    const all = read(returned(2_600_000), sheet);
    expect(all.map(({ reason }) => reason.code)).toEqual(["targets", "settings"]);
    expect(stateOf(check(all), "V04")).toEqual(["C explained"]);
  });
  test("同一问题再说一次，后一次为准", () => {
    const again = explain(kept, found, readings, { reason: "另含省级补助资金" });
    expect(again.explanations).toHaveLength(1);
  });
  test("不足6字的不算", () => {
    const short = explain(noSettings, found, readings, { reason: "属实" });
    expect(stateOf(check(readings, { settings: short }), "V04")).toEqual(["C open"]);
    const three = { ...short, parameters: { reasonLength: 2 } };
    expect(stateOf(check(readings, { settings: three }), "V04")).toEqual(["C explained"]);
  });
});

test("A级放行须署名；D级可以忽略", () => {
  const readings = read(
    gridOf("10月", [
      ["任务名称", "计量单位", "年度目标", "累计完成", "区县"],
      ["城镇新增就业", "人", 800, 700, "东坡区"],
      ["城镇新增就业", "人", 500, 400, "彭山区"],
      ["合计", "人", 1300, 1000, ""],
    ]),
  );
  const found = check(readings);
  const [wrong] = found.filter(({ code }) => code === "X01");
  expect(wrong?.severity).toBe("A");
  if (!wrong) return;
  const nameless = explain(noSettings, wrong, readings, { reason: "已与财政局核对一致" });
  expect(stateOf(check(readings, { settings: nameless }), "X01")).toContain("A open");
  const named = explain(noSettings, wrong, readings, { reason: "已与财政局核对一致", by: "李某" });
  expect(stateOf(check(readings, { settings: named }), "X01")).toContain("A released");
});

describe("规则和参数", () => {
  const readings = read(returned(2_600_000));
  test("停用、改级", () => {
    const rules = { V04: { severity: "B" }, T06: { off: true } } as const;
    const found = check(readings, { settings: { ...noSettings, rules } });
    expect(stateOf(found, "V04")).toEqual(["B open"]);
    expect(stateOf(found, "T06")).toEqual([]);
    expect(stateOf(check(readings), "T06")).toEqual(["B open"]);
  });
  test("权重应有总分", () => {
    const settings = { ...noSettings, parameters: { weightTotal: 98 } };
    expect(stateOf(check(readings, { settings }), "T06")).toEqual([]);
  });
  test("完成率允许误差", () => {
    const rated = read(
      gridOf("10月", [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 1000, 960, 95],
        ["残疾人就业", "人", 200, 180, 90],
      ]),
    );
    expect(stateOf(check(rated), "M02")).toEqual(["B open"]);
    const settings = { ...noSettings, parameters: { rateTolerance: 1 } };
    expect(stateOf(check(rated, { settings }), "M02")).toEqual([]);
  });
  test("台账的设置管各单位的表；单位自己的说明仍算", () => {
    const ledger = recogniseWorkbook(
      [returned(0), gridOfLayout(settingsLayout({ ...noSettings, rules: { T06: { off: true } } }))],
      "台账.xlsx",
    );
    const own = gridOfLayout(settingsLayout({ ...noSettings, rules: { V04: { off: true } } }));
    const found = check(read(returned(2_600_000), own), { ledger });
    expect(stateOf(found, "T06")).toEqual([]);
    expect(stateOf(found, "V04")).toEqual(["C open"]);
  });
  test("列的更正记在台账设置里，识别时照用", () => {
    const kept = { ...noSettings, corrections: [{ header: "甲栏", field: "note" as const }] };
    const [sheet] = read(
      gridOf("10月", [
        ["任务名称", "年度目标", "累计完成", "甲栏"],
        ["新建公厕", 5, 4, "丙"],
      ]),
      gridOfLayout(settingsLayout(kept)),
    );
    expect(sheet?.tables[0]?.columns.map(({ field }) => field).at(-1)).toBe("note");
  });
});

describe("设置里说到的表要在", () => {
  const data = gridOf("10月", [
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["慈善救助", "万元", 300, 260],
    ["就业", "人", 300, 255],
  ]);
  const found = (...settings: ReturnType<typeof gridOf>[]) =>
    check(recogniseWorkbook([data, ...settings], "甲.xlsx")).flatMap(({ code, args, at: [place] }) =>
      code === "R03" && place?.kind === "cell" && "kind" in args ? [`${args.kind} ${place.ref}`] : [],
    );
  const rows = (...lines: string[][]) =>
    gridOf("台账设置", [["列的含义"], ["列名", "含义", "指标"], ...lines]);

  test.each<[string, string[], string[]]>([
    ["表里没有这些行", ["10月", "表头行", "50—60"], ["headerRows C3"]],
    ["下面没有数据", ["10月", "表头行", "3"], ["headerRows C3"]],
    ["没有这张工作表", ["没有", "表头行", "1"], ["headerRows C3"]],
    ["有这张表、这一行", ["10月", "表头行", "1"], []],
  ])("%s", (_, line, expected) => expect(found(rows(line))).toEqual(expected));

  test("第二张台账设置没有采用，要说", () => {
    expect(found(rows(), gridOf("台账设置 ", [["规则"], ["编号", "启用"], ["V04", "否"]]))).toEqual([
      "twice A1",
    ]);
  });
});
