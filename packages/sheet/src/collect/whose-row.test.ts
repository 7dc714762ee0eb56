import type { Finding } from "@taizhang/finding";
import { type CellValue, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { figuresOf } from "../facts/figures.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import type { SheetReading } from "../table.ts";
import { collectReturns } from "./collect-returns.ts";
import { mergedSheet } from "./merged-sheet.ts";
import { ledgerOf, returnOf, valuesOf } from "./testing/returned.ts";

const aid = ["K-2", "临时救助", "救助人次", "人次", 900, null, 300, null];
const boxes = (target: number | null, actual: number, id: string | null = "K-1") => [
  ...[id, "应急药箱", "新配药箱", "个", target],
  ...[null, actual, null],
];
const ledgerWith = (lead: string, target = 57) =>
  ledgerOf([
    ["K-1", "应急药箱", "新配药箱", "个", target, lead],
    ["K-2", "临时救助", "救助人次", "人次", 900, "民政局"],
  ]);

/** What roll-up, check and collect say of the same files: the total, whose rows are whose, and the state of the first lead. */
function said(ledger: readonly SheetReading[], ...returns: readonly (readonly SheetReading[])[]) {
  const all = returns.flat();
  const { cells } = rollUp(figuresOf(all, { ledger }), { period: "2016-10" });
  const [cell] = cells.filter(({ indicator }) => indicator === "新配药箱");
  const checked = check(all, { ledger, period: "2016-10" });
  const collected = collectReturns({ ledger, returns: all, period: "2016-10" });
  const codes = (list: readonly Finding[]) =>
    list
      .filter(({ code }) => ["C03", "C06", "M04", "T08"].includes(code))
      .map(({ code, args }) => [code, (args as { kind?: string }).kind].filter(Boolean).join(" "))
      .sort();
  return {
    total: [cell?.target, cell?.actual, `${cell?.reported}/${cell?.expected}`].join(" "),
    check: codes(checked),
    answer:
      collected.rows
        .filter(({ row }) => row.entry.indicator === "新配药箱")
        .flatMap(({ answer }) => answer?.entry.cells.get("actualCumulative")?.text ?? [])
        .join("、") || undefined,
    collect: codes(collected.findings),
  };
}

const civil = returnOf("民政局", [aid]);
const isItsRow = { total: "57 30 1/1", check: [], answer: "30", collect: [] };

describe("台账写的和报表写的是同一个单位的两种写法：汇总、检查、收件都认是它的行", () => {
  test.each([
    ["创城办", "区创城办公室"],
    ["住建局（房产局）", "住建局"],
    ["住建局（房产局）", "区住建局"],
    ["住建局（房产局）", "房产局"],
    ["桃源街道办事处", "桃源街道"],
    ["桃源街道", "桃源街道办事处"],
    ["富牛镇", "富牛镇人民政府"],
    ["市场监管局", "区市场监管局"],
    ["区市场监管局", "市场监督管理局"],
    ["南关区民宗局", "民宗局"],
    ["民宗局", "南关区民宗局"],
    ["区食药监局", "市场监管局"],
    ["卫生健康局", "卫计局"],
  ])("台账“%s”，报表“%s”", (lead, printed) => {
    expect(said(ledgerWith(lead), civil, returnOf(printed, [boxes(57, 30)]))).toEqual(isItsRow);
    // R24: the number is gone, and the words say which row it is.
    const { total, check: checked } = said(ledgerWith(lead), civil, returnOf(printed, [boxes(57, 30, null)]));
    expect([total, checked]).toEqual(["57 30 1/1", []]);
  });

  test("台账、报表一个写明了区，一个没有，别的报表又是另一个区的", () => {
    const other = returnOf("宽城区卫健局", [["K-9", "义诊", "义诊次数", "次", 3, null, 1, null]]);
    const own = returnOf("民宗局", [boxes(57, 30)]);
    expect(said(ledgerWith("南关区民宗局"), civil, own, other).total).toBe("57 30 1/1");
  });
});

describe("填报单位不在台账里", () => {
  test.each(["八、医疗卫生", "第一中学", "南关区"])(
    "只有“%s”报了这一行：按台账的单位计，并请核对",
    (printed) => {
      const stranger = { check: ["C06 stranger"], collect: ["C06 stranger"] };
      expect(said(ledgerWith("红十字会"), civil, returnOf(printed, [boxes(57, 30)]))).toEqual({
        ...isItsRow,
        ...stranger,
      });
    },
  );

  test("牵头单位自己也报了：以它的为准，另一份不计，并指出", () => {
    const both = [returnOf("红十字会", [boxes(57, 30)]), returnOf("第一中学", [boxes(57, 12)])];
    const is = { ...isItsRow, check: ["C03"], collect: ["C06 org"] };
    expect(said(ledgerWith("红十字会"), civil, ...both)).toEqual(is);
    expect(said(ledgerWith("红十字会"), civil, ...both.reverse())).toEqual(is);
  });

  test("两家都报了，各有各的目标：目标仍是台账的，不知道是谁的，都不计，并指出", () => {
    const school = (name: string, target: number) => returnOf(name, [boxes(target, 3)]);
    const is = said(ledgerWith("红十字会"), civil, school("第一中学", 5), school("第二中学", 6));
    expect([is.total, is.answer]).toEqual(["57  0/1", undefined]);
    expect(is.check).toEqual(["C03", "C03", "M04 org", "T08", "T08"]);
    expect(is.collect).toEqual(["C06 org", "C06 org"]);
  });

  test("别的区的同名单位：不是这一行", () => {
    const home = returnOf("南关区教育局", [["K-8", "校舍", "校舍面积", "平方米", 3, null, 1, null]]);
    const is = said(ledgerWith("南关区红十字会"), civil, home, returnOf("宽城区红十字会", [boxes(57, 30)]));
    expect([is.total, is.answer]).toEqual(["57  0/1", undefined]);
    expect(is.check).toContain("C03");
  });
});

describe("别家的行", () => {
  test.each([
    ["有编号", "K-1"],
    ["编号没有了", null],
  ])("民政局的表里多了红十字会的行，%s", (_, id) => {
    const is = said(ledgerWith("红十字会"), returnOf("民政局", [aid, boxes(57, 25, id)]));
    expect(is.total).toBe("57  0/1");
    expect(is.check).toEqual(["C03", "M04 org"]);
    expect(is.collect).toContain("C03");
  });
});

describe("牵头单位是各部门、各街道：台账的目标是总数，各家报的只是其中一份", () => {
  test.each(["相关部门", "各部门", "各责任单位"])("%s", (group) => {
    const repeated = [returnOf("民宗局", [boxes(57, 30)]), returnOf("科技局", [boxes(57, 20)])];
    const shares = [returnOf("教育局", [boxes(27, 20)]), returnOf("城管局", [boxes(30, 10)])];
    // Nobody says who else has a share.
    expect(said(ledgerWith(group), civil, ...repeated).total).toBe("57 50 2/3");
    expect(said(ledgerWith(group), civil, ...shares).total).toBe("57 30 2/3");
  });

  test("各街道", () => {
    const repeated = [returnOf("桃源街道", [boxes(57, 30)]), returnOf("新春街道", [boxes(57, 20)])];
    expect(said(ledgerWith("各街道"), civil, ...repeated).total).toBe("57 50 2/3");
  });
});

const table = (org: string | null, headings: readonly string[], ...rows: readonly (readonly CellValue[])[]) =>
  recogniseWorkbook(
    [
      gridOf("月报表", [
        [org === null ? null : `填报单位：${org}`, null, null, "报告期：2016年10月"],
        ["台账编号", "任务名称", "指标名称", "计量单位", ...headings, "年度目标", "本年累计完成"],
        ...rows.map((row) => ["K-1", "应急药箱", "新配药箱", "个", ...row]),
      ]),
    ],
    `${org ?? "全区"}.xlsx`,
    { targetsElsewhere: true },
  );

test("编号没有了，填报单位也不在台账里：按任务、指标对应，仍请核对", () => {
  const is = said(ledgerWith("红十字会"), civil, returnOf("八、医疗卫生", [boxes(57, 30, null)]));
  expect(is).toEqual({ ...isItsRow, check: ["C06 stranger"], collect: ["C06 stranger"] });
});

test("办公室汇总的一张表，每行写明责任单位：是各单位自己的行", () => {
  const is = said(ledgerWith("红十字会"), civil, table("督查室", ["责任单位"], ["区红十字会", 57, 30]));
  expect([is.total, is.answer, is.collect]).toEqual(["57 30 1/1", "30", []]);
});

describe("表内另有地区、责任单位一列", () => {
  test.each<[string, string, readonly SheetReading[], string]>([
    [
      "牵头单位自己分街道列出",
      "民政局",
      table("民政局", ["街道"], ["桃源街道", 30, 20], ["新春街道", 27, 10]),
      "57 30 2/2",
    ],
    ["责任单位写的是科室", "民政局", table("民政局", ["责任单位"], ["社会救助科", 57, 30]), "57 30 1/1"],
    ["责任单位写的是别的单位", "红十字会", table("督查室", ["责任单位"], ["民政局", 57, 30]), "57  0/1"],
    ["地区一列写的是部门", "市场监管局", table(null, ["地区"], ["区市场监管局", 57, 30]), "57 30 1/1"],
  ])("%s", (_, lead, own, total) => {
    expect(said(ledgerWith(lead), ...(lead === "民政局" ? [] : [civil]), own).total).toBe(total);
  });
});

test("台账里一个编号有两行（R28）：按任务、指标对应其中一行", () => {
  const ledger = ledgerOf([
    ["K-1", "应急药箱", "新配药箱", "个", 57, "红十字会"],
    ["K-1", "临时救助", "救助人次", "人次", 900, "民政局"],
  ]);
  const returns = [returnOf("民政局", [["K-1", ...aid.slice(1)]]), returnOf("八、医疗卫生", [boxes(57, 30)])];
  expect(
    rollUp(figuresOf(returns.flat(), { ledger })).cells.map(({ target, actual }) => [target, actual]),
  ).toEqual([
    ["57", "30"],
    ["900", "300"],
  ]);
});

test("台账里一个编号、同样的任务有两行，各有各的单位：按单位对应", () => {
  const ledger = ledgerOf([
    ["K-1", "应急药箱", "新配药箱", "个", 57, "红十字会"],
    ["K-1", "应急药箱", "新配药箱", "个", 43, "教育局"],
  ]);
  const returns = [returnOf("区教育局", [boxes(43, 20)]), returnOf("红十字会", [boxes(57, 30)])];
  expect(said(ledger, ...returns).total).toBe("100 50 2/2");
});

test("两个单位合并成了一个（W16）：新单位一张表报回两家的任务，都计入", () => {
  const ledger = ledgerOf([
    ["A-3", "抽检", "食品抽检", "批次", 500, "区食药监局"],
    ["A-4", "执法", "检查企业", "家", 300, "区工商局"],
    ["A-5", "培训", "培训商户", "户", 70, "区市场监管局"],
  ]);
  const returns = returnOf("区市场监管局", [
    ["A-3", "抽检", "食品抽检", "批次", 500, null, 160, null],
    ["A-4", "执法", "检查企业", "家", 300, null, 90, null],
    ["A-5", "培训", "培训商户", "户", 70, null, 7, null],
  ]);
  expect(
    rollUp(figuresOf(returns, { ledger })).cells.map(({ target, actual, missing }) => [
      target,
      actual,
      ...missing,
    ]),
  ).toEqual([
    ["500", "160"],
    ["300", "90"],
    ["70", "7"],
  ]);
  expect(check(returns, { ledger }).map(({ code }) => code)).toEqual([]);
  const { register, rows, findings } = collectReturns({ ledger, returns, period: "2016-10" });
  expect(register.map(({ org, state }) => `${org} ${state}`)).toEqual([
    "区食药监局 reported",
    "区工商局 reported",
    "区市场监管局 reported",
  ]);
  expect(rows.map(({ answer }) => answer?.entry.cells.get("actualCumulative")?.text)).toEqual([
    "160",
    "90",
    "7",
  ]);
  expect(findings.map(({ code }) => code)).toEqual(["U02", "U02"]);
});

test("按街道下发、填回的工作簿：检查不说牵头单位没有报", () => {
  const ledger = recogniseWorkbook(
    [
      gridOf("台账", [
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "街道（乡镇）", "牵头单位"],
        ["K-1", "就业", "新增就业", "人", 100, "新春街道", "人社局"],
        ["K-2", "就业", "新增就业", "人", 60, "永吉街道", "人社局"],
      ]),
    ],
    "台账.xlsx",
  );
  const row = (id: string, target: number, actual: number) => [
    id,
    "就业",
    "新增就业",
    "人",
    target,
    null,
    actual,
    null,
  ];
  const byTown = [
    ...returnOf("新春街道", [row("K-1", 100, 30)]),
    ...returnOf("永吉街道办事处", [row("K-2", 60, 20)]),
  ];
  const byLead = returnOf("人社局", [row("K-1", 100, 30), row("K-2", 60, 20)]);
  for (const returns of [byTown, byLead]) {
    const [cell] = rollUp(figuresOf(returns, { ledger })).cells;
    expect([cell?.target, cell?.actual, cell?.reported, cell?.expected]).toEqual(["160", "50", 2, 2]);
    expect(check(returns, { ledger, period: "2016-10" }).filter(({ code }) => code === "M04")).toEqual([]);
  }
  const { register } = collectReturns({ ledger, returns: byTown, period: "2016-10", by: "town" });
  expect(register.map(({ org, state }) => `${org} ${state}`)).toEqual([
    "新春街道 reported",
    "永吉街道 reported",
  ]);
});

describe("汇总计入的，收件也收（F2、F3）", () => {
  const collected = (ledger: readonly SheetReading[], ...returns: readonly (readonly SheetReading[])[]) => {
    const { rows, findings } = collectReturns({ ledger, returns: returns.flat(), period: "2016-10" });
    return [
      rollUp(figuresOf(returns.flat(), { ledger })).cells[0]?.actual,
      rows.map(({ answer }) => answer?.entry.cells.get("actualCumulative")?.text),
      findings.flatMap(({ code }) => (code === "C06" ? [code] : [])),
    ];
  };
  const jobs = (id: string, target: number, actual: number) => [
    ...[id, "就业", "新增就业", "人", target],
    ...[null, actual, null],
  ];

  test.each([
    ["南关区", "宽城区"],
    ["南关区人社局", "宽城区人社局"],
  ])("台账写明地区、按牵头单位下发，%s、%s填报", (one, other) => {
    const ledger = ledgerOf(
      [
        ["K-1", "就业", "新增就业", "人", 100, "市人社局", "南关区"],
        ["K-2", "就业", "新增就业", "人", 200, "市人社局", "宽城区"],
      ],
      ["地区"],
    );
    expect(
      collected(ledger, returnOf(one, [jobs("K-1", 100, 60)]), returnOf(other, [jobs("K-2", 200, 90)])),
    ).toEqual(["150", ["60", "90"], []]);
  });

  test("教体局的行，教育局、体育局都报了：同一个答案", () => {
    const ledger = ledgerOf([["K-1", "就业", "新增就业", "人", 57, "教体局"]]);
    const returns = [returnOf("教育局", [jobs("K-1", 57, 30)]), returnOf("体育局", [jobs("K-1", 57, 12)])];
    const [actual, rows] = collected(ledger, ...returns);
    expect(rows).toEqual([actual ?? undefined]);
  });
});

describe("汇总、检查、收件三处同一个答案", () => {
  const titled = (lead: string) =>
    recogniseWorkbook(
      [
        gridOf("台账", [
          ["南关区2016年任务分解表"],
          ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
          ["K-1", "应急药箱", "新配药箱", "个", 57, lead],
          ["K-2", "临时救助", "救助人次", "人次", 900, "民政局"],
        ]),
      ],
      "台账.xlsx",
    );
  const nanguan = returnOf("南关区民政局", [aid]);
  test.each<[string, readonly SheetReading[], readonly (readonly SheetReading[])[], ReturnType<typeof said>]>(
    [
      [
        "各街道各有一份（F2）：都收，都计",
        ledgerWith("各街道"),
        [civil, returnOf("桃源街道", [boxes(57, 30)]), returnOf("新春街道", [boxes(57, 20)])],
        { total: "57 50 2/3", check: [], answer: "20、30", collect: [] },
      ],
      [
        "各部门，只有街道报了（W15）：不是哪个部门的一份，目标不丢",
        titled("各部门"),
        [nanguan, returnOf("南关区桃源街道", [boxes(57, 4)])],
        { total: "57  0/1", check: ["C03", "M04 org"], answer: undefined, collect: ["C06 org"] },
      ],
      [
        "教体局的行，教育局、体育局都报了（F3）：不知道是谁的",
        ledgerWith("教体局"),
        [civil, returnOf("教育局", [boxes(57, 30)]), returnOf("体育局", [boxes(57, 12)])],
        {
          total: "57  0/1",
          check: ["C03", "C03", "M04 org"],
          answer: undefined,
          collect: ["C06 org", "C06 org"],
        },
      ],
      [
        "别的区用同一编号的报表（F7）：不与本区的争",
        titled("人社局"),
        [nanguan, returnOf("南关区人社局", [boxes(57, 30)]), returnOf("宽城区人社局", [boxes(57, 12)])],
        { total: "57 30 1/1", check: ["C03"], answer: "30", collect: ["C06 org"] },
      ],
      [
        "街道报了自己的一份，牵头单位也报了（F8）：以牵头单位的为准",
        ledgerWith("城管局"),
        [nanguan, returnOf("南关区城管局", [boxes(57, 30)]), returnOf("南关区桃源街道", [boxes(57, 10)])],
        { total: "57 30 1/1", check: ["C03"], answer: "30", collect: ["C06 org"] },
      ],
      [
        "只有街道报了自己的一份（F8）：计入，牵头单位仍是未报",
        ledgerWith("城管局"),
        [nanguan, returnOf("南关区桃源街道", [boxes(57, 10)])],
        { total: "57 10 1/2", check: ["M04 org"], answer: "10", collect: ["M04 org"] },
      ],
      [
        "城管局、各街道共同任务：以城管局报的为准，街道报的只作核对",
        ledgerWith("城管局、各街道"),
        [civil, returnOf("城管局", [boxes(57, 30)]), returnOf("桃源街道", [boxes(57, 10)])],
        { total: "57 30 1/1", check: [], answer: "30", collect: [] },
      ],
      [
        "目标写成了另一个计量单位（N4）：同一个目标",
        ledgerWith("红十字会"),
        [
          civil,
          returnOf("八、医疗卫生", [["K-1", "应急药箱", "新配药箱", "万个", 0.0057, null, 0.003, null]]),
        ],
        {
          total: "57 30 1/1",
          check: ["C06 stranger"],
          answer: "0.003",
          collect: ["C06 stranger"],
        },
      ],
      [
        "本表另有台账的这一行，没有编号的新行（W14）：不是它",
        ledgerWith("民政局"),
        [returnOf("民政局", [aid, boxes(57, 30), [null, "应急药箱", "维修药箱", "个", 57, null, 3, null]])],
        { total: "57 30 1/1", check: ["C03"], answer: "30", collect: ["C03"] },
      ],
      [
        "牵头单位自己分街道列出（W12）：各街道的目标合起来是台账的",
        ledgerWith("城管局"),
        [civil, table("城管局", ["街道"], ["桃源街道", 30, 20], ["新春街道", 27, 10])],
        { total: "57 30 2/2", check: [], answer: "20、10", collect: [] },
      ],
    ],
  )("%s", (_, ledger, returns, is) => {
    expect(said(ledger, ...returns)).toEqual(is);
    expect(said(ledger, ...[...returns].reverse()).total).toBe(is.total);
  });

  test("按街道下发，编号没有了，各街道的任务一样，台账没有写明是哪个区（N1）：按是谁的报表对应", () => {
    const towns = ["桃源街道", "新春街道", "长通街道"];
    const ledger = ledgerOf(
      towns.map((town, at) => [`K-${at}`, "垃圾分类", "分类小区", "个", 10, "城管局", town]),
      ["地区"],
    );
    const returns = towns.flatMap((town, at) =>
      returnOf(town, [[null, "垃圾分类", "分类小区", "个", 10, null, 6 + at, null]]),
    );
    const [cell] = rollUp(figuresOf(returns, { ledger })).cells;
    expect([cell?.target, cell?.actual]).toEqual(["30", "21"]);
    expect(check(returns, { ledger, period: "2016-10" }).map(({ code }) => code)).toEqual([]);
    const { rows, findings } = collectReturns({ ledger, returns, period: "2016-10", by: "town" });
    expect(rows.map(({ answer }) => answer?.entry.cells.get("actualCumulative")?.text)).toEqual([
      "6",
      "7",
      "8",
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["C01", "C01", "C01"]);
  });

  test("合并表再汇总：各家的一份仍是各家的", () => {
    for (const [ledger, returns] of [
      [ledgerWith("各街道"), [returnOf("桃源街道", [boxes(57, 30)]), returnOf("新春街道", [boxes(57, 20)])]],
      [ledgerWith("城管局"), [table("城管局", ["街道"], ["桃源街道", 30, 20], ["新春街道", 27, 10])]],
      [ledgerWith("城管局、各街道"), [returnOf("桃源街道", [boxes(57, 10)])]],
    ] as const) {
      const all = [...returns.flat(), ...civil];
      const merged = mergedSheet(collectReturns({ ledger, returns: all, period: "2016-10" }));
      // A target that each repeats stands there once.
      const own = valuesOf(merged).filter(([id]) => id === "K-1");
      expect(own.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(57);
      const again = recogniseWorkbook([gridOf("合并表", valuesOf(merged))], "合并表.xlsx", {
        targetsElsewhere: true,
      });
      const totals = (list: readonly SheetReading[]) =>
        rollUp(figuresOf(list, { ledger })).cells.map(({ indicator, target, actual, reported, expected }) =>
          [indicator, target, actual, reported, expected].join(" "),
        );
      expect(totals(again)).toEqual(totals(all));
    }
  });
});

/** A table of an org with a row a place. */
const listOf = (
  org: string,
  rows: readonly (readonly [place: string, target: number | null, actual: number, id?: string])[],
  {
    file = `${org}表.xlsx`,
    period = "2016年10月",
  }: { readonly file?: string; readonly period?: string } = {},
) =>
  recogniseWorkbook(
    [
      gridOf("月报表", [
        [`填报单位：${org}`, null, null, `报告期：${period}`],
        ["台账编号", "任务名称", "指标名称", "计量单位", "地区", "年度目标", "本年累计完成"],
        ...rows.map(([place, target, actual, id = "K-1"]) => [
          ...[id, "应急药箱", "新配药箱", "个", place],
          ...[target, actual],
        ]),
      ]),
    ],
    file,
    { targetsElsewhere: true },
  );
const titledLedger = (title: string, ...rows: readonly (readonly CellValue[])[]) =>
  recogniseWorkbook(
    [
      gridOf("台账", [
        [title],
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位", "地区"],
        ...rows.map(([id, ...more]) => [id ?? null, "应急药箱", "新配药箱", "个", ...more]),
      ]),
    ],
    "台账.xlsx",
  );
const ofCity = (lead: string) => titledLedger("长春市2016年任务分解表", ["K-1", 10, lead]);
const ofDistrict = (lead: string) => titledLedger("南关区2016年任务分解表", ["K-1", 10, lead]);
const september = (org: string, actual: number) =>
  returnOf(org, [boxes(10, actual)], { file: `${org}9.xlsx`, period: "2016年9月" });
const towns = (org: string) =>
  listOf(org, [
    ["桃源街道", 5, 1],
    ["新春街道", 5, 2],
  ]);
const districts = (org: string) =>
  listOf(org, [
    ["南关区", 5, 1],
    ["宽城区", 5, 2],
  ]);
const clean = { check: [], collect: [] };

describe("别家表里的行，和牵头单位分地区列出的表", () => {
  test.each<[string, readonly SheetReading[], readonly (readonly SheetReading[])[], ReturnType<typeof said>]>(
    [
      [
        "9月报总数，10月分街道，有一个街道自己又报（R1）：各月是各月的一份报表",
        ofDistrict("民政局"),
        [september("民政局", 1), towns("民政局"), returnOf("新春街道", [boxes(5, 8)])],
        { total: "10 3 1/1", check: ["C03"], answer: "1、2", collect: ["C06 org", "C06 period"] },
      ],
      [
        "台账写明地区，市里的表上有，区人社局自己也报（R2）：以自己报的为准",
        titledLedger(
          "长春市2016年任务分解表",
          ["K-1", 10, "市人社局", "南关区"],
          ["K-2", 20, "市人社局", "宽城区"],
        ),
        [
          listOf("市人社局", [
            ["南关区", 10, 1],
            ["宽城区", 20, 2, "K-2"],
          ]),
          returnOf("南关区人社局", [boxes(10, 4)]),
        ],
        { ...clean, total: "30 6 2/2", answer: "4、2" },
      ],
      [
        "街道牵头，住建局的表上有，街道自己也报（R2）",
        ofDistrict("新春街道"),
        [listOf("住建局", [["新春街道", 10, 2]]), returnOf("新春街道", [boxes(10, 4)])],
        { ...clean, total: "10 4 1/1", answer: "4" },
      ],
      [
        "各街道，城管局的表上有，街道自己也报（R2）",
        ofDistrict("各街道"),
        [towns("城管局"), returnOf("桃源街道", [boxes(5, 4)])],
        { ...clean, total: "10 6 2/3", answer: "2、4" },
      ],
      [
        "共同牵头的有一个街道，城管局分街道列出（W1）：是城管局的一份报表",
        ofDistrict("城管局、桃源街道"),
        [towns("城管局")],
        { ...clean, total: "10 3 1/1", answer: "1、2" },
      ],
      [
        "共同任务只列出一个区，目标是台账的一部分：不当作全部，并指出",
        ofCity("市人社局、南关区"),
        [listOf("市人社局", [["南关区", 4, 16]]), returnOf("南关区人社局", [boxes(10, 64)])],
        { total: "10  0/1", check: ["C03"], answer: undefined, collect: ["C03"] },
      ],
      [
        "9月分区列出，有一个区自己又报，10月报总数（R1）：各月是各月的",
        ofCity("市人社局"),
        [
          september("南关区", 1),
          listOf(
            "市人社局",
            [
              ["南关区", 5, 4],
              ["宽城区", 5, 8],
            ],
            { file: "9.xlsx", period: "2016年9月" },
          ),
          returnOf("市人社局", [boxes(10, 20)]),
        ],
        { total: "10 20 1/1", check: ["C03"], answer: "20", collect: ["C06 period", "C06 period"] },
      ],
      [
        "文件名写“10月区民政局”（R00）：不是“月区”的",
        ofDistrict("区民政局"),
        [returnOf("区民政局", [boxes(10, 4)], { file: "10月区民政局.xlsx" })],
        { ...clean, total: "10 4 1/1", answer: "4" },
      ],
      [
        "清单里一个区列了两次（X1）：计第一次，不相加",
        ofCity("市人社局"),
        [
          listOf("市人社局", [
            ["南关区", null, 1],
            ["宽城区", null, 2],
            ["宽城区", null, 4],
          ]),
        ],
        { ...clean, total: "10 3 2/2", answer: "1、2" },
      ],
      [
        "区政府和区里的街道（X2）：街道的在区里",
        ofCity("市人社局"),
        [returnOf("宽城区人民政府", [boxes(5, 4)]), returnOf("宽城区兴业街道", [boxes(10, 2)])],
        { total: "10 4 1/2", check: ["C03", "M04 org"], answer: "4", collect: ["C06 org"] },
      ],
      [
        "一个区、一个街道，街道又在区人社局的表上（X3）：三处同一个答案",
        ofCity("市人社局"),
        [
          returnOf("宽城区", [boxes(5, 16)]),
          returnOf("桃源街道", [boxes(5, 32)]),
          listOf("南关区人社局", [["桃源街道", 5, 64]]),
        ],
        {
          total: "10 16 1/2",
          check: ["C03", "C03", "M04 org"],
          answer: "16",
          collect: ["C06 org", "C06 org"],
        },
      ],
      [
        "清单各区的目标合起来比台账的多（X4）：目标仍是台账的，并指出",
        ofCity("市人社局"),
        [
          listOf("市人社局", [
            ["南关区", 7, 1],
            ["宽城区", 8, 2],
          ]),
        ],
        { total: "10 3 1/1", check: ["T08", "T08"], answer: "1、2", collect: ["T08", "T08"] },
      ],
      [
        "两个街道共同牵头，报表的地区写自己（W1）：目标只有一个",
        ofDistrict("桃源街道、新春街道"),
        [listOf("桃源街道", [["桃源街道", null, 1]]), listOf("新春街道", [["新春街道", null, 2]])],
        { ...clean, total: "10 1 1/1", answer: "1" },
      ],
      [
        "民政局、各街道，街道的报表地区写自己（W2）：民政局已报",
        ofDistrict("民政局、各街道"),
        [returnOf("民政局", [boxes(10, 4)]), listOf("桃源街道", [["桃源街道", 5, 2]])],
        { ...clean, total: "10 4 1/1", answer: "4" },
      ],
      [
        "城管局、各街道，城管局分街道列出，街道自己也报（R3）：以城管局的为准",
        ofDistrict("城管局、各街道"),
        [towns("城管局"), returnOf("桃源街道", [boxes(10, 4)])],
        { ...clean, total: "10 3 1/1", answer: "1、2、4" },
      ],
      [
        "城管局、民政局，城管局分街道列出，民政局报总数（R7）：只作核对",
        ofDistrict("城管局、民政局"),
        [towns("城管局"), returnOf("民政局", [boxes(10, 9)])],
        { ...clean, total: "10 3 1/1", answer: "1、2" },
      ],
      [
        "市里分区列出，一个区的人社局自己也报（W6）：以自己报的为准",
        ofCity("市人社局"),
        [districts("市人社局"), returnOf("宽城区人社局", [boxes(5, 8)])],
        { ...clean, total: "10 9 2/2", answer: "8、1" },
      ],
      [
        "市里分区列出，两个区的人社局自己都报（W6）",
        ofCity("市人社局"),
        [
          districts("市人社局"),
          returnOf("宽城区人社局", [boxes(5, 8)]),
          returnOf("南关区人社局", [boxes(5, 4)]),
        ],
        { ...clean, total: "10 12 2/2", answer: "4、8" },
      ],
      [
        "9月报总数，10月只列出一个区（R6）：不当作全部，并指出",
        ofCity("市人社局"),
        [
          september("市人社局", 3),
          listOf("市人社局", [["宽城区", 6, 64]]),
          returnOf("南关区人社局", [boxes(4, 16)]),
        ],
        {
          total: "10 3 0/1",
          check: ["C03", "C03"],
          answer: undefined,
          collect: ["C03", "C06 org", "C06 period"],
        },
      ],
      [
        "只列出一个街道，目标是台账的一部分（N1）：还有没有报的",
        ofDistrict("城管局"),
        [listOf("城管局", [["桃源街道", 3, 1]])],
        { ...clean, total: "10 1 1/2", answer: "1" },
      ],
      [
        "一张清单分在两个文件里（N3）：与在一个文件里一样",
        ofDistrict("城管局"),
        [
          listOf("城管局", [["桃源街道", 5, 1]]),
          listOf("城管局", [["新春街道", 5, 2]], { file: "城管局表2.xlsx" }),
        ],
        { ...clean, total: "10 3 2/2", answer: "1、2" },
      ],
      [
        "台账写明南关区，南关区分街道列出（N5）：是南关区报的",
        titledLedger("长春市2016年任务分解表", ["K-1", 10, "市城管局", "南关区"]),
        [towns("南关区")],
        { ...clean, total: "10 3 2/2", answer: "1、2" },
      ],
      [
        "市里分区列出，区里又分街道列出（R9）：街道的在区里",
        ofCity("市城管局"),
        [districts("市城管局"), towns("南关区城管局")],
        { total: "10 3 2/2", check: ["C03", "C03"], answer: "1、2", collect: ["C06 org"] },
      ],
      [
        "各区、各街道（R9）：街道的在区里",
        ofCity("各区、各街道"),
        [
          returnOf("南关区", [boxes(5, 1)]),
          returnOf("宽城区", [boxes(5, 2)]),
          returnOf("南关区桃源街道", [boxes(5, 8)]),
        ],
        { total: "10 3 2/3", check: ["C03"], answer: "1、2", collect: ["C06 org"] },
      ],
      [
        "两个地区同样的行，牵头单位报来一行没有编号、没有地区（W5）：不猜是哪一行的",
        titledLedger(
          "南关区2016年任务分解表",
          ["K-1", 10, "城管局", "桃源街道"],
          ["K-2", 10, "城管局", "新春街道"],
        ),
        [returnOf("城管局", [boxes(10, 3, null)])],
        { total: "20  0/2", check: ["C03"], answer: undefined, collect: ["C06 unknown"] },
      ],
      [
        "两个区的台账，同一编号、同样的行，报表没有写明是哪个区（W3）：不猜",
        [
          ...titledLedger("南关区2016年任务分解表", ["K-1", 10, "人社局"]),
          ...titledLedger("宽城区2016年任务分解表", ["K-1", 10, "人社局"]),
        ],
        [
          returnOf("人社局", [boxes(10, 3)], { file: "a.xlsx" }),
          returnOf("人社局", [boxes(10, 4)], { file: "b.xlsx" }),
        ],
        {
          total: "20  0/2",
          check: ["C03", "C03"],
          answer: undefined,
          collect: ["C06 unknown", "C06 unknown"],
        },
      ],
      [
        "名字里有“镇”的街道，台账的标题写明县（R0）",
        titledLedger("2016年桓台县任务分解表", ["K-1", 10, "索镇街道"]),
        [returnOf("索镇街道", [boxes(10, 4)])],
        { ...clean, total: "10 4 1/1", answer: "4" },
      ],
    ],
  )("%s", (_, ledger, returns, is) => {
    expect(said(ledger, ...returns)).toEqual(is);
    expect(said(ledger, ...[...returns].reverse()).total).toBe(is.total);
  });
});
