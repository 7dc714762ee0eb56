import { expect, test } from "vitest";
import { safe, textTable } from "./text-table.ts";

test("a 汉字 takes two places, numbers keep to the right", () => {
  const table = textTable(
    [{ heading: "地区" }, { heading: "年度目标", align: "right" }],
    [
      ["合计", "27,800"],
      ["东坡区", "8,000"],
    ],
  );
  expect(table.split("\n")).toEqual([
    "地区    年度目标",
    "──────  ────────",
    "合计      27,800",
    "东坡区     8,000",
  ]);
});

test("a cell cannot steer the terminal", () => {
  expect(safe("甲\u001b[31m红\n乙\u202e丙")).toBe("甲[31m红 乙丙");
});
