import { columnName, quoteSheet, type SheetLayout } from "@taizhang/grid";
import { type Zippable, zipSync } from "fflate";
import { validSheetNames } from "./sheet-names.ts";
import { absolute, type SheetXml, sheetXml } from "./sheet-xml.ts";
import { styleSheet } from "./style-sheet.ts";
import { encodeUtf8, escapeCellText, escapeXml } from "./xml-text.ts";

/** What a workbook says of itself. `date` is an ISO day; without it the file names none, for nothing reads the clock. */
export interface WorkbookProperties {
  readonly title?: string;
  readonly date?: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageType = "http://schemas.openxmlformats.org/package/2006";
/** The sheet that holds choices which do not fit in a cell's own list. */
const choiceSheet = "下拉选项";

/**
 * The bytes of a new .xlsx with these sheets (写工作簿). The same sheets give the same bytes.
 *
 * Texts stay texts, whatever they begin with; sheet names are made valid as `validSheetNames` says. Throws a
 * RangeError for what no workbook can hold: no sheets, merges that meet, cells beyond the edge.
 * @example writeWorkbook([{ name: "台账", rows: [["任务", "目标"], ["新增就业", { value: 100, format: "#,##0" }]] }])
 */
export function writeWorkbook(
  sheets: readonly SheetLayout[],
  properties: WorkbookProperties = {},
): Uint8Array {
  if (sheets.length === 0) throw new RangeError("a workbook needs a sheet");
  const names = validSheetNames([...sheets.map(({ name }) => name), choiceSheet]);
  const texts = new Map<string, number>();
  let textCount = 0;
  const styles = styleSheet();
  const lists = new Map<string, readonly string[]>();
  const context = {
    styles,
    shared: (text: string): number => {
      textCount++;
      const known = texts.get(text);
      if (known !== undefined) return known;
      texts.set(text, texts.size);
      return texts.size - 1;
    },
    choicesAt: (list: readonly string[]): string => {
      const key = JSON.stringify(list);
      lists.set(key, list);
      const column = [...lists.keys()].indexOf(key);
      const ref = absolute(columnBlock(column, list.length));
      return `${quoteSheet(names.at(-1) as string)}!${ref}`;
    },
  };
  const active = Math.max(
    0,
    sheets.findIndex(({ visibility }) => visibility !== "hidden"),
  );
  const written = sheets.map((sheet, at) => sheetXml(sheet, context, at === active));
  const all = [...sheets];
  if (lists.size > 0) {
    const columns = [...lists.values()];
    const height = Math.max(...columns.map((list) => list.length));
    const rows = Array.from({ length: height }, (_, row) => columns.map((list) => list[row] ?? null));
    const layout: SheetLayout = { name: choiceSheet, rows, visibility: "hidden" };
    all.push(layout);
    written.push(sheetXml(layout, context, false));
  }
  const files: Zippable = {};
  const add = (name: string, xml: string): void => {
    // a fixed time, in local terms as a zip keeps it: the same bytes on every day and machine
    files[name] = [encodeUtf8(declaration + xml), { mtime: new Date(1980, 0, 1), level: 6 }];
  };
  add("[Content_Types].xml", contentTypes(all.length));
  add(
    "_rels/.rels",
    relationships([
      ["rId1", `${relationshipType}/officeDocument`, "xl/workbook.xml"],
      ["rId2", `${packageType}/relationships/metadata/core-properties`, "docProps/core.xml"],
      ["rId3", `${relationshipType}/extended-properties`, "docProps/app.xml"],
    ]),
  );
  add("docProps/core.xml", coreProperties(properties));
  add(
    "docProps/app.xml",
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Taizhang</Application></Properties>',
  );
  add("xl/workbook.xml", workbookXml(all, names, active, written));
  add(
    "xl/_rels/workbook.xml.rels",
    relationships([
      ...all.map(
        (_, at): Relation => [
          `rId${at + 1}`,
          `${relationshipType}/worksheet`,
          `worksheets/sheet${at + 1}.xml`,
        ],
      ),
      [`rId${all.length + 1}`, `${relationshipType}/styles`, "styles.xml"],
      [`rId${all.length + 2}`, `${relationshipType}/sharedStrings`, "sharedStrings.xml"],
    ]),
  );
  written.forEach(({ xml, targets }, at) => {
    add(`xl/worksheets/sheet${at + 1}.xml`, xml);
    if (targets.length > 0)
      add(
        `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
        relationships(
          targets.map(
            ({ id, target }): Relation => [id, `${relationshipType}/hyperlink`, target, "External"],
          ),
        ),
      );
  });
  add("xl/styles.xml", styles.xml());
  const items = [...texts.keys()].map(
    (text) =>
      `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${escapeCellText(text)}</t></si>`,
  );
  add(
    "xl/sharedStrings.xml",
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${textCount}" uniqueCount="${items.length}">${items.join("")}</sst>`,
  );
  return zipSync(files);
}

const columnBlock = (column: number, rows: number): string => {
  const letter = columnName(column);
  return `${letter}1:${letter}${rows}`;
};

type Relation = readonly [id: string, type: string, target: string, mode?: "External"];

const relationships = (relations: readonly Relation[]): string =>
  `<Relationships xmlns="${packageType}/relationships">${relations
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
    )
    .join("")}</Relationships>`;

const contentTypes = (sheets: number): string => {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, content: string): string =>
    `<Override PartName="/${name}" ContentType="${content}"/>`;
  return [
    `<Types xmlns="${packageType}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("xl/workbook.xml", `${type}.sheet.main+xml`),
    ...Array.from({ length: sheets }, (_, at) =>
      part(`xl/worksheets/sheet${at + 1}.xml`, `${type}.worksheet+xml`),
    ),
    part("xl/styles.xml", `${type}.styles+xml`),
    part("xl/sharedStrings.xml", `${type}.sharedStrings+xml`),
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    "</Types>",
  ].join("");
};

function coreProperties({ title, date }: WorkbookProperties): string {
  const created =
    date === undefined
      ? ""
      : `<dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(date)}</dcterms:created>`;
  return `<cp:coreProperties xmlns:cp="${packageType}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${title === undefined ? "" : `<dc:title>${escapeXml(title)}</dc:title>`}${created}</cp:coreProperties>`;
}

function workbookXml(
  sheets: readonly SheetLayout[],
  names: readonly string[],
  active: number,
  written: readonly SheetXml[],
): string {
  const nameOf = (at: number): string => quoteSheet(names[at] as string);
  const list = sheets.map(
    ({ visibility }, at) =>
      `<sheet name="${escapeXml(names[at] as string)}" sheetId="${at + 1}"${visibility === "hidden" && at !== active ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const defined = sheets.flatMap(({ autoFilter, print }, at) => [
    ...(autoFilter
      ? [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escapeXml(`${nameOf(at)}!${absolute(autoFilter)}`)}</definedName>`,
        ]
      : []),
    ...(print?.repeatRows
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(`${nameOf(at)}!$${print.repeatRows[0]}:$${print.repeatRows[1]}`)}</definedName>`,
        ]
      : []),
  ]);
  return [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationshipType}">`,
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"${active ? ` activeTab="${active}"` : ""}/></bookViews>`,
    `<sheets>${list.join("")}</sheets>`,
    defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "",
    `<calcPr calcId="191029"${written.some(({ uncalculated }) => uncalculated) ? ' fullCalcOnLoad="1"' : ""}/>`,
    "</workbook>",
  ].join("");
}
