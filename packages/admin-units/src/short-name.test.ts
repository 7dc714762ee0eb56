/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolve } from "./resolve.ts";
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

const aliases = new URL("../../../../shared/data/admin-units/aliases-jionlp.tsv", import.meta.url);

// names of no unit or of a zone, and one that a county bears as well
const noNames = /^(?:市|省)直辖$|^九龙$|^中沙$|^高新区$/;

test.skipIf(!existsSync(aliases))(
  "every short name of JioNLP means its division, alone or among others",
  () => {
    const lost = readFileSync(aliases, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"))
      .filter(([code = "", , shorts = ""]) => {
        if (noNames.test(shorts) || code[4] === "7") return false; // zones are named within their city
        return shorts.split("/").some((short) => {
          const { code: found, candidates } = resolve(short);
          return found !== code && candidates?.some((one) => one.code === code) !== true;
        });
      });
    expect(lost).toEqual([]);
  },
);
