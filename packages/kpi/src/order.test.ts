import { describe, expect, test } from "vitest";
import { groupBy } from "./group-by.ts";
import { grouping, liesIn, orderedKey } from "./grouping.ts";
import { comparePlaces, inOrder, inSheetOrder } from "./order.ts";
import { rollUp } from "./roll-up.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const at = (file: string, sheet: string, ref: string) => ({ kind: "cell" as const, file, sheet, ref });
const fact = (
  name: string,
  standing: "ledger" | "own" | "superior" | "total",
  place?: ReturnType<typeof at>,
) => ({
  name,
  standing,
  ...(place ? { at: place } : {}),
});
const names = (facts: readonly { readonly name: string }[]) => facts.map(({ name }) => name).join("");

describe("位置的先后", () => {
  test.each<[string, ReturnType<typeof at> | undefined, ReturnType<typeof at> | undefined, number]>([
    ["先看文件", at("一", "乙", "A9"), at("二", "甲", "A1"), -1],
    ["再看表", at("一", "丙", "A9"), at("一", "乙", "A1"), -1],
    ["再看行，按数不按字", at("一", "表", "A10"), at("一", "表", "A9"), 1],
    ["再看列，按列不按字", at("一", "表", "AA3"), at("一", "表", "Z3"), 1],
    ["小写的列和绝对引用一样", at("一", "表", "$b$3"), at("一", "表", "B3"), 0],
    ["区域看左上角", at("一", "表", "B3:D9"), at("一", "表", "C3"), -1],
    ["三个字母的列", at("一", "表", "ABC1"), at("一", "表", "ZZ1"), 1],
    ["同一处", at("一", "表", "B3"), at("一", "表", "B3"), 0],
    ["不是引用的最先", at("一", "表", "总计"), at("一", "表", "A1"), -1],
    ["没有位置的在后", undefined, at("一", "表", "A1"), 1],
    ["有位置的在前", at("一", "表", "A1"), undefined, -1],
    ["都没有位置", undefined, undefined, 0],
  ])("%s", (_, a, b, is) => expect(Math.sign(comparePlaces(a, b))).toBe(is));
});

describe("事实的先后", () => {
  test("台账、本单位、上级、合计，再按位置", () => {
    const facts = [
      fact("丁", "total", at("一", "表", "A1")),
      fact("丙", "superior", at("一", "表", "A1")),
      fact("乙", "own", at("一", "表", "A2")),
      fact("甲", "own", at("一", "表", "A1")),
      fact("子", "ledger", at("九", "表", "A9")),
    ];
    expect(names(inOrder(facts))).toBe("子甲乙丙丁");
    expect(names(inOrder([...facts].reverse()))).toBe("子甲乙丙丁");
  });
  test("没有位置的按内容，给的次序不论；原来的数组不动", () => {
    const facts = [fact("b", "own"), fact("a", "own"), fact("c", "own", at("一", "表", "A1"))];
    expect(names(inOrder(facts))).toBe("cab");
    expect(names(inOrder([...facts].reverse()))).toBe("cab");
    expect(names(facts)).toBe("bac");
  });
});

describe("各组的先后", () => {
  const group = (name: string, ...facts: ReturnType<typeof fact>[]) => ({ name, facts });
  const order = (...groups: ReturnType<typeof group>[]) => {
    const sorted = (some: typeof groups) =>
      names(
        inSheetOrder(
          some,
          ({ facts }) => facts,
          ({ name }) => name,
        ),
      );
    expect(sorted([...groups].reverse())).toBe(sorted(groups));
    return sorted(groups);
  };
  test("台账的次序先于上级表的，上级表的先于报表的", () =>
    expect(
      order(
        group("丙", fact("", "own", at("一", "表", "A1"))),
        group("乙", fact("", "superior", at("一", "表", "A5"))),
        group("甲", fact("", "ledger", at("一", "表", "A9"))),
        group("丁", fact("", "total", at("一", "表", "A6"))),
      ),
    ).toBe("甲乙丁丙"));
  test("按各组最前的一处", () =>
    expect(
      order(
        group("乙", fact("", "own", at("一", "表", "A9")), fact("", "own", at("二", "表", "A2"))),
        group("甲", fact("", "own", at("一", "表", "A3"))),
      ),
    ).toBe("乙甲"));
  test("文件名不论，同一处按名称；同一行按列", () => {
    expect(
      order(
        group("乙", fact("", "own", at("一", "表", "A3"))),
        group("甲", fact("", "own", at("二", "表", "A3"))),
      ),
    ).toBe("乙甲");
    expect(
      order(
        group("乙", fact("", "own", at("一", "表", "B3"))),
        group("甲", fact("", "own", at("一", "表", "C3"))),
      ),
    ).toBe("乙甲");
  });
  test("没有位置的在有位置的之后，什么都没有的在最后", () =>
    expect(
      order(
        group("丙"),
        group("乙", fact("", "ledger")),
        group("甲", fact("", "ledger", at("一", "表", "A9"))),
        group("丁", fact("", "own")),
      ),
    ).toBe("甲乙丁丙"));
});

describe("分组", () => {
  const dims = (division: readonly string[], program?: string) => ({
    division: division.map((name) => ({ name, code: `c${name}` })),
    ...(program === undefined ? {} : { program: [{ name: program }] }),
  });
  test("共同的列在每一个之下，没有写的列在空的之下", () => {
    const items = [
      dims(["甲"], "就业"),
      dims(["甲", "乙"], "教育"),
      dims([]),
      { program: [{ name: "就业" }] },
    ];
    const found = grouping(items, (item) => item, ["division", "program"]);
    expect(
      found.map(({ key, codes, items: own }) => [key, codes, own.map((one) => items.indexOf(one as never))]),
    ).toEqual([
      [{ division: "甲", program: "就业" }, { division: "c甲" }, [0]],
      [{ division: "甲", program: "教育" }, { division: "c甲" }, [1]],
      [{ division: "乙", program: "教育" }, { division: "c乙" }, [1]],
      [{ division: "", program: "" }, {}, [2]],
      [{ division: "", program: "就业" }, {}, [3]],
    ]);
    expect(grouping(items, (item) => item, [])).toEqual([{ key: {}, codes: {}, items }]);
  });
  test("代码从写了代码的一处来", () => {
    const items = [{ division: [{ name: "甲" }] }, { division: [{ name: "甲", code: "220102" }] }];
    expect(grouping(items, (item) => item, ["division"])).toEqual([
      { key: { division: "甲" }, codes: { division: "220102" }, items },
    ]);
  });
  test.each<[string, object, Record<string, string>, boolean]>([
    ["名称相同", dims(["甲"]), { division: "甲" }, true],
    ["共同的之一", dims(["甲", "乙"]), { division: "乙" }, true],
    ["名称不同", dims(["甲"]), { division: "乙" }, false],
    ["没有写的在空的之下", {}, { division: "" }, true],
    ["空的列表也是没有写", dims([]), { division: "" }, true],
    ["写了的不在空的之下", dims(["甲"]), { division: "" }, false],
    ["没有写的不在别的之下", {}, { division: "甲" }, false],
    ["期别不看", {}, { period: "2016-10" }, true],
    ["每一项都要相符", dims(["甲"], "就业"), { division: "甲", program: "教育" }, false],
    ["合计包括一切", dims(["甲"]), {}, true],
  ])("%s", (_, of, key, is) => expect(liesIn(of as never, key)).toBe(is));
  test("键按要的次序，期别在其中", () => {
    const key = orderedKey({ program: "就业", division: "甲" }, ["division", "period", "program"], "2016-10");
    expect(Object.entries(key)).toEqual([
      ["division", "甲"],
      ["period", "2016-10"],
      ["program", "就业"],
    ]);
    expect(orderedKey({}, ["division", "period"], undefined)).toEqual({ division: "", period: "" });
  });
  test("按键收拢，先来的在前", () =>
    expect([...groupBy([3, 1, 4, 1, 5], (one) => one % 2)]).toEqual([
      [1, [3, 1, 1, 5]],
      [0, [4]],
    ]));
});

describe("汇总里各组的先后", () => {
  const row = (org: string, more: Partial<Row> = {}): Row => ({
    org,
    division: org,
    target: "9",
    actual: "1",
    ...more,
  });
  const groups = (rows: readonly Row[], placed: boolean) => {
    const { targets, observations } = figuresOf(rows);
    const without = <Fact extends { readonly at?: unknown }>(facts: readonly Fact[]) =>
      placed ? facts : facts.map(({ at: _, ...rest }) => rest as Fact);
    return rollUp(
      { tasks: [], targets: without(targets), observations: without(observations) },
      { by: ["division"] },
    ).cells.flatMap(({ key }) => key.division ?? []);
  };
  const rows = [row("甲县"), row("丙县"), row("乙区")];
  test("没有位置的，按名称的字码，给的先后不改变它", () => {
    // 丙 is U+4E19, 乙 U+4E59, 甲 U+7532
    for (const [a, b, c] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ] as const)
      expect(groups([rows[a], rows[b], rows[c]] as Row[], false)).toEqual(["丙县", "乙区", "甲县"]);
  });
  test("有位置的，按行；没有位置的，台账里的在前", () => {
    expect(groups(rows, true)).toEqual(["甲县", "丙县", "乙区"]);
    const ledger = row("甲县", { targetFacts: { standing: "ledger" } });
    expect(groups([row("丙县"), ledger], false)).toEqual(["甲县", "丙县"]);
  });
});
