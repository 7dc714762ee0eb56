// Makes the workbooks that the benchmarks read: a return as departments send it, as Excel saves it (shared
// strings, spans, cached values beside shared formulas, merged headers, number formats, dates). It uses neither our
// writer nor a peer's, and no chance: the same files on every machine.
import { strToU8, zipSync } from "fflate";

const columns = "ABCDEFGHIJKLMNOP";
const headers = [
  "序号",
  "工作板块",
  "任务名称",
  "指标名称",
  "计量单位",
  "年度目标",
  "上月累计",
  "本月完成",
  "本年累计完成",
  "指标完成率",
  "投资（万元）",
  "完成时限",
  "牵头单位",
  "办理状态",
  "工作进展",
  "备注",
];
const programs = ["就业增收", "教育助学", "医疗健康", "住房安居", "养老助残", "文体惠民"];
const units = ["人", "户", "个", "平方米", "万元", "公里"];
const offices = ["区人社局", "区教育局", "区卫计局", "区住建局", "区民政局", "区文体局"];

/** The bytes of a workbook of one sheet with so many rows and 16 columns, the first three of them headers. */
export function returnWorkbook(rowCount, seed) {
  const strings = new Map();
  let stringCount = 0;
  const text = (value) => {
    stringCount++;
    if (!strings.has(value)) strings.set(value, strings.size);
    return strings.get(value);
  };
  let state = seed * 7919 + 1;
  const next = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const rows = [
    `<row r="1" spans="1:16" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>${text(`2016年民生计划月报表（第${seed}号）`)}</v></c></row>`,
  ];
  for (const row of [2, 3])
    rows.push(
      `<row r="${row}" spans="1:16">${[...columns].map((column, at) => `<c r="${column}${row}" s="2"${row === 2 || (at > 4 && at < 9) ? ` t="s"><v>${text(row === 2 ? headers[at] : `${headers[at]}（数）`)}</v></c>` : "/>"}`).join("")}</row>`,
    );
  for (let row = 4; row <= rowCount; row++) {
    const target = 100 + next(90_000) / 10;
    const before = next(50_000) / 10;
    const month = next(9_000) / 10;
    const sum = before + month;
    const shared = (letters, code) =>
      row === 4
        ? `<f t="shared" ref="${letters}4:${letters}${rowCount}" si="${letters === "I" ? 0 : 1}">${code}</f>`
        : `<f t="shared" si="${letters === "I" ? 0 : 1}"/>`;
    const string = (column, style, value) =>
      `<c r="${column}${row}" s="${style}" t="s"><v>${text(value)}</v></c>`;
    rows.push(
      `<row r="${row}" spans="1:16"><c r="A${row}" s="3"><v>${row - 3}</v></c>`,
      string("B", 3, programs[next(6)]),
      string("C", 3, `第${next(rowCount * 2)}项：完成第${row}批改造提升任务，力争年内见效`),
      string("D", 3, `完成数量（第${next(40)}类）`),
      string("E", 3, units[next(6)]),
      `<c r="F${row}" s="4"><v>${target}</v></c><c r="G${row}" s="4"><v>${before}</v></c><c r="H${row}" s="4"><v>${month}</v></c>`,
      `<c r="I${row}" s="4">${shared("I", "G4+H4")}<v>${sum}</v></c><c r="J${row}" s="5">${shared("J", "IF(F4=0,&quot;&quot;,I4/F4)")}<v>${sum / target}</v></c>`,
      `<c r="K${row}" s="4"><v>${next(100_000)}</v></c><c r="L${row}" s="6"><v>${42_400 + next(300)}</v></c>`,
      string("M", 3, offices[next(6)]),
      string("N", 3, next(3) ? "正常推进" : "已完成"),
      string("O", 3, `已完成第${next(9)}阶段，正在组织验收，预计${1 + next(12)}月底前全部完成`),
      `<c r="P${row}" s="3"/></row>`,
    );
  }
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const merges = ["A1:P1", ...[..."ABCDEJKLMNOP"].map((column) => `${column}2:${column}3`)];
  const files = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${relationship}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="月报表" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationship}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationship}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationship}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="176" formatCode="0.0_ "/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0"/><xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="177" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main} xmlns:r="${relationship}"><dimension ref="A1:P${rowCount}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.4"/><cols><col min="1" max="1" width="6" customWidth="1"/><col min="3" max="3" width="40" customWidth="1"/></cols><sheetData>${rows.join("")}</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
    "xl/sharedStrings.xml": `<sst ${main} count="${stringCount}" uniqueCount="${strings.size}">${[...strings.keys()].map((value) => `<si><t>${value}</t><phoneticPr fontId="1" type="noConversion"/></si>`).join("")}</sst>`,
  };
  const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(header + xml)])),
    { level: 6 },
  );
}
