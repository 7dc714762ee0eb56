import { openBook } from "@taizhang/office-host";
import { calculator } from "@taizhang/office-host/node";
import { writeWorkbook } from "@taizhang/xlsx";
import { expect, test } from "vitest";
import { recheckCells } from "../src/acts/check/recheck.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const rateOf = (row: number) => ({ value: null, formula: `IFERROR(D${row}/C${row},"")` });
const bytes = writeWorkbook([
  {
    name: "民生台账",
    rows: [
      ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"].map((value) => ({ value })),
      [{ value: "城镇新增就业" }, { value: "人" }, { value: 1000 }, { value: 900 }, rateOf(2)],
      [{ value: "残疾人就业" }, { value: "人" }, { value: 200 }, { value: "—" }, rateOf(3)],
    ],
  },
]);

test("公式算出空文本：有结果，不当作没有计算；改动之后也是", async () => {
  const book = openBook(bytes, "台账.xlsx");
  book.calculator = await calculator();
  const excel = excelWith(book);
  const pane = await paneIn(excel);
  const codes = () => pane.store.get().rows.map(({ finding }) => finding.code);
  expect(codes()).not.toContain("F02");
  excel.user.type("民生台账", "D2", "—");
  await excel.settled();
  await recheckCells(pane, [{ sheet: "民生台账", ref: "D2" }]);
  expect(book.sheets[0]?.rows[1]?.[4]?.value).toBe("");
  expect(codes()).not.toContain("F02");
});
