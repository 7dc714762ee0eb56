import { cellKey, formulaAt, type Grid, isUncalculated } from "@taizhang/grid";
import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type HandWritten, handWritten, handWrittenParts, oneSheet } from "./hand-written.ts";
import { readWorkbook } from "./index.ts";
import { encodeUtf8 } from "./xml-text.ts";

/** The one sheet of a workbook that reads without findings. */
function sheetOf(bytes: Uint8Array): Grid {
  const { value, findings } = readWorkbook(bytes, { file: "a.xlsx" });
  expect(findings).toEqual([]);
  return value?.sheets[0] as Grid;
}

describe("a cell", () => {
  const strings =
    "<si><t>甲</t></si><si><t xml:space='preserve'> 乙 &amp; 丙 </t><phoneticPr fontId='1'/></si><si><r><t>粗</t></r><r><rPr><b/></rPr><t>细</t></r><rPh sb='0' eb='1'><t>pin</t></rPh></si><si/><si><t/></si><si><t>_x000D_&#10;_x005F_x0041_</t></si><si><t><![CDATA[<丁>]]></t></si>";
  const styles = `<numFmts><numFmt numFmtId="176" formatCode="0.0_ "/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"><alignment/></xf><xf numFmtId="10"/></cellXfs>`;
  test.each<[string, string, unknown, string?]>([
    ["a number", '<c r="A1"><v>12.50</v></c>', 12.5],
    ["17 digits", '<c r="A1"><v>0.10000000000000001</v></c>', 0.1],
    ["an exponent", '<c r="A1" t="n"><v>1.5E+20</v></c>', 1.5e20],
    ["a shared text", '<c r="A1" t="s"><v>0</v></c>', "甲"],
    ["a text with blanks and an entity", '<c r="A1" t="s"><v>1</v></c>', " 乙 & 丙 "],
    ["rich text without its phonetic run", '<c r="A1" t="s"><v>2</v></c>', "粗细"],
    ["an empty shared item", '<c r="A1" t="s"><v>3</v></c>', ""],
    ["an empty shared text", '<c r="A1" t="s"><v>4</v></c>', ""],
    ["escapes of what XML may not hold", '<c r="A1" t="s"><v>5</v></c>', "\r\n_x0041_"],
    ["CDATA", '<c r="A1" t="s"><v>6</v></c>', "<丁>"],
    ["an inline text", '<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', "甲"],
    [
      "inline rich text",
      '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      "甲乙",
    ],
    ["a text result", '<c r="A1" t="str"><f>B1</f><v>乙</v></c>', "乙"],
    ["an empty text result", '<c r="A1" t="str"><f>B1</f><v></v></c>', ""],
    ["a text with line ends of Windows", '<c r="A1" t="str"><v>甲\r\n乙</v></c>', "甲\n乙"],
    ["a boolean", '<c r="A1" t="b"><v>1</v></c>', true],
    ["an error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: "#DIV/0!" }],
    ["single quotes and blanks", "<c  r = 'A1'\n t='b' ><v>0</v></c>", false],
    ["other attributes", '<c cm="1" vm="2" r="A1" ph="1"><v>3</v></c>', 3],
    ["a comment inside", '<c r="A1"><!-- <v>1</v> --><v>2<!-- x -->3</v></c>', 23],
    ["an extension behind", '<c r="A1"><v>4</v><extLst><ext><c/><v>5</v></ext></extLst></c>', 4],
    ["a lower-case reference", '<c r="a1"><v>4</v></c>', 4],
    ["a custom format", '<c r="A1" s="1"><v>4</v></c>', 4, "0.0_ "],
    ["a date of the Chinese Excel", '<c r="A1" s="2"><v>42674</v></c>', 42674, 'yyyy"年"m"月"d"日"'],
    ["a percentage", '<c r="A1" s="3"><v>0.043</v></c>', 0.043, "0.00%"],
    ["a style that is not there", '<c r="A1" s="99"><v>4</v></c>', 4],
    ["an ISO date", '<c r="A1" t="d"><v>2016-10-31</v></c>', 42674, "yyyy-mm-dd"],
    ["an ISO date before 1900-03-01", '<c r="A1" t="d"><v>1900-01-01</v></c>', 1, "yyyy-mm-dd"],
    [
      "an ISO date and time",
      '<c r="A1" t="d"><v>2016-10-31T12:00:00</v></c>',
      42674.5,
      "yyyy-mm-dd hh:mm:ss",
    ],
    [
      "an ISO date with its own format",
      '<c r="A1" s="2" t="d"><v>2016-10-31</v></c>',
      42674,
      'yyyy"年"m"月"d"日"',
    ],
  ])("%s", (_name, cell, value, format) => {
    const grid = sheetOf(oneSheet(`<row r="1">${cell}</row>`, { strings, styles }));
    expect(grid.rows).toEqual([[value]]);
    expect(grid.formats[0]?.[0]).toBe(format);
  });

  test.each([
    ["openpyxl", '<c r="A1"><f>B1</f><v></v></c>'],
    ["openpyxl, shorter", '<c r="A1"><f>B1</f><v/></c>'],
    ["others", '<c r="A1"><f>B1</f></c>'],
    ["with a type", '<c r="A1" t="str"><f>B1</f></c>'],
  ])("a formula that was never calculated: %s", (_name, cell) => {
    const grid = sheetOf(oneSheet(`<row r="1">${cell}</row>`));
    expect(isUncalculated(grid, 0, 0)).toBe(true);
    expect(formulaAt(grid, 0, 0)).toBe("B1");
  });

  test("1904 dates keep their number, and ISO ones fit them", () => {
    const grid = sheetOf(
      oneSheet('<row><c t="d"><v>2016-10-31</v></c></row>', { before: '<workbookPr date1904="1"/>' }),
    );
    expect(grid.date1904).toBe(true);
    expect(grid.rows).toEqual([[41212]]);
  });
});

describe("a sheet", () => {
  test("without references counts rows and cells", () => {
    const grid = sheetOf(
      oneSheet(
        '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="4"><c><v>3</v></c><c r="D4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
      ),
    );
    expect(grid.rows).toEqual([
      [1, undefined, 2],
      undefined,
      undefined,
      [3, undefined, undefined, 4, 5],
      [6],
    ]);
  });

  test("of empty cells has no rows", () => {
    const grid = sheetOf(
      oneSheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/></row><row r="2" hidden="1"><c r="A2" s="0"/><c r="B2"><v/></c></row>',
      ),
    );
    expect(grid.rows).toEqual([[1]]);
    expect(grid.hiddenRows.size).toBe(0);
  });

  test("has merges, hidden rows and hidden columns", () => {
    const grid = sheetOf(
      handWritten({
        sheets: {
          表: '<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="true"/></cols><sheetData><row r="2" hidden="1"/><row r="3" hidden="true"><c r="D3"><v>1</v></c></row><row r="4" hidden="0"/></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>',
        },
      }),
    );
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect([...grid.hiddenRows]).toEqual([1, 2]);
    expect([...grid.hiddenColumns]).toEqual([1, 2]);
  });

  test("has its formulas, shared ones written out", () => {
    const grid = sheetOf(
      oneSheet(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:C3" si="0">A1*$D$1+SUM(A$1:A1)&amp;"A1"+LOG10(2)+\'A1 表\'!B2+税率</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>1</v></c></row><row r="2"><c r="B2"><f si="0" t="shared"></f><v>1</v></c><c r="C2"><f t="array" ref="C2:C3">A:A*2:2</f><v>1</v></c><c r="D2"><f t="dataTable" ref="D2:D3" dt2D="1" r1="A1" r2="B1"/><v>1</v></c></row><row r="3"><c r="B3"><f>SUM(A1,\n"x")</f><v>1</v></c></row>',
      ),
    );
    expect(Object.fromEntries(grid.formulas)).toEqual({
      [cellKey(0, 1)]: "A1*$D$1+SUM(A$1:A1)&\"A1\"+LOG10(2)+'A1 表'!B2+税率",
      [cellKey(0, 2)]: "B1*$D$1+SUM(B$1:B1)&\"A1\"+LOG10(2)+'A1 表'!C2+税率",
      [cellKey(1, 1)]: "A2*$D$1+SUM(A$1:A2)&\"A1\"+LOG10(2)+'A1 表'!B3+税率",
      [cellKey(1, 2)]: "A:A*2:2",
      [cellKey(1, 3)]: "TABLE(A1,B1)",
      [cellKey(2, 1)]: 'SUM(A1,\n"x")',
    });
  });

  test("with a prefix for its names reads the same", () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="1" hidden="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>A1</x:f><x:v>2</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>丙</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>';
    const grid = sheetOf(
      oneSheet("", {
        parts: {
          "xl/worksheets/sheet1.xml": prefixed,
          "xl/sharedStrings.xml": '<x:sst xmlns:x="y"><x:si><x:r><x:t>甲</x:t></x:r></x:si></x:sst>',
        },
      }),
    );
    expect(grid.rows).toEqual([["甲", 2, "丙"]]);
    expect(formulaAt(grid, 0, 1)).toBe("A1");
    expect(grid.merges).toHaveLength(1);
    expect([...grid.hiddenColumns]).toEqual([0]);
  });

  test.each<[string, (xml: string) => Uint8Array]>([
    ["a byte order mark", (xml) => encodeUtf8(`\ufeff${xml}`)],
    ["UTF-16, low byte first", (xml) => utf16(`\ufeff${xml}`)],
    ["UTF-16 without a mark", utf16],
  ])("in another encoding: %s", (_name, encode) => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>民生</v></c></row></sheetData></worksheet>';
    expect(sheetOf(oneSheet("", { parts: { "xl/worksheets/sheet1.xml": encode(xml) } })).rows).toEqual([
      ["民生"],
    ]);
  });
});

function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  );
}

describe("a workbook", () => {
  const two: HandWritten = {
    sheets: { 甲: "<sheetData><row><c><v>1</v></c></row></sheetData>", 乙: "<sheetData/>" },
  };

  test("has its sheets in the order of the workbook part, whatever the parts are called", () => {
    const parts = handWrittenParts(two);
    const bytes = handWritten({
      ...two,
      parts: {
        "xl/worksheets/sheet1.xml": null,
        "xl/Weird Name/表.XML": parts["xl/worksheets/sheet1.xml"] as string,
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Target="../XL/weird name/表.xml" Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/><Relationship Id="rId2" Type="a/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      },
    });
    const { value, findings } = readWorkbook(bytes, { file: "a" });
    expect(findings).toEqual([]);
    expect(value?.sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ["甲", [[1]]],
      ["乙", []],
    ]);
  });

  test("has its defined names, those of one sheet under its name", () => {
    const behind =
      '<definedNames><definedName name="税率">0.5</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">乙!$A$1:$B$2</definedName></definedNames>';
    expect(readWorkbook(handWritten({ ...two, behind }), { file: "a" }).value?.definedNames).toEqual(
      new Map([
        ["税率", "0.5"],
        ["乙!_xlnm.Print_Area", "乙!$A$1:$B$2"],
      ]),
    );
  });

  test("may have a sheet called __proto__", () => {
    const sheets = { ["__proto__"]: "<sheetData/>", constructor: "<sheetData/>" };
    const { value } = readWorkbook(handWritten({ sheets }), { file: "a" });
    expect(value?.sheets.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  });

  test("gives only the sheets that are wanted", () => {
    const { value } = readWorkbook(handWritten(two), { file: "a", sheets: (name) => name === "乙" });
    expect(value?.sheets.map(({ name }) => name)).toEqual(["乙"]);
  });

  test("reads from zips without compression", () => {
    const files = Object.fromEntries(
      Object.entries(handWrittenParts(two)).map(([name, part]) => [name, encodeUtf8(part as string)]),
    );
    expect(sheetOf(zipSync(files, { level: 0 })).rows).toEqual([[1]]);
  });
});

test("reads what exceljs writes", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("民生 台账");
  sheet.getCell("A1").value = "任务";
  sheet.mergeCells("A1:C1");
  sheet.getCell("A2").value = 1255.5;
  sheet.getCell("A2").numFmt = "#,##0.00";
  sheet.getCell("B2").value = { formula: "A2*2", result: 2511 };
  sheet.getCell("C2").value = { richText: [{ text: "甲" }, { font: { bold: true }, text: "乙" }] };
  sheet.getCell("D2").value = new Date(Date.UTC(2016, 9, 31));
  sheet.getCell("E2").value = true;
  sheet.getCell("F2").value = { error: "#N/A" };
  sheet.getCell("G2").value = { formula: 'A2&""', result: "1255.5" };
  for (let row = 3; row <= 5; row++) sheet.getCell(`A${row}`).value = row;
  sheet.getCell("B3").value = { formula: "A3*$A$2", result: 1, shareType: "shared", ref: "B3:B5" } as never;
  sheet.getCell("B4").value = { sharedFormula: "B3", result: 2 } as never;
  sheet.getCell("B5").value = { sharedFormula: "B3", result: 3 } as never;
  sheet.getRow(4).hidden = true;
  sheet.getColumn(3).hidden = true;
  book.addWorksheet("隐藏", { state: "veryHidden" }).getCell("B2").value = 1;
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { value, findings } = readWorkbook(bytes, { file: "a.xlsx" });
  expect(findings).toEqual([]);
  expect(value?.sheets.map((one) => [one.name, one.visibility])).toEqual([
    ["民生 台账", "visible"],
    ["隐藏", "veryHidden"],
  ]);
  const grid = value?.sheets[0];
  expect(grid?.rows[1]).toEqual([1255.5, 2511, "甲乙", 42674, true, { error: "#N/A" }, "1255.5"]);
  expect(grid?.formulas.get(cellKey(4, 1))).toBe("A5*$A$2");
  expect(grid?.formats[1]).toEqual(["#,##0.00", undefined, undefined, "yyyy/m/d"]);
  expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  expect([...(grid?.hiddenRows ?? [])]).toEqual([3]);
  expect([...(grid?.hiddenColumns ?? [])]).toEqual([2]);
});
