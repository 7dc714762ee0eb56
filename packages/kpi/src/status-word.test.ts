import { expect, test } from "vitest";
import cases from "../specs/status-word.json" with { type: "json" };
import { versions } from "./generated/task-status-words.ts";
import { statusWord } from "./status-word.ts";

const finished = (cases as [string, string | null][])
  .filter(([text, is]) => is === "done" && /^[\p{L}]+$/u.test(text) && !/[a-z已本现按]/i.test(text))
  .map(([text]) => text);

/** 只有全部写明完成的才是完成：前面有了这些话，没有一种写法还是完成。 */
test.each([
  "未",
  "尚未",
  "没有",
  "无法",
  "不能按期",
  "预计",
  "年底前",
  "力争",
  "部分",
  "主体",
  "正在",
  "坏路灯",
])("“%s”加上任何一种完成的写法，都不是完成", (before) => {
  expect(finished.length).toBeGreaterThan(20);
  expect(finished.filter((text) => statusWord(before + text) === "done")).toEqual([]);
});

test("少于100%的不是完成，到了100%的是", () => {
  for (const percent of ["1%", "50%", "99.9%"]) expect(statusWord(`已完成${percent}`)).toBe("onTrack");
  for (const percent of ["100%", "100.0%", "132.5%"]) expect(statusWord(`已完成${percent}`)).toBe("done");
});

test("一个词只在一张词表里，词再长也读得到", () => {
  const words = versions.flatMap(({ value }) => Object.values(value).flat() as string[]);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(words.filter((word) => !/^[a-z]/.test(word) && word.length > 8)).toEqual([]);
});
