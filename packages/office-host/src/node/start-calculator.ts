import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { startCalculator } from "../calculate/start-calculator.ts";
import type { Calculator } from "../model/book.ts";

const require = createRequire(import.meta.url);

/** Where IronCalc's program is on disk. */
export const calculatorFile = (): string =>
  require.resolve("@ironcalc/wasm").replace(/wasm\.js$/, "wasm_bg.wasm");

/** A calculator for one workbook: `book.calculator = await calculator()`. */
export const calculator = (): Promise<Calculator> =>
  startCalculator(new Uint8Array(readFileSync(calculatorFile())));
