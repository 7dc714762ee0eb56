import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Grid } from "@taizhang/grid";
import { readWorkbook } from "@taizhang/xlsx";

const examples = resolve(import.meta.dirname, "../../../examples");

/** The sheets of an example file. @example exampleGrids("nanguan-2016/2016-10/民政局.xlsx") */
export function exampleGrids(file: string): readonly Grid[] {
  const { value } = readWorkbook(exampleBytes(file), { file });
  if (!value) throw new Error(`cannot read ${file}`);
  return value.sheets;
}

/** The bytes of an example file. */
export const exampleBytes = (file: string): Uint8Array => readFileSync(resolve(examples, file));
