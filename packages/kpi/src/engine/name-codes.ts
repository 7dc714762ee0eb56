/** The code of each name, in an object without a prototype: asked two million times, it answers sooner than a Map. */
export type NameCodes = Readonly<Record<string, number>>;

/** The code of a name, or of a number that is one of so many codes; undefined for none of them. */
export const codeIn = (codes: NameCodes, size: number, name: string | number): number | undefined =>
  typeof name !== "number"
    ? codes[name]
    : Number.isInteger(name) && name >= 0 && name < size
      ? name
      : undefined;

export function codesOf(names: readonly string[]): NameCodes {
  const codes: Record<string, number> = Object.create(null);
  for (const [code, name] of names.entries()) codes[name] = code;
  return codes;
}
