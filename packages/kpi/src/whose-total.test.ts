import { describe, expect, test } from "vitest";
import { liesIn } from "./grouping.ts";
import { listingOf } from "./listing.ts";
import { seriesOf } from "./series.ts";
import { figuresOf, type Row } from "./testing/figures.ts";
import { totalOf } from "./whose-total.ts";

const own = (org: string, more: Partial<Row> = {}): Row => ({ org, actual: "1", ...more });
const listed = (org: string, file = "全市.xlsx", more: Partial<Row> = {}): Row =>
  own(org, { standing: "superior", file, ...more });
const total = (org: string, file = "全市.xlsx", more: Partial<Row> = {}): Row =>
  own(org, { standing: "total", file, ...more });
/** Whose total rows are the total of the cell of a key. */
function parents(rows: readonly Row[], key: Readonly<Record<string, string>> = {}): string[] {
  const [series] = seriesOf(figuresOf(rows.map((row, line) => ({ line, ...row }))));
  if (!series) throw new Error("no figures");
  const lines = series.lines.filter(({ dims }) => liesIn(dims, key));
  return series.totals.filter(totalOf(key, lines, series)).map(({ org }) => org);
}

describe("合计行是谁的合计", () => {
  test.each<[string, Row[], string[]]>([
    ["单独的合计行，没有什么说它只是一部分", [own("甲"), own("乙"), total("全市")], ["全市"]],
    ["表中列了各家", [listed("甲"), listed("乙"), total("全市")], ["全市"]],
    [
      "表中列了各家，各家另有自己的报表",
      [listed("甲"), listed("乙"), total("全市"), own("甲"), own("乙")],
      ["全市"],
    ],
    ["表中只列了一部分", [listed("甲"), own("乙"), total("全市")], []],
    ["合计行的单位自己也是一家", [own("甲"), own("乙"), total("甲", "甲.xlsx")], []],
    ["表中只列了合计单位自己", [listed("全市"), own("甲"), total("全市")], []],
    [
      "两家各有合计，都没有列",
      [own("甲"), own("乙"), total("东片", "东.xlsx"), total("西片", "西.xlsx")],
      [],
    ],
    [
      "两家各有合计，各列一部分",
      [listed("甲", "东.xlsx"), listed("乙", "西.xlsx"), total("东片", "东.xlsx"), total("西片", "西.xlsx")],
      [],
    ],
    [
      "全列的在，只列一部分的也在，而前者没有列后者",
      [listed("甲"), listed("乙"), total("全市"), listed("甲", "城区.xlsx"), total("城区", "城区.xlsx")],
      [],
    ],
    [
      "全列的列了只列一部分的",
      [
        listed("甲"),
        listed("乙"),
        listed("城区"),
        total("全市"),
        listed("甲", "城区.xlsx"),
        total("城区", "城区.xlsx"),
      ],
      ["全市"],
    ],
    [
      "一级列一级",
      [listed("甲"), listed("乙"), total("全市"), listed("全市", "全省.xlsx"), total("全省", "全省.xlsx")],
      ["全省"],
    ],
    [
      "互相列着的也算得完",
      [
        listed("甲"),
        listed("乙"),
        total("全市"),
        listed("全市", "全省.xlsx"),
        listed("全省"),
        total("全省", "全省.xlsx"),
      ],
      ["全市", "全省"],
    ],
    [
      "两份表都列了各家",
      [
        listed("甲"),
        listed("乙"),
        total("全市"),
        listed("甲", "另.xlsx"),
        listed("乙", "另.xlsx"),
        total("市局", "另.xlsx"),
      ],
      ["全市", "市局"],
    ],
    [
      "一家分两张表列全",
      [listed("甲"), total("全市"), listed("乙", "另.xlsx"), total("全市", "另.xlsx")],
      ["全市", "全市"],
    ],
    [
      "一张表里两个县各有所辖的乡镇，没有合计行：哪一个县都不是全部的合计",
      [
        total("甲县", "全市.xlsx", { facts: { over: ["子镇"] } }),
        listed("子镇"),
        total("乙县", "全市.xlsx", { facts: { over: ["丑镇"] } }),
        listed("丑镇"),
      ],
      [],
    ],
    [
      "两个县之上还有全市，全市是合计",
      [
        total("全市", "全市.xlsx", { facts: { over: ["甲县", "乙县", "子镇", "丑镇"] } }),
        total("甲县", "全市.xlsx", { facts: { over: ["子镇"] } }),
        listed("子镇"),
        total("乙县", "全市.xlsx", { facts: { over: ["丑镇"] } }),
        listed("丑镇"),
      ],
      ["全市"],
    ],
    ["本单位的行不是列表", [own("甲", { file: "全市.xlsx" }), own("乙"), total("全市")], ["全市"]],
    [
      "台账也是列表：没有列全",
      [
        own("甲", { target: "5", file: "全市.xlsx", targetFacts: { standing: "ledger" } }),
        own("乙"),
        total("全市"),
      ],
      [],
    ],
    [
      "台账也是列表：列全了",
      [
        own("甲", { target: "5", file: "全市.xlsx", targetFacts: { standing: "ledger" } }),
        own("乙", { target: "5", file: "全市.xlsx", targetFacts: { standing: "ledger" } }),
        total("全市"),
      ],
      ["全市"],
    ],
    [
      "没有位置的合计行单独看",
      [listed("甲"), own("乙"), total("全市", "全市.xlsx", { facts: { at: undefined as never } })],
      ["全市"],
    ],
    [
      "各家都在这个单位之内",
      [own("甲", { division: "城区" }), own("乙", { division: "城区" }), total("城区")],
      ["城区"],
    ],
    [
      "有的在这个单位之内，有的不在",
      [own("甲", { division: "城区" }), own("乙", { division: "县域" }), total("城区")],
      [],
    ],
    [
      "共同任务的一家，不是合计",
      [own("甲局", { departments: ["甲局", "乙局"], taskId: "1" }), own("丙局"), total("乙局")],
      [],
    ],
    [
      "列了共同任务的一家就是列了这项",
      [
        own("甲局", { departments: ["甲局", "乙局"], taskId: "1" }),
        listed("乙局", "全市.xlsx", { taskId: "1", departments: ["甲局", "乙局"] }),
        listed("丙局"),
        total("全市"),
      ],
      ["全市"],
    ],
  ])("%s", (_, rows, is) => expect(parents(rows)).toEqual(is));

  test("不同表中的行不是同一个列表", () => {
    const sheet = (name: string) => ({
      facts: { at: { kind: "cell" as const, file: "全市.xlsx", sheet: name, ref: "D9" } },
    });
    expect(
      parents([listed("甲", "全市.xlsx", sheet("一")), own("乙"), total("全市", "全市.xlsx", sheet("二"))]),
    ).toEqual(["全市"]);
    expect(
      parents([listed("甲", "全市.xlsx", sheet("一")), own("乙"), total("全市", "全市.xlsx", sheet("一"))]),
    ).toEqual([]);
  });
});

describe("合计行与一格相符", () => {
  const inside = (org: string, division: string, program?: string) =>
    own(org, { division, ...(program ? { program } : {}) });
  test.each<[string, Row[], Record<string, string>, string[]]>([
    [
      "写明了区划的，就是那一格的",
      [inside("甲", "甲县"), inside("乙", "乙县"), total("甲县", "甲县.xlsx", { division: "甲县" })],
      { division: "甲县" },
      ["甲县"],
    ],
    [
      "写明的是另一个区划",
      [inside("甲", "甲县"), inside("乙", "乙县"), total("乙县", "乙县.xlsx", { division: "乙县" })],
      { division: "甲县" },
      [],
    ],
    ["没有写区划的，不是哪一格的", [inside("甲", "甲县"), total("全市")], { division: "甲县" }, []],
    [
      "写明了区划的，不是全市的",
      [inside("甲", "甲县"), inside("乙", "乙县"), total("甲县", "甲县.xlsx", { division: "甲县" })],
      {},
      [],
    ],
    [
      "写明了项目的一格",
      [
        inside("甲", "甲县", "就业"),
        inside("乙", "乙县", "教育"),
        total("全市", "全市.xlsx", { program: "就业" }),
      ],
      { program: "就业" },
      ["全市"],
    ],
    [
      "别的项目的一格",
      [
        inside("甲", "甲县", "就业"),
        inside("乙", "乙县", "教育"),
        total("全市", "全市.xlsx", { program: "就业" }),
      ],
      { program: "教育" },
      [],
    ],
    [
      "写明了项目而还有别的项目，不是全部的",
      [
        inside("甲", "甲县", "就业"),
        inside("乙", "乙县", "教育"),
        total("全市", "全市.xlsx", { program: "就业" }),
      ],
      {},
      [],
    ],
    [
      "写明了项目而都是这个项目，是全部的",
      [
        inside("甲", "甲县", "就业"),
        inside("乙", "乙县", "就业"),
        total("全市", "全市.xlsx", { program: "就业" }),
      ],
      {},
      ["全市"],
    ],
    [
      "写明了项目而有的没有写项目",
      [inside("甲", "甲县", "就业"), inside("乙", "乙县"), total("全市", "全市.xlsx", { program: "就业" })],
      {},
      ["全市"],
    ],
    [
      "写明了区划的，哪怕它自己也是一家",
      [inside("县局", "甲县"), inside("乙", "甲县"), total("县局", "县局.xlsx", { division: "甲县" })],
      { division: "甲县" },
      ["县局"],
    ],
    [
      "别的层级也一样",
      [
        own("县局", { facts: { dims: { region: [{ name: "东片" }] } } }),
        total("县局", "县局.xlsx", { facts: { dims: { region: [{ name: "东片" }] } } }),
      ],
      { region: "东片" },
      ["县局"],
    ],
    [
      "只写明项目的，自己是一家就不是合计",
      [inside("县局", "甲县", "就业"), total("县局", "县局.xlsx", { program: "就业" })],
      { program: "就业" },
      [],
    ],
    [
      "只写明部门的，自己是一家就不是合计",
      [own("县局", { departments: ["甲局"] }), total("县局", "县局.xlsx", { departments: ["甲局"] })],
      { department: "甲局" },
      [],
    ],
    [
      "只看期别的，自己是一家就不是合计",
      [own("县局"), own("乙"), total("县局", "县局.xlsx")],
      { period: "2019-12" },
      [],
    ],
    [
      "都在一个区划之内，写明区划的也不是全部的",
      [inside("甲", "甲县"), total("县局", "县局.xlsx", { division: "甲县" })],
      {},
      [],
    ],
    ["期别不看", [inside("甲", "甲县"), total("全市")], { period: "2019-12" }, ["全市"]],
    [
      "部门的一格，合计行就是这个部门的",
      [
        own("市局", { departments: ["市局"] }),
        own("科室", { departments: ["市局"] }),
        total("市局", "市局.xlsx", { departments: ["市局"] }),
      ],
      { department: "市局" },
      ["市局"],
    ],
    [
      "共同写明的几个部门之一",
      [own("甲局", { departments: ["甲局"] }), total("全市", "全市.xlsx", { departments: ["甲局", "乙局"] })],
      { department: "甲局" },
      ["全市"],
    ],
  ])("%s", (_, rows, key, is) => expect(parents(rows, key)).toEqual(is));
});

test("合计行所列的单位，和它们所列的", () => {
  const listing = (rows: Row[]) => {
    const { targets, observations } = figuresOf(rows);
    return [...listingOf([...targets, ...observations])].map(([org, orgs]) => [org, [...orgs].sort()]);
  };
  expect(listing([own("甲"), listed("乙")])).toEqual([]);
  expect(
    listing([
      listed("甲"),
      listed("全市", "全省.xlsx"),
      total("全市"),
      total("全省", "全省.xlsx"),
      own("丙", { file: "全市.xlsx" }),
    ]),
  ).toEqual([
    ["全市", ["甲"]],
    ["全省", ["全市", "甲"].sort()],
  ]);
  expect(listing([total("全市")])).toEqual([["全市", []]]);
});
