import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const codeOf = (file: string): string => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

test("nothing of the pane asks another place or keeps count of the user", () => {
  const wrong = sources.filter((file) =>
    /https?:\/\/|XMLHttpRequest|WebSocket|sendBeacon/.test(codeOf(file)),
  );
  expect(wrong).toEqual([]);
});

test("one file alone asks for files by itself: the pane's own parts, of its own place", () => {
  const asking = sources.filter((file) => /\bfetch\(/.test(codeOf(file)));
  expect(asking.map((file) => basename(file))).toEqual(["brought.ts"]);
  expect(codeOf(asking[0] ?? "")).toContain(".origin !== location.origin");
});

const host = new Set(["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"]);

/** The names of the host in some code, by whatever way they are reached; words that users read are not code. */
function hostNames(code: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && host.has(node.text)) found.push(node.text);
    if (ts.isElementAccessExpression(node) || ts.isComputedPropertyName(node)) {
      const key = ts.isComputedPropertyName(node) ? node.expression : node.argumentExpression;
      if (ts.isStringLiteralLike(key) && host.has(key.text)) found.push(key.text);
    }
    if (ts.isBindingElement(node) && node.propertyName && ts.isStringLiteral(node.propertyName))
      if (host.has(node.propertyName.text)) found.push(node.propertyName.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile("file.tsx", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test.each([
  ["Excel.run(act)", ["Excel"]],
  ["globalThis.Excel.run(act)", ["Excel"]],
  ['(globalThis as never)["Excel"]', ["Excel"]],
  ["window.Office?.context", ["Office"]],
  ["const { Excel } = globalThis;", ["Excel"]],
  ["const { Excel: sheets } = globalThis;", ["Excel"]],
  ['const { "Office": host } = window;', ["Office"]],
  ['const words = { where: "在Excel里" }; // Excel.run', []],
  ["const view = <p>Excel</p>;", []],
])("%s names %j", (code, names) => {
  expect(hostNames(code)).toEqual(names);
});

test("only src/workbook names the host, also by way of globalThis", () => {
  const wrong = sources.filter(
    (file) => !relative(src, file).startsWith("workbook") && hostNames(readFileSync(file, "utf8")).length > 0,
  );
  expect(wrong.map((file) => relative(src, file))).toEqual([]);
  expect(sources.some((file) => hostNames(readFileSync(file, "utf8")).includes("Excel"))).toBe(true);
});
