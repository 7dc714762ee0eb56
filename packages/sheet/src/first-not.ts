/** The first place of an ordered list that does not stand before what is looked for (二分查找). @example firstNot(3, (at) => at < 2) // 2 */
export function firstNot(length: number, isBefore: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
