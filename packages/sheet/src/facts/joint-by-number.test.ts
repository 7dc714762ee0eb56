import { type CellValue, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const returnOf = (org: string, row: readonly CellValue[]) =>
  recogniseWorkbook(
    [
      gridOf("月报表", [
        ["2016年10月月报表"],
        [`填报单位：${org}`],
        ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成", "备注"],
        row,
      ]),
    ],
    `${org}.xlsx`,
  );

const totalOf = (rows: readonly (readonly [string, readonly CellValue[]])[]) => {
  const { cells } = rollUp(figuresOf(rows.flatMap(([org, row]) => returnOf(org, row))));
  return [cells.length, cells[0]?.target, cells[0]?.actual, cells[0]?.notes.length];
};

const of = (note: string, actual: number, target = 24, id = "K-3") =>
  [id, "联合执法", "次", target, actual, note] as const;

describe("备注只写“共同”、没有写和谁共同：编号、任务、目标都相同的，是同一项任务，只计一次", () => {
  test.each<[string, string, string]>([
    ["我们自己写的话", "共同：与其他单位共同牵头", "共同：与其他单位共同牵头"],
    ["各写各的", "共同牵头", "此项与兄弟单位联合牵头"],
  ])("%s", (_, one, other) => {
    const rows = [
      ["区安监局", of(one, 22)],
      ["区环保局", of(other, 20)],
    ] as const;
    expect(totalOf(rows)).toEqual([1, "24", "22", 2]);
    expect(totalOf([...rows].reverse())).toEqual([1, "24", "22", 2]);
  });
});

describe("不是同一项的，各计各的", () => {
  test.each<[string, readonly CellValue[], readonly CellValue[]]>([
    ["没有一家写共同", of("", 22), of("", 20)],
    ["只有一家写共同", of("共同", 22), of("", 20)],
    ["共同推进不是共同牵头", of("与街道共同推进", 22), of("与街道共同推进", 20)],
    ["共同出资", of("市区共同出资", 22), of("市区共同出资", 20)],
    ["写明不是", of("非共同任务", 22), of("非共同任务", 20)],
    ["写的是另一家", of("与区教育局共同牵头", 22), of("与区教育局共同牵头", 20)],
    ["目标不同", of("共同", 22, 24), of("共同", 20, 30)],
    ["编号不同", of("共同", 22), of("共同", 20, 24, "K-4")],
  ])("%s", (_, one, other) => {
    expect(
      totalOf([
        ["区安监局", one],
        ["区环保局", other],
      ])[2],
    ).toBe("42");
  });
});

test("各区各有各的数，备注写了共同也各计各的", () => {
  const rows = ["南关区", "宽城区", "朝阳区"].map(
    (org, at) => [org, of("共同牵头", [7, 5, 9][at] ?? 0, 10)] as const,
  );
  expect(totalOf(rows).slice(0, 3)).toEqual([1, "30", "21"]);
});

test("写明与谁共同牵头、那一家也在其中的，是一项；没有报数的不顶替报了数的", () => {
  const blank = ["K-3", "联合执法", "次", 24, null, "与区环保局共同牵头"] as const;
  const rows = [
    ["区安监局", blank],
    ["区环保局", of("与区安监局共同牵头", 20)],
  ] as const;
  expect(totalOf(rows).slice(0, 3)).toEqual([1, "24", "20"]);
  expect(totalOf([...rows].reverse()).slice(0, 3)).toEqual([1, "24", "20"]);
});

test("定性的共同任务，一家空着、一家写了进展：以写了的为准", () => {
  const row = (status: string) => ["K-5", "联合执法", null, null, null, "共同", status] as const;
  const form = (org: string, status: string) =>
    recogniseWorkbook(
      [
        gridOf("月报表", [
          ["2016年10月月报表"],
          [`填报单位：${org}`],
          ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成", "备注", "办理状态"],
          row(status),
          [`${org}-1`, "培训", "人次", 100, 80, "", "正常推进"],
        ]),
      ],
      `${org}.xlsx`,
    );
  const [count] = rollUp(figuresOf([...form("区安监局", ""), ...form("区环保局", "滞后")])).counts;
  expect(count).toMatchObject({ total: 2, behind: 1, unreported: 0 });
});
