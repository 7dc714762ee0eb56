import fc from "fast-check";
import { deflateSync } from "fflate";
import { expect, test } from "vitest";
import { inflateExactly } from "./bounded-inflate.ts";

const levels = fc.constantFrom(0, 1, 6, 9) as fc.Arbitrary<0 | 1 | 6 | 9>;
// runs and repeats as well as noise; noise beyond one step is packed into several
const noise = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 120_000 }))
  .map(([seed, length]) => {
    let state = seed;
    return Uint8Array.from({ length }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state >> 8;
    });
  });
const repeats = fc
  .tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 9000 }))
  .map(([piece, times]) =>
    Uint8Array.from({ length: piece.length * times }, (_, at) => piece[at % piece.length] as number),
  );
const content = fc.oneof(fc.uint8Array({ maxLength: 3000 }), repeats, noise);

test("it gives what was packed", () => {
  fc.assert(
    fc.property(content, levels, (data, level) => {
      const got = inflateExactly(deflateSync(data, { level }), data.length);
      // by Buffer: comparing arrays of this length one by one takes the test longer than all else
      expect(Buffer.compare(got, data)).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test("it stops where more or fewer bytes come than were declared", () => {
  const by = fc.integer({ min: -50, max: 50 }).filter((count) => count !== 0);
  fc.assert(
    fc.property(content, levels, by, (data, level, more) => {
      const packed = deflateSync(data, { level });
      if (data.length + more >= 0) expect(() => inflateExactly(packed, data.length + more)).toThrow();
    }),
    { numRuns: 100 },
  );
});

test.each([5000, 100_000])("it stops where %d bytes are cut off", (size) => {
  const data = Uint8Array.from({ length: size }, (_, at) => ((at * at * 31) % 251) ^ (at >> 7));
  const packed = deflateSync(data, { level: 1 });
  for (let end = 0; end < packed.length - 1; end += 7 + (packed.length >> 8))
    expect(() => inflateExactly(packed.subarray(0, end), size)).toThrow();
});
