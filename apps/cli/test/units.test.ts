import { describe, expect, test } from "vitest";
import { command, document } from "./command.ts";

interface Unit {
  readonly type: string;
  readonly code: string;
  readonly name: string;
  readonly level?: string;
  readonly ended?: boolean;
  readonly successors: readonly string[];
}

describe("units show", () => {
  test.each<[string, string | undefined, Partial<Unit>]>([
    ["220102", undefined, { type: "division", name: "南关区", level: "county", ended: false }],
    ["130503", "2019-12-31", { name: "桥西区", ended: false }],
    ["130503", undefined, { name: "信都区", ended: false }],
    ["320107", undefined, { name: "下关区", ended: true, successors: ["320106"] }],
    ["220102002", undefined, { name: "自强街道", level: "township", ended: false }],
    ["130123200", undefined, { name: "南牛乡", ended: true }],
    ["220173", undefined, { type: "zone", name: "长春高新技术产业开发区", ended: false }],
    ["659001", undefined, { name: "石河子市", level: "county" }],
  ])("%s on %s", async (code, on, expected) => {
    const days = on === undefined ? [] : ["--on", on];
    expect(await document("units", "show", code, ...days)).toMatchObject(expected);
  });

  test("a zone has no level", async () =>
    expect(await document("units", "show", "220173")).not.toHaveProperty("level"));
});

describe("units list", () => {
  test.each<[string, string | undefined, number, string]>([
    ["220000", undefined, 9, "长春市"],
    ["220100", "2016-10-01", 10, "南关区"],
    ["220102", undefined, 14, "自强街道"],
    ["220172", undefined, 12, "净月街道"],
    ["441900", undefined, 36, "莞城街道"],
    ["500000", undefined, 38, "万州区"],
  ])("%s on %s", async (code, on, count, name) => {
    const days = on === undefined ? [] : ["--on", on];
    const { units } = await document<{ units: Unit[] }>("units", "list", code, ...days);
    expect(units).toHaveLength(count);
    expect(units.map((one) => one.name)).toContain(name);
  });
});

test("units history: all that a code has meant", async () => {
  const { units } = await document<{ units: Unit[] }>("units", "history", "533421");
  expect(units.map(({ name }) => name)).toEqual(["中甸县", "香格里拉县"]);
});

test("units resolve: towns and streets are known too", async () => {
  expect(await document("units", "resolve", "自强街道", "--within", "220102")).toMatchObject({
    type: "division",
    code: "220102002",
  });
  const { out } = await command("units", "resolve", "下关区", "--within", "320100");
  expect(out).toContain("鼓楼区 320106");
  expect(out).toContain("国函〔2013〕24号");
});

test.each([
  ["show", "999999"],
  ["list", "000000000"],
  ["history", "__proto__"],
  ["resolve", "南关区", "--within", "999999"],
])("a code that has never been: %j", async (...argv) => {
  const { exit, err, out } = await command("units", ...argv);
  expect(exit).toBe(2);
  expect(out).toBe("");
  expect(err).toContain("没有代码为");
  const printed = await document<{ errors: { code: string }[] }>("units", ...argv);
  expect(printed.errors.map(({ code }) => code)).toEqual(["unknownCode"]);
});
