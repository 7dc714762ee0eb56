import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { decimalOf } from "../scaled.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact, FactFrame } from "./fact.ts";
import type { FactTable } from "./fact-columns.ts";
import { bit } from "./fact-status.ts";
import { actualOf, bitsAt, targetOf } from "./fact-table.ts";
import { changes } from "./live-changes.ts";
import { type FactEdit, liveRollUp } from "./live-roll-up.ts";
import { appendRow, changeRow, checkChange, type FactChange, liveTable, tableNow } from "./live-table.ts";
import { indicators } from "./testing/random-facts.ts";

const key = "城镇新增就业";
const frame: FactFrame = {
  indicators,
  orgs: [
    { name: "子县", in: { division: "子县" } },
    { name: "丑区", in: { division: "丑区" } },
  ],
  dimensions: {
    division: [{ name: "子县" }, { name: "丑区" }],
    program: [{ name: "就业" }, { name: "教育" }],
  },
  measure: "cumulative",
};
const fact = (more: Partial<Fact> = {}): Fact => ({
  org: "子县",
  indicator: key,
  target: 10,
  actual: 4,
  period: "2016-01",
  in: { program: "就业" },
  ...more,
});
const tableOf = (...facts: Fact[]): FactTable => encodeFacts(frame, facts).table;
const said = (table: FactTable, row: number) => {
  const [target, actual] = [targetOf(table, row), actualOf(table, row)].map((one) =>
    one === undefined ? null : decimalOf(one),
  );
  return { target, actual, bits: bitsAt(table, row) };
};

describe("a row is changed in place", () => {
  const { reported, missing, notApplicable, unusable, target, pending, negative, lights } = bit;
  const green = lights << 3;
  const whole = { target: "10", actual: "4", bits: reported | target | green };
  test.each<[string, FactChange, object]>([
    ["nothing", {}, whole],
    ["the actual", { actual: 5 }, { ...whole, actual: "5" }],
    ["zero is a figure", { actual: 0 }, { ...whole, actual: "0" }],
    ["below zero", { actual: -5 }, { ...whole, actual: "-5", bits: whole.bits | negative }],
    [
      "beyond the column",
      { actual: decimal("-0.0000001") },
      { ...whole, actual: "-0.0000001", bits: whole.bits | negative },
    ],
    ["beyond it, above zero", { actual: decimal("0.0000001") }, { ...whole, actual: "0.0000001" }],
    ["taken away", { actual: null }, { ...whole, actual: null, bits: missing | target | green }],
    ["missing", { status: "missing" }, { ...whole, actual: null, bits: missing | target | green }],
    ["不涉及", { status: "notApplicable" }, { target: null, actual: null, bits: notApplicable }],
    ["unusable", { status: "unusable" }, { ...whole, actual: null, bits: unusable | target | green }],
    [
      "taken away as 不涉及",
      { actual: null, status: "notApplicable" },
      { target: null, actual: null, bits: notApplicable },
    ],
    ["reported still", { status: "reported" }, whole],
    ["the target", { target: decimal("12.5") }, { ...whole, target: "12.5" }],
    ["a target of zero", { target: 0 }, { ...whole, target: "0" }],
    ["a great target", { target: decimal("9007199255") }, { ...whole, target: "9007199255" }],
    ["no target", { target: null }, { ...whole, target: null, bits: reported | green }],
    ["待下达", { pending: true }, { ...whole, target: null, bits: reported | pending | green }],
    ["not 待下达 leaves a target", { pending: false }, whole],
    ["another light", { light: "red" }, { ...whole, bits: reported | target | (lights << 6) }],
    ["no light", { light: null }, { ...whole, bits: reported | target }],
  ])("%s", (_, change, is) => {
    const live = liveTable(tableOf(fact({ light: "green" }), fact({ org: "丑区" })));
    changeRow(live, 0, change);
    expect(said(live.table, 0)).toEqual(is);
    expect(said(live.table, 1)).toEqual({ target: "10", actual: "4", bits: reported | target });
  });

  test("what no longer stands leaves nothing behind: no great amount, no sign, no 待下达", () => {
    const live = liveTable(tableOf(fact({ target: decimal("9007199255"), actual: decimal("-9007199255") })));
    changeRow(live, 0, { target: 3, actual: 2 });
    expect(said(live.table, 0)).toEqual({ target: "3", actual: "2", bits: reported | target });
    expect([live.spills.target.size, live.spills.actual.size]).toEqual([0, 0]);
    changeRow(live, 0, { pending: true });
    expect(said(live.table, 0)).toMatchObject({ target: null, bits: reported | pending });
    changeRow(live, 0, { target: 7 });
    expect(said(live.table, 0)).toMatchObject({ target: "7", bits: reported | target });
  });

  test.each([
    ["a target", decimal("5")],
    ["a target of zero", decimal("0")],
    ["a great one", decimal("9007199255")],
  ])("待下达 taken back brings %s back, once and not after it was changed", (_, amount) => {
    const live = liveTable(tableOf(fact({ target: amount })));
    const back = { target: amount, bits: reported | target };
    const none = { target: null, bits: reported };
    changeRow(live, 0, { pending: true });
    changeRow(live, 0, { pending: true, actual: 4 });
    changeRow(live, 0, { pending: false });
    expect(said(live.table, 0)).toMatchObject(back);
    changeRow(live, 0, { pending: true });
    changeRow(live, 0, { target: null });
    changeRow(live, 0, { pending: false });
    expect(said(live.table, 0)).toMatchObject(none);
    changeRow(live, 0, { pending: true });
    changeRow(live, 0, { pending: false });
    expect(said(live.table, 0)).toMatchObject(none);
    expect(live.held.size).toBe(0);
  });

  test("the table that was given is not touched", () => {
    const given = tableOf(fact({ actual: decimal("9007199255"), jointOrgs: ["丑区"] }));
    const before = structuredClone({ ...given, indicators: 0 });
    const live = liveTable(given);
    changeRow(live, 0, { target: 1, actual: 1, light: "red" });
    live.joint.delete(0);
    appendRow(live, fact(), (_dimension, _name) => 0);
    expect(structuredClone({ ...given, indicators: 0 })).toEqual(before);
  });
});

describe("a change that contradicts itself", () => {
  test.each<[string, FactChange, "missing" | "reported", string | undefined]>([
    [
      "an amount that is missing",
      { actual: 5, status: "missing" },
      "reported",
      'An actual of 5 whose status is "missing": leave one of the two out',
    ],
    [
      "an amount that is 不涉及",
      { actual: 0, status: "notApplicable" },
      "reported",
      'An actual of 0 whose status is "notApplicable": leave one of the two out',
    ],
    ["null that is missing", { actual: null, status: "missing" }, "reported", undefined],
    ["an amount that is reported", { actual: 5, status: "reported" }, "missing", undefined],
    [
      "reported without one",
      { status: "reported" },
      "missing",
      'A status of "reported" without an actual: give the amount, or another status',
    ],
    ["reported as it was", { status: "reported" }, "reported", undefined],
    [
      "reported and taken away",
      { actual: null, status: "reported" },
      "reported",
      'A status of "reported" without an actual: give the amount, or another status',
    ],
    ["no number", { target: Number.NaN }, "reported", "Not an amount: NaN"],
    ["a text that is no decimal", { actual: "" as never }, "reported", "Not an amount: "],
    ["no target", { target: null }, "missing", undefined],
  ])("%s", (_, change, was, says) => {
    const check = () => checkChange(change, was);
    if (says === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(new RangeError(says));
  });
  test("a new row was missing before", () =>
    expect(() => checkChange({ status: "reported" })).toThrow(RangeError));
});

describe("rows come and go", () => {
  const given = () =>
    tableOf(
      fact({ actual: decimal("9007199255") }),
      fact({ org: "丑区", period: "2016-02", in: { program: "教育" }, jointOrgs: ["子县"] }),
      fact({ target: decimal("0.0000001"), period: "2016-02" }),
    );
  test("as they are, they are the table that was given", () => {
    const table = given();
    const now = tableNow(liveTable(table));
    expect(now).toEqual(table);
    expect(now.org).not.toBe(table.org);
  });
  test("one that is gone closes up, with what stands beside the columns", () => {
    const live = liveTable(given());
    live.dead.add(0);
    const now = tableNow(live);
    expect(now.size).toBe(2);
    expect([...now.org]).toEqual([1, 0]);
    expect([...(now.period ?? [])]).toEqual([1, 1]);
    expect([...(now.codes.program ?? [])]).toEqual([1, 0]);
    expect([...now.joint]).toEqual([[0, [0]]]);
    expect([now.spills.actual.size, [...now.spills.target.keys()]]).toEqual([0, [1]]);
    expect(said(now, 1).target).toBe("0.0000001");
  });
  test("an appended one has no figures, and the columns double where they are full", () => {
    const live = liveTable(given());
    const room = live.table.org.length;
    const code = (dimension: string, name: string) =>
      (
        ({
          org: ["子县", "丑区"],
          indicator: [key],
          period: ["2016-01", "2016-02"],
          program: ["就业", "教育"],
        })[dimension] ?? []
      ).indexOf(name);
    for (let row = 3; row <= room; row++)
      expect(appendRow(live, fact({ org: "丑区", period: "2016-02", in: { program: "教育" } }), code)).toBe(
        row,
      );
    expect(live.table.org.length).toBe(2 * room);
    expect(live.table.target.length).toBe(2 * room);
    expect(live.codes.program?.length).toBe(2 * room);
    expect(live.table.size).toBe(room + 1);
    expect(said(live.table, room)).toEqual({ target: null, actual: null, bits: bit.missing });
    expect([live.table.org[room], live.table.period?.[room], live.codes.program?.[room]]).toEqual([1, 1, 1]);
    expect(said(live.table, 0).actual).toBe("9007199255");
    expect(tableNow(live).codes.program?.length).toBe(room + 1);
  });
});

describe("changed cells are told once each", () => {
  test("few or many", () => {
    const { list, add } = changes();
    for (let turn = 0; turn < 2; turn++) for (let at = 0; at < 100; at++) add(at % 2, at % 10, at % 25);
    const names = list.map(({ set, group, indicator }) => `${set} ${group} ${indicator}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(50);
  });
  test("a set, a group or an indicator that differs is another cell", () => {
    const { list, add } = changes();
    for (const [set, group, indicator] of [
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ] as const)
      add(set, group, indicator);
    expect(list).toHaveLength(4);
    expect(list[1]).toEqual({ set: 1, group: 0, indicator: 0 });
  });
});

describe("edits of a live roll-up", () => {
  const start = (...facts: Fact[]) =>
    liveRollUp(tableOf(...facts), { sets: [{}, { division: 1 }, { program: 1 }] });
  const rows = [fact(), fact({ org: "丑区", in: { program: "教育" } })];

  test.each<[string, FactEdit, string]>([
    [
      "a row below the first",
      { row: -1, change: {} },
      "No row -1 in the table: give one from 0 to 1 that was not removed",
    ],
    [
      "a row beyond the last",
      { row: 2, change: {} },
      "No row 2 in the table: give one from 0 to 1 that was not removed",
    ],
    [
      "a row that is half one",
      { row: 0.5, change: { actual: 5 } },
      "No row 0.5 in the table: give one from 0 to 1 that was not removed",
    ],
    [
      "a row to take back that is not there",
      { remove: 7 },
      "No row 7 in the table: give one from 0 to 1 that was not removed",
    ],
    ["no such org", { add: fact({ org: "寅县" }) }, "No org 寅县 in the table"],
    ["no such indicator", { add: fact({ indicator: "就业" }) }, "No indicator 就业 in the table"],
    ["no such period", { add: fact({ period: "2016-07" }) }, "No period 2016-07 in the table"],
    ["no such program", { add: fact({ in: { program: "住房" } }) }, "No program 住房 in the table"],
    ["no such dimension", { add: fact({ in: { park: "东" } }) }, "No dimension park of facts in the table"],
    [
      "a row without a change",
      { row: 0, chnage: { actual: 5 } } as never,
      "An edit of row 0 that changes nothing: give its change, or { remove: 0 }",
    ],
    [
      "a field that is not one",
      { row: 0, change: { acutal: 5 } as FactChange },
      "No field acutal in a change; there are target, pending, actual, status, light",
    ],
    [
      "a unit: amounts of a change are in the indicator's",
      { row: 0, change: { actual: 5, unit: "万人" } as FactChange },
      "No field unit in a change; there are target, pending, actual, status, light",
    ],
    ["no such status", { row: 0, change: { status: "done" as never } }, "No such status: done"],
    ["no such light", { add: fact({ light: "blue" as never }) }, "No such light: blue"],
    [
      "待下达 beside a target",
      { row: 0, change: { pending: true, target: 5 } },
      "A target of 5 that is pending: leave one of the two out",
    ],
    ["no such other lead", { add: fact({ jointOrgs: ["寅县"] }) }, "No org 寅县 in the table"],
    ["another unit", { add: fact({ unit: "万元" }) }, "10 万元 is no amount in 人"],
    ["a text that is no decimal", { add: fact({ actual: "" as never }) }, "  is no amount in 人"],
    [
      "reported without an amount",
      { add: fact({ actual: null, status: "reported" }) },
      'A status of "reported" without an actual: give the amount, or another status',
    ],
    [
      "an amount whose status says that there is none",
      { add: fact({ actual: 0, status: "notApplicable" }) },
      'An actual of 0 whose status is "notApplicable": leave one of the two out',
    ],
  ])("%s is refused and changes nothing", (_, edit, says) => {
    const live = start(...rows);
    const before = live.cells();
    expect(() => live.apply([edit])).toThrow(new RangeError(says));
    expect(live.cells()).toEqual(before);
    expect(live.table()).toEqual(tableOf(...rows));
  });

  test.each<[string, Partial<Fact>]>([
    ["with both figures", {}],
    ["blank", { actual: null }],
    ["without a word of its actual", { actual: undefined as never }],
    ["without a target", { target: null }],
    ["with no word of its target", { target: undefined as never }],
    ["待下达", { pending: true, target: null }],
    ["不是待下达", { pending: false }],
    ["不涉及", { actual: null, status: "notApplicable" }],
    ["missing, as it says", { actual: null, status: "missing" }],
    ["reported", { status: "reported" }],
    ["with a light", { light: "yellow" }],
    ["in 万人", { unit: "万人" }],
  ])("a fact that is added counts as one that was there: %s", (_, more) => {
    const one = fact({ org: "丑区", ...more });
    const live = start(...rows);
    live.apply([{ add: one }]);
    expect(live.cells()).toEqual(start(...rows, one).cells());
    expect(live.table()).toEqual(tableOf(...rows, one));
  });

  test("a listener hears of its cell alone, and of nothing once it has stopped", () => {
    const live = start(...rows);
    const heard: (string | null | undefined)[] = [];
    const stop = live.watch({ division: "丑区" }, key, (cell) => heard.push(cell?.actual));
    live.watch({ division: "卯区" }, key, () => heard.push("no such group"));
    expect(() => live.watch({ division: "丑区" }, "就业", () => heard.push("no such indicator"))).toThrow(
      new RangeError(
        `No indicator 就业 in the table; there are ${frame.indicators.map((one) => one.key).join(", ")}`,
      ),
    );
    live.watch({ program: "就业" }, key, () => heard.push("another set"));
    live.apply([{ row: 1, change: { actual: 6 } }]);
    expect(heard).toEqual(["6"]);
    live.apply([{ remove: 1 }]);
    expect(heard).toEqual(["6", undefined]);
    stop();
    live.apply([{ add: rows[1] as Fact }]);
    expect(heard).toEqual(["6", undefined]);
  });

  test("cells and keys of what changed can be read, and a cell that is empty now is none", () => {
    const live = start(...rows);
    const seen: unknown[] = [];
    const stop = live.subscribe((changed) => {
      seen.push(changed.map((one) => [Object.values(live.keyOf(one))[0], live.cellOf(one)?.actual]));
    });
    live.apply([{ row: 0, change: { actual: 7 } }]);
    live.apply([{ remove: 1 }]);
    expect(seen).toEqual([
      expect.arrayContaining([
        [undefined, "11"],
        ["子县", "7"],
        ["就业", "7"],
      ]),
      expect.arrayContaining([
        [undefined, "7"],
        ["丑区", undefined],
        ["教育", undefined],
      ]),
    ]);
    stop();
    live.apply([{ row: 0, change: { actual: 8 } }]);
    expect(seen).toHaveLength(2);
    expect(live.cellOf({ set: 9, group: 0, indicator: 0 })).toBeUndefined();
    expect(live.cell({ division: "卯区" }, key)).toBeUndefined();
    expect(live.cell({}, "就业")).toBeUndefined();
    expect(live.cell({ division: "子县" }, key)?.actual).toBe("8");
  });

  test("nothing that changes nothing is told", () => {
    const live = start(...rows);
    let told = 0;
    live.subscribe(() => told++);
    live.apply([]);
    live.apply([{ row: 0, change: {} }]);
    live.apply([{ row: 0, change: { actual: 4, target: 10 } }]);
    expect(told).toBe(0);
  });
});
