import { expect, test } from "vitest";
import { planRegion } from "./title.ts";

test.each([
  ["徐州市2016年民生实事", "徐州市"],
  ["凉山州2016年民生实事", "凉山州"],
  ["南关区2016年建设幸福南关行动计划", "南关区"],
])("%s 是%s的计划", (title, region) => expect(planRegion(title, "")).toBe(region));
