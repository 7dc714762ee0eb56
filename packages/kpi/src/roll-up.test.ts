import { expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { figuresOf } from "./testing/figures.ts";

test("an unknown preset is the caller's mistake", () => {
  expect(() => rollUp(figuresOf([{ org: "子县", actual: "1" }]), { preset: "lenient" })).toThrow(RangeError);
});

test("nothing in, nothing out", () => {
  expect(rollUp({ tasks: [], targets: [], observations: [] }, { by: ["division"] })).toEqual({
    cells: [],
    counts: [],
  });
});
