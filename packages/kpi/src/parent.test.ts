import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

describe("节点检查 (law 6)", () => {
  const rows = (parent: string): Row[] => [
    { org: "子县", indicator: "投资", unit: "元", power: 8, actual: "1.2" },
    { org: "丑区", indicator: "投资", unit: "元", power: 8, actual: "3.4" },
    { org: "全市", indicator: "投资", unit: "元", power: 8, actual: parent, standing: "total" },
  ];
  test("half the last digit × (parts + 1) is allowed: 0.15 for two parts with one place", () => {
    expect(total(rows("4.7"))).toMatchObject({
      actual: "4.6",
      parentReported: "4.7",
      difference: "0.1",
      notes: [],
    });
    expect(codes(total(rows("4.8")))).toEqual(["parentDiffers"]);
  });
  test("whole counts compare exactly", () => {
    const cell = total([
      { org: "子县", actual: "3" },
      { org: "丑区", actual: "4" },
      { org: "全市", actual: "8", standing: "total" },
    ]);
    expect(cell).toMatchObject({ parentReported: "8", difference: "1" });
    expect(codes(cell)).toEqual(["parentDiffers"]);
  });
  test("the superior's own figure can be traced, and is no source of the sum", () => {
    const [cell] = rollUp(figuresOf(rows("4.8"))).cells;
    expect(cell?.parentSources).toHaveLength(1);
    expect(cell?.sources).toHaveLength(2);
    expect(cell?.sources).not.toContainEqual(cell?.parentSources?.[0]);
    expect(rollUp(figuresOf(rows("4.8").slice(0, 2))).cells[0]).not.toHaveProperty("parentSources");
  });
  test("a total of one department is no total of all", () => {
    const rolled = rollUp(
      figuresOf([
        { org: "甲局", departments: ["甲局"], actual: "3" },
        { org: "乙局", departments: ["乙局"], actual: "4" },
        { org: "甲局", departments: ["甲局"], actual: "3", standing: "total", file: "合计.xlsx" },
      ]),
      { by: ["department"] },
    );
    expect(cellOf(rolled).parentReported).toBeNull();
    expect(cellOf(rolled, { department: "甲局" }).parentReported).toBe("3");
  });
  test("the parent's own target stands in where those below have none, and is checked where they have", () => {
    const parent: Row = { org: "全市", target: "100", standing: "total" };
    const own = { org: "子县", actual: "60" };
    expect(total([parent, own])).toMatchObject({ target: "100", actual: "60", completion: "0.6" });
    expect(codes(total([parent, { ...own, target: "90" }]))).toEqual(["parentTargetDiffers"]);
  });
  test("a count with digits after the point is no whole count", () => {
    const people = (parent: string) =>
      codes(
        total([
          { org: "子县", actual: "3.5" },
          { org: "丑区", actual: "4.5" },
          { org: "全市", actual: parent, standing: "total" },
        ]),
      );
    expect(people("8.1")).toEqual([]);
    expect(people("8.2")).toEqual(["parentDiffers"]);
  });
});

describe("取自上级表：自己没有单独的报表的，用上级表里的数", () => {
  const above = (org: string, actual: string, more: Partial<Row> = {}): Row => ({
    org,
    division: org,
    actual,
    standing: "superior",
    file: "全市.xlsx",
    ...more,
  });
  const own = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
    org,
    division: org,
    actual,
    ...more,
  });
  const taken = (rows: readonly Row[], key = {}) =>
    cellOf(rollUp(figuresOf(rows), { by: ["division"] }), key).notes.flatMap(({ code, args }) =>
      code === "fromSuperior" ? [args] : [],
    );
  test("写明是哪几家，取自谁的表", () => {
    const facts = { reporter: "甲市" };
    const rows = [own("子县", "3"), above("丑区", "4", { facts }), above("寅县", "5", { facts })];
    expect(taken(rows)).toEqual([{ orgs: ["丑区", "寅县"], by: "甲市" }]);
    expect(taken(rows, { division: "丑区" })).toEqual([{ orgs: ["丑区"], by: "甲市" }]);
    expect(taken(rows, { division: "子县" })).toEqual([]);
    expect(cellOf(rollUp(figuresOf(rows))).actual).toBe("12");
  });
  test("一家有两项的，只写一次", () => {
    const rows = [
      own("子县", "3"),
      above("丑区", "4", { taskId: "1", target: "9" }),
      above("丑区", "5", { taskId: "2", target: "9" }),
    ];
    expect(taken(rows)).toEqual([{ orgs: ["丑区"], by: "" }]);
  });
  test("全部取自上级表的，不必写；自己报了、留空的，也不是取自上级", () => {
    expect(taken([above("丑区", "4"), above("寅县", "5")])).toEqual([]);
    expect(taken([own("子县", "3"), own("丑区", "2"), above("丑区", "4")])).toEqual([]);
    expect(taken([own("子县", "3"), own("丑区", null), above("丑区", "4")])).toEqual([]);
  });
});

describe("上级只按指标写一个数，而这一家有几项", () => {
  const own = (org: string, taskId: string, actual: string, program = "甲"): Row => ({
    org,
    division: org,
    taskId,
    program,
    target: "10",
    actual,
  });
  const whole: Row = { org: "子县", division: "子县", actual: "9", standing: "superior", file: "全市.xlsx" };
  const rows = [own("子县", "1", "3"), own("子县", "2", "4", "乙"), own("丑区", "3", "5"), whole];
  const at = (key: Record<string, string>) => cellOf(rollUp(figuresOf(rows), { by: Object.keys(key) }), key);
  test("几项都在的格，与它相比，旁边有没有别家都一样", () =>
    expect(at({ division: "子县" })).toMatchObject({ actual: "7", parentReported: "9", difference: "2" }));
  test("只有其中一项的格，不与它相比", () =>
    expect(at({ division: "子县", program: "乙" })).toMatchObject({ actual: "4", parentReported: null }));
  test("合计里写明是哪一家", () =>
    expect(at({}).notes.find(({ code }) => code === "superiorDiffers")?.args).toEqual({
      org: "子县",
      by: "",
      reported: "9",
      used: "7",
      difference: "2",
    }));
});
