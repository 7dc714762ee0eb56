import { type CellValue, gridOf } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { splitLedger } from "../split/split-ledger.ts";
import { collectReturns } from "./collect-returns.ts";
import { ledgerOf, returnOf, valuesOf } from "./testing/returned.ts";

const ledger = ledgerOf([
  ["A1", "新建公厕", "新建公厕", "座", 12, "区城管局"],
  ["A2", "清运垃圾", "清运垃圾", "吨", 900, "区城管局"],
  ["A3", "修补道路", "修补道路", "处", 40, "区城管局"],
]);

/** The form that is sent to 区城管局, filled in, with its rows as `edit` leaves them. */
function returned(edit: (rows: CellValue[][], id: number, hidden: number) => void) {
  const [form] = splitLedger(ledger, { period: "2016-10" }).files;
  const layout = form?.layouts[0];
  if (!layout) throw new Error("no form");
  const rows = valuesOf(layout);
  const head = rows.findIndex((row) => row.includes("台账编号"));
  const header = rows[head] ?? [];
  const data = rows.filter((row) => /^A\d$/.test(`${row[header.indexOf("台账编号")]}`));
  for (const [index, row] of data.entries()) {
    row[header.indexOf("本月完成")] = 1;
    row[header.indexOf("本年累计完成")] = index + 1;
    row[header.indexOf("存在问题及原因")] = "汛期停工";
  }
  edit(data, header.indexOf("台账编号"), header.indexOf("行标识"));
  const { findings } = collectReturns({
    ledger,
    returns: recogniseWorkbook([gridOf(layout.name, rows)], "区城管局.xlsx", { targetsElsewhere: true }),
    period: "2016-10",
  });
  return findings.map(({ code, args }) => [code, (args as { kind?: string }).kind].filter(Boolean).join(" "));
}

describe("编号、行标识和任务对不上时，一个原因说一次", () => {
  test.each<[name: string, edit: Parameters<typeof returned>[0], codes: string[]]>([
    ["原样填报", () => {}, []],
    [
      "两行的台账编号对调：只说编号错行",
      ([a = [], b = []], id) => {
        [a[id], b[id]] = [b[id] ?? null, a[id] ?? null];
      },
      ["S09 row", "S09 row"],
    ],
    [
      "整列贴成了第一行的编号：第一行照计，其余各行按行标识对应，只说编号错行",
      ([a = [], b = [], c = []], id) => {
        b[id] = a[id] ?? null;
        c[id] = a[id] ?? null;
      },
      ["S09 row", "S09 row"],
    ],
    [
      "整列贴成了第一行的编号，行标识也清空了：按任务名称对应，只说编号错行",
      (rows, id, hidden) => {
        for (const row of rows) {
          row[id] = "A1";
          row[hidden] = null;
        }
      },
      ["S09 row", "S09 row"],
    ],
    [
      "排序时漏了隐藏列：行标识是别的任务的",
      ([a = [], b = []], _, hidden) => {
        [a[hidden], b[hidden]] = [b[hidden] ?? null, a[hidden] ?? null];
      },
      ["S09 hidden", "S09 hidden"],
    ],
  ])("%s", (_, edit, codes) => {
    expect(returned(edit)).toEqual(codes);
  });
});

test("一行抄了三遍，第二行才有数：都说按第二行计入，合并表也按第二行", () => {
  const copy = (actual: number | null) => ["A1", "新建公厕", "新建公厕", "座", 12, 1, actual, "已开工"];
  const { rows, findings } = collectReturns({
    ledger: ledgerOf([["A1", "新建公厕", "新建公厕", "座", 12, "区城管局"]]),
    returns: returnOf("区城管局", [copy(null), copy(3), copy(4)]),
    period: "2016-10",
  });
  expect(rows[0]?.answer?.entry.row).toBe(3);
  const twice = findings.filter(({ code }) => code === "C08");
  expect(twice.map(({ args, at: [place] }) => [place?.kind === "cell" && place.ref, args])).toEqual([
    ["B3", { id: "A1", first: "B4" }],
    ["B5", { id: "A1", first: "B4" }],
  ]);
});

test("定性任务抄了两遍：按先写的一行，不因后一行有数", () => {
  const ledger = ledgerOf([["A1", "市容整治", null, null, null, "区城管局"]]);
  const copy = (actual: number | null) => ["A1", "市容整治", null, null, null, null, actual, "已整治"];
  const { rows } = collectReturns({
    ledger: [...ledger],
    returns: returnOf("区城管局", [copy(null), copy(3)]),
    period: "2016-10",
  });
  expect(rows[0]?.answer?.entry.row).toBe(2);
});

test("指标名称都一样的两行，编号对调：按任务名称对应，只说编号错行", () => {
  const { rows, findings } = collectReturns({
    ledger: ledgerOf([
      ["A1", "人民大街维修", "修补数量", "处", 40, "区城管局"],
      ["A2", "自由大路维修", "修补数量", "处", 40, "区城管局"],
    ]),
    returns: returnOf("区城管局", [
      ["A2", "人民大街维修", "修补数量", "处", 40, 1, 11, "已开工"],
      ["A1", "自由大路维修", "修补数量", "处", 40, 1, 22, "已开工"],
    ]),
    period: "2016-10",
  });
  expect(findings.map(({ code }) => code)).toEqual(["S09", "S09"]);
  expect(rows.map(({ why }) => why)).toEqual(["finding", "finding"]);
});
