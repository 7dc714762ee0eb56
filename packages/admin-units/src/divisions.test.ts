/// <reference types="node" />
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asOf } from "./day.ts";
import { childrenOf, divisionIndex, divisionOf, historyOf, lineOf } from "./divisions.ts";
import { resolve } from "./resolve.ts";

const facts = readFileSync(new URL("../data/divisions.tsv", import.meta.url), "utf8")
  .replace(/\n$/, "")
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

describe("the pack", () => {
  test("gives back every fact", () => {
    const unpacked = divisionIndex().all.map((one) => [
      one.code,
      one.name,
      one.level,
      one.parent ?? "",
      one.until === undefined || one.untilPrecision === "year" ? "" : one.until,
      one.document ?? "",
      one.successors.join(","),
      one.note ?? "",
    ]);
    const expected = facts.map(([code, name, level, parent, , , untilDay, document, successors, note]) => [
      code,
      name,
      level,
      parent,
      untilDay,
      document,
      successors,
      note,
    ]);
    expect(unpacked).toEqual(expected);
  });

  test("gives back the years of beginning and end", () => {
    const rows = divisionIndex().all;
    expect(rows).toHaveLength(facts.length);
    rows.forEach((one, at) => {
      const [, , , , from = "", until = "", untilDay = ""] = facts[at] ?? [];
      expect(one.from === undefined ? "1981" : from, one.code).toBe(from);
      expect(one.until === undefined ? "" : until, one.code).toBe(until);
      if (untilDay === "" && until !== "") expect(one.until).toBe(`${until}-12-31`);
      if (one.from !== undefined && one.until !== undefined)
        expect(one.from < one.until, `${one.code} ${one.name}`).toBe(true);
    });
  });
});

test("every current county answers to its full path with its code", () => {
  const wrong = divisionIndex()
    .all.filter((one) => one.level !== "province" && divisionOf(one.code) === one)
    .flatMap((one) => {
      const path = lineOf(one, asOf)
        .reverse()
        .map((step) => step.name)
        .join("");
      const answer = resolve(path);
      return answer.code === one.code ? [] : [`${path} ${one.code} ${answer.type} ${answer.code}`];
    });
  expect(wrong).toEqual([]);
});

test("130503 桥西区于2020年更名信都区", () => {
  expect(divisionOf("130503", "2019-12-31")?.name).toBe("桥西区");
  expect(divisionOf("130503")?.name).toBe("信都区");
  expect(historyOf("130503").map((one) => one.name)).toEqual(["桥西区", "信都区"]);
});

test("省直辖县级市挂在省下", () => {
  expect(divisionOf("419001")?.parent).toBe("410000");
  expect(childrenOf("659000")).toEqual([]);
  expect(childrenOf("650000").map((one) => one.name)).toContain("石河子市");
});
