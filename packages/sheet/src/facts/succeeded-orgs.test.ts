import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { ledgerOf, returnOf } from "../collect/testing/returned.ts";
import type { SheetReading } from "../table.ts";
import { figuresOf } from "./figures.ts";

interface Said {
  readonly org: string;
  readonly month: string;
  readonly target?: number;
  readonly actual: number | null;
  readonly id?: string;
}

/** One return of one row; the same row in all of them. */
const said = ({ org, month, target = 100, actual, id = "1" }: Said): readonly SheetReading[] =>
  returnOf(org, [[id, "健康", "家庭医生签约", "户", target, null, actual, null]], {
    file: `${org}${month}.xlsx`,
    period: month,
  });

const totalOf = (returns: readonly Said[], ledger: readonly SheetReading[] = []) => {
  const context = ledger.length > 0 ? { ledger } : {};
  const [cell] = rollUp(figuresOf(returns.flatMap(said), context)).cells;
  const { target, actual, reported, expected, missing } = cell ?? {};
  return { target, actual, coverage: `${reported}/${expected}`, missing };
};

const joined = (org: string, month: string, actual: number, target = 100) => ({ org, month, actual, target });

test.each([
  [
    "10月是卫计局，11月是卫健局",
    [joined("南关区卫生和计划生育局", "2018年10月", 80), joined("南关区卫生健康局", "2018年11月", 90)],
    { target: "100", actual: "90", coverage: "1/1", missing: [] },
  ],
  [
    "撤市设区：九台市、九台区",
    [
      joined("九台市", "2014年9月", 90, 130),
      joined("南关区", "2014年9月", 180, 250),
      joined("九台区", "2014年12月", 120, 130),
      joined("南关区", "2014年12月", 240, 250),
    ],
    { target: "380", actual: "360", coverage: "2/2", missing: [] },
  ],
  [
    "撤市设区后的同一个部门",
    [joined("九台市人社局", "2014年9月", 90, 130), joined("九台区人社局", "2014年12月", 120, 130)],
    { target: "130", actual: "120", coverage: "1/1", missing: [] },
  ],
  [
    "同一个月两家都报，是两家",
    [joined("南关区卫生和计划生育局", "2018年11月", 80), joined("南关区卫生健康局", "2018年11月", 90)],
    { target: "200", actual: "170", coverage: "2/2", missing: [] },
  ],
  [
    "另一个区的卫健局不承接",
    [joined("宽城区卫生和计划生育局", "2018年10月", 80), joined("南关区卫生健康局", "2018年11月", 90)],
    { target: "200", actual: "170", coverage: "1/2", missing: ["宽城区卫生和计划生育局"] },
  ],
  [
    "两个单位合并成一个（W16）",
    [
      joined("区食药监局", "2018年9月", 80, 100),
      joined("区工商局", "2018年9月", 50, 60),
      joined("区市场监管局", "2018年10月", 140, 160),
    ],
    { target: "160", actual: "140", coverage: "1/1", missing: [] },
  ],
  [
    "名称没有承接关系，是两家",
    [joined("南关区民政局", "2018年10月", 80), joined("南关区卫生健康局", "2018年11月", 90)],
    { target: "200", actual: "170", coverage: "1/2", missing: ["南关区民政局"] },
  ],
])("%s", (_, returns, expected) => {
  expect(totalOf(returns)).toEqual(expected);
  expect(totalOf([...returns].reverse())).toEqual(expected);
});

const ledger = ledgerOf([
  ["A-1", "健康", "家庭医生签约", "户", 100, "区卫计局"],
  ["A-3", "抽检", "食品抽检", "批次", 500, "区食药监局"],
  ["A-4", "执法", "检查企业", "家", 300, "区工商局"],
]);

test("台账写改革前的单位，承接的单位照台账编号报回：一行只算一次", () => {
  const returns = [
    ...returnOf("南关区卫生健康局", [["A-1", "健康", "家庭医生签约", "户", 100, null, 30, null]]),
    ...returnOf("南关区市场监督管理局", [["A-3", "抽检", "食品抽检", "批次", 500, null, 160, null]], {
      file: "食药.xlsx",
    }),
    ...returnOf("南关区市场监督管理局", [["A-4", "执法", "检查企业", "家", 300, null, 90, null]], {
      file: "工商.xlsx",
    }),
  ];
  const { cells, counts } = rollUp(figuresOf(returns, { ledger }));
  expect(
    cells.map(({ indicator, target, actual, reported, expected }) =>
      [indicator, target, actual, `${reported}/${expected}`].join(" "),
    ),
  ).toEqual(["家庭医生签约 100 30 1/1", "食品抽检 500 160 1/1", "检查企业 300 90 1/1"]);
  expect(counts[0]).toMatchObject({ total: 3, unreported: 0 });
});
