import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseSheet } from "./recognise.ts";

const fieldsUnder = (...words: readonly string[]) =>
  recogniseSheet(
    gridOf(
      "Sheet1",
      [
        ["2026年住房保障任务分解表（截至2026年9月30日）"],
        ["市县", "保障性租赁住房（套）", ...words.slice(1).map(() => ""), "城中村改造（户）", ""],
        ["", ...words, "计划", "完成"],
        ["长春市", ...words.map((_, index) => 100 - index), 50, 30],
        ["吉林市", ...words.map((_, index) => 200 - index), 60, 40],
        ["四平市", ...words.map((_, index) => 50 - index), 20, 10],
      ],
      {
        merges: [
          { top: 1, left: 0, bottom: 2, right: 0 },
          { top: 1, left: 1, bottom: 1, right: words.length },
          { top: 1, left: words.length + 1, bottom: 1, right: words.length + 2 },
        ],
      },
    ),
    "a.xlsx",
  ).tables[0]?.columns.map(({ field }) => field);

test.each([
  ["一组中只有一样事：就是计划所计的", ["计划", "开工"], ["target", "actualCumulative"]],
  ["只有一样事，名称里还有单位词", ["任务", "签约户数"], ["target", "actualCumulative"]],
  ["还没有做的不是完成数", ["计划", "未开工"], ["target", "other"]],
  ["同组已有完成数，开工是其中一步", ["计划", "开工", "完成"], ["target", "other", "actualCumulative"]],
])("%s", (_, words, fields) => {
  expect(fieldsUnder(...words)).toEqual(["division", ...fields, "target", "actualCumulative"]);
});
