import { say } from "@taizhang/finding";
import type { CellValue } from "@taizhang/grid";
import { expect, test } from "vitest";
import { collectReturns } from "./collect-returns.ts";
import { ledgerOf, returnOf } from "./testing/returned.ts";

const collected = (reporter: string, civil: CellValue) =>
  collectReturns({
    ledger: ledgerOf(
      [
        ["A1", "扩大就业", "城镇新增就业", "人", 1000, "区人社局、区民政局", reporter],
        ["A2", "技能培训", "培训", "人次", 300, "区人社局", ""],
        ["A3", "养老", "养老床位", "张", 100, "区民政局", ""],
      ],
      ["数据报送单位"],
    ),
    returns: [
      ...returnOf("区人社局", [
        ["A1", "扩大就业", "城镇新增就业", "人", 1000, 50, 500, "已办"],
        ["A2", "技能培训", "培训", "人次", 300, 10, 100, "已办"],
      ]),
      ...returnOf("区民政局", [
        ["A1", "扩大就业", "城镇新增就业", "人", 1000, 50, civil, "已办"],
        ["A3", "养老", "养老床位", "张", 100, 5, 50, "已办"],
      ]),
    ],
    period: "2016-10",
  });

const joint = (reporter: string, civil: CellValue) => {
  const { rows, findings } = collected(reporter, civil);
  return {
    counted: rows[0]?.answer?.entry.cells.get("actualCumulative")?.text,
    said: findings.filter(({ code }) => code === "C09").map((one) => say(one)),
  };
};

test("共同任务两家的数不同：计第一牵头单位的，另一家的请核对", () => {
  expect(joint("", 520)).toEqual({
    counted: "500",
    said: [
      "G3共同任务“扩大就业”报的是520，数据报送单位区人社局报的是500，已按区人社局的计入；请与区人社局核对一致。",
    ],
  });
});

test("台账写明数据报送单位的，计它的", () => {
  expect(joint("区民政局", 520)).toMatchObject({
    counted: "520",
    said: [expect.stringContaining("报的是500")],
  });
});

test("两家一样，或另一家没有填数的，没有什么要核对", () => {
  expect(joint("", 500).said).toEqual([]);
  expect(joint("", null).said).toEqual([]);
});
