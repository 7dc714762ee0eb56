/** A call of an add-in's function in a formula: where it stands, and what it is given. */
export interface AddinCall {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The arguments as they are written; "" for one left out. */
  readonly args: readonly string[];
}

/**
 * The innermost call of the namespace in a formula, outside of texts and of quoted sheet names (找出函数调用).
 * @example callIn("=1+TAIZHANG.灯(A1,0.5)", "TAIZHANG") // { name: "灯", start: 3, end: 22, args: ["A1", "0.5"] }
 */
export function callIn(formula: string, namespace: string): AddinCall | undefined {
  const head = new RegExp(`(?<![\\p{L}\\p{N}_.])${namespace}\\.([\\p{L}\\p{N}_.]+)\\(`, "giu");
  const code = withoutTexts(formula);
  const [last] = [...code.matchAll(head)].slice(-1);
  if (!last) return undefined;
  const [whole, name = ""] = last;
  const first = last.index + whole.length;
  const args: string[] = [];
  let depth = 0;
  let from = first;
  for (let at = first; at < code.length; at++) {
    const sign = code[at];
    if (sign === "(" || sign === "{") depth++;
    else if (depth > 0 && (sign === ")" || sign === "}")) depth--;
    else if (depth === 0 && (sign === "," || sign === ")")) {
      args.push(formula.slice(from, at).trim());
      from = at + 1;
      if (sign === ")")
        return {
          name,
          start: last.index,
          end: at + 1,
          args: args.length === 1 && args[0] === "" ? [] : args,
        };
    }
  }
  return undefined;
}

/** The formula with blanks in the place of its texts and quoted names, so that places stay. */
const withoutTexts = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (text) => "_".repeat(text.length));
