import { decodeUtf8 } from "./xml-text.ts";

// powers of ten up to 10^22 are exact doubles
const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * The number that the bytes print, to the last bit what `Number` makes of them; NaN if they print none. Excel
 * prints 17 digits of what it calculated: most numbers of a sheet pass here, and none needs a text of its own.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === 45;
  let head = 0; // the first 15 digits
  let tail = 0; // up to 3 more
  let digits = 0;
  let point = -1;
  let at = negative ? start + 1 : start;
  const first = at;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits < 15) head = head * 10 + digit;
      else tail = tail * 10 + digit;
      if (digits > 0 || digit > 0) digits++;
    } else if (digit === -2 && point < 0) point = at;
    else return slowNumber(bytes, start, end);
  }
  if (end - first < (point < 0 ? 1 : 2)) return Number.NaN;
  const decimals = point < 0 ? 0 : end - point - 1;
  let number: number;
  if (digits <= 15 && decimals <= 22)
    number = decimals === 0 ? head : head / (powersOfTen[decimals] as number);
  else if (digits <= 18 && decimals <= 22)
    number = exactQuotient(head, tail, powersOfTen[digits - 15] as number, powersOfTen[decimals] as number);
  else number = Number.NaN;
  if (Number.isNaN(number)) return slowNumber(bytes, start, end);
  return negative && number !== 0 ? -number : number;
}

/** (head × shift + tail) ÷ power, rounded once; NaN in the rare case that is too near the middle of two doubles. */
function exactQuotient(head: number, tail: number, shift: number, power: number): number {
  const product = head * shift;
  const sum = product + tail;
  const added = sum - product;
  // what the double `sum` leaves out of the whole number
  const rest = productError(head, shift, product) + (product - (sum - added)) + (tail - added);
  const quotient = sum / power;
  const back = quotient * power;
  const correction = (sum - back - productError(quotient, power, back) + rest) / power;
  const number = quotient + correction;
  const spread = correction * 1e-12;
  return quotient + (correction - spread) === number && quotient + (correction + spread) === number
    ? number
    : Number.NaN;
}

/** What the double `product` leaves out of a × b, after Dekker (1971). */
function productError(a: number, b: number, product: number): number {
  const aSplit = a * 134_217_729;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = b * 134_217_729;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decodeUtf8(bytes, start, end);
  // Number alone would read "" as 0 and "0x10" as 16; minus zero is zero
  return /^\s*[-+]?(?:\d|\.\d)[\d.]*(?:[eE][-+]?\d+)?\s*$/.test(text) ? Number(text) + 0 : Number.NaN;
}
