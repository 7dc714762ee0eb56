import { damaged } from "./unreadable.ts";
import { decodeUtf8 } from "./xml-text.ts";

// Steps over the bytes of a sheet's XML. Sheets are the one part so large that making a text of it first would
// cost more than reading it.

/** True for a byte that ends a name: white space, `/`, `>` or `=`. */
export const nameEnds = (byte: number | undefined): boolean =>
  byte === 32 || byte === 62 || byte === 47 || byte === 61 || byte === 10 || byte === 13 || byte === 9;

/** True if the element name at the offset is exactly `name`. */
export function isName(bytes: Uint8Array, at: number, name: string): boolean {
  for (let letter = 0; letter < name.length; letter++)
    if (bytes[at + letter] !== name.charCodeAt(letter)) return false;
  return nameEnds(bytes[at + name.length]);
}

/** The offset behind white space. */
export function behindBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] as number) <= 32) at++;
  return at;
}

/** An attribute by its offsets; one object serves a whole part. */
export interface AttributeBytes {
  name: number;
  nameEnd: number;
  value: number;
  valueEnd: number;
}

/** Finds the next attribute of a tag and returns the offset behind it, or -1 if the tag ends. */
export function nextAttribute(bytes: Uint8Array, from: number, into: AttributeBytes): number {
  let at = behindBlank(bytes, from);
  if (bytes[at] === 62 || bytes[at] === 47) return -1;
  into.name = at;
  while (at < bytes.length && bytes[at] !== 61 && (bytes[at] as number) > 32) at++;
  into.nameEnd = at;
  at = behindBlank(bytes, at);
  if (bytes[at] !== 61) damaged("XML");
  at = behindBlank(bytes, at + 1);
  const quote = bytes[at];
  if (quote !== 34 && quote !== 39) damaged("XML");
  into.value = at + 1;
  let close = at + 1;
  while (close < bytes.length && bytes[close] !== quote) close++;
  into.valueEnd = close;
  return close + 1;
}

/** The offset behind the `>` of the tag; one inside quotes does not count. */
export function behindTag(bytes: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 62) return at + 1;
    else if (byte === 34 || byte === 39) quote = byte;
  }
  return damaged("XML");
}

/** The offset behind the comment, CDATA section or instruction at the offset. A document type is refused. */
export function behindMarkup(bytes: Uint8Array, at: number): number {
  const opening = decodeUtf8(bytes, at, Math.min(at + 9, bytes.length));
  if (opening.startsWith("<?")) return behind(bytes, at, 63, 63, 1);
  if (opening.startsWith("<!--")) return behind(bytes, at + 4, 45, 45, 2);
  if (opening === "<![CDATA[") return behind(bytes, at + 9, 93, 93, 2);
  return damaged("DOCTYPE");
}

/** The offset behind `>` that follows the byte, or the byte twice. */
function behind(bytes: Uint8Array, from: number, one: number, two: number, count: 1 | 2): number {
  for (let at = from + count; at < bytes.length; at++)
    if (bytes[at] === 62 && bytes[at - 1] === one && (count === 1 || bytes[at - 2] === two)) return at + 1;
  return damaged("XML");
}

/** The offset behind the whole element whose tag begins at the offset, children included. */
export function behindElement(bytes: Uint8Array, from: number): number {
  let at = from;
  let depth = 0;
  do {
    while (at < bytes.length && bytes[at] !== 60) at++;
    if (at >= bytes.length) damaged("XML");
    const next = bytes[at + 1];
    if (next === 33 || next === 63) {
      at = behindMarkup(bytes, at);
      continue;
    }
    at = behindTag(bytes, at);
    if (next === 47) depth--;
    else if (bytes[at - 2] !== 47) depth++;
  } while (depth > 0);
  return at;
}

/** The prefix of the root element, with its colon; "" in the usual files. */
export function prefixOfRoot(bytes: Uint8Array): string {
  let at = 0;
  for (;;) {
    while (at < bytes.length && bytes[at] !== 60) at++;
    if (at >= bytes.length) damaged("XML");
    if (bytes[at + 1] !== 33 && bytes[at + 1] !== 63) break;
    at = behindMarkup(bytes, at);
  }
  const name = decodeUtf8(bytes, at + 1, Math.min(at + 101, bytes.length));
  return /^[\w.-]+:/.exec(name)?.[0] ?? "";
}
