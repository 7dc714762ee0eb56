import { expect, test } from "vitest";
import { shortName } from "./short-name.ts";

test.each([
  ["朝阳区", "朝阳"],
  ["赵县", "赵县"],
  ["双江拉祜族佤族布朗族傣族自治县", "双江"],
  ["广西壮族自治区", "广西"],
  ["内蒙古自治区", "内蒙古"],
  ["博尔塔拉蒙古自治州", "博州"],
  ["顺河回族区", "顺河"],
  ["浦东新区", "浦东"],
  ["鄂温克族自治旗", "鄂温克旗"],
  ["神农架林区", "神农架"],
  ["东乡族自治县", "东乡"],
])("%s is short %s", (name, short) => {
  expect(shortName(name)).toBe(short);
});
