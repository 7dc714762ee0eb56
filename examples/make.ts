import { writeWorkbook } from "../packages/xlsx/src/index.ts";
import { meishanBooks } from "./meishan-2019/sheets.ts";
import { nanguanBooks } from "./nanguan-2016/sheets.ts";

/**
 * All files of the two examples (示例文件), by path below `examples/`. Nothing is written to disk here.
 * @example makeExamples().map(({ path }) => path) // ["meishan-2019/returns/00-眉山市汇总表.xlsx", …]
 */
export const makeExamples = (): { path: string; bytes: Uint8Array }[] => [
  ...[...meishanBooks(), ...nanguanBooks()].map(({ path, sheets }) => ({
    path,
    bytes: writeWorkbook(sheets),
  })),
  { path: "nanguan-2016/旧格式/旧报表.xls", bytes: oldWorkbook() },
];

/** The head of an OLE2 container and nothing behind it: what a reader sees of an .xls file (旧格式). */
function oldWorkbook(): Uint8Array {
  const bytes = new Uint8Array(512);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return bytes;
}
