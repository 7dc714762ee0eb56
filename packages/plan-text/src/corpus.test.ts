/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsePlan } from "./index.ts";

const corpus = new URL("../../../../shared/corpus/", import.meta.url);
const present = existsSync(corpus);
if (!present) console.warn("real plans: ../shared/corpus is not here, so they were NOT read");

type Counts = Record<string, { tp: number; fp: number; fn: number }>;
interface Scorer {
  score: (gold: unknown, read: unknown) => { counts: Counts };
}

const readText = (name: string) => readFileSync(new URL(name, corpus), "utf8");
const plans = ["000", "001", "002", "003", "004"];
const withGold = ["000", "003", "004"];

/** The least F1 over the three annotated plans together. */
const least: Record<string, number> = {
  items: 0.97,
  lead: 0.97,
  support: 0.97,
  "indicators v+u+bound": 0.95,
  "milestones due": 0.92,
  funding: 0.95,
};

describe.runIf(present)("real plans", () => {
  test("what is read agrees with what a careful reader found", async () => {
    const { score } = (await import(new URL("score.mjs", corpus).href)) as Scorer;
    const total: Counts = {};
    for (const name of withGold) {
      const { counts } = score(
        JSON.parse(readText(`gold/${name}.json`)),
        parsePlan(readText(`${name}.txt`)).plan,
      );
      for (const [metric, { tp, fp, fn }] of Object.entries(counts)) {
        const sum = total[metric] ?? { tp: 0, fp: 0, fn: 0 };
        total[metric] = { tp: sum.tp + tp, fp: sum.fp + fp, fn: sum.fn + fn };
      }
    }
    for (const [metric, bar] of Object.entries(least)) {
      const { tp, fp, fn } = total[metric] ?? { tp: 0, fp: 0, fn: 1 };
      expect((2 * tp) / (2 * tp + fp + fn), metric).toBeGreaterThanOrEqual(bar);
    }
  });

  test.each(plans)("%s: every text is an exact piece of the source at its place", (name) => {
    const source = readText(`${name}.txt`);
    const { items } = parsePlan(source).plan;
    expect(items.length).toBeGreaterThan(9);
    for (const { text, start, end, indicators, milestones, funding, conditions } of items) {
      expect(text).toBe(source.slice(start, end));
      for (const part of [...indicators, ...milestones, ...funding, ...conditions])
        expect(part.raw).toBe(source.slice(part.start, part.end));
    }
  });
});
