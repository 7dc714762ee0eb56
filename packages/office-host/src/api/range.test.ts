import { describe, expect, test } from "vitest";
import { excelWith } from "../testing/excel-with.ts";

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

/** Runs the act on sheet 甲 of a new workbook, then gives what `read` reads. */
async function after(rows: readonly (readonly unknown[])[], act: Act, read: string, address = "A1:D6") {
  const { Excel } = excelWith({ 甲: rows });
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("甲");
    const range = sheet.getRange(address);
    act(sheet, context);
    range.load(read);
    await context.sync();
    return range.toJSON() as unknown as Record<string, unknown>;
  });
}

const trimmed = (rows: unknown): unknown[][] => {
  const lines = (rows as unknown[][]).map((row) =>
    row.slice(0, row.findLastIndex((value) => value !== "") + 1),
  );
  return lines.slice(0, lines.findLastIndex((row) => row.length > 0) + 1);
};

describe("what is written is as if typed", () => {
  const cases: [string, unknown, unknown, string, string?][] = [
    ["a number", 12.5, 12.5, "Double"],
    ["a numeric text", "1255", 1255, "Double"],
    ["a text", "1255人", "1255人", "String"],
    ["an apostrophe", "'1255", "1255", "String"],
    ["a boolean", true, true, "Boolean"],
    ["an error", "#N/A", "#N/A", "Error"],
    ["a date", "2016-10-25", 42668, "Double", "yyyy/m/d"],
    ["a percentage", "45%", 0.45, "Double", "0%"],
    ["nothing", "", "", "Empty"],
  ];
  test.each(cases)("%s", async (_, input, value, type, format = "General") => {
    const read = await after(
      [],
      (sheet) => sheet.getRange("A1").set({ values: [[input]] }),
      "values,valueTypes,numberFormat",
      "A1",
    );
    expect([read.values, read.valueTypes, read.numberFormat]).toEqual([[[value]], [[type]], [[format]]]);
  });

  test("a cell of format @ keeps texts; null leaves a cell alone; one value fills a range", async () => {
    const read = await after(
      [["x", 1]],
      (sheet) => {
        sheet.getRange("A2").numberFormat = [["@"]];
        sheet.getRange("A1:B2").values = [
          [null, 2],
          ["007", null],
        ];
        sheet.getRange("C1:C3").values = "同" as unknown as string[][];
      },
      "values",
      "A1:C3",
    );
    expect(read.values).toEqual([
      ["x", 2, "同"],
      ["007", "", "同"],
      ["", "", "同"],
    ]);
  });
});

describe("ranges found from a range", () => {
  const cases: [string, (range: Excel.Range) => Excel.Range, string][] = [
    ["getCell", (range) => range.getCell(1, 1), "甲!C3"],
    ["getRow", (range) => range.getRow(2), "甲!B4:D4"],
    ["getColumn", (range) => range.getColumn(0), "甲!B2:B4"],
    ["getEntireRow", (range) => range.getEntireRow(), "甲!2:4"],
    ["getEntireColumn", (range) => range.getEntireColumn(), "甲!B:D"],
    ["getOffsetRange", (range) => range.getOffsetRange(-1, 1), "甲!C1:E3"],
    ["getResizedRange", (range) => range.getResizedRange(1, -2), "甲!B2:B5"],
    ["getAbsoluteResizedRange", (range) => range.getAbsoluteResizedRange(1, 1), "甲!B2"],
    ["getLastCell", (range) => range.getLastCell(), "甲!D4"],
    ["getRowsBelow", (range) => range.getRowsBelow(2), "甲!B5:D6"],
    ["getColumnsBefore", (range) => range.getColumnsBefore(1), "甲!A2:A4"],
    ["getBoundingRect", (range) => range.getBoundingRect("F9"), "甲!B2:F9"],
    ["getIntersection", (range) => range.getIntersection("A1:B3"), "甲!B2:B3"],
    ["getUsedRange", (range) => range.getUsedRange(true), "甲!B2:C3"],
    ["getSurroundingRegion", (range) => range.getCell(0, 0).getSurroundingRegion(), "甲!A1:C3"],
    ["getRangeEdge", (range) => range.getCell(0, 0).getRangeEdge("Down"), "甲!B3"],
    ["getExtendedRange", (range) => range.getCell(0, 0).getExtendedRange("Right"), "甲!B2:C2"],
  ];
  test.each(cases)("%s", async (_, find, address) => {
    const { Excel } = excelWith({
      甲: [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    });
    await Excel.run(async (context) => {
      const found = find(context.workbook.worksheets.getItem("甲").getRange("B2:D4")).load("address");
      await context.sync();
      expect(found.address).toBe(address);
    });
  });
});

describe("acts on cells", () => {
  const rows = [
    ["任务", "目标"],
    ["b", 2],
    ["a", 3],
    ["b", 2],
  ];
  const cases: [string, Act, unknown[][]][] = [
    [
      "insert rows",
      (sheet) => sheet.getRange("2:3").insert("Down"),
      [["任务", "目标"], [], [], ["b", 2], ["a", 3], ["b", 2]],
    ],
    [
      "insert cells to the right",
      (sheet) => sheet.getRange("A1:A2").insert("Right"),
      [
        ["", "任务", "目标"],
        ["", "b", 2],
        ["a", 3],
        ["b", 2],
      ],
    ],
    ["delete a column", (sheet) => sheet.getRange("A:A").delete("Left"), [["目标"], [2], [3], [2]]],
    [
      "delete cells upwards",
      (sheet) => sheet.getRange("A2").delete("Up"),
      [
        ["任务", "目标"],
        ["a", 2],
        ["b", 3],
        ["", 2],
      ],
    ],
    [
      "clear contents",
      (sheet) => sheet.getRange("A2:A3").clear("Contents"),
      [
        ["任务", "目标"],
        ["", 2],
        ["", 3],
        ["b", 2],
      ],
    ],
    [
      "copy",
      (sheet) => sheet.getRange("C1").copyFrom("A1:A2"),
      [
        ["任务", "目标", "任务"],
        ["b", 2, "b"],
        ["a", 3],
        ["b", 2],
      ],
    ],
    [
      "copy transposed",
      (sheet) => sheet.getRange("C1").copyFrom("A1:A2", "All", false, true),
      [
        ["任务", "目标", "任务", "b"],
        ["b", 2],
        ["a", 3],
        ["b", 2],
      ],
    ],
    [
      "move",
      (sheet) => sheet.getRange("A1:B1").moveTo("A6"),
      [[], ["b", 2], ["a", 3], ["b", 2], [], ["任务", "目标"]],
    ],
    [
      "sort",
      (sheet) => sheet.getRange("A1:B4").sort.apply([{ key: 0 }], false, true),
      [
        ["任务", "目标"],
        ["a", 3],
        ["b", 2],
        ["b", 2],
      ],
    ],
    [
      "remove duplicates",
      (sheet) => sheet.getRange("A1:B4").removeDuplicates([0], true),
      [
        ["任务", "目标"],
        ["b", 2],
        ["a", 3],
      ],
    ],
    [
      "replace",
      (sheet) => sheet.getRange("A1:B4").replaceAll("b", "丙", {}),
      [
        ["任务", "目标"],
        ["丙", 2],
        ["a", 3],
        ["丙", 2],
      ],
    ],
    ["merge", (sheet) => sheet.getRange("A2:B3").merge(), [["任务", "目标"], ["b"], [], ["b", 2]]],
    [
      "fill a series",
      (sheet) => sheet.getRange("B2").autoFill("B2:B4", "FillSeries"),
      [
        ["任务", "目标"],
        ["b", 2],
        ["a", 3],
        ["b", 4],
      ],
    ],
  ];
  test.each(cases)("%s", async (_, act, expected) => {
    expect(trimmed((await after(rows, act, "values")).values)).toEqual(expected);
  });

  test("formulas, merges and names follow inserted rows and renamed sheets", async () => {
    const { Excel, book } = excelWith({ 甲: [[1], [2], ['=SUM(A1:A2)&甲!$A$1&"A1"']], 乙: [["=甲!A2*2"]] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("甲");
      context.workbook.names.add("合计", sheet.getRange("A3"));
      sheet.getRange("C2:D2").merge();
      sheet.getRange("2:2").insert("Down");
      sheet.name = "民生 台账";
      const there = sheet.getRange("A4").load("formulas,formulasR1C1");
      const other = context.workbook.worksheets.getItem("乙").getRange("A1").load("formulas");
      const merged = sheet.getRange("A1:D9").getMergedAreasOrNullObject().load("address");
      await context.sync();
      expect(there.formulas).toEqual([["=SUM(A1:A3)&'民生 台账'!$A$1&\"A1\""]]);
      expect(there.formulasR1C1).toEqual([["=SUM(R[-3]C:R[-1]C)&'民生 台账'!R1C1&\"A1\""]]);
      expect(other.formulas).toEqual([["='民生 台账'!A3*2"]]);
      expect(merged.address).toBe("'民生 台账'!C3:D3");
    });
    expect(book.names[0]?.formula).toBe("='民生 台账'!$A$4");
  });

  test("special cells, hidden rows and found texts", async () => {
    const { Excel } = excelWith({
      甲: [
        ["a", 1, ""],
        ["=1+1", "b", true],
        ["", "", 5],
      ],
    });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("甲").getRange("A1:C3");
      range.getRow(1).rowHidden = true;
      const found = {
        blanks: range.getSpecialCells("Blanks").load("address"),
        numbers: range.getSpecialCells("Constants", "Numbers").load("address"),
        formulas: range.getSpecialCells("Formulas").load("address"),
        visible: range.getSpecialCells("Visible").load("address"),
        none: range.getSpecialCellsOrNullObject("ConditionalFormats"),
        text: range.find("b", { completeMatch: true }).load("address"),
      };
      range.load("rowHidden,hidden");
      await context.sync();
      expect(found.blanks.address).toBe("甲!C1,甲!A3:B3");
      expect(found.numbers.address).toBe("甲!B1,甲!C3");
      expect(found.formulas.isNullObject).toBe(true);
      expect(found.visible.address).toBe("甲!A1:C1,甲!A3:C3");
      expect(found.none.isNullObject).toBe(true);
      expect(found.text.address).toBe("甲!B2");
      expect(range.rowHidden).toBe(null);
    }).catch(async (error: { code?: string; message?: string }) => {
      // without a calculator a formula has no value, so that no formula of any kind is found
      expect(error).toMatchObject({ code: "ItemNotFound", message: expect.stringContaining("Formulas") });
    });
  });
});

describe("looks", () => {
  test("fills, fonts, borders, alignment and sizes are read back; mixed ones are null", async () => {
    const { Excel } = excelWith({ 甲: [["a", "b"]] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("甲");
      const { format } = sheet.getRange("A1:B2");
      format.fill.color = "#FFEE00";
      format.font.color = "red";
      format.font.size = 14;
      sheet.getRange("A1").format.font.bold = true;
      format.borders.getItem("EdgeBottom").style = "Double";
      format.borders.getItem("InsideHorizontal").weight = "Thick";
      format.horizontalAlignment = "Center";
      format.wrapText = true;
      format.columnWidth = 120;
      sheet.getRange("1:1").format.rowHeight = 30;
      format.load(
        "fill/color,font/color,font/size,font/bold,horizontalAlignment,wrapText,columnWidth,rowHeight",
      );
      const bottom = sheet.getRange("A2:B2").format.borders.getItem("EdgeBottom").load("style,weight");
      const inside = format.borders.getItem("InsideHorizontal").load("style,weight");
      await context.sync();
      expect(format.toJSON()).toMatchObject({
        fill: { color: "#FFEE00" },
        font: { color: "#FF0000", size: 14, bold: null },
        horizontalAlignment: "Center",
        wrapText: true,
        columnWidth: 120,
        rowHeight: null,
      });
      expect([bottom.style, inside.style, inside.weight]).toEqual(["Double", "Continuous", "Thick"]);
    });
  });

  test("whole columns keep a look without making cells", async () => {
    const { Excel, book } = excelWith({ 甲: [["a"]] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("甲");
      sheet.getRange("C:D").numberFormat = "0.00" as unknown as string[][];
      sheet.getRange("C:D").format.fill.color = "#EEEEEE";
      sheet.getRange("C5").values = [[3]];
      const cell = sheet.getRange("C5").load("text,format/fill/color");
      await context.sync();
      expect(cell.text).toEqual([["3.00"]]);
      expect(cell.format.fill.color).toBe("#EEEEEE");
    });
    expect(book.sheets[0]?.rows.flat().filter(Boolean).length).toBe(2);
  });

  test("properties of many cells are read and set at once", async () => {
    const { Excel, host } = excelWith({ 甲: [["a", "b"]] });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("甲").getRange("A1:B1");
      range.setCellProperties([
        [
          { format: { fill: { color: "#112233" } } },
          { format: { font: { bold: true }, borders: { bottom: { style: "Dash" } } } },
        ],
      ]);
      const read = range.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true }, borders: { style: true } },
      });
      await context.sync();
      expect(read.value[0]?.[0]).toMatchObject({
        address: "甲!A1",
        format: { fill: { color: "#112233" }, font: { bold: false } },
      });
      expect(read.value[0]?.[1]).toMatchObject({
        format: { font: { bold: true }, borders: { bottom: { style: "Dash" } } },
      });
    });
    expect(host.syncs.length).toBe(1);
  });
});
