import { serialize } from "@marcbachmann/cel-js";
import type { Facts } from "@taizhang/finding";
import { asWritten, environment } from "./cel-environment.ts";

/** A compiled condition: the columns it names, and its value for a row. */
export interface Condition {
  readonly columns: readonly string[];
  /** Steps of a row, and those that look for one text in another or calculate, which are as long as the texts are. */
  readonly cost: number;
  readonly searches: number;
  readonly holds: (row: Readonly<Record<string, unknown>>) => unknown;
}

/** Why an expression cannot be used, as R02 says it. */
export interface Refusal {
  readonly kind: Exclude<Facts["R02"]["kind"], "column">;
  readonly detail: string;
}

interface Node {
  readonly op: string;
  readonly args: unknown;
}

const macros: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "map", "filter"]);
const longest = 1_000;

/**
 * Compiles a condition, or says why not (编译自编规则). Macros within macros and regular expressions are refused in the
 * syntax tree, and so is `row` without a column: with the one a short line can run for minutes, with the other it says
 * nothing of any cell.
 */
export function compile(expression: string): Condition | Refusal {
  if (expression.length > longest) return { kind: "refused", detail: `${expression.length}` };
  try {
    const written = environments().written.parse(expression);
    const found: Found = { columns: new Set(), cost: 0, searches: 0 };
    const refused = walk(written.ast as unknown as Node, found, false);
    if (refused !== undefined) return { kind: "refused", detail: refused };
    const parsed = environments().spelt.parse(serialize(spelt(written.ast as unknown as Node) as never));
    const checked = parsed.check();
    if (!checked.valid) return unknownName(checked.error?.message ?? "");
    if (checked.type !== "bool" && checked.type !== "dyn") return { kind: "type", detail: `${checked.type}` };
    if (found.columns.size === 0) return { kind: "columnless", detail: expression.slice(0, 40) };
    return {
      columns: [...found.columns],
      cost: found.cost,
      searches: found.searches,
      holds: (row) => parsed({ row }),
    };
  } catch (error) {
    return { kind: "syntax", detail: firstLine(error) };
  }
}

interface Environments {
  readonly written: ReturnType<typeof environment>;
  readonly spelt: ReturnType<typeof environment>;
}
let shared: Environments | undefined;
const environments = (): Environments => {
  const roomy = { ...asWritten, maxAstNodes: 20_000, maxDepth: 400 };
  shared ??= { written: environment(asWritten), spelt: environment(roomy) };
  return shared;
};

/** `x in [a, b]` spelt as `x == a || x == b`: the library compares what is in lists by kind, and 1300 is an exact amount here. */
function spelt(node: Node): Node {
  const args = Array.isArray(node.args)
    ? node.args.map((one) => (isNode(one) ? spelt(one) : Array.isArray(one) ? one.map(each) : one))
    : each(node.args);
  const [value, list] = Array.isArray(args) ? args : [];
  if (node.op !== "in" || !isNode(list) || list.op !== "list" || !Array.isArray(list.args))
    return { op: node.op, args };
  const equals: Node[] = list.args.map((item) => ({ op: "==", args: [value, item] }));
  const [first, ...others] = equals;
  return first
    ? others.reduce((left, right) => ({ op: "||", args: [left, right] }), first)
    : { op: "value", args: false };
}
const each = (one: unknown): unknown => (isNode(one) ? spelt(one) : one);

interface Found {
  readonly columns: Set<string>;
  cost: number;
  searches: number;
}

/** Whose time grows with the product of two texts or of two numbers' digits. */
const searching: ReadonlySet<string> = new Set(["contains", "indexOf", "lastIndexOf", "split", "replace"]);

/** What is not allowed in the tree, if anything; notes the columns on the way. */
function walk(node: unknown, found: Found, inMacro: boolean): string | undefined {
  if (Array.isArray(node)) {
    for (const one of node) {
      const refused = walk(one, found, inMacro);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }
  if (!isNode(node)) return undefined;
  found.cost += inMacro ? 60 : 1;
  const { op, args } = node;
  const list: readonly unknown[] = Array.isArray(args) ? args : [];
  if ((op === "call" || op === "rcall") && list[0] === "matches") return "matches";
  const isMacro = op === "rcall" && typeof list[0] === "string" && macros.has(list[0]);
  if (isMacro && inMacro) return `${list[0]}`;
  if (op === "*" || op === "/" || (op === "rcall" && searching.has(`${list[0]}`)))
    found.searches += inMacro ? 60 : 1;
  if ((op === "[]" || op === ".") && isRow(list[0])) {
    const name = isNode(list[1]) ? list[1].args : list[1];
    if (typeof name !== "string") return "row[…]";
    found.columns.add(name);
    return undefined;
  }
  if (isRow(node)) return "row";
  return walk(args, found, inMacro || isMacro);
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "op" in value;
const isRow = (value: unknown): boolean => isNode(value) && value.op === "id" && value.args === "row";

function unknownName(message: string): Refusal {
  const name = /(?:Unknown variable|found no matching overload for)[:\s]+'?([^'\s(]+)/.exec(message)?.[1];
  return name === undefined
    ? { kind: "type", detail: message.split("\n")[0] ?? "" }
    : { kind: "unknown", detail: name };
}

/** Only the first line of the library's message: the rest draws the expression again. */
export const firstLine = (error: unknown): string =>
  ((error instanceof Error ? error.message : `${error}`).split("\n")[0] ?? "").slice(0, 120);
