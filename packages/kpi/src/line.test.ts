import { describe, expect, test } from "vitest";
import { seriesOf } from "./series.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const amounts = (facts: readonly { readonly value?: unknown }[]) =>
  facts.map(({ value }) =>
    typeof value === "string"
      ? value
      : ((value as { amount?: string; status: string }).amount ?? (value as { status: string }).status),
  );
/** The lines of rows: org, task, and whose figures stand where. */
const lines = (...rows: Row[]) =>
  seriesOf(figuresOf(rows.map((row, line) => ({ line, ...row })))).flatMap((series) =>
    series.lines.map(({ org, task, jointOrgs, targets, own, superior, others, whole }) => ({
      is: [org, task].join("/"),
      ...(jointOrgs.length > 0 ? { joint: jointOrgs.join() } : {}),
      ...(targets.length > 0 ? { targets: amounts(targets).join() } : {}),
      ...(own.length > 0 ? { own: amounts(own).join() } : {}),
      ...(superior.length > 0 ? { superior: amounts(superior).join() } : {}),
      ...(others.length > 0 ? { others: amounts(others).join() } : {}),
      ...(whole.length > 0 ? { whole: amounts(whole).join() } : {}),
    })),
  );
const ledger = (
  target: string,
  id: string | undefined,
  title: string | undefined,
  more: Partial<Row> = {},
): Row => ({
  org: "甲",
  file: "台账.xlsx",
  target,
  ...(id ? { taskId: id } : {}),
  ...more,
  targetFacts: { standing: "ledger", ...(title ? { taskTitle: title } : {}), ...more.targetFacts },
});
const filed = (
  actual: string,
  id: string | undefined,
  title: string | undefined,
  more: Partial<Row> = {},
): Row => ({
  org: "甲",
  actual,
  ...(id ? { taskId: id } : {}),
  ...more,
  facts: { ...(title ? { taskTitle: title } : {}), ...more.facts },
});
const onSheet = (sheet: string, ref: string) => ({ kind: "cell" as const, file: "甲.xlsx", sheet, ref });
const superior = (actual: string, id: string | undefined, title?: string, more: Partial<Row> = {}) =>
  filed(actual, id, title, { standing: "superior", file: "全市.xlsx", ...more });

describe("一家的各项任务", () => {
  test.each<[string, Row[], object[]]>([
    [
      "编号相同是一项",
      [ledger("9", "1", "甲事"), filed("5", "1", "另名")],
      [{ is: "甲/1", targets: "9", own: "5" }],
    ],
    [
      "没有编号，名称相同是一项",
      [ledger("9", "1", "甲事"), filed("5", undefined, "甲事")],
      [{ is: "甲/1", targets: "9", own: "5" }],
    ],
    [
      "都没有编号，按名称",
      [filed("5", undefined, "甲事"), filed("6", undefined, "乙事")],
      [
        { is: "甲/甲事", own: "5" },
        { is: "甲/乙事", own: "6" },
      ],
    ],
    [
      "编号不同是两项",
      [filed("5", "1", "甲事"), filed("6", "2", "甲事")],
      [
        { is: "甲/1", own: "5" },
        { is: "甲/2", own: "6" },
      ],
    ],
    [
      "一个名称有两个编号，没有编号的自成一项",
      [ledger("9", "1", "甲事"), ledger("8", "2", "甲事"), filed("5", undefined, "甲事")],
      [
        { is: "甲/1", targets: "9" },
        { is: "甲/2", targets: "8" },
        { is: "甲/甲事", own: "5" },
      ],
    ],
    [
      "台账只有一项，报表换了名称，是同一项",
      [ledger("9", "1", "甲事"), filed("5", undefined, "甲事（续）")],
      [{ is: "甲/1", targets: "9", own: "5" }],
    ],
    [
      "台账只有一项，报表有两个名称，说不清",
      [ledger("9", "1", "甲事"), filed("5", undefined, "乙事"), filed("6", undefined, "丙事")],
      [
        { is: "甲/1", targets: "9" },
        { is: "甲/乙事", own: "5" },
        { is: "甲/丙事", own: "6" },
      ],
    ],
    [
      "台账有两项，报表一个名称，说不清",
      [ledger("9", "1", "甲事"), ledger("8", "2", "乙事"), filed("5", undefined, "丙事")],
      [
        { is: "甲/1", targets: "9" },
        { is: "甲/2", targets: "8" },
        { is: "甲/丙事", own: "5" },
      ],
    ],
    [
      "同一张表上两者都有，是两项",
      [filed("4", "1", "甲事"), filed("5", undefined, "乙事")],
      [
        { is: "甲/1", own: "4" },
        { is: "甲/乙事", own: "5" },
      ],
    ],
    [
      "汇总表不写任务，归唯一的一项",
      [filed("5", "1", "甲事"), superior("6", undefined)],
      [{ is: "甲/1", own: "5", superior: "6" }],
    ],
    [
      "本单位不写任务的，在另一张表上，也归唯一的一项",
      [ledger("9", "1", "甲事"), filed("5", undefined, undefined)],
      [{ is: "甲/1", targets: "9", own: "5" }],
    ],
    [
      "两项任务，汇总表的合在一起的数只作核对",
      [filed("5", "1", "甲事"), filed("6", "2", "乙事"), superior("12", undefined)],
      [
        { is: "甲/1", own: "5", whole: "12" },
        { is: "甲/2", own: "6", whole: "12" },
      ],
    ],
    [
      "两项任务，本单位另有没写任务的一行，自成一项",
      [
        filed("5", "1", "甲事"),
        filed("6", "2", "乙事"),
        filed("7", undefined, undefined, { file: "补.xlsx" }),
      ],
      [
        { is: "甲/1", own: "5" },
        { is: "甲/2", own: "6" },
        { is: "甲/", own: "7" },
      ],
    ],
    [
      "汇总表按任务列，各归各项",
      [
        filed("5", "1", "甲事"),
        filed("6", "2", "乙事"),
        superior("4", "1"),
        superior("3", undefined, "乙事", { line: 20 }),
      ],
      [
        { is: "甲/1", own: "5", superior: "4" },
        { is: "甲/2", own: "6", superior: "3" },
      ],
    ],
    [
      "两家不相干",
      [filed("5", "1", "甲事"), filed("6", "1", "甲事", { org: "乙" })],
      [
        { is: "甲/1", own: "5" },
        { is: "乙/1", own: "6" },
      ],
    ],
    [
      "有编号的一项里也有没写编号的行，报表换了名称，仍是同一项",
      [
        ledger("9", "1", "甲事"),
        filed("5", undefined, "甲事", { file: "9月.xlsx" }),
        filed("6", undefined, "甲事（续）", { file: "10月.xlsx" }),
      ],
      [{ is: "甲/1", targets: "9", own: "5,6" }],
    ],
    [
      "换了名称的有几行，有一行与有编号的同在一张表上，是两项",
      [
        filed("4", "1", "甲事", { file: "9月.xlsx" }),
        filed("5", undefined, "乙事", { file: "9月.xlsx" }),
        filed("6", undefined, "乙事", { file: "10月.xlsx" }),
      ],
      [
        { is: "甲/1", own: "4" },
        { is: "甲/乙事", own: "6,5" },
      ],
    ],
    [
      "两个文件里各一项，一项有编号，一项没有，是同一项",
      [filed("4", "1", "甲事", { file: "9月.xlsx" }), filed("5", undefined, "乙事", { file: "10月.xlsx" })],
      [{ is: "甲/1", own: "4,5" }],
    ],
    [
      "一个文件的两张表上各一项，一项有编号，一项没有，也是同一项",
      [filed("4", "1", "甲事"), filed("5", undefined, "乙事", { facts: { at: onSheet("10月", "D9") } })],
      [{ is: "甲/1", own: "4,5" }],
    ],
    [
      "另有不写任务的一行，换了名称的仍归有编号的",
      [ledger("9", "1", "甲事"), filed("5", undefined, "乙事"), superior("6", undefined)],
      [{ is: "甲/1", targets: "9", own: "5", superior: "6" }],
    ],
    [
      "台账在先，再是报表，再是汇总表，同类的按次序",
      [
        superior("4", "1"),
        filed("5", "1", undefined),
        filed("6", "1", undefined),
        ledger("9", "1", undefined),
        { org: "甲", target: "8", taskId: "1" },
      ],
      [{ is: "甲/1", targets: "9,8", own: "5,6", superior: "4" }],
    ],
  ])("%s", (_, rows, is) => expect(lines(...rows)).toEqual(is));
});

describe("上级的表只有指标名，没有任务名", () => {
  const name = "城镇新增就业";
  test.each<[string, Row[], object[]]>([
    ["只有上级的表", [superior("12", undefined, name)], [{ is: `甲/${name}`, superior: "12" }]],
    [
      "编号由区和指标名组成的，也是只有指标名",
      [filed("5", "1", "就业"), superior("6", `甲\n${name}`, name)],
      [{ is: "甲/1", own: "5", superior: "6" }],
    ],
    [
      "上级的表有自己的编号，是另一项",
      [filed("5", "1", "就业"), superior("6", "7", name)],
      [
        { is: "甲/7", superior: "6" },
        { is: "甲/1", own: "5" },
      ],
    ],
    [
      "编号里有指标名而另有所指，是另一项",
      [filed("5", "1", "就业"), superior("6", `${name}7`, name)],
      [
        { is: `甲/${name}7`, superior: "6" },
        { is: "甲/1", own: "5" },
      ],
    ],
    [
      "本单位另有没写任务的一行，也归同一项",
      [
        filed("5", undefined, "就业"),
        filed("7", undefined, undefined, { file: "补.xlsx" }),
        superior("6", undefined, name),
      ],
      [{ is: "甲/就业", own: "5,7", superior: "6" }],
    ],
    [
      "本单位自己的任务就叫指标名，另有一项，各是一项",
      [
        filed("5", undefined, name),
        filed("6", undefined, "就业", { file: "补.xlsx" }),
        superior("12", undefined, name),
      ],
      [
        { is: `甲/${name}`, own: "5", superior: "12" },
        { is: "甲/就业", own: "6" },
      ],
    ],
    [
      "本单位有两项，上级的数合在一起作核对",
      [filed("5", undefined, "甲事"), filed("6", undefined, "乙事"), superior("12", undefined, name)],
      [
        { is: "甲/甲事", own: "5", whole: "12" },
        { is: "甲/乙事", own: "6", whole: "12" },
      ],
    ],
    [
      "两个上级的表都只有指标名，本单位有两项",
      [
        filed("5", undefined, "甲事"),
        filed("6", undefined, "乙事"),
        superior("12", undefined, name),
        superior("11", `甲\n${name}`, name, { file: "全省.xlsx" }),
      ],
      [
        { is: "甲/甲事", own: "5", whole: "12,11" },
        { is: "甲/乙事", own: "6", whole: "12,11" },
      ],
    ],
  ])("%s", (_, rows, is) => expect(lines(...rows)).toEqual(is));
});

test("没有位置的各条，按单位和任务排", () => {
  const nowhere = (org: string, task: string): Row => {
    const { facts, ...row } = filed("1", undefined, task, { org });
    return { ...row, facts: { ...facts, at: undefined } as never };
  };
  const all = [nowhere("b", "甲"), nowhere("a", "乙"), nowhere("a", "甲")];
  const is = ["a/乙", "a/甲", "b/甲"];
  expect(lines(...all).map((line) => line.is)).toEqual(is);
  expect(lines(...[...all].reverse()).map((line) => line.is)).toEqual(is);
});

test("数据报送单位不是牵头单位：它报的算数，牵头单位的只作核对，没有报的是它", () => {
  const row = (org: string, actual?: string): Row => ({
    org,
    taskId: "1",
    target: "6",
    ...(actual === undefined ? {} : { actual }),
    facts: { dataOrg: "公安分局" },
    targetFacts: { dataOrg: "公安分局" },
  });
  expect(lines(row("安监局", "3"), row("公安分局", "5"))).toMatchObject([
    { is: "公安分局/1", own: "5", others: "3" },
  ]);
  expect(lines(row("安监局", "3"))).toMatchObject([{ is: "公安分局/1", others: "3" }]);
});

describe("共同任务是一条", () => {
  const leads = ["甲局", "乙局", "丙局"];
  const joint = (org: string, actual: string, more: Partial<Row> = {}): Row => ({
    org,
    actual,
    departments: leads,
    taskId: "1",
    ...more,
  });
  const all = leads.join();
  test.each<[string, Row[], object[]]>([
    [
      "第一个牵头单位报的算数，其余核对",
      [joint("乙局", "2"), joint("甲局", "1"), joint("丙局", "3")],
      [{ is: "甲局/1", joint: all, own: "1", others: "3,2" }],
    ],
    [
      "数据报送单位报的算数",
      [joint("甲局", "1", { facts: { dataOrg: "乙局" } }), joint("乙局", "2")],
      [{ is: "乙局/1", joint: all, own: "2", others: "1" }],
    ],
    [
      "目标先取数据报送单位的",
      [joint("乙局", "2", { target: "20" }), joint("甲局", "1", { target: "10" })],
      [{ is: "甲局/1", joint: all, targets: "10,20", own: "1", others: "2" }],
    ],
    [
      "谁填的就是谁的数",
      [
        joint("甲局", "1", { facts: { reporter: "丙局" } }),
        joint("甲局", "2", { facts: { reporter: "甲局" } }),
      ],
      [{ is: "甲局/1", joint: all, own: "2", others: "1" }],
    ],
    [
      "不是牵头单位填的，算所列单位的",
      [joint("甲局", "1", { facts: { reporter: "办公室" } })],
      [{ is: "甲局/1", joint: all, own: "1" }],
    ],
    [
      "一家没有写全牵头单位，同一编号也是这一条",
      [joint("甲局", "1"), { org: "乙局", actual: "2", taskId: "1" }],
      [{ is: "甲局/1", joint: all, own: "1", others: "2" }],
    ],
    [
      "不是牵头单位的同一编号，是另一条",
      [joint("甲局", "1"), { org: "丁局", actual: "2", taskId: "1" }],
      [
        { is: "甲局/1", joint: all, own: "1" },
        { is: "丁局/1", own: "2" },
      ],
    ],
    [
      "没有编号的，牵头单位相同就是一条，次序不论",
      [
        joint("甲局", "1", { taskId: "" }),
        joint("乙局", "2", { taskId: "", departments: ["丙局", "乙局", "甲局"] }),
      ],
      [{ is: "丙局/", joint: "丙局,乙局,甲局", others: "2,1" }],
    ],
    [
      "没有编号的，牵头单位不同是两条",
      [joint("甲局", "1", { taskId: "" }), joint("甲局", "2", { taskId: "", departments: ["甲局", "丁局"] })],
      [
        { is: "甲局/", joint: all, own: "1" },
        { is: "甲局/", joint: "甲局,丁局", own: "2" },
      ],
    ],
    [
      "同一编号的牵头单位，取写得最全的",
      [joint("甲局", "1", { departments: ["甲局", "乙局"] }), joint("丙局", "3")],
      [{ is: "甲局/1", joint: all, own: "1", others: "3" }],
    ],
    [
      "各区划各是一条",
      [joint("甲局", "1", { division: "东区" }), joint("甲局", "2", { division: "西区" })],
      [
        { is: "甲局/1", joint: all, own: "1" },
        { is: "甲局/1", joint: all, own: "2" },
      ],
    ],
    ["所列单位不在牵头单位之中，不是共同任务", [joint("丁局", "4")], [{ is: "丁局/1", own: "4" }]],
    [
      "只有一个牵头单位，不是共同任务",
      [joint("甲局", "1", { departments: ["甲局"] })],
      [{ is: "甲局/1", own: "1" }],
    ],
    [
      "另写明共同单位的",
      [
        { org: "甲局", actual: "1", taskId: "1", facts: { jointOrgs: ["甲局", "戊局"] } },
        { org: "戊局", actual: "2", taskId: "1" },
      ],
      [{ is: "甲局/1", joint: "甲局,戊局", own: "1", others: "2" }],
    ],
    [
      "写明的共同单位只有一个，不算",
      [{ org: "甲局", actual: "1", taskId: "1", facts: { jointOrgs: ["甲局"] } }],
      [{ is: "甲局/1", own: "1" }],
    ],
    [
      "牵头单位自己另有一项，上级的表逐项列了的归各项，没有写任务的作核对",
      [
        joint("甲局", "1"),
        { org: "甲局", actual: "2", taskId: "2", departments: ["甲局"] },
        {
          org: "甲局",
          actual: "3",
          taskId: "2",
          departments: ["甲局"],
          standing: "superior",
          file: "全市.xlsx",
        },
        { org: "甲局", actual: "4", departments: ["甲局"], standing: "superior", file: "全省.xlsx" },
      ],
      [
        { is: "甲局/2", own: "2", superior: "3", whole: "4" },
        { is: "甲局/1", joint: all, own: "1", whole: "4" },
      ],
    ],
    [
      "上级表中的数是上级的",
      [joint("甲局", "1"), joint("乙局", "5", { standing: "superior", file: "全市.xlsx" })],
      [{ is: "甲局/1", joint: all, own: "1", superior: "5" }],
    ],
  ])("%s", (_, rows, is) => expect(lines(...rows)).toEqual(is));
});

test("一条的各维，取写得最全的；共同单位都在部门之中", () => {
  const dimsOf = (...rows: Row[]) =>
    seriesOf(figuresOf(rows.map((row, line) => ({ line, ...row }))))[0]?.lines[0]?.dims;
  expect(
    dimsOf(
      { org: "甲", actual: "1", division: "东区" },
      { org: "甲", target: "5", program: "就业", file: "台账.xlsx" },
    ),
  ).toEqual({
    division: [{ name: "东区" }],
    program: [{ name: "就业" }],
  });
  expect(
    dimsOf(
      { org: "甲", actual: "1", program: "就业" },
      { org: "甲", target: "5", program: "教育", standing: "superior", file: "全市.xlsx" },
    ),
  ).toEqual({ program: [{ name: "就业" }] });
  expect(
    dimsOf(
      { org: "甲", target: "5", program: "教育", file: "台账.xlsx", targetFacts: { standing: "ledger" } },
      { org: "甲", actual: "1", program: "就业" },
    ),
  ).toEqual({ program: [{ name: "教育" }] });
  const coded = { department: [{ name: "甲局", code: "c1" }] };
  expect(
    dimsOf({ org: "甲局", actual: "1", taskId: "1", facts: { jointOrgs: ["甲局", "乙局"], dims: coded } }),
  ).toEqual({ department: [{ name: "甲局", code: "c1" }, { name: "乙局" }] });
  expect(
    dimsOf(
      { org: "甲局", actual: "1", departments: ["甲局", "乙局"], taskId: "1" },
      { org: "乙局", actual: "1", departments: ["乙局"], taskId: "1" },
    ),
  ).toEqual({
    department: [{ name: "甲局" }, { name: "乙局" }],
  });
});
