/** Where lines (rows or columns) begin, in pixels: `offsets[at]`, with the end of the last in `offsets[count]`. */
export function offsetsOf(count: number, size: (at: number) => number): Float64Array<ArrayBuffer> {
  const offsets = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) offsets[at + 1] = (offsets[at] ?? 0) + size(at);
  return offsets;
}

/** The line at a distance from the first one's beginning. */
export function lineAt(offsets: Float64Array, distance: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
