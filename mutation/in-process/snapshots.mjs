import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The text of a file beside a test. */
export const fileSnapshot = (test, file) => readFileSync(resolve(dirname(test), file), "utf8");
