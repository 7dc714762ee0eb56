import { decodeUtf8 } from "./xml-text.ts";

const powersOfTen = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * The number that the bytes print; NaN if they print none. Up to 15 digits are an exact integer, and one division
 * of exact integers rounds as it should; all else goes through `Number`.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === 45;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (let at = negative ? start + 1 : start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + byte - 48;
      digits++;
    } else if (byte === 46 && point < 0) point = at;
    else return slowNumber(bytes, start, end);
  }
  if (digits === 0 || digits > 15) return slowNumber(bytes, start, end);
  const number = point < 0 ? whole : whole / (powersOfTen[end - point - 1] as number);
  return negative && number !== 0 ? -number : number;
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decodeUtf8(bytes, start, end);
  // Number alone would read "" as 0 and "0x10" as 16; minus zero is zero
  return /^\s*[-+]?(?:\d|\.\d)[\d.]*(?:[eE][-+]?\d+)?\s*$/.test(text) ? Number(text) + 0 : Number.NaN;
}
