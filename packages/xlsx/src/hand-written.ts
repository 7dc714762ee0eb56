import { zipSync } from "fflate";
import { encodeUtf8 } from "./xml-text.ts";

/** A workbook for tests from parts written by hand: each test shows the XML that it is about. */
export interface HandWritten {
  /** What stands inside `worksheet`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands inside `sst`. */
  readonly strings?: string;
  /** What stands inside `styleSheet`. */
  readonly styles?: string;
  /** What stands in `workbook` before and behind the sheets. */
  readonly before?: string;
  readonly behind?: string;
  /** Parts that replace those above, or come to them; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The texts of all parts, by name. */
export function handWrittenParts(book: HandWritten): Record<string, string | Uint8Array> {
  const names = Object.keys(book.sheets);
  const all: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${relations}">${book.before ?? ""}<sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets>${book.behind ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="s" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="t" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="c" Type="${relations}/calcChain" Target="calcChain.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet ${main}>${book.styles ?? '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${book.strings ?? ""}</sst>`,
    ...Object.fromEntries(
      Object.values(book.sheets).map((xml, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${main}>${xml}</worksheet>`,
      ]),
    ),
    ...book.parts,
  };
  return Object.fromEntries(
    Object.entries(all).filter((part): part is [string, string | Uint8Array] => part[1] !== null),
  );
}

/** The bytes of the workbook. */
export const handWritten = (book: HandWritten): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(handWrittenParts(book)).map(([name, part]) => [
        name,
        [typeof part === "string" ? encodeUtf8(part) : part, { mtime: new Date(1980, 0, 1) }],
      ]),
    ),
  );

/** A workbook of one sheet, from what stands inside `sheetData`. */
export const oneSheet = (rows: string, more: Partial<HandWritten> = {}): Uint8Array =>
  handWritten({ sheets: { 表: `<sheetData>${rows}</sheetData>` }, ...more });
