import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { likeliest, weightsOf } from "../../../sheet/src/recognise/learnt-weights.ts";
import { fileOf, packed } from "./packed.ts";
import { allSamples, type Sample } from "./samples.ts";
import { type Model, weigh } from "./weigh.ts";

const target = new URL("../../../sheet/src/generated/learnt.ts", import.meta.url);
const learnColumns = (samples: readonly Sample[]): Model => weigh(samples, { most: 3_800 });
const learnTables = (samples: readonly Sample[]): Model => weigh(samples, { most: 3_600 });

const rightly = (model: Model, samples: readonly Sample[]): number => {
  const weights = weightsOf(packed(model))();
  return samples.filter(({ clues, is }) => likeliest(weights, clues).what === is).length / samples.length;
};

test("weights tell apart what their clues tell apart", () => {
  const samples = [..."人户亩万家个"].flatMap((letter, at): Sample[] => [
    { batch: "1", clues: ["d", `z${letter}`], is: at % 2 ? "target" : "unit", counts: 1 },
    { batch: "2", clues: ["d", `z${letter}`, `x${at}`], is: at % 2 ? "target" : "unit", counts: 1 },
  ]);
  expect(rightly(weigh(samples, { most: 40 }), samples)).toBe(1);
});

/** TAIZHANG_LEARN=1 learns anew from all layouts and brief sheets; TAIZHANG_LEARN=held-out leaves out that batch or half. */
test.runIf(process.env.TAIZHANG_LEARN)(
  "what is learnt from all sheets is written down",
  () => {
    const left = process.env.TAIZHANG_LEARN?.split(",") ?? [];
    const { columns, tables } = allSamples();
    const kept = (samples: readonly Sample[]) => samples.filter(({ batch }) => !left.includes(batch));
    const [byColumn, byTable] = [learnColumns(kept(columns)), learnTables(kept(tables))];
    expect(rightly(byColumn, kept(columns))).toBeGreaterThan(0.95);
    expect(rightly(byTable, kept(tables))).toBeGreaterThan(0.95);
    writeFileSync(target, fileOf(packed(byColumn), packed(byTable)));
  },
  600_000,
);
