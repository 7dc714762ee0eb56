import type { Facts } from "@taizhang/finding";
import { environment } from "./cel-environment.ts";

/** A compiled condition: the columns it names, how much work a row is, and its value for a row. */
export interface Condition {
  readonly columns: readonly string[];
  readonly cost: number;
  readonly holds: (row: Readonly<Record<string, unknown>>) => unknown;
}

/** Why an expression cannot be used, as R02 says it. */
export interface Refusal {
  readonly kind: Facts["R02"]["kind"];
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
 * syntax tree: with them a short line can run for minutes.
 */
export function compile(expression: string): Condition | Refusal {
  if (expression.length > longest) return { kind: "refused", detail: `${expression.length}` };
  try {
    const parsed = environments().parse(expression);
    const found: Found = { columns: new Set(), cost: 0 };
    const refused = walk(parsed.ast as unknown as Node, found, false);
    if (refused !== undefined) return { kind: "refused", detail: refused };
    const checked = parsed.check();
    if (!checked.valid) return unknownName(checked.error?.message ?? "");
    if (checked.type !== "bool" && checked.type !== "dyn") return { kind: "type", detail: `${checked.type}` };
    return { columns: [...found.columns], cost: found.cost, holds: (row) => parsed({ row }) };
  } catch (error) {
    return { kind: "syntax", detail: firstLine(error) };
  }
}

let shared: ReturnType<typeof environment> | undefined;
const environments = () => {
  shared ??= environment();
  return shared;
};

interface Found {
  readonly columns: Set<string>;
  cost: number;
}

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
  if (op === "[]" && isRow(list[0]) && isNode(list[1]) && typeof list[1].args === "string")
    found.columns.add(list[1].args);
  if (op === "." && isRow(list[0]) && typeof list[1] === "string") found.columns.add(list[1]);
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
