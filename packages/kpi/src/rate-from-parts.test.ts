import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const name = "常住人口城镇化率";
const period = "2019-12";
type Said = string | null;
/** One county: its printed rate with a target, and the parts; undefined where it has no such row. */
const county = (
  org: string,
  printed: Said | undefined,
  top: Said,
  bottom: Said,
  more: Partial<Row> = {},
): Row[] => [
  ...(printed === undefined
    ? []
    : [{ org, division: org, indicator: name, unit: "%", actual: printed, line: 1, ...more }]),
  { org, division: org, indicator: "城镇常住人口", unit: "人", actual: top, line: 2 },
  { org, division: org, indicator: "常住人口", unit: "人", actual: bottom, line: 3 },
];
const at = (rows: readonly Row[], division?: string, of = period) => {
  const figures = figuresOf(rows.map((row) => ({ period: of, ...row })));
  return cellOf(
    rollUp(figures, { by: ["division"], period: of }),
    division === undefined ? {} : { division },
    name,
  );
};

describe("率有分子、分母的，哪一级都由分子、分母得出", () => {
  const rows = [...county("子县", "33.3", "1", "3"), ...county("丑区", "62.5", "5", "8")];

  test("一家自己的一格也一样，出处是分子和分母", () => {
    expect(at(rows, "子县")).toMatchObject({ actual: "33.333333" });
    expect(codes(at(rows, "子县"))).toEqual(["fromParts"]);
    expect(at(rows, "子县").sources.map(({ ref }) => ref)).toEqual(["D5", "D6"]);
    expect(at(rows)).toMatchObject({ actual: "54.545455" });
    expect(at(rows).sources).toHaveLength(4);
  });

  test("全部只有一家时，合计就是这家的一格", () => {
    const alone = county("子县", "33.3", "1", "3", { target: "30" });
    const { key: _k, codes: _c, ...own } = at(alone, "子县");
    expect(at(alone)).toMatchObject(own);
    expect(own).toMatchObject({ target: "30", completion: "1.111111", light: "green" });
  });

  test("没有填率而分子、分母齐的，照样得出；不涉及的，没有", () => {
    expect(at(county("子县", null, "1", "4"), "子县")).toMatchObject({ actual: "25", missing: ["子县"] });
    expect(at(county("子县", "—", "1", "4"), "子县")).toMatchObject({ actual: null, light: "notApplicable" });
    expect(at([...rows, ...county("寅县", "—", "100", "100")])).toMatchObject({ actual: "54.545455" });
  });

  test("分子、分母不齐的，是它自己填的率", () => {
    expect(at(county("子县", "33.3", "1", null), "子县")).toMatchObject({ actual: "33.3" });
    expect(codes(at(county("子县", "33.3", "1", null), "子县"))).toEqual([]);
  });

  test("填的率与分子、分母不符的，说明；四舍五入之内的，不说", () => {
    expect(at(county("子县", "40", "1", "4"), "子县").notes).toContainEqual({
      code: "rateDiffers",
      args: { org: "子县", by: "子县", printed: "40", computed: "25" },
    });
    const rounded = county("子县", "33", "1.2", "3.7").map((row) =>
      row.unit === "人" ? { ...row, power: 4 } : row,
    );
    expect(codes(at(rounded, "子县"))).toEqual(["fromParts"]);
    const superior: Row = {
      org: "子县",
      division: "子县",
      indicator: name,
      unit: "%",
      actual: "35",
      standing: "superior",
      file: "全市.xlsx",
      line: 9,
    };
    const checked = at([...county("子县", "33.3", "1", "3"), superior], "子县");
    expect(checked).toMatchObject({ parentReported: "35", difference: "1.666667" });
    expect(codes(checked)).toContain("rateDiffers");
  });

  test("不符的，上面各级的格里也写明是哪一家；一家在一格里有几行的，不写", () => {
    const differs = (rows: readonly Row[], division?: string) =>
      at(rows, division).notes.flatMap(({ code, args }) => (code === "rateDiffers" ? [args] : []));
    const wrong = { org: "寅县", by: "寅县", printed: "30", computed: "25" };
    const all = [...rows, ...county("寅县", "30", "1", "4")];
    expect(differs(all)).toEqual([wrong]);
    expect(at(all)).toMatchObject({ actual: "46.666667" });
    expect(differs(all, "寅县")).toEqual([wrong]);
    expect(differs(all, "子县")).toEqual([]);
    // One county without a numerator: there is no rate of the whole, and 寅县 is wrong all the same
    const partly = [...county("子县", "33.3", null, "3"), ...county("寅县", "30", "1", "4")];
    expect(at(partly).actual).toBeNull();
    expect(differs(partly)).toEqual([wrong]);
    // Of counties that gave the parts and no rate nothing is held against another's
    expect(differs([...county("寅县", "25", "1", "4"), ...county("卯县", undefined, "9", "10")])).toEqual([]);
    const [rate, ...parts] = county("寅县", "30", "1", "4") as [Row, ...Row[]];
    const twice = [
      { ...rate, taskId: "1", program: "甲" },
      { ...rate, taskId: "2", program: "乙", line: 4 },
      ...parts,
    ];
    expect(differs(twice)).toEqual([]);
    // Too low is as wrong as too high; who printed none is not held against its parts
    expect(differs([...rows, ...county("卯县", "20", "1", "4")])).toMatchObject([
      { org: "卯县", printed: "20" },
    ]);
    expect(differs([...rows, ...county("卯县", null, "1", "4")])).toEqual([]);
    expect(differs([...rows, ...county("卯县", "?", "1", "4")])).toEqual([]);
    // In a program without rows of the parts the org brings its others
    const apart = county("寅县", "30", "1", "4", { program: "甲" });
    const inProgram = cellOf(
      rollUp(figuresOf([...rows, ...apart].map((row) => ({ period, ...row }))), { by: ["program"], period }),
      { program: "甲" },
      name,
    );
    expect(inProgram.notes).toContainEqual({ code: "rateDiffers", args: wrong });
  });

  test("有基数的，进展也由分子、分母得出", () => {
    const more = { target: "60", targetFacts: { baseline: "20" as never } };
    expect(at(county("子县", "33.3", "1", "3", more), "子县").notes).toContainEqual({
      code: "progress",
      args: { rate: "0.333333" },
    });
  });
});

describe("各家同一要求", () => {
  const each = (...targets: (string | null)[]) =>
    targets.flatMap((target, index) =>
      county(`县${index}`, "50", "1", "2", target === null ? {} : { target, targetFacts: { bound: "ge" } }),
    );

  test("作为合计的目标，不相加；够不够由总的率说", () => {
    expect(at(each("40", "40", "40"))).toMatchObject({
      target: "40",
      actual: "50",
      completion: "1.25",
      light: "green",
    });
    expect(codes(at(each("40", "40", "40")))).toEqual(["targetRepeated", "fromParts"]);
    expect(at(each("60", "60"))).toMatchObject({ completion: "0.833333", light: "red" });
    expect(at(each("60", "60"), undefined, "2019-06")).toMatchObject({ light: "notDue", pace: null });
  });

  test("有一家不同、没有目标或界限不同的，不作为", () => {
    expect(at(each("40", "45"))).toMatchObject({ target: null, completion: null });
    expect(at(each("40", null))).toMatchObject({ target: null, completion: null });
    const [first, ...rest] = each("40", "40");
    const bound = { ...(first as Row), targetFacts: { bound: "gt" as const } };
    expect(at([bound, ...rest])).toMatchObject({ target: null });
    expect(at([...each("40"), ...county("丑区", undefined, "1", "2")])).toMatchObject({
      actual: "50",
      target: null,
    });
  });

  test("上级另有目标的，以上级的为准", () => {
    const total: Row = {
      org: "全市",
      indicator: name,
      unit: "%",
      target: "55",
      standing: "total",
      file: "全市.xlsx",
      line: 0,
    };
    expect(at([...each("40", "40"), total])).toMatchObject({ target: "55", completion: "0.909091" });
  });
});
