import {
  codeLengthOrder,
  distanceMeaning,
  endOfBlock,
  fill,
  literal,
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
  const out = new Uint8Array(size);
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
        const symbol = entry >>> 4;
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
      hold >>>= entry & 15;
      held -= entry & 15;
      const kind = (entry >>> 8) & 3;
      if (kind === literal) {
        // an unused code is 0 as well; a literal has a length
        if (entry === 0 || at >= size) damaged("deflate");
        out[at++] = entry >>> 10;
        continue;
      }
      if (kind === endOfBlock) break;
      let extra = (entry >>> 4) & 15;
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const copied = (entry >>> 10) + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      held -= extra;
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const far = distanceEntries[hold & distanceMask] as number;
      hold >>>= far & 15;
      held -= far & 15;
      extra = (far >>> 4) & 15;
      if (held < 16) {
        hold |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << held;
        next += 2;
        held += 16;
      }
      const back = (far >>> 8) + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      held -= extra;
      if (back === 0 || back > at || at + copied > size || next - (held >>> 3) > end) damaged("deflate");
      for (let from = at - back, to = at + copied; at < to; ) out[at++] = out[from++] as number;
    }
    if (next - (held >>> 3) > end) damaged("deflate");
  }
  if (at !== size) damaged("deflate");
  return out;
}
