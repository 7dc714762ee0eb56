import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const withoutTexts = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "");

test("only src/workbook names Excel or Office", () => {
  const outside = sources.filter((file) => !file.startsWith(join(src, "workbook") + sep));
  const wrong = outside.filter((file) =>
    /\b(?:Excel|Office|OfficeExtension|OfficeRuntime|CustomFunctions)\./.test(
      withoutTexts(readFileSync(file, "utf8")),
    ),
  );
  expect(wrong.map((file) => file.slice(src.length + 1))).toEqual([]);
  expect(outside.length).toBeGreaterThan(20);
});

test("nothing of the pane asks another place or keeps count of the user", () => {
  const wrong = sources.filter((file) =>
    /https?:\/\/|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/.test(
      readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""),
    ),
  );
  expect(wrong).toEqual([]);
});
