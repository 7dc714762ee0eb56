/** The rows of a reference, from 1. @example rowsOfRef("A2:D3") // [2, 3] */
export function rowsOfRef(ref: string): readonly [first: number, last: number] | undefined {
  const [first, last = first] = [...ref.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return first === undefined || last === undefined
    ? undefined
    : [Math.min(first, last), Math.max(first, last)];
}
