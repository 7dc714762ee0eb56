import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Counts, metrics, type Reading, rates, scorePlan, sumOf } from "./plan-score.ts";

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}
type Gold = Reading & { readonly document: string; readonly items: readonly Span[] };

const read = (url: URL) => readFileSync(url, "utf8");
const plans = ["../plans/", "../plans-unseen/"]
  .map((folder) => new URL(folder, import.meta.url))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.endsWith(".md"))
      .map((name) => ({
        name,
        text: read(new URL(`${name}/plan.txt`, folder)),
        gold: JSON.parse(read(new URL(`${name}/gold.json`, folder))) as Gold,
      })),
  );

describe.each(plans)("$name", ({ text, gold }) => {
  test("its gold stands in the plan, word for word and in order", () => {
    let last = 0;
    for (const item of gold.items) {
      expect(text.slice(item.start, item.end)).toBe(item.text);
      expect(item.start).toBeGreaterThanOrEqual(last);
      last = item.end;
      for (const field of ["indicators", "milestones", "funding", "conditions", "distractors"])
        for (const { raw } of (item[field] ?? []) as { raw: string }[]) expect(text).toContain(raw);
    }
  });

  test("its gold read against itself is faultless", () => {
    const { counts, notes } = scorePlan(gold, gold);
    expect(notes).toEqual([]);
    for (const metric of metrics) expect([1, null]).toContain(rates(counts[metric]).f1);
  });
});

const gold: Reading = {
  programs: [{ no: "一", title: "就业", lead: ["区人社局"], support: [] }],
  items: [
    {
      program: "一",
      text: "城镇新增就业1.2万人，力争1.3万人，10月底前建成市场。",
      indicators: [
        { value: 1.2, unit: "万人", bound: "ge", alternatives: [{ bound: "eq" }] },
        { value: 1.3, unit: "万人", bound: "stretch", optional: true },
      ],
      milestones: [{ due: "--10-31" }],
    },
  ],
};
const item = {
  program: "一",
  text: "城镇新增就业1.2万人,力争1.3万人,10月底前建成市场",
  indicators: [{ value: "1.2", unit: "万人", bound: "eq" }],
  milestones: [{ due: "--10" }],
};

test.each([
  {
    what: "an alternative reading counts",
    items: [item],
    is: { items: "1 0 0", "indicators v+u+bound": "1 0 0" },
  },
  {
    what: "an optional entry is neutral",
    items: [{ ...item, indicators: [...item.indicators, { value: "1.3", unit: "万人", bound: "eq" }] }],
    is: { "indicators v+u+bound": "1 0 0" },
  },
  {
    what: "one prediction serves one gold entry",
    items: [{ ...item, indicators: [...item.indicators, ...item.indicators] }],
    is: { "indicators v+u": "1 1 0" },
  },
  {
    what: "the power counts with the unit, but not when scaled",
    items: [{ ...item, indicators: [{ value: "12000", unit: "名", bound: "ge" }] }],
    is: { "indicators v+u": "0 1 1", "indicators scaled v+u": "1 0 0" },
  },
  {
    what: "an unlike text is another item, and all it holds is wrong",
    items: [{ ...item, lead: "区教育局", text: "新建幼儿园八所" }],
    is: { items: "0 1 1", lead: "0 1 1", "milestones due": "0 1 1" },
  },
  {
    what: "an item without departments has its program's",
    items: [item],
    programs: [{ no: "(一)", lead: ["区 人社局等"] }],
    is: { lead: "1 0 0", "program lead": "1 0 0" },
  },
])("$what", ({ items, programs, is }) => {
  const { counts } = scorePlan(gold, { items, programs });
  const seen = Object.keys(is).map((metric) => {
    const { hits, wrong, missed } = counts[metric as keyof Counts];
    return [metric, `${hits} ${wrong} ${missed}`];
  });
  expect(Object.fromEntries(seen)).toEqual(is);
});

test("figures of several plans are of their sums", () => {
  const { counts } = scorePlan(gold, { items: [item] });
  expect(rates(sumOf([counts, counts])["milestones due"])).toEqual({ precision: 1, recall: 1, f1: 1 });
});

const corpus = new URL("../../../../shared/corpus/", import.meta.url);

/** A small generator of its own, so that the damage is the same on every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}

/** A reading with entries lost, moved, doubled, rescaled and misread. */
function damaged(reading: Reading, seed: number): Reading {
  const roll = dice(seed);
  const visit = (node: unknown, field = ""): unknown => {
    if (Array.isArray(node))
      return node.flatMap((one) => {
        const fate = roll(12);
        return fate === 0 ? [] : fate === 1 ? [visit(one), visit(one)] : [visit(one)];
      });
    if (node && typeof node === "object")
      return Object.fromEntries(
        Object.entries(node)
          .filter(
            ([key]) => key !== "optional" && key !== "alternatives" && (key !== "heading" || roll(3) > 0),
          )
          .map(([key, value]) => [key, visit(value, key)]),
      );
    if (roll(10) > 0) return node;
    if (typeof node === "number") return [node + 1, String(node), node * 10][roll(3)];
    if (field === "bound") return ["ge", ">=", "eq", "stretch", "range"][roll(5)];
    if (field === "unit") return `万${node}`;
    if (field === "due") return String(node).replace("--", "2016-");
    return typeof node === "string" ? node.slice(0, Math.ceil((node.length * (4 + roll(6))) / 10)) : node;
  };
  return visit(reading) as Reading;
}

test.skipIf(!existsSync(corpus))(
  "the corpus's own scorer gives the same figures on damaged readings",
  async () => {
    const { score } = (await import(new URL("score.mjs", corpus).href)) as {
      score: (
        gold: Reading,
        predicted: Reading,
      ) => { counts: Record<string, { tp: number; fp: number; fn: number }> };
    };
    let faults = 0;
    for (const name of ["000", "003", "004"]) {
      const whole = JSON.parse(read(new URL(`gold/${name}.json`, corpus))) as Reading;
      for (let seed = 1; seed <= 6; seed++) {
        const predicted = damaged(whole, seed);
        const { counts } = scorePlan(whole, predicted);
        const theirs = Object.entries(score(whole, predicted).counts).map(([metric, { tp, fp, fn }]) => [
          metric,
          { hits: tp, wrong: fp, missed: fn },
        ]);
        expect(counts, `${name} damaged by ${seed}`).toEqual(Object.fromEntries(theirs));
        faults += counts["indicators v+u+bound"].wrong + counts.items.missed + counts["milestones due"].wrong;
      }
    }
    expect(faults).toBeGreaterThan(50);
  },
);
