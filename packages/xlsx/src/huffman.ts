import { damaged } from "./unreadable.ts";

/** Marks in the entry of a symbol table. A literal is negative, so that the commonest case is one comparison. */
export const isLength = 1 << 11;
export const isEnd = 1 << 10;
const isLiteral = 1 << 31;

const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const distanceExtra = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];

/** What a symbol means: a literal << 8, or a length's base << 12 with its extra bits << 5. -1 has no meaning. */
export const symbolMeaning = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 256) return isLiteral | (symbol << 8);
  if (symbol === 256) return isEnd;
  const base = lengthBase[symbol - 257];
  return base === undefined ? -1 : (base << 12) | isLength | ((lengthExtra[symbol - 257] ?? 0) << 5);
});
/** The same for distances: base << 12, extra bits << 5. */
export const distanceMeaning = Int32Array.from({ length: 32 }, (_, symbol) => {
  const base = distanceBase[symbol];
  return base === undefined ? -1 : (base << 12) | ((distanceExtra[symbol] ?? 0) << 5);
});
/** For the alphabet of code lengths: the symbol itself. */
export const plainMeaning = Int32Array.from({ length: 19 }, (_, symbol) => symbol << 5);
export const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A code table of deflate, looked up with the next `bits` bits of the stream. */
export interface Table {
  readonly entries: Int32Array;
  bits: number;
}
export const newTable = (): Table => ({ entries: new Int32Array(1 << 15), bits: 0 });

const nextCode = new Int32Array(17);
const lengthCount = new Int32Array(16);

/** Fills a table that is looked up with the next `bits` bits of the stream; an unused code stays 0. */
export function fill(
  table: Table,
  lengths: Uint8Array,
  first: number,
  count: number,
  meaning: Int32Array,
): void {
  lengthCount.fill(0);
  let bits = 0;
  for (let symbol = 0; symbol < count; symbol++) {
    const codeLength = lengths[first + symbol] as number;
    if (codeLength === 0) continue;
    lengthCount[codeLength] = (lengthCount[codeLength] as number) + 1;
    if (codeLength > bits) bits = codeLength;
  }
  let code = 0;
  for (let at = 1; at <= bits; at++) {
    nextCode[at] = code;
    code = (code + (lengthCount[at] as number)) << 1;
  }
  if (code > 2 << bits) damaged("deflate");
  const { entries } = table;
  const size = 1 << bits;
  table.bits = bits;
  // a complete code fills every entry; only an incomplete one (a single distance) leaves old ones behind
  if (code !== 2 << bits) entries.fill(0, 0, size);
  for (let symbol = 0; symbol < count; symbol++) {
    const codeLength = lengths[first + symbol] as number;
    if (codeLength === 0) continue;
    const means = meaning[symbol] as number;
    const entry = means === -1 ? 0 : means | codeLength;
    let own = nextCode[codeLength] as number;
    nextCode[codeLength] = own + 1;
    let reversed = 0;
    for (let bit = 0; bit < codeLength; bit++) {
      reversed = (reversed << 1) | (own & 1);
      own >>= 1;
    }
    for (let at = reversed, step = 1 << codeLength; at < size; at += step) entries[at] = entry;
  }
}
