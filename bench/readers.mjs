// Every reader in the fastest way that its documentation shows, from bytes to cells. Each `read` returns what the
// library gives; `values` turns that into rows of plain values for the comparison, outside the timing.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import XLSX from "@e965/xlsx";
import { build } from "esbuild";
import ExcelJS from "exceljs";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { readSheet } from "read-excel-file/node";

/** Our own reader from its sources, bundled as it is published. */
async function ours() {
  const outfile = join(mkdtempSync(join(tmpdir(), "taizhang-bench-")), "xlsx.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("../packages/xlsx/src/index.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    conditions: ["@taizhang/source"],
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

const serial = (value) => (value instanceof Date ? Math.round(value.getTime() / 86_400_000) + 25_569 : value);
const blank = (value) => (value === undefined || value === "" ? null : serial(value));

export async function readers() {
  const { readWorkbook } = await ours();
  return [
    {
      name: "Taizhang",
      gives: "values, formulas, merges, formats",
      read: (bytes) => {
        const { value, findings } = readWorkbook(bytes, { file: "a.xlsx" });
        if (!value || findings.length > 0) throw new Error(JSON.stringify(findings));
        return value;
      },
      values: (workbook) => workbook.sheets[0].rows.map((row) => [...(row ?? [])].map(blank)),
    },
    {
      name: "SheetJS 0.20.3",
      gives: "values, formulas, merges, formats",
      read: (bytes) => XLSX.read(bytes, { dense: true, cellNF: true, cellText: false, cellHTML: false }),
      values: (workbook) =>
        workbook.Sheets[workbook.SheetNames[0]]["!data"].map((row) => [...row].map((cell) => blank(cell?.v))),
    },
    {
      name: "exceljs 4.4.0",
      gives: "values, formulas, merges, formats, looks",
      read: async (bytes) => {
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load(bytes);
        return workbook;
      },
      values: (workbook) => {
        const rows = [];
        workbook.worksheets[0].eachRow({ includeEmpty: true }, (row) => {
          const cells = [];
          row.eachCell({ includeEmpty: true }, (cell) =>
            // a merged cell repeats its master's value here
            cells.push(
              blank(cell.isMerged && cell.master !== cell ? null : (cell.value?.result ?? cell.value)),
            ),
          );
          rows.push(cells);
        });
        return rows;
      },
    },
    {
      name: "hucre 1.0.0",
      gives: "values, formulas, merges",
      read: (bytes) => readXlsx(bytes),
      values: (workbook) => workbook.sheets[0].rows.map((row) => row.map(blank)),
    },
    {
      name: "hucre 1.0.0, rows as a stream",
      gives: "values",
      read: async (bytes) => {
        const rows = [];
        for await (const row of streamXlsxRows(bytes)) rows.push(row);
        return rows;
      },
      values: (rows) => rows.map(({ values }) => values.map(blank)),
    },
    {
      name: "read-excel-file 9.3.17",
      gives: "values",
      read: (bytes) => readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
      values: (rows) => rows.map((row) => row.map(blank)),
    },
  ];
}
