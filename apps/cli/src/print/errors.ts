import type { Session } from "../io.ts";
import type { FileError } from "../output/finding.ts";
import { safe } from "./text-table.ts";

/** Names every file that could not be read, on stderr. */
export function printErrors(errors: readonly FileError[], { err }: Session): void {
  for (const { file, message } of errors) err(`${safe(file)}：${safe(message)}`);
}
