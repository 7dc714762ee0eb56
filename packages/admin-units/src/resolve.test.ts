/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import specs from "../specs/names.json" with { type: "json" };
import { departments } from "./departments.ts";
import { childrenOf, divisionIndex, divisionOf, isInForce } from "./divisions.ts";
import { resolve } from "./resolve.ts";
import { towns } from "./towns.ts";

interface Case {
  name: string;
  within?: string;
  on?: string;
  is: {
    type: string;
    code?: string;
    name?: string;
    short?: string;
    parent?: string;
    department?: string;
    until?: string;
    successors?: string[];
    members?: string[] | number;
    candidates?: string[] | number;
    suggests?: string;
    evidence?: string[];
  };
}

const cases = specs as Case[];

describe("specs/names.json", () => {
  test("has at least 150 names", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });

  test.each(cases)("$name within $within on $on", ({ name, within, on, is }) => {
    const answer = resolve(name, { within, on });
    const { until, successors, members, candidates, suggests, evidence, ...same } = is;
    expect(answer).toMatchObject(same);
    expect(answer.ended === true ? answer.until : undefined).toBe(until);
    expect(answer.successors.map((one) => one.code ?? one.short ?? one.name)).toEqual(successors ?? []);
    const memberCodes = answer.members?.map((one) => one.code);
    expect(typeof members === "number" ? memberCodes?.length : memberCodes).toEqual(members);
    const candidateNames = answer.candidates?.map((one) => one.code ?? `${one.name}@${one.parent ?? ""}`);
    expect(typeof candidates === "number" ? candidateNames?.length : candidateNames).toEqual(candidates);
    const [first] = answer.suggestions ?? [];
    expect(first?.code ?? first?.name).toBe(suggests);
    expect(answer.evidence.map((one) => one.code)).toEqual(expect.arrayContaining(evidence ?? []));
  });
});

// the plans in which the mentions of the field stand: their division and day
const plans: Record<string, { within: string; on: string }> = {
  "000": { within: "410803", on: "2014-06-01" },
  "003": { within: "350305", on: "2011-06-01" },
  "004": { within: "220102", on: "2016-05-01" },
};
const mentions = new URL("../../../../shared/data/admin-units/seed-mentions-fields.json", import.meta.url);

test.skipIf(!existsSync(mentions))("every mention of the field resolves, but for the masked one", () => {
  const seeds = JSON.parse(readFileSync(mentions, "utf8")) as { mention: string; docs: string[] }[];
  const open = seeds.filter(
    ({ mention, docs: [doc = ""] }) => resolve(mention, { ...plans[doc], towns }).type === "unknown",
  );
  expect(seeds).toHaveLength(62);
  expect(open.map(({ mention }) => mention)).toEqual(["****西部产业集聚区管委会"]);
});

test("a full name within its parent is that division, on any day of its life", () => {
  const wrong = divisionIndex()
    .all.filter((one) => one.parent !== undefined)
    .flatMap((one) => {
      const on = one.from ?? "1982-01-01";
      if (!isInForce(one, on)) return [];
      const answer = resolve(one.name, { within: one.parent, on });
      if (answer.code === one.code) return [];
      return answer.candidates?.some((other) => other.code === one.code)
        ? []
        : [`${one.code} ${one.name} ${on}`];
    });
  expect(wrong).toEqual([]);
});

test("an ambiguous answer has at least two candidates, all in force or all ended", () => {
  for (const { name } of divisionIndex().all) {
    const { type, candidates = [] } = resolve(name);
    if (type !== "ambiguous") continue;
    expect(candidates.length, name).toBeGreaterThan(1);
    expect(
      new Set(candidates.map((one) => one.until === undefined || one.until > "2024-12-31")).size,
      name,
    ).toBe(1);
  }
});

test("each county has a parent that has it as a child", () => {
  const lost = divisionIndex()
    .all.filter((one) => one.parent !== undefined && divisionOf(one.code) === one)
    .filter((one) => !childrenOf(one.parent ?? "").includes(one));
  expect(lost).toEqual([]);
});

test("every name of the table of departments is known on some day", () => {
  const days = ["2002-06-01", "2006-06-01", "2012-06-01", "2016-06-01", "2020-06-01", "2024-06-01"];
  const lost = departments().flatMap((one) =>
    Object.values(one.names)
      .map((name) => name.replace("~", ""))
      .filter((name) => days.every((on) => resolve(name, { on }).type === "unknown")),
  );
  expect(lost).toEqual([]);
});

test("a town's paper is looked up in its county", () => {
  expect(resolve("区教育局", { within: "220102002" })).toMatchObject({
    parent: "220102",
    department: "education",
  });
});

test("the same question gives the same frozen answer, another day another", () => {
  const answer = resolve("区卫计局", { within: "220102", on: "2016-05-01" });
  expect(Object.isFrozen(answer.successors)).toBe(true);
  expect(resolve("区卫计局", { within: "220102", on: "2016-05-01" })).toBe(answer);
  expect(resolve("区卫计局", { within: "220102" })).toMatchObject({ ended: true });
});

test("answers any text without throwing", () => {
  const letters = fc.constantFrom(
    ..."区县市省局委办各相关等（）()、 **２２０１朝阳南关教育长春人民政府分共青团会~|",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(letters).map((all) => all.join("")),
      ),
      (text) => {
        const { type, successors } = resolve(text, { within: "220102" });
        return typeof type === "string" && Array.isArray(successors);
      },
    ),
  );
  expect(resolve("区".repeat(1_000_000)).type).toBe("unknown");
});
