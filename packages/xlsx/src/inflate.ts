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
// size would run for minutes), and without one it grows without limit. This one stops at the declared size, and
// is faster because an entry of its tables already holds the base and the extra bits of a length or distance.

const symbols = newTable();
const distances = newTable();
const codeLengths = newTable();
const lengths = new Uint8Array(320);

const fixedLengths = Uint8Array.from({ length: 288 }, (_, symbol) =>
  symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
);
const fixedDistances = new Uint8Array(32).fill(5);

/**
 * The `size` bytes that the deflated bytes from `start` to `end` stand for (解压). Stops with damage as soon as
 * there would be more or fewer.
 */
export function inflate(bytes: Uint8Array, start: number, end: number, size: number): Uint8Array {
  const out = new Uint8Array(size + 8);
  let at = 0;
  let next = start;
  let hold = 0; // the bits read but not used, lowest first
  let held = 0;
  let last = 0;
  while (last === 0) {
    if (held < 16) {
      hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
      next += 2;
      held += 16;
    }
    last = hold & 1;
    const type = (hold >>> 1) & 3;
    hold >>>= 3;
    held -= 3;
    if (type === 0) {
      next -= held >>> 3;
      hold = 0;
      held = 0;
      const stored = (bytes[next] as number) | ((bytes[next + 1] as number) << 8);
      const check = (bytes[next + 2] as number) | ((bytes[next + 3] as number) << 8);
      next += 4;
      if (next + stored > end || at + stored > size || (stored ^ check) !== 0xffff) damaged("deflate");
      out.set(bytes.subarray(next, next + stored), at);
      at += stored;
      next += stored;
      continue;
    }
    if (type === 1) {
      fill(symbols, fixedLengths, 0, 288, symbolMeaning);
      fill(distances, fixedDistances, 0, 32, distanceMeaning);
    } else if (type === 2) {
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const symbolCount = (hold & 31) + 257;
      const distanceCount = ((hold >>> 5) & 31) + 1;
      const codeLengthCount = ((hold >>> 10) & 15) + 4;
      hold >>>= 14;
      held -= 14;
      lengths.fill(0, 0, 19);
      for (let index = 0; index < codeLengthCount; index++) {
        if (held < 3) {
          hold |= (bytes[next++] as number) << held;
          held += 8;
        }
        lengths[codeLengthOrder[index] as number] = hold & 7;
        hold >>>= 3;
        held -= 3;
      }
      fill(codeLengths, lengths, 0, 19, plainMeaning);
      const mask = (1 << codeLengths.bits) - 1;
      const count = symbolCount + distanceCount;
      for (let index = 0; index < count; ) {
        if (held < 16) {
          hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
          next += 2;
          held += 16;
        }
        const entry = codeLengths.entries[hold & mask] as number;
        if (entry === 0) damaged("deflate");
        hold >>>= entry & 15;
        held -= entry & 15;
        const symbol = entry >>> 5;
        if (symbol < 16) {
          lengths[index++] = symbol;
          continue;
        }
        let repeat = 0;
        const repeated = symbol === 16 ? (lengths[index - 1] ?? damaged("deflate")) : 0;
        if (symbol === 16) {
          repeat = 3 + (hold & 3);
          hold >>>= 2;
          held -= 2;
        } else if (symbol === 17) {
          repeat = 3 + (hold & 7);
          hold >>>= 3;
          held -= 3;
        } else {
          repeat = 11 + (hold & 127);
          hold >>>= 7;
          held -= 7;
        }
        if (index + repeat > count) damaged("deflate");
        while (repeat-- > 0) lengths[index++] = repeated;
      }
      if (next - (held >>> 3) > end) damaged("deflate");
      fill(symbols, lengths, 0, symbolCount, symbolMeaning);
      fill(distances, lengths, symbolCount, distanceCount, distanceMeaning);
    } else damaged("deflate");

    const symbolEntries = symbols.entries;
    const symbolMask = (1 << symbols.bits) - 1;
    const distanceEntries = distances.entries;
    const distanceMask = (1 << distances.bits) - 1;
    for (;;) {
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const entry = symbolEntries[hold & symbolMask] as number;
      hold >>>= entry; // the low five bits, which are the code's length
      held -= entry & 31;
      if (entry < 0) {
        // one too many is told below: literals use up input, so they end
        out[at++] = entry >> 8;
        continue;
      }
      if ((entry & isLength) === 0) {
        if ((entry & isEnd) === 0) damaged("deflate");
        break;
      }
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      let extra = (entry >>> 5) & 31;
      const copied = (entry >>> 12) + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      held -= extra;
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const far = distanceEntries[hold & distanceMask] as number;
      hold >>>= far;
      held -= far & 31;
      extra = (far >>> 5) & 31;
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const back = (far >>> 12) + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      held -= extra;
      const to = at + copied;
      if (back === 0 || back > at || to > size || next - (held >>> 3) > end) damaged("deflate");
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
    if (at > size) damaged("deflate");
    if (next - (held >>> 3) > end) damaged("deflate");
  }
  if (at !== size) damaged("deflate");
  return out.subarray(0, size);
}
