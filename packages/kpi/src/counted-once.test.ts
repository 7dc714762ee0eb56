import type { ReturnState } from "@taizhang/model";
import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

describe("只算一次 (law 4)", () => {
  const joint = (org: string, actual: string | null, file: string, more: Partial<Row> = {}): Row => ({
    org,
    departments: ["区住建局", "区城管局"],
    taskId: "7",
    indicator: "改造老旧小区",
    unit: "个",
    actual,
    file,
    ...more,
  });
  test("a joint task is listed under each lead and counts once; the first lead's figure rolls up", () => {
    const rows = [
      joint("区住建局", "8", "住建.xlsx", { target: "10" }),
      joint("区城管局", "9", "城管.xlsx", { target: "10" }),
      { ...joint("区水利局", "3", "水利.xlsx", { target: "5" }), departments: ["区水利局"], taskId: "8" },
    ];
    const rolled = rollUp(figuresOf(rows), { by: ["department"] });
    expect(cellOf(rolled)).toMatchObject({ target: "15", actual: "11", expected: 2, reported: 2 });
    expect(codes(cellOf(rolled))).toEqual(["jointDiffers", "joint"]);
    for (const department of ["区住建局", "区城管局"])
      expect(cellOf(rolled, { department })).toMatchObject({ target: "10", actual: "8", expected: 1 });
  });
  test("the 数据报送单位 decides, and is the one that is missing", () => {
    const facts = { dataOrg: "区城管局" };
    const rows = [
      joint("区住建局", "8", "住建.xlsx", { facts, target: "10" }),
      joint("区城管局", null, "城管.xlsx", { facts }),
    ];
    const cell = total(rows);
    expect(cell).toMatchObject({ actual: null, missing: ["区城管局"], expected: 1 });
    expect(codes(cell)).toEqual(["jointDiffers", "joint"]);
  });
  test("a lead whose own sheet names only itself still shares the task", () => {
    const alone = { ...joint("区城管局", "9", "城管.xlsx"), departments: ["区城管局"] };
    expect(total([joint("区住建局", "8", "住建.xlsx", { target: "10" }), alone])).toMatchObject({
      actual: "8",
    });
  });
  test("a division that only some of the rows state does not part a joint task; two divisions do", () => {
    const own = joint("区住建局", "8", "住建.xlsx", { target: "10" });
    const other = joint("区城管局", "9", "城管.xlsx", { target: "10" });
    expect(total([own, { ...other, division: "南关区" }])).toMatchObject({ target: "10", actual: "8" });
    expect(
      total([
        { ...own, division: "宽城区" },
        { ...other, division: "南关区" },
      ]),
    ).toMatchObject({ target: "20" });
  });
  test("of duplicates the first in the sheet counts, and the other is named", () => {
    const rows: Row[] = [
      { org: "子县", actual: "8", line: 5 },
      { org: "子县", actual: "9", line: 2, file: "子县.xlsx" },
    ];
    const cell = total(rows);
    expect(cell.actual).toBe("9");
    expect(cell.notes).toMatchObject([{ code: "duplicateNotCounted", args: { org: "子县", amount: "8" } }]);
  });
  test("a later version of a return replaces the first and is no duplicate", () => {
    const cell = total([
      { org: "子县", actual: "8", facts: { version: 1, state: "sentBack" } },
      { org: "子县", actual: "9", facts: { version: 2, state: "resubmitted" } },
    ]);
    expect(cell).toMatchObject({ actual: "9", notes: [{ code: "returnStates" }] });
  });
  const returned = (
    actual: string | null,
    version: number,
    state: ReturnState,
    more: Partial<Row> = {},
  ): Row => ({
    org: "子县",
    actual,
    period: "2016-09",
    line: version,
    ...more,
    facts: { version, state },
  });
  const correction = (frozen: string, corrected: string, counted: boolean, period = "2016-09") => [
    { code: "correction", args: { org: "子县", period, frozen, corrected, counted } },
  ];
  test.each<[string, Row[], object, object[]]>([
    [
      "锁定以后报来的更正不计入，并写明",
      [returned("90", 1, "locked"), returned("92", 2, "resubmitted")],
      { actual: "90" },
      correction("90", "92", false),
    ],
    [
      "审核了还没有重新锁定，也不计入",
      [returned("90", 1, "locked"), returned("92", 2, "reviewed")],
      { actual: "90" },
      correction("90", "92", false),
    ],
    [
      "重新锁定的更正计入，并写明原来的数",
      [returned("90", 1, "locked"), returned("92", 2, "locked")],
      { actual: "92" },
      correction("90", "92", true),
    ],
    [
      "更正的数与原来相同，不必说",
      [returned("90", 1, "locked"), returned("90", 2, "resubmitted")],
      { actual: "90" },
      [],
    ],
    [
      "更正到原单位以外的单位，按数值比",
      [
        returned("900", 1, "locked", { unit: "人" }),
        returned("0.09", 2, "resubmitted", { unit: "人", power: 4 }),
      ],
      { actual: "900" },
      [],
    ],
    [
      "锁定时空着，后来补报的不计入",
      [returned(null, 1, "locked"), returned("92", 2, "submitted")],
      { actual: null, missing: ["子县"] },
      correction("", "92", false),
    ],
    [
      "锁定以前的重报，照常以后一次为准",
      [returned("88", 1, "sentBack"), returned("90", 2, "locked")],
      { actual: "90" },
      [],
    ],
    [
      "没有锁定的，以后一次为准",
      [returned("90", 1, "reviewed"), returned("92", 2, "resubmitted")],
      { actual: "92" },
      [],
    ],
    [
      "沿用的是锁定的数",
      [
        returned("90", 1, "locked"),
        returned("92", 2, "resubmitted"),
        { org: "子县", actual: null, period: "2016-10", line: 9 },
        { org: "丑区", actual: "0", period: "2016-10", line: 10 },
      ],
      { actual: "90", atLeast: true },
      [
        { code: "lowerBound" },
        { code: "carriedForward", args: { org: "子县", period: "2016-09", amount: "90" } },
        ...correction("90", "92", false),
      ],
    ],
    [
      "本月报齐的，以前月份的更正不相干",
      [
        returned("90", 1, "locked"),
        returned("92", 2, "resubmitted"),
        { org: "子县", actual: "99", period: "2016-10", line: 9 },
      ],
      { actual: "99" },
      [],
    ],
    [
      "当期数逐月相加，锁定的月份不变",
      [
        returned("5", 1, "locked", { period: "2016-01", measure: "inPeriod" }),
        returned("7", 2, "resubmitted", { period: "2016-01", measure: "inPeriod" }),
        { org: "子县", actual: "4", period: "2016-02", measure: "inPeriod", line: 9 },
      ],
      { actual: "9", atLeast: false },
      correction("5", "7", false, "2016-01"),
    ],
    [
      "另一家没有锁定，不受影响",
      [
        returned("90", 1, "locked"),
        { org: "丑区", actual: "1", period: "2016-09", line: 7 },
        { org: "丑区", actual: "2", period: "2016-09", line: 8, facts: { version: 2 } },
      ],
      { actual: "92" },
      [],
    ],
  ])("%s", (_, rows, is, notes) => {
    const cell = total(rows);
    expect(cell).toMatchObject(is);
    // which states of a return the total uses is said in a note of its own
    const said = cell.notes.filter(({ code }) => code !== "returnStates");
    expect(said).toMatchObject(notes);
    expect(said).toHaveLength(notes.length);
  });
  test("已审 only, where that is asked", () => {
    const rows: Row[] = [
      { org: "子县", actual: "8", facts: { state: "reviewed" } },
      { org: "丑区", actual: "9", facts: { state: "submitted" } },
    ];
    const cell = total(rows, { returns: "reviewed" });
    expect(cell).toMatchObject({ actual: "8", missing: ["丑区"], atLeast: true });
    expect(codes(cell)).toContain("notReviewed");
  });
  test("the return of a ledger's task may leave out the id and word the title otherwise", () => {
    const ledger: Row = {
      org: "子县",
      taskId: "12",
      target: "100",
      targetFacts: { standing: "ledger", taskTitle: "促进就业" },
    };
    const own: Row = { org: "子县", actual: "90", facts: { taskTitle: "就业促进工程" } };
    expect(total([ledger, own])).toMatchObject({ target: "100", actual: "90", completion: "0.9", notes: [] });
  });
});
