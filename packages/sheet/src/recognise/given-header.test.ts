import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { readSettings } from "../settings/read-settings.ts";
import { noSettings } from "../settings/settings.ts";
import { settingsLayout } from "../settings/settings-sheet.ts";
import { recogniseSheet } from "./recognise.ts";
import { recogniseWorkbook } from "./workbook.ts";

const odd = gridOf("摸底表", [
  ["某区摸底情况"],
  ["工程", "谁管", "要做", "做了"],
  ["", "", "（个）", "（个）"],
  ["便民市场", "商务局", 3, 1],
  ["社区食堂", "民政局", 5, 2],
]);

test("表头行由用户指定：不再去找，列名照常认", () => {
  expect(recogniseSheet(odd, "摸底.xlsx").tables).toEqual([]);
  const headers = [{ sheet: "摸底表", headerRows: [2, 3] as const }];
  const [table] = recogniseSheet(odd, "摸底.xlsx", { corrections: headers }).tables;
  expect(table?.headerRows).toEqual([1, 2]);
  expect(table?.rows.map(({ row }) => row)).toEqual([3, 4]);
  const columns = [...headers, { header: "要做/（个）", field: "target" as const }];
  const corrected = recogniseSheet(odd, "摸底.xlsx", { corrections: columns }).tables[0];
  expect(corrected?.columns[2]).toMatchObject({ field: "target" });
  expect(corrected?.columns[2]?.evidence).toEqual([{ rule: "corrected", saw: "要做/（个）" }]);
});

test("指定的行里没有字，或下面没有内容：照常识别", () => {
  const none = recogniseSheet(odd, "", { corrections: [{ sheet: "摸底表", headerRows: [9, 9] }] });
  expect(none.tables).toEqual([]);
  const other = recogniseSheet(odd, "", { corrections: [{ sheet: "别的表", headerRows: [2, 3] }] });
  expect(other.tables).toEqual([]);
});

test.each(["zh-CN", "en"] as const)("记在台账设置里，读回一样：%s", (lang) => {
  const settings = {
    ...noSettings,
    corrections: [
      { sheet: "摸底表", headerRows: [2, 3] as const },
      { sheet: "单行", headerRows: [4, 4] as const },
      { header: "谁管", field: "lead" as const },
    ],
  };
  const layout = settingsLayout(settings, lang);
  const grid = gridOf(
    layout.name,
    layout.rows.map((row) =>
      row.map((cell) => (typeof cell === "object" && cell !== null && "value" in cell ? cell.value : null)),
    ),
  );
  expect(readSettings([grid]).settings.corrections).toEqual(settings.corrections);
  expect(readSettings([grid]).findings).toEqual([]);
  const reading = recogniseWorkbook([odd, grid], "摸底.xlsx").find((one) => one.grid === odd);
  expect(reading?.tables[0]?.headerRows).toEqual([1, 2]);
});
