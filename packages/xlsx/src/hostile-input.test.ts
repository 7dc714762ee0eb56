import type { Finding } from "@taizhang/finding";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { deflateSync, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { handWritten, oneSheet } from "./hand-written.ts";
import { editWorkbook, type ReadLimits, readWorkbook, writeWorkbook } from "./index.ts";
import { defaultLimits } from "./limits.ts";
import { encodeUtf8 } from "./xml-text.ts";
import { dataStart, zipDirectory } from "./zip-directory.ts";

/** The one finding of a file, by kind and detail, and whether anything could be read. */
function refusal(bytes: Uint8Array, limits: Partial<ReadLimits> = {}) {
  const { value, findings } = readWorkbook(bytes, { file: "坏.xlsx", limits });
  expect(findings).toHaveLength(1);
  const [found] = findings as Finding<"F01">[];
  expect(found).toMatchObject({ code: "F01", severity: "A", at: [{ type: "file", id: "坏.xlsx" }] });
  return {
    kind: found?.args.kind,
    detail: found?.args.detail,
    sheets: value?.sheets.map(({ name }) => name),
  };
}

/** An OLE2 file with these names in its directory. */
function compound(...names: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * names.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, name] of names.entries()) {
    const record = 512 + at * 128;
    for (let letter = 0; letter < name.length; letter++) bytes[record + letter * 2] = name.charCodeAt(letter);
    bytes[record + 64] = name.length * 2 + 2;
    bytes[record + 66] = 2;
  }
  return bytes;
}

const good = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');

describe("another file", () => {
  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "damaged"],
    ["a text", encodeUtf8("任务,目标\n甲,1"), "notWorkbook"],
    ["a web page called .xls", encodeUtf8("<html><table></table></html>"), "notWorkbook"],
    [
      "XML of Excel 2003",
      encodeUtf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      "legacy",
    ],
    [".xls", compound("Root Entry", "Workbook"), "legacy"],
    [".xls of Excel 5", compound("Book"), "legacy"],
    ["Excel 4", new Uint8Array([9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0]), "legacy"],
    [".doc", compound("Root Entry", "WordDocument"), "notWorkbook"],
    ["an encrypted .xlsx", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "encrypted"],
    ["a .docx", zipSync({ "word/document.xml": encodeUtf8("<document/>") }), "notWorkbook"],
    ["a zip of anything", zipSync({ "照片.jpg": new Uint8Array([1]) }), "notWorkbook"],
    ["an empty zip", zipSync({}), "notWorkbook"],
    [
      "an .xlsb",
      handWritten({
        sheets: { 表: "" },
        parts: {
          "_rels/.rels":
            '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
      }),
      "legacy",
    ],
    ["half a file", good.subarray(0, good.length / 2), "damaged"],
    ["a file without its last byte", good.subarray(0, good.length - 1), "damaged"],
  ])("%s", (_name, bytes, kind) => {
    expect(refusal(bytes)).toMatchObject({ kind, sheets: undefined });
  });
});

describe("a missing or strange part", () => {
  test.each<[string, Record<string, string | null>, string]>([
    ["no workbook", { "xl/workbook.xml": null }, "damaged"],
    ["a workbook without sheets", { "xl/workbook.xml": "<workbook/>" }, "damaged"],
    ["a workbook that is no XML", { "xl/workbook.xml": "<workbook" }, "damaged"],
    [
      "a document type",
      {
        "xl/workbook.xml":
          '<!DOCTYPE a [<!ENTITY b "c">]><workbook><sheets><sheet name="&b;"/></sheets></workbook>',
      },
      "damaged",
    ],
    [
      "shared texts with a document type",
      { "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "ccccccccc">]><sst><si><t>&b;</t></si></sst>' },
      "damaged",
    ],
    [
      "styles with a document type",
      { "xl/styles.xml": "<!DOCTYPE a []><styleSheet><cellXfs><xf/></cellXfs></styleSheet>" },
      "damaged",
    ],
  ])("%s", (_name, parts, kind) => {
    expect(refusal(handWritten({ sheets: { 表: "<sheetData/>" }, parts }))).toMatchObject({
      kind,
      sheets: undefined,
    });
  });

  const two = {
    sheets: { 甲: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', 乙: "<sheetData/>" },
  };
  test.each<[string, string | null]>([
    ["missing", null],
    ["cut off", '<worksheet><sheetData><row r="1"><c r="A1"><v>1'],
    ["cut off in a tag", '<worksheet><sheetData><row r="1"><c r="A1'],
    ["with a document type", "<!DOCTYPE a []><worksheet/>"],
    ["empty", ""],
    [
      "with a cell beyond the edge",
      '<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      "with a row beyond the edge",
      '<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      "with a broken reference",
      '<worksheet><sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      "with a reference of signs",
      '<worksheet><sheetData><row r="1"><c r="A-1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      "with crossed tags",
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</c></v></row></sheetData></worksheet>',
    ],
    ["with a cell outside a row", "<worksheet><sheetData><c><v>1</v></c></sheetData></worksheet>"],
  ])("one sheet is %s: the others are read, and it is named", (_name, xml) => {
    const bytes = handWritten({ ...two, parts: { "xl/worksheets/sheet1.xml": xml } });
    const { kind, detail, sheets } = refusal(bytes);
    expect([kind, sheets]).toEqual(["damaged", ["乙"]]);
    expect(detail).toContain("甲 · xl/worksheets/sheet1.xml");
  });

  test.each<[string, string]>([
    ["a shared text that is not there", '<c r="B2" t="s"><v>7</v></c>'],
    ["a shared text without a number", '<c r="B2" t="s"><v>x</v></c>'],
    ["a number that is none", '<c r="B2"><v>12人</v></c>'],
    ["a number beyond all", '<c r="B2"><v>1e999</v></c>'],
    ["a date that is none", '<c r="B2" t="d"><v>昨天</v></c>'],
  ])("%s reads as an error, and is named", (_name, cell) => {
    const { value, findings } = readWorkbook(oneSheet(`<row r="2"><c r="A2"><v>1</v></c>${cell}</row>`), {
      file: "a",
    });
    expect(value?.sheets[0]?.rows[1]).toEqual([1, { error: "#VALUE!" }]);
    expect(findings).toMatchObject([{ code: "F01", args: { kind: "damaged", detail: "表!B2 (1)" } }]);
  });

  test("a shared formula that is not there is named", () => {
    expect(refusal(oneSheet('<row r="2"><c r="B2"><f t="shared" si="5"/><v>1</v></c></row>')).detail).toBe(
      "表!B2 (1)",
    );
  });
});

/** A zip of one deflated entry whose headers claim what the test says. */
function lyingZip(
  name: string,
  data: Uint8Array,
  claim: { size?: number; crc?: number; flags?: number; method?: number },
): Uint8Array {
  const zip = zipSync({ "xl/workbook.xml": encodeUtf8("<workbook/>"), [name]: data });
  const view = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 28, true) === name.length) {
      if (claim.flags !== undefined) view.setUint16(at + 8, claim.flags, true);
      if (claim.method !== undefined) view.setUint16(at + 10, claim.method, true);
      if (claim.crc !== undefined) view.setUint32(at + 16, claim.crc, true);
      if (claim.size !== undefined) view.setUint32(at + 24, claim.size, true);
    }
  return zip;
}

/** The zip with other packed bytes in the entries of some names, and what their headers claim they unpack to. */
function withPacked(zip: Uint8Array, names: RegExp, packed: Uint8Array, size: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const entry of zipDirectory(zip, defaultLimits).entries) {
    const start = dataStart(zip, entry);
    const record = zip.slice(entry.record, entry.recordEnd);
    const view = new DataView(record.buffer);
    view.setUint32(42, length, true);
    push(zip.subarray(entry.local, start));
    if (names.test(entry.name)) {
      view.setUint16(10, 8, true);
      view.setUint32(20, packed.length, true);
      view.setUint32(24, size, true);
      push(packed);
    } else push(zip.subarray(start, start + entry.packedSize));
    records.push(record);
  }
  const directory = length;
  for (const record of records) push(record);
  const end = zip.slice(-22);
  new DataView(end.buffer).setUint32(16, directory, true);
  push(end);
  return new Uint8Array(Buffer.concat(chunks));
}

describe("a zip that lies or explodes", () => {
  const bomb = new Uint8Array(50_000_000);
  test.each<[string, Uint8Array, string]>([
    ["a smaller size than there is", lyingZip("_rels/.rels", bomb, { size: 1000 }), "damaged"],
    ["a larger size than there is", lyingZip("_rels/.rels", encodeUtf8("<a/>"), { size: 5000 }), "damaged"],
    ["an impossible size", lyingZip("_rels/.rels", encodeUtf8("<a/>"), { size: 400_000_000 }), "damaged"],
    [
      "a size above the limit",
      lyingZip("_rels/.rels", encodeUtf8("<a/>"), { size: 4_000_000_000 }),
      "tooLarge",
    ],
    ["a wrong checksum", lyingZip("_rels/.rels", encodeUtf8("<a/>"), { crc: 1 }), "damaged"],
    ["an unknown method", lyingZip("_rels/.rels", encodeUtf8("<a/>"), { method: 14 }), "damaged"],
    ["a password", lyingZip("_rels/.rels", encodeUtf8("<a/>"), { flags: 1 }), "encrypted"],
  ])("%s", (_name, bytes, kind) => {
    const start = Date.now();
    expect(refusal(bytes).kind).toBe(kind);
    expect(Date.now() - start).toBeLessThan(60_000);
  });

  test.each([
    [40, 1000], // less than deflate can stand for
    [10, 500_000], // as much as a sheet of that packed size may be
  ])("%i bombs that claim %i bytes each end quickly", (count, size) => {
    // each would unpack to 100 megabytes
    const bomb = deflateSync(new Uint8Array(100_000_000), { level: 1 });
    const names = Array.from({ length: count }, (_, at) => `表${at + 1}`);
    const honest = handWritten({ sheets: Object.fromEntries(names.map((name) => [name, "<sheetData/>"])) });
    const bytes = withPacked(honest, /^xl\/worksheets\//, bomb, size);
    const start = Date.now();
    const { value, findings } = readWorkbook(bytes, { file: "a" });
    expect(Date.now() - start).toBeLessThan(60_000);
    expect(value?.sheets).toEqual([]);
    expect(findings).toHaveLength(count);
    expect(findings[0]).toMatchObject({ code: "F01", args: { kind: "damaged" } });
  });

  test("a part beyond the limit is not inflated", () => {
    expect(refusal(oneSheet(`<row r="1"/>${" ".repeat(2_000_000)}`), { partBytes: 1_000_000 })).toMatchObject(
      { kind: "tooLarge", sheets: [] },
    );
  });

  test("nor are parts beyond the limit for all", () => {
    expect(
      refusal(oneSheet(`<row r="1"/>${" ".repeat(2_000_000)}`), { totalBytes: 1_000_000 }),
    ).toMatchObject({ kind: "tooLarge", sheets: [] });
  });

  test("too many entries", () => {
    expect(refusal(good, { entries: 3 }).kind).toBe("tooLarge");
  });

  test("a large file", () => {
    expect(refusal(good, { fileBytes: 100 }).kind).toBe("tooLarge");
  });

  test("two parts of one name", () => {
    const bytes = handWritten({
      sheets: { 表: "<sheetData/>" },
      parts: { "XL/Workbook.xml": "<workbook/>" },
    });
    expect(refusal(bytes).kind).toBe("damaged");
  });
});

describe("a sheet that is all", () => {
  test("empty cells with a style takes little memory and time", () => {
    const rows = ['<row r="1"><c r="A1"><v>1</v></c></row>'];
    for (let at = 2; at <= 1_048_576; at++) rows.push(`<row r="${at}"><c r="A${at}" s="1"/></row>`);
    const bytes = oneSheet(rows.join(""));
    const start = Date.now();
    const { value, findings } = readWorkbook(bytes, { file: "a" });
    expect(findings).toEqual([]);
    expect(value?.sheets[0]?.rows).toEqual([[1]]);
    expect(Date.now() - start).toBeLessThan(60_000);
  });

  test("one far cell a row stays small, and too many are too large", () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    ).join("");
    expect(readWorkbook(oneSheet(rows), { file: "a" }).value?.sheets[0]?.rows[2999]?.[16_383]).toBe(1);
    expect(refusal(oneSheet(rows), { cells: 100_000 }).kind).toBe("tooLarge");
  });

  test("cells or merges beyond the limits", () => {
    const rows = `<row r="1">${"<c><v>1</v></c>".repeat(200)}</row>`;
    expect(refusal(oneSheet(rows), { cells: 100 }).kind).toBe("tooLarge");
    const merges = `<sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(200)}</mergeCells>`;
    expect(refusal(handWritten({ sheets: { 表: merges } }), { merges: 100 }).kind).toBe("tooLarge");
  });

  test("shared formulas that would fill the memory", () => {
    const long = `"${"a".repeat(8000)}"&amp;A1`;
    const rows = Array.from(
      { length: 5000 },
      (_, at) => `<row><c><f t="shared" si="0"${at ? "/>" : `>${long}</f>`}<v>1</v></c></row>`,
    ).join("");
    expect(refusal(oneSheet(rows), { formulaCharacters: 1_000_000 }).kind).toBe("tooLarge");
  });

  test("styles by the hundred thousand", () => {
    const styles = `<cellXfs>${'<xf numFmtId="10"/>'.repeat(200_000)}</cellXfs>`;
    const start = Date.now();
    expect(
      readWorkbook(oneSheet('<row r="1"><c s="199999"><v>1</v></c></row>', { styles }), { file: "a" }).value
        ?.sheets[0]?.formats,
    ).toEqual([["0.00%"]]);
    expect(Date.now() - start).toBeLessThan(60_000);
  });
});

describe("random damage", () => {
  const files: Uint8Array[] = [good];
  beforeAll(async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("台账");
    for (let row = 1; row <= 20; row++)
      sheet.addRow([`任务${row}`, row * 1.5, { formula: `B${row}*2`, result: row * 3 }, new Date(0)]);
    sheet.mergeCells("A1:B1");
    files.push(new Uint8Array(await book.xlsx.writeBuffer()));
    files.push(
      writeWorkbook([{ name: "甲", rows: [["任务", 1, { value: 2, formula: "B1*2" }]], merges: ["A2:B3"] }]),
    );
    // stored, so that damage reaches the XML and not only the packing
    files.push(zipSync(unzipSync(files[1] as Uint8Array), { level: 0 }));
  });

  /** Reads and edits; both must come back, soon, whatever the bytes. */
  const survives = (bytes: Uint8Array): void => {
    const start = Date.now();
    const { value, findings } = readWorkbook(bytes, { file: "a" });
    if (!value) expect(findings.length).toBeGreaterThan(0);
    editWorkbook(bytes, [
      {
        kind: "setCell",
        at: { kind: "cell", file: "a", sheet: "台账", ref: "A2" },
        before: { value: "任务2" },
        after: { value: 1 },
      },
    ]);
    expect(Date.now() - start).toBeLessThan(60_000);
  };

  test("a flipped byte, or several", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(3), damage, (file, flips) => {
        const bytes = (files[file] as Uint8Array).slice();
        for (const [at, value] of flips) bytes[at % bytes.length] = value;
        survives(bytes);
      }),
      { numRuns: 800 },
    );
  });

  test("a cut, or a piece twice", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(), fc.nat(), (file, one, other) => {
        const bytes = files[file] as Uint8Array;
        const [from, to] = [one % bytes.length, other % bytes.length].sort((a, b) => a - b) as [
          number,
          number,
        ];
        survives(bytes.slice(0, to));
        survives(bytes.slice(from));
        survives(Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(from)]));
      }),
      { numRuns: 80 },
    );
  });

  test("a sheet's XML that was cut, doubled or scrambled, in a sound zip", () => {
    const xml =
      '<worksheet xmlns:x="y"><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1+1</f><v>2</v></c></row><row><c><f t="shared" si="0"/><v/></c><c t="inlineStr"><is><r><t>x&amp;</t></r><rPh/></is></c><!-- a --><c t="d"><v>2016-01-01</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>';
    fc.assert(
      fc.property(
        fc.nat(xml.length),
        fc.nat(xml.length),
        fc.stringMatching(/^[<>/"'=&;!\-[\]a-z0-9 ]{0,6}$/),
        (one, other, put) => {
          const changed = xml.slice(0, one) + put + xml.slice(other);
          survives(
            oneSheet("", { strings: "<si><t>甲</t></si>", parts: { "xl/worksheets/sheet1.xml": changed } }),
          );
          survives(oneSheet("", { parts: { "xl/sharedStrings.xml": changed, "xl/styles.xml": changed } }));
          survives(oneSheet("", { parts: { "xl/workbook.xml": changed } }));
        },
      ),
      { numRuns: 250 },
    );
  });
});
