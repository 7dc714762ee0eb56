/** The code of each name, in an object without a prototype: asked two million times, it answers sooner than a Map. */
export type NameCodes = Readonly<Record<string, number>>;

export function codesOf(names: readonly string[]): NameCodes {
  const codes: Record<string, number> = Object.create(null);
  for (const [code, name] of names.entries()) codes[name] = code;
  return codes;
}
