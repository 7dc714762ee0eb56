import type { Packed } from "../../../sheet/src/recognise/learnt-weights.ts";
import { letterOf } from "../../../sheet/src/recognise/learnt-weights.ts";
import type { Model } from "./weigh.ts";

/** The weights as recognition loads them: a line a clue. Of two kinds one weight tells, that of the second. */
export function packed({ whats, rows, weights }: Model): Packed {
  const two = whats.length === 2;
  const lines: string[] = [];
  for (const [clue, row] of rows) {
    if (/[`\\$\s]/.test(clue)) continue;
    let pairs = "";
    for (let what = two ? 1 : 0; what < whats.length; what++) {
      const weight = weights[row * whats.length + what] as number;
      pairs += letterOf(what, two ? weight - (weights[row * 2] as number) : weight);
    }
    if (pairs !== "") lines.push(`${clue} ${pairs}`);
  }
  return { whats: whats.join(" "), clues: lines.sort().join("\n") };
}

/** The file of packed weights. */
export const fileOf = (
  columns: Packed,
  tables: Packed,
): string => `// Learnt by packages/scenario/src/learning; do not edit.
import type { Packed } from "../recognise/learnt-weights.ts";

export const learntColumns: Packed = ${literal(columns)};

export const learntTables: Packed = ${literal(tables)};
`;

const literal = ({ whats, clues }: Packed): string =>
  `{\n  whats: ${JSON.stringify(whats)},\n  clues: \`\n${clues}\n\`,\n}`;
