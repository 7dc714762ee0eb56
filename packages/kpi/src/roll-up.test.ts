import { expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { figuresOf } from "./testing/figures.ts";

test("a dimension of one's own that no fact has is a mistake; one that sheets may leave out is not", () => {
  const figures = figuresOf([{ org: "子县", target: "100", actual: "90" }]);
  expect(() => rollUp(figures, { by: ["devision"] })).toThrow("No fact has the dimension devision");
  expect(() => rollUp(figures, { by: ["division", "program", "period"] })).not.toThrow();
  expect(() => rollUp({ tasks: [], targets: [], observations: [] }, { by: ["city"] })).not.toThrow();
});

test("an unknown preset is the caller's mistake", () => {
  expect(() => rollUp(figuresOf([{ org: "子县", actual: "1" }]), { preset: "lenient" })).toThrow(RangeError);
});

test("nothing in, nothing out", () => {
  expect(rollUp({ tasks: [], targets: [], observations: [] }, { by: ["division"] })).toEqual({
    cells: [],
    counts: [],
  });
});
