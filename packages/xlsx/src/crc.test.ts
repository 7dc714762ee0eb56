import { expect, test } from "vitest";
import { crc32 } from "./crc.ts";

test.each([
  ["", 0],
  ["123456789", 0xcbf43926],
  ["The quick brown fox jumps over the lazy dog", 0x414fa339],
])("the checksum of %j", (text, sum) => {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(crc32(bytes)).toBe(sum);
  // at an odd offset it goes byte by byte, with the same result
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(crc32(shifted.subarray(1))).toBe(sum);
});
