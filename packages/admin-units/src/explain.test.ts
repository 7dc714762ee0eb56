import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { resolve } from "./resolve.ts";

test("an ended unit is explained in both languages", () => {
  const { evidence } = resolve("下关区", { within: "320100" });
  expect(evidence.map((one) => explain(one)).join("")).toBe(
    "“下关区”是规范名称。按所在地区（320100）确定。该名称自2013年2月8日起不再使用。依据：国函〔2013〕24号。",
  );
  expect(evidence.map((one) => explain(one, "en"))).toContain("Source: 国函〔2013〕24号.");
});
