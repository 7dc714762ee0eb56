/** The name, with a number where it is taken. @example freeName("汇总", ["汇总"]) // "汇总(2)" */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number++) {
    const one = number === 1 ? name : `${name.slice(0, 31 - `(${number})`.length)}(${number})`;
    if (!known.has(one.toLowerCase())) return one;
  }
}
