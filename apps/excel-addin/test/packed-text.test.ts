import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packText } from "../pack-text.ts";
import { unpackText } from "../src/engine/packed-text.ts";

test("any text comes back as it was", () => {
  const letters = fc.constantFrom(..."区县人民政府办公室，| \n=09aZ", "\0", "\uffff", "𠮷");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 300 }), fc.string()), (text) => {
      expect(unpackText(packText(text))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test("a table of names travels in four fifths of what gzip makes of it", () => {
  const table = readFileSync(
    new URL("../../../packages/admin-units/src/generated/departments.ts", import.meta.url),
    "utf8",
  );
  const packed = packText(table);
  expect(unpackText(packed)).toBe(table);
  expect(gzipSync(packed).length).toBeLessThan(gzipSync(table).length * 0.8);
});
