/**
 * Names that a workbook may have, one for each wanted name (工作表名). Characters that Excel forbids
 * (`[ ] : * ? / \` and control characters, an apostrophe at either end) become `_`, an empty name becomes `Sheet`,
 * more than 31 characters are cut, and a name that is there already, in whatever case, gets ` (2)`, ` (3)`….
 * @example validSheetNames(["教育/卫生", "台账", "台账"]) // ["教育_卫生", "台账", "台账 (2)"]
 */
export function validSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>(["history"]); // Excel keeps this one for itself
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]|^'|'$/gu, "_").trim() || "Sheet";
    let valid = cut(plain, "");
    for (let number = 2; taken.has(valid.toLowerCase()); number++) valid = cut(plain, ` (${number})`);
    taken.add(valid.toLowerCase());
    return valid;
  });
}

/** The name with the suffix in at most 31 UTF-16 units, without half a character or an apostrophe at the cut. */
const cut = (name: string, suffix: string): string =>
  name
    .slice(0, 31 - suffix.length)
    .replace(/[\ud800-\udbff]$|'$/, "")
    .trimEnd() + suffix;
