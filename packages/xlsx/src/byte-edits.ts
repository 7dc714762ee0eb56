import { encodeUtf8 } from "./xml-text.ts";

/** A stretch of bytes and what comes in its place; an empty stretch is an insertion. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bytes with each stretch replaced and all others as they are; insertions at one place keep their order. */
export function replaceBytes(bytes: Uint8Array, replacements: readonly Replacement[]): Uint8Array {
  const sorted = [...replacements].sort((one, other) => one.start - other.start || one.end - other.end);
  const chunks: Uint8Array[] = [];
  let done = 0;
  for (const { start, end, text } of sorted) {
    chunks.push(bytes.subarray(done, start), encodeUtf8(text));
    done = end;
  }
  chunks.push(bytes.subarray(done));
  const out = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
