import { say } from "@taizhang/finding";
import { type CellValue, gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
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

test("定性的共同任务，两家的办理状态不同，也请核对；只有一家写的不说", () => {
  const states = (first: string, second: string) => {
    const ledger = ledgerOf(
      [
        ["B1", "新建学校项目启动", null, null, null, "教育局、住建局", "定性"],
        ["B2", "校园安全", null, null, null, "教育局", "定性"],
        ["B3", "危房排查", null, null, null, "住建局", "定性"],
      ],
      ["任务类型"],
    );
    const form = (org: string, task: CellValue[], own: CellValue[]) =>
      recogniseWorkbook(
        [
          gridOf("月报表", [
            [`填报单位：${org}`, null, null, "报告期：2016年10月"],
            ["台账编号", "任务名称", "本年累计完成", "工作进展", "办理状态", "存在问题及原因"],
            task,
            own,
          ]),
        ],
        `${org}.xlsx`,
        { targetsElsewhere: true },
      );
    const { rows, findings } = collectReturns({
      ledger,
      returns: [
        ...form(
          "教育局",
          ["B1", "新建学校项目启动", null, "已立项", first, null],
          ["B2", "校园安全", null, "已排查", "正常推进", null],
        ),
        ...form(
          "住建局",
          ["B1", "新建学校项目启动", null, "征地中", second, "征地未完成"],
          ["B3", "危房排查", null, "已排查", "正常推进", null],
        ),
      ],
      period: "2016-10",
    });
    return {
      counted: rows[0]?.answer?.entry.cells.get("status")?.text,
      said: findings.filter(({ code }) => code === "C09").map((one) => say(one)),
    };
  };
  expect(states("正常推进", "滞后")).toEqual({
    counted: "正常推进",
    said: [
      "E3共同任务“新建学校项目启动”报的是滞后，数据报送单位教育局报的是正常推进，已按教育局的计入；请与教育局核对一致。",
    ],
  });
  expect(states("正常推进", "进展顺利").said).toEqual([]);
  expect(states("正常推进", "").said).toEqual([]);
});
