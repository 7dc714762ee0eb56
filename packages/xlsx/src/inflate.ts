import {
  codeLengthOrder,
  distanceMeaning,
  fill,
  isEnd,
  isLength,
  newTable,
  plainMeaning,
  symbolMeaning,
} from "./huffman.ts";
import { damaged } from "./unreadable.ts";

// fflate inflates well, but with a buffer given it goes on when the buffer is full (a bomb with a small declared
// size would run for minutes), and without one it grows without limit. This one stops at the declared size.

const symbols = newTable();
const distances = newTable();
const codeLengths = newTable();
const lengths = new Uint8Array(320);

const fixedLengths = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const fixedDistances = new Uint8Array(32).fill(5);

/** So many bytes must follow the data: a word is read at its last bits, and a few symbols may pass before a check. */
const behind = 16;

/**
 * The `size` bytes that the deflated bytes from `start` to `end` stand for (解压). Stops with damage as soon as
 * there would be more or fewer.
 */
export function inflate(bytes: Uint8Array, start: number, end: number, size: number): Uint8Array {
  let data = bytes.subarray(start, end + behind);
  if (data.length < end - start + behind) {
    data = new Uint8Array(end - start + behind);
    data.set(bytes.subarray(start, end));
  }
  try {
    return inflateAll(data, end - start, size);
  } catch (thrown) {
    // damaged data may lead anywhere, but a view throws beyond its end
    if (thrown instanceof RangeError) damaged("deflate");
    throw thrown;
  }
}

function inflateAll(bytes: Uint8Array, end: number, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Uint8Array(size + 8);
  const endBit = end * 8;
  let at = 0;
  let bit = 0; // where the next bit stands; a word read there has at least 25 good bits
  for (let last = 0; last === 0; ) {
    if (bit >= endBit) damaged("deflate");
    const head = view.getUint32(bit >>> 3, true) >>> (bit & 7);
    last = head & 1;
    const type = (head >>> 1) & 3;
    bit += 3;
    if (type === 0) {
      const from = ((bit + 7) >>> 3) + 4;
      const stored = view.getUint16(from - 4, true);
      if ((stored ^ view.getUint16(from - 2, true)) !== 0xffff || from + stored > end || at + stored > size)
        damaged("deflate");
      out.set(bytes.subarray(from, from + stored), at);
      at += stored;
      bit = (from + stored) * 8;
      continue;
    }
    if (type === 1) {
      fill(symbols, fixedLengths, 0, 288, symbolMeaning);
      fill(distances, fixedDistances, 0, 32, distanceMeaning);
    } else if (type === 2) bit = readTables(view, bit, endBit);
    else damaged("deflate");

    const symbolEntries = symbols.entries;
    const symbolMask = (1 << symbols.bits) - 1;
    const distanceEntries = distances.entries;
    const distanceMask = (1 << distances.bits) - 1;
    for (;;) {
      let word = view.getUint32(bit >>> 3, true) >>> (bit & 7);
      let entry = symbolEntries[word & symbolMask] as number;
      if (entry < 0) {
        // one too many is told below: literals use up input, and reading beyond the file stops
        out[at++] = entry >> 8;
        bit += entry & 31;
        // after a short code the word is still good for a second one
        if ((entry & 31) > 10) continue;
        word >>>= entry & 31;
        entry = symbolEntries[word & symbolMask] as number;
        if (entry < 0) {
          out[at++] = entry >> 8;
          bit += entry & 31;
          continue;
        }
        word = view.getUint32(bit >>> 3, true) >>> (bit & 7);
      }
      bit += entry & 31;
      if ((entry & isLength) === 0) {
        if ((entry & isEnd) === 0) damaged("deflate");
        break;
      }
      let extra = (entry >>> 5) & 31;
      const to = at + (entry >>> 12) + ((word >>> (entry & 31)) & ((1 << extra) - 1));
      bit += extra;
      word = view.getUint32(bit >>> 3, true) >>> (bit & 7);
      const far = distanceEntries[word & distanceMask] as number;
      bit += far & 31;
      extra = (far >>> 5) & 31;
      let back = far >>> 12;
      if (extra > 0) {
        back += (view.getUint32(bit >>> 3, true) >>> (bit & 7)) & ((1 << extra) - 1);
        bit += extra;
      }
      if (back === 0 || back > at || to > size || bit > endBit) damaged("deflate");
      // eight at a time, past the end: the next ones overwrite what is too much
      for (let from = at - back; at < to; from += 8, at += 8) {
        out[at] = out[from] as number;
        out[at + 1] = out[from + 1] as number;
        out[at + 2] = out[from + 2] as number;
        out[at + 3] = out[from + 3] as number;
        out[at + 4] = out[from + 4] as number;
        out[at + 5] = out[from + 5] as number;
        out[at + 6] = out[from + 6] as number;
        out[at + 7] = out[from + 7] as number;
      }
      at = to;
    }
    if (at > size || bit > endBit) damaged("deflate");
  }
  if (at !== size) damaged("deflate");
  return out.subarray(0, size);
}

/** Reads the code tables of a block, and returns the bit behind them. */
function readTables(view: DataView, from: number, endBit: number): number {
  let bit = from;
  const head = view.getUint32(bit >>> 3, true) >>> (bit & 7);
  const symbolCount = (head & 31) + 257;
  const distanceCount = ((head >>> 5) & 31) + 1;
  const codeLengthCount = ((head >>> 10) & 15) + 4;
  bit += 14;
  lengths.fill(0, 0, 19);
  for (let index = 0; index < codeLengthCount; index++, bit += 3)
    lengths[codeLengthOrder[index] as number] = (view.getUint16(bit >>> 3, true) >>> (bit & 7)) & 7;
  fill(codeLengths, lengths, 0, 19, plainMeaning);
  const mask = (1 << codeLengths.bits) - 1;
  const count = symbolCount + distanceCount;
  for (let index = 0; index < count; ) {
    if (bit >= endBit) damaged("deflate");
    const word = view.getUint32(bit >>> 3, true) >>> (bit & 7);
    const entry = codeLengths.entries[word & mask] as number;
    const used = entry & 31;
    if (used === 0) damaged("deflate");
    const symbol = entry >>> 5;
    if (symbol < 16) {
      lengths[index++] = symbol;
      bit += used;
      continue;
    }
    // 16 repeats the last length 3 to 6 times, 17 and 18 put 3 to 10 and 11 to 138 zeros
    if (symbol === 16 && index === 0) damaged("deflate");
    const extra = symbol === 16 ? 2 : symbol === 17 ? 3 : 7;
    const times = (symbol === 18 ? 11 : 3) + ((word >>> used) & ((1 << extra) - 1));
    if (index + times > count) damaged("deflate");
    lengths.fill(symbol === 16 ? (lengths[index - 1] as number) : 0, index, index + times);
    index += times;
    bit += used + extra;
  }
  if (bit > endBit) damaged("deflate");
  fill(symbols, lengths, 0, symbolCount, symbolMeaning);
  fill(distances, lengths, symbolCount, distanceCount, distanceMeaning);
  return bit;
}
