/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolve } from "./resolve.ts";
import { towns } from "./towns.ts";

const lines = (file: string): string[][] =>
  readFileSync(new URL(`../data/${file}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

describe("the pack", () => {
  test("gives back every town", () => {
    const current = towns.all().filter((one) => one.until === undefined);
    expect(current.map((one) => [one.code, one.name])).toEqual(lines("towns.tsv"));
  });

  test("gives back every ended town with its year and document", () => {
    let document = "";
    const expected = lines("township-changes.tsv").flatMap(
      ([year, oldCode, oldName, , newCode, newName, printed = ""]) => {
        if (printed !== "") document = printed;
        if (oldCode === "" || oldName === "" || (oldCode === newCode && oldName === newName)) return [];
        return [`${oldCode} ${oldName} ${year}-12-31 ${document}`];
      },
    );
    const ended = towns.all().filter((one) => one.until !== undefined);
    const actual = ended.map((one) => `${one.code} ${one.name} ${one.until} ${one.document ?? ""}`);
    expect(actual.sort()).toEqual(expected.sort());
  });
});

const south = { within: "220102", on: "2016-05-01", towns };

test.each([
  ["自强街道", south, { type: "division", code: "220102002", level: "township", parent: "220102" }],
  ["自强街道办事处", south, { type: "department", parent: "220102002", department: "street-office" }],
  [
    "许衡办事处",
    { within: "410803", towns },
    { type: "department", parent: "410803008", name: "许衡街道办事处" },
  ],
  [
    "东峤镇人民政府",
    { within: "350305", towns },
    { type: "department", parent: "350305104", department: "government" },
  ],
  ["自强街道", { within: "220100", towns }, { type: "division", code: "220102002" }],
  ["自强街道", { within: "220105", towns }, { type: "unknown" }],
] as const)("%s", (name, options, expected) => {
  expect(resolve(name, options)).toMatchObject(expected);
});

test("各街乡 are the streets and 乡 of the county on the day", () => {
  const names = (on: string) =>
    resolve("各街乡", { within: "220102", on, towns }).members?.map((one) => one.name);
  expect(names("2016-05-01")).toEqual(expect.arrayContaining(["自强街道", "新春街道", "幸福乡"]));
  expect(names("2016-05-01")).not.toContain("盛世街道");
  expect(names("2024-01-01")).toContain("盛世街道");
});

test("an ended town says when, by which document, and what it became", () => {
  const answer = resolve("南牛乡", { within: "130123", towns });
  expect(answer).toMatchObject({ type: "division", code: "130123200", until: "2023-12-31", ended: true });
  expect(answer.successors.map((one) => one.name)).toEqual(["南牛镇"]);
  expect(answer.evidence).toContainEqual({ code: "document", text: "冀民函〔2023〕3号" });
});
