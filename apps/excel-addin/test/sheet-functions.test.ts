import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type SheetFunction, sheetFunctions } from "../src/engine/function-ids.ts";
import { answerFunction } from "../src/engine/sheet-functions.ts";

const cases: readonly (readonly [SheetFunction, readonly unknown[], unknown])[] = [
  ["COMPLETION", [52_242, 27_800], { value: 1.879209 }],
  ["COMPLETION", ["1255", 1300], { value: 0.965385 }],
  ["COMPLETION", ["2000万", 40_000_000], { value: 0.5 }],
  ["COMPLETION", ["", 1300], { error: "notAvailable" }],
  ["COMPLETION", [0, 1300], { value: 0 }],
  ["COMPLETION", [5, ""], { error: "notAvailable" }],
  ["COMPLETION", [5, 0], { error: "divisionByZero" }],
  ["COMPLETION", [4.17, 4.3, "下"], { value: "达标" }],
  ["COMPLETION", [4.5, 4.3, "下"], { value: "未达标" }],
  ["COMPLETION", ["在建", 3], { error: "invalidValue" }],
  ["PACE", ["2016-10"], { value: 0.833333 }],
  ["PACE", ["2016年4月", null, "2016-06-30"], { value: 0.666667 }],
  ["PACE", ["不知道"], { error: "invalidValue" }],
  ["LIGHT", [0.878, 0.8333], { value: "●绿" }],
  ["LIGHT", [0.6, 0.8333], { value: "▲黄" }],
  ["LIGHT", [0.6, 0.8333, "从严"], { value: "◆红" }],
  ["LIGHT", ["", 0.8333], { value: "○未报" }],
  ["LIGHT", ["41.5%", "83.3%"], { value: "◆红" }],
  ["LIGHT", [0.5, 0.8, "最严"], { error: "invalidValue" }],
  ["DIVISION", ["朝阳区", "220100"], { value: "220104" }],
  ["DIVISION", ["220104"], { value: "朝阳区" }],
  ["DIVISION", ["朝阳"], { error: "notAvailable" }],
  ["DIVISION", [""], { error: "notAvailable" }],
  ["DEPARTMENT", ["区计生委", "220102", "2016-05-01"], { value: "区卫计局" }],
  ["DEPARTMENT", ["不存在的某某", "220102"], { error: "notAvailable" }],
];

test.each(cases)("%s(%j) is %j", (name, given, expected) => {
  expect(answerFunction(name, given, "zh-CN")).toMatchObject(expected as object);
});

describe("metadata", () => {
  const metadata = (lang: string) =>
    JSON.parse(readFileSync(resolve(import.meta.dirname, `../public/functions.${lang}.json`), "utf8")) as {
      functions: {
        id: string;
        name: string;
        description: string;
        parameters: { name: string; type: string; optional?: true }[];
      }[];
    };
  const [zh, en] = [metadata("zh-CN"), metadata("en")];

  test("both languages name the same functions by the ids that the pane ties", () => {
    expect(zh.functions.map(({ id }) => id)).toEqual([...sheetFunctions]);
    const shape = ({ functions }: typeof zh) =>
      functions.map(({ id, name, parameters }) => [
        id,
        name,
        parameters.map(({ type, optional }) => [type, optional]),
      ]);
    expect(shape(en)).toEqual(shape(zh));
  });

  test.each([...zh.functions, ...en.functions])(
    "$id $description",
    ({ id, name, description, parameters }) => {
      expect(id).toMatch(/^[A-Z][A-Z0-9._]*$/);
      expect(name).toMatch(/^[\p{L}][\p{L}\p{N}_.]*$/u);
      expect(description.length).toBeGreaterThan(5);
      expect(new Set(parameters.map((one) => one.name)).size).toBe(parameters.length);
    },
  );
});
