import { Inflate, inflateSync } from "fflate";
import { damaged } from "./unreadable.ts";

/**
 * Packed bytes of one step: a department's sheet is one, a hundred thousand rows are some hundred. A step unpacks to at
 * most 1,032 times as much: that is what a lie can cost, 17 MB and a twentieth of a second.
 */
const step = 16_384;

/**
 * The `size` bytes that deflated bytes stand for (解压). Stops with damage where there are more or fewer: with a
 * small declared size a bomb ends after its first step.
 */
export function inflateExactly(packed: Uint8Array, size: number): Uint8Array {
  if (packed.length > step) return inflateInSteps(packed, size);
  // one byte more than declared, so that too much is seen; fflate drops what comes behind it
  const out = inflateSync(packed, { out: new Uint8Array(size + 1) });
  return out.length === size ? out : damaged("deflate");
}

function inflateInSteps(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((piece) => {
    if (at + piece.length > size) damaged("deflate");
    out.set(piece, at);
    at += piece.length;
  });
  for (let from = 0; from < packed.length; from += step)
    stream.push(packed.subarray(from, from + step), from + step >= packed.length);
  return at === size ? out : damaged("deflate");
}
