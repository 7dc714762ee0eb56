import { describe, expect, test } from "vitest";
import { asOf } from "./day.ts";
import type { Department } from "./department.ts";
import { departments } from "./departments.ts";
import { resolve } from "./resolve.ts";

const all = departments();
const byId = new Map(all.map((one) => [one.id, one]));

describe("the table of departments", () => {
  test("has at least 130 functions, each once and with its source", () => {
    expect(new Set(all.map((one) => one.function)).size).toBe(all.length);
    expect(byId.size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(130);
    expect(all.filter(({ source }) => source.length < 2).map(({ id }) => id)).toEqual([]);
  });

  test("successors and merged functions are rows, and none is its own", () => {
    const lost = all.flatMap(({ id, successors, covers }) =>
      [...successors, ...covers].filter((one) => one === id || !byId.has(one)).map((one) => `${id} → ${one}`),
    );
    expect(lost).toEqual([]);
  });

  test("whatever ended leads to what is in force, and no later than it began", () => {
    const wrong = all.flatMap((one) =>
      one.successors.flatMap((id) => {
        const next = byId.get(id);
        const from = next?.from?.local ?? "";
        const until = one.until?.local ?? one.until?.state ?? "";
        return from <= until ? [] : [`${one.id} ended ${until} before ${id} began ${from}`];
      }),
    );
    expect(wrong).toEqual([]);
    const heirs = (one: Department, seen: readonly string[] = []): Department[] =>
      one.until === undefined || seen.includes(one.id)
        ? [one]
        : one.successors.flatMap((id) => heirs(byId.get(id) as Department, [...seen, one.id]));
    const without = all.filter((one) => one.until !== undefined && heirs(one).length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test.each([
    ["2013-03-14", "卫生部", "国家卫生和计划生育委员会"],
    ["2018-03-17", "国土资源部", "自然资源部"],
    ["2018-03-17", "农业部", "农业农村部"],
    ["2023-03-10", "国家乡村振兴局", "农业农村部"],
  ])("the reform decided on %s: %s → %s", (day, name, next) => {
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(resolve(name, { on: before }).ended).toBe(false);
    const after = resolve(name, { on: day });
    expect(after).toMatchObject({ ended: true, until: day, level: "state" });
    expect(after.successors.map((one) => one.name)).toContain(next);
    expect(after.evidence.some(({ code, text }) => code === "reform" && text?.includes("决定"))).toBe(true);
  });
});

// one name for two bodies while one goes over into the other, or that needs whose it is
const twofold = new Set([
  "交通部",
  "交通厅",
  "交通局",
  "消防总队",
  "消防支队",
  "消防大队",
  "消防中队",
  "消防队",
  "粮食局",
  "金融监管局",
  "文化体育旅游局",
  "文化体育和旅游局",
  "委",
  "委员会",
  "党委",
]);

test("each name means its row, alone and with a level in front", () => {
  const wrong = all.flatMap((one) => {
    const [within, word] =
      one.names.county !== undefined
        ? ["511421", "县"]
        : one.names.prefecture !== undefined
          ? ["511400", "市"]
          : ["510000", "省"];
    const { county, prefecture, province } = one.names;
    if (county === undefined && prefecture === undefined && province === undefined) return [];
    const on = one.from?.local ?? (one.until?.local === undefined ? asOf : "2002-06-01");
    return [...new Set([county ?? prefecture ?? "", ...one.short, ...one.variants])]
      .map((name) => name.replace("~", ""))
      .filter((name) => name !== "" && !twofold.has(name))
      .flatMap((name) => {
        const central = /^(?:国家|中央|国务院|全国|中国|中华|最高)/.test(name);
        return [name, ...(central ? [] : [word + name])].filter(
          (text) => resolve(text, { within, on }).department !== one.id,
        );
      })
      .map((text) => `${text} on ${on} is not ${one.id}`);
  });
  expect(wrong).toEqual([]);
});
