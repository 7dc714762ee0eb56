import { type CellContent, cellPlace, type Edit, formulaAt, valueAt } from "@taizhang/grid";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type HandWritten, handWritten } from "./hand-written.ts";
import { editWorkbook, readWorkbook, writeWorkbook } from "./index.ts";
import { defaultLimits } from "./limits.ts";
import { decodeUtf8 } from "./xml-text.ts";
import { dataStart, zipDirectory } from "./zip-directory.ts";

const set = (sheet: string, ref: string, before: CellContent, after: CellContent): Edit => ({
  kind: "setCell",
  at: cellPlace("a.xlsx", sheet, ref),
  before,
  after,
});

/** Packed bytes, header and all, of each entry. */
function rawEntries(bytes: Uint8Array): Map<string, string> {
  const entries = zipDirectory(bytes, defaultLimits).entries;
  return new Map(
    entries.map((entry) => [
      entry.name,
      [...bytes.subarray(entry.local, dataStart(bytes, entry) + entry.packedSize)].join(),
    ]),
  );
}

const textOf = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name] ?? new Uint8Array();
  return decodeUtf8(part, 0, part.length);
};
const sheetText = (bytes: Uint8Array, number = 1): string =>
  textOf(bytes, `xl/worksheets/sheet${number}.xml`);

/** Makes one edit and expects the sheet's part to differ only where the table says. */
function edited(book: HandWritten, edits: Edit[]): Uint8Array {
  const { value, skipped, findings } = editWorkbook(handWritten(book), edits);
  expect(skipped).toEqual([]);
  expect(findings).toEqual([]);
  return value as Uint8Array;
}

describe("one cell", () => {
  const row =
    '<row r="2" spans="1:3" x14ac:dyDescent="0.2"><c r="A2" s="3" t="s" ph="1"><v>0</v></c><c r=\'C2\' s="4"><v>12</v></c></row>';
  const book: HandWritten = {
    sheets: {
      台账: `<sheetData><!-- 批注 -->${row}</sheetData><pageMargins left="1"/>`,
      别表: "<sheetData/>",
    },
    strings: "<si><t>1255</t></si>",
    styles:
      '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0"/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="0" fontId="2" applyFont="1"><alignment wrapText="1"/></xf><xf numFmtId="170"/></cellXfs><dxfs count="0"/>',
    parts: { "xl/media/image1.png": new Uint8Array([1, 2, 3]), "customXml/x.xml": "<a/>" },
  };
  test.each<[string, string, CellContent, CellContent, string, string]>([
    [
      "a text becomes a number",
      "A2",
      { value: "1255" },
      { value: 1255 },
      '<c r="A2" s="3" t="s" ph="1"><v>0</v></c>',
      '<c r="A2" ph="1" s="3"><v>1255</v></c>',
    ],
    [
      "a number becomes a text",
      "C2",
      { value: 12, format: "0.0" },
      { value: "=1&<" },
      "<c r='C2' s=\"4\"><v>12</v></c>",
      '<c r=\'C2\' s="4" t="inlineStr"><is><t xml:space="preserve">=1&amp;&lt;</t></is></c>',
    ],
    [
      "emptied",
      "C2",
      { value: 12 },
      { value: null },
      "<c r='C2' s=\"4\"><v>12</v></c>",
      "<c r='C2' s=\"4\"/>",
    ],
    [
      "true",
      "C2",
      { value: 12 },
      { value: true },
      "<c r='C2' s=\"4\"><v>12</v></c>",
      '<c r=\'C2\' s="4" t="b"><v>1</v></c>',
    ],
    [
      "a new cell between",
      "B2",
      { value: null },
      { value: 5 },
      "<c r='C2'",
      "<c r=\"B2\"><v>5</v></c><c r='C2'",
    ],
    ["a new cell at the end", "D2", { value: null }, { value: 5 }, "</row>", '<c r="D2"><v>5</v></c></row>'],
    [
      "a new row before",
      "B1",
      { value: null },
      { value: 5 },
      "<row r=",
      '<row r="1"><c r="B1"><v>5</v></c></row><row r=',
    ],
    [
      "a new row behind",
      "B9",
      { value: null },
      { value: 5 },
      "</sheetData>",
      '<row r="9"><c r="B9"><v>5</v></c></row></sheetData>',
    ],
  ])("%s", (_name, ref, before, after, was, is) => {
    const bytes = handWritten(book);
    const result = edited(book, [set("台账", ref, before, after)]);
    expect(sheetText(result)).toBe(sheetText(bytes).replace(was, is));
    const [old, now] = [rawEntries(bytes), rawEntries(result)];
    expect([...now.keys()]).toEqual([...old.keys()]);
    expect([...now.keys()].filter((name) => now.get(name) !== old.get(name))).toEqual([
      "xl/worksheets/sheet1.xml",
    ]);
  });

  test("in a sheet without rows", () => {
    expect(sheetText(edited(book, [set("别表", "B2", { value: null }, { value: "甲" })]), 2)).toContain(
      '<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve">甲</t></is></c></row></sheetData>',
    );
  });

  test("a new format is a copy of the old style", () => {
    const result = edited(book, [
      set("台账", "A2", { value: "1255" }, { value: 1255, format: '0.00"万"' }),
      set("台账", "C2", { value: 12 }, { value: 12, format: "0.00%" }),
    ]);
    expect(textOf(result, "xl/styles.xml")).toBe(
      textOf(handWritten(book), "xl/styles.xml")
        .replace('<numFmts count="1">', '<numFmts count="2">')
        .replace("</numFmts>", '<numFmt numFmtId="171" formatCode="0.00&quot;万&quot;"/></numFmts>')
        .replace('<cellXfs count="5">', '<cellXfs count="7">')
        .replace(
          "</cellXfs>",
          '<xf numFmtId="171" applyNumberFormat="1" fontId="2" applyFont="1"><alignment wrapText="1"/></xf><xf numFmtId="10" applyNumberFormat="1"/></cellXfs>',
        ),
    );
    const grid = readWorkbook(result, { file: "a.xlsx" }).value?.sheets[0];
    expect(grid?.formats[1]).toEqual(['0.00"万"', undefined, "0.00%"]);
  });

  test.each<[string, Edit, string]>([
    ["another value", set("台账", "C2", { value: 13 }, { value: 1 }), "changed"],
    ["text for number", set("台账", "C2", { value: "12" }, { value: 1 }), "changed"],
    ["a formula expected", set("台账", "C2", { value: 12, formula: "A1" }, { value: 1 }), "changed"],
    ["another format", set("台账", "C2", { value: 12, format: "0%" }, { value: 1 }), "changed"],
    ["no such sheet", set("台帐", "C2", { value: 12 }, { value: 1 }), "notFound"],
    ["no such cell", set("台账", "C0", { value: 12 }, { value: 1 }), "notFound"],
    ["not a number", set("台账", "C2", { value: 12 }, { value: Number.NaN }), "unsupported"],
    ["rows move", { kind: "insertRows", at: cellPlace("a", "台账", "A1"), rows: [] }, "unsupported"],
    ["columns move", { kind: "insertColumn", at: cellPlace("a", "台账", "A1"), header: "甲" }, "unsupported"],
  ])("is skipped: %s", (_name, edit, why) => {
    expect(editWorkbook(handWritten(book), [edit])).toEqual({
      applied: [],
      skipped: [{ edit, why }],
      findings: [],
    });
  });

  test("a sheet of which no edit was made keeps its packed bytes", () => {
    const bytes = handWritten(book);
    const skipped = set("台账", "C2", { value: 13 }, { value: 1 });
    const { value } = editWorkbook(bytes, [skipped, set("别表", "A1", { value: null }, { value: 1 })]);
    const name = "xl/worksheets/sheet1.xml";
    expect(rawEntries(value as Uint8Array).get(name)).toBe(rawEntries(bytes).get(name));
  });

  test("a second edit sees the first", () => {
    const first = set("台账", "C2", { value: 12 }, { value: 13 });
    const { applied, skipped } = editWorkbook(handWritten(book), [
      first,
      first,
      set("台账", "C2", { value: 13 }, { value: 14 }),
    ]);
    expect(applied).toHaveLength(2);
    expect(skipped.map(({ why }) => why)).toEqual(["changed"]);
  });
});

const calc = (ref: string, formula: string, value: number): string =>
  `<c r="${ref}"><f>${formula}</f><v>${value}</v></c>`;

describe("dependents", () => {
  const book: HandWritten = {
    sheets: {
      一月: `<sheetData><row r="1"><c r="A1"><v>1</v></c>${calc("B1", "A1*2", 2)}${calc("C1", "B1+1", 3)}${calc("D1", "Z9", 0)}${calc("E1", "SUM(A:A)", 1)}${calc("F1", "SUM(1:1)", 9)}${calc("G1", "目标+1", 2)}${calc("H1", "INDIRECT(&quot;A&quot;&amp;1)", 1)}${calc("I1", "表1[目标]", 1)}${calc("J1", "LEN(&quot;A1&quot;)", 2)}${calc("K1", "LOG10(Z1)", 0)}${calc("L1", "$A$1", 1)}${calc("M1", "别处!Q1", 1)}</row></sheetData>`,
      "二 月": `<sheetData><row r="1">${calc("A1", "一月!A1", 1)}${calc("B1", "A1", 1)}${calc("C1", "SUM(一月:三月!A1)", 1)}${calc("D1", "'三月'!A1", 1)}</row></sheetData>`,
      三月: `<sheetData><row r="1"><c r="A1" t="str"><f>IF('二 月'!B1=1,"甲","乙")</f><v>甲</v></c>${calc("B1", "[1]一月!A1", 1)}</row></sheetData>`,
    },
    behind:
      "<definedNames><definedName name=\"目标\">一月!$A$1</definedName></definedNames><calcPr calcId='1'/>",
  };
  const stale = (result: Uint8Array): string[] =>
    (readWorkbook(result, { file: "a" }).value?.sheets ?? []).flatMap((grid) =>
      [...grid.formulas.keys()]
        .filter((key) => valueAt(grid, Math.floor(key / 16_384), key % 16_384) === null)
        .map((key) => `${grid.name}!${String.fromCharCode(65 + (key % 16_384))}`),
    );

  test("lose their stored values, over all sheets; others keep them", () => {
    const result = edited(book, [set("一月", "A1", { value: 1 }, { value: 2 })]);
    expect(stale(result)).toEqual([
      ..."BCEFGHIL".split("").map((letter) => `一月!${letter}`),
      ..."ABCD".split("").map((letter) => `二 月!${letter}`),
      "三月!A",
    ]);
    expect(textOf(result, "xl/workbook.xml")).toBe(
      textOf(handWritten(book), "xl/workbook.xml").replace("<calcPr", '<calcPr fullCalcOnLoad="1"'),
    );
    expect(sheetText(result, 3)).toContain(`<c r="A1"><f>IF('二 月'!B1=1,"甲","乙")</f></c>`);
  });

  test("a cell that nothing certain refers to leaves the rest alone", () => {
    const result = edited(book, [set("一月", "Z8", { value: null }, { value: 2 })]);
    // F adds up the row in which H and I stand
    expect(stale(result)).toEqual(["一月!F", "一月!H", "一月!I"]);
  });

  test("without any, the workbook part stays as it is", () => {
    const plain: HandWritten = {
      sheets: { 甲: `<sheetData><row r="1"><c r="A1"><v>1</v></c>${calc("B1", "C1", 0)}</row></sheetData>` },
    };
    const result = edited(plain, [set("甲", "A1", { value: 1 }, { value: 2 })]);
    expect(textOf(result, "xl/workbook.xml")).toBe(textOf(handWritten(plain), "xl/workbook.xml"));
  });

  test("of a formula in a chain of 20,000 are found in little time", () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) =>
        `<row r="${at + 2}">${calc(`A${at + 2}`, `A${at + 1}+1`, at)}${calc(`B${at + 2}`, `SUM(A$1:A${at + 2})`, at)}</row>`,
    );
    const long: HandWritten = {
      sheets: { 甲: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows.join("")}</sheetData>` },
    };
    const start = Date.now();
    const result = edited(long, [set("甲", "A1", { value: 1 }, { value: 2 })]);
    expect(stale(result)).toHaveLength(40_000);
    expect(Date.now() - start).toBeLessThan(60_000);
  });
});

describe("formulas", () => {
  const shared: HandWritten = {
    sheets: {
      甲: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row></sheetData>',
      乙: `<sheetData><row r="1">${calc("A1", "1+1", 2)}</row></sheetData>`,
    },
    parts: {
      "xl/calcChain.xml":
        '<calcChain xmlns="x"><c r="B1" i="1"/><c r="B2"/><c r="B3"/><c r="A1" i="2"/></calcChain>',
    },
  };

  test("the first cell of a shared one gives each of the others its own text", () => {
    const result = edited(shared, [set("甲", "B1", { value: 2, formula: "A1*2" }, { value: 7 })]);
    expect(sheetText(result)).toContain(
      '<c r="B1"><v>7</v></c></row><row r="2"><c r="B2"><f>A2*2</f><v>0</v></c></row><row r="3"><c r="B3"><f>A3*2</f><v>0</v></c></row>',
    );
    expect(textOf(result, "xl/calcChain.xml")).toBe(
      '<calcChain xmlns="x"><c i="1" r="B2"/><c r="B3"/><c r="A1" i="2"/></calcChain>',
    );
  });

  test("an empty calculation chain goes, with its names", () => {
    const result = edited(shared, [
      ...["B1", "B2", "B3"].map((ref, at) =>
        set("甲", ref, { value: at === 0 ? 2 : 0, formula: `A${at + 1}*2` }, { value: 7 }),
      ),
      set("乙", "A1", { value: 2, formula: "1+1" }, { value: 2 }),
    ]);
    expect(Object.keys(unzipSync(result))).not.toContain("xl/calcChain.xml");
    expect(textOf(result, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(textOf(result, "[Content_Types].xml")).not.toContain("calcChain");
  });

  test("a formula can be written", () => {
    const result = edited(shared, [set("甲", "A2", { value: null }, { value: 3, formula: "=IF(A1<2,3,4)" })]);
    expect(sheetText(result)).toContain('<c r="A2"><f>IF(A1&lt;2,3,4)</f><v>3</v></c>');
    expect(textOf(result, "xl/workbook.xml")).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  });

  test("a part of an array formula is left alone, and all of it is a dependent", () => {
    const array: HandWritten = {
      sheets: {
        甲: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row><row r="2"><c r="B2"><v>0</v></c><c r="C2"><f>B2</f><v>0</v></c></row></sheetData>',
      },
    };
    const edit = set("甲", "B2", { value: 0 }, { value: 1 });
    expect(editWorkbook(handWritten(array), [edit]).skipped).toEqual([{ edit, why: "unsupported" }]);
    expect(sheetText(edited(array, [set("甲", "A1", { value: 1 }, { value: 2 })]))).toContain(
      '<f t="array" ref="B1:B2">A1:A2*2</f></c></row><row r="2"><c r="B2"></c><c r="C2"><f>B2</f></c></row>',
    );
  });
});

describe("merged cells", () => {
  const book: HandWritten = {
    sheets: {
      甲: '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"/></row></sheetData><mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="C1:D1"/></mergeCells>',
    },
    strings: "<si><t>区人社局</t></si>",
  };
  const unmerge = (ref: string): Edit => ({
    kind: "unmergeFill",
    at: cellPlace("a", "甲", ref),
    before: { value: "区人社局" },
  });

  test.each(["A1", "A1:A3"])("are taken apart and filled: %s", (ref) => {
    const result = edited(book, [unmerge(ref)]);
    const text = '<is><t xml:space="preserve">区人社局</t></is></c>';
    expect(sheetText(result)).toContain(
      `<row r="2"><c r="A2" s="1" t="inlineStr">${text}</row><row r="3"><c r="A3" t="inlineStr">${text}</row></sheetData><mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>`,
    );
    expect(readWorkbook(result, { file: "a" }).value?.sheets[0]?.rows.map((row) => row?.[0])).toEqual(
      Array(3).fill("区人社局"),
    );
  });

  test("the last one takes the list with it", () => {
    const result = edited(book, [
      unmerge("A1"),
      { kind: "unmergeFill", at: cellPlace("a", "甲", "C1"), before: { value: null } },
    ]);
    expect(sheetText(result)).not.toContain("mergeCell");
  });

  test("a hidden cell is not written", () => {
    const edit = set("甲", "A2", { value: null }, { value: 1 });
    expect(editWorkbook(handWritten(book), [edit]).skipped).toEqual([{ edit, why: "unsupported" }]);
  });
});

test("the header of a table is left alone", () => {
  const book: HandWritten = {
    sheets: {
      甲: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>',
    },
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
      "xl/tables/table1.xml": '<table ref="A1:A2" name="t"/>',
    },
  };
  const { applied, skipped } = editWorkbook(
    handWritten(book),
    ["A1", "A2"].map((ref) => set("甲", ref, { value: 1 }, { value: 2 })),
  );
  expect(skipped.map(({ why }) => why)).toEqual(["unsupported"]);
  expect(applied).toHaveLength(1);
});

test("a damaged file is not edited", () => {
  const result = editWorkbook(new Uint8Array([80, 75, 3, 4, 0]), [
    set("甲", "A1", { value: null }, { value: 1 }),
  ]);
  expect(result.value).toBeUndefined();
  expect(result.findings).toMatchObject([{ code: "F01", args: { kind: "damaged" } }]);
});

test("any edit changes what it names and nothing else", () => {
  const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
  const rows = fc.array(fc.array(value, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.nat(9), fc.nat(7), value, (cells, row, column, after) => {
      const bytes = writeWorkbook([
        { name: "甲", rows: cells },
        { name: "乙", rows: [[1]] },
      ]);
      const before = readWorkbook(bytes, { file: "a" }).value?.sheets[0];
      const ref = `${String.fromCharCode(65 + column)}${row + 1}`;
      const was = before ? valueAt(before, row, column) : null;
      const { value: result } = editWorkbook(bytes, [set("甲", ref, { value: was }, { value: after })]);
      const now = readWorkbook(result as Uint8Array, { file: "a" }).value?.sheets[0];
      for (let r = 0; r < 10; r++)
        for (let c = 0; c < 8; c++) {
          const expected = r === row && c === column ? after : before ? valueAt(before, r, c) : null;
          expect(now && valueAt(now, r, c)).toEqual(expected);
          expect(now && formulaAt(now, r, c)).toBeUndefined();
        }
      const [old, raw] = [rawEntries(bytes), rawEntries(result as Uint8Array)];
      for (const [name, packed] of raw)
        if (name !== "xl/worksheets/sheet1.xml") expect(packed).toBe(old.get(name));
    }),
    { numRuns: 150 },
  );
});
