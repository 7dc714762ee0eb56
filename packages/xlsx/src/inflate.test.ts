import fc from "fast-check";
import { deflateSync } from "fflate";
import { expect, test } from "vitest";
import { crc32 } from "./crc.ts";
import { inflate } from "./inflate.ts";

const levels = fc.constantFrom(0, 1, 6, 9) as fc.Arbitrary<0 | 1 | 6 | 9>;
// runs and repeats as well as noise, so that every kind of block and long copies come up
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 9000 }))
    .map(([piece, times]) =>
      Uint8Array.from({ length: piece.length * times }, (_, at) => piece[at % piece.length] as number),
    ),
);

test("what fflate deflates, this inflates", () => {
  fc.assert(
    fc.property(content, levels, fc.nat(9), (data, level, before) => {
      const packed = deflateSync(data, { level });
      const file = new Uint8Array(before + packed.length + 3);
      file.set(packed, before);
      // joined: comparing arrays of this length one by one takes the test longer than all else
      expect(inflate(file, before, before + packed.length, data.length).join()).toBe(data.join());
    }),
    { numRuns: 300 },
  );
});

test("it stops where more or fewer bytes come than were declared", () => {
  fc.assert(
    fc.property(
      content,
      levels,
      fc.integer({ min: -50, max: 50 }).filter((by) => by !== 0),
      (data, level, by) => {
        const packed = deflateSync(data, { level });
        const size = data.length + by;
        if (size >= 0) expect(() => inflate(packed, 0, packed.length, size)).toThrow("deflate");
      },
    ),
    { numRuns: 300 },
  );
});

test("it stops where the data is cut off", () => {
  const data = Uint8Array.from({ length: 5000 }, (_, at) => (at * at) % 251);
  const packed = deflateSync(data);
  for (let end = 0; end < packed.length - 1; end += 7)
    expect(() => inflate(packed, 0, end, data.length)).toThrow("deflate");
});

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
