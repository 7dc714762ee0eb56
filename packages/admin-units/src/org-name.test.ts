import { expect, test } from "vitest";
import specs from "../specs/org-names.json" with { type: "json" };
import { isOrgName, looksLikeDivision } from "./org-name.ts";

test.each(specs.are)("%s is a name of an organisation", (text) => {
  expect(isOrgName(text)).toBe(true);
});

test.each(specs.areNot)("%s is none", (text) => {
  expect(isOrgName(text)).toBe(false);
});

test.each(["幸福乡", "南关区", "朝阳", "长春", "自强街道", "高新区", "雄安新区"])(
  "%s looks like a division",
  (text) => {
    expect(looksLikeDivision(text)).toBe(true);
  },
);

test.each(["教育局", "小区", "棚户区", "全市", "2016年", "完成投资", ""])("%s does not", (text) => {
  expect(looksLikeDivision(text)).toBe(false);
});
