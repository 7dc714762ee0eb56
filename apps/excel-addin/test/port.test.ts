import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

test("nothing of the pane asks another place or keeps count of the user", () => {
  const wrong = sources.filter((file) =>
    /https?:\/\/|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/.test(
      readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""),
    ),
  );
  expect(wrong).toEqual([]);
});
