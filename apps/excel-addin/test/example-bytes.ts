import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const examples = resolve(import.meta.dirname, "../../../examples");

/** The bytes of an example file. */
export const exampleBytes = (file: string): Uint8Array => readFileSync(resolve(examples, file));
