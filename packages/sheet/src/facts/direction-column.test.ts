import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Rows = (string | number | null)[][];
const read = (file: string, rows: Rows, targetsElsewhere = false) =>
  recogniseSheet(gridOf("2016年12月", rows), file, { targetsElsewhere });
const head = ["任务名称", "计量单位", "目标方向", "年度目标", "累计完成", "牵头单位"];
const cellOf = (direction: string, target: string | number, actual: number) =>
  rollUp(
    figuresOf([
      read("考核表.xlsx", [
        ["报告期：2016年12月"],
        head,
        ["指标甲", "件", direction, target, actual, "区人社局"],
        ["指标乙", "件", "≥", 10, 10, "区人社局"],
      ]),
    ]),
  ).cells.find(({ indicator }) => indicator === "指标甲");

const down = [
  ..."≤ ⩽ ≦ < ‹ ＜ <= ‹= =< ＜＝ 小于 小于等于 不超过 不得超过 不高于 不大于 不多于 以内 以下 及以下 之内 低于 少于".split(
    " ",
  ),
  ..."控制 上限 最高 逆 逆向 负向 反向 逆指标 逆向指标 负向型 成本型 降 下降 降低 减少 压减 只减不增 ↓".split(
    " ",
  ),
  ..."越低越好 越小越好 逆向（越低越好） （逆向） Down lower_is_better max"
    .replace("_is_", " is ")
    .split(/ (?!is|better)/),
];
const up = [
  ..."≥ ⩾ ≧ > › ＞ >= ›= => ＞＝ 大于 大于等于 不低于 不少于 不小于 以上 及以上 高于 超过 至少 最低 下限".split(
    " ",
  ),
  ..."正 正向 正指标 正向指标 效益型 升 上升 增加 增长 提高 提升 只增不减 ↑ 越高越好 越大越好 up min".split(
    " ",
  ),
];

test.each(down)("目标方向写“%s”：目标12、完成20是超出，完成10不是", (direction) => {
  expect(cellOf(direction, 12, 20)).toMatchObject({ direction: "down", light: "red" });
  expect(cellOf(direction, 12, 10)).toMatchObject({ direction: "down", light: "green" });
});

test.each(up)("目标方向写“%s”：越多越好", (direction) => {
  expect(cellOf(direction, 12, 20)).toMatchObject({ direction: "up", light: "green" });
  expect(cellOf(direction, 12, 6)).toMatchObject({ direction: "up", light: "red" });
});

test.each(["=", "＝", "等于", "定量", "—", ""])("目标方向写“%s”：没有说方向，按指标名称", (direction) => {
  expect(cellOf(direction, 12, 6)).toMatchObject({ direction: "up", light: "red" });
});

test.each(["区间", "适度", "适度指标", "范围"])("目标方向写“%s”：落在区间内才算达到", (direction) => {
  expect(cellOf(direction, "10—12", 20)).toMatchObject({ direction: "within", light: "red" });
  expect(cellOf(direction, "10—12", 11)).toMatchObject({ direction: "within", light: "green" });
});

test("区间若是新建的个数，上端是力争，超过了更好", () => {
  const rows: Rows = [["报告期：2016年12月"], head, ["新建康复站", "个", "区间", "1—2", 3, "区残联"]];
  expect(rollUp(figuresOf([read("考核表.xlsx", rows)])).cells[0]).toMatchObject({
    direction: "up",
    target: "1",
    stretch: "2",
    light: "green",
  });
});

test("≤不含不超过，＜不含本数", () => {
  expect(cellOf("≤", 12, 12)?.light).toBe("green");
  expect(cellOf("＜", 12, 12)?.light).toBe("red");
});

test("单元格里写明的比方向栏更具体", () => {
  expect(cellOf("≥", "12以内", 20)).toMatchObject({ direction: "down" });
});

test("方向只写在台账里的，回执照台账的方向", () => {
  const ledger = [
    read("台账.xlsx", [
      ["2016年任务分解表"],
      ["台账编号", "任务名称", "计量单位", "目标方向", "年度目标", "完成时限", "牵头单位"],
      ["N2", "指标甲", "%", "≤", 4.3, "2016年12月", "区人社局"],
    ]),
  ];
  const slip = read("区人社局.xlsx", [
    ["填报单位：区人社局", "报告期：2016年12月"],
    ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成"],
    ["N2", "指标甲", "%", 4.3, 5],
  ]);
  expect(rollUp(figuresOf([slip], { ledger })).cells[0]).toMatchObject({ direction: "down", light: "red" });
});
