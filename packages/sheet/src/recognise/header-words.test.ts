import { expect, test } from "vitest";
import { type Field, fields } from "../field.ts";
import { fieldOfWord, fieldWords } from "./header-words.ts";
import { readHeading } from "./heading.ts";
import { meaningOf } from "./heading-meaning.ts";

test.each(fields)(
  "no word of %s is taken for another field once brackets, marks and times are off",
  (field) => {
    const lost = fieldWords(field).filter((word) => fieldOfWord(readHeading(word).name) !== field);
    expect(lost).toEqual([]);
  },
);

/** Headings that are no listed word and that one word in them would make something else. */
const composed: readonly (readonly [field: Field, headings: string])[] = [
  ["node", "前三季度应完成 序时应完成数 分季度任务数 9月末应完成数 每月任务数"],
  ["target", "本年度任务数 预期完成数 全年应完成任务量 市下达年度任务数 任务数（户）"],
  ["actualCumulative", "前三季度完成值 1-9月完成任务数 截至9月底累计完成数 全年完成任务数"],
  ["actualPeriod", "上旬完成数 单月完成 三季度完成值 9月份完成数"],
  ["actualLastCumulative", "上月累计实绩 上季度末累计完成数 前期累计完成"],
  ["completion", "占应完成比例 为年计划% 前三季度完成率"],
  ["baseline", "上年末存量学位 去年底 年初保有量 上年水平"],
  ["owner", "责任单位责任人 牵头单位负责人"],
  ["lead", "责任单位及责任人 牵头单位及负责人"],
];

test.each(composed)("%s: %s", (field, headings) => {
  const told = headings.split(" ").map((one) => [one, meaningOf([readHeading(one)]).field]);
  expect(told).toEqual(headings.split(" ").map((one) => [one, field]));
});
