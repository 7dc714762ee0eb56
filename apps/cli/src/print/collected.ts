import type { Session } from "../io.ts";
import type { CollectDocument } from "../output/collect.ts";
import { printFindings } from "./findings.ts";
import { safe, textTable } from "./text-table.ts";

/** The register for people, then what was found, then what was written. */
export function printCollected(
  document: CollectDocument,
  files: number,
  slips: readonly { org: string; file: string }[],
  { words }: Session,
): string {
  const { headings, states, empty, total, slip } = words.collect;
  const { register, rows, written, findings } = document;
  const table = textTable(
    [
      { heading: headings.org },
      { heading: headings.state },
      { heading: headings.answered, align: "right" },
      { heading: headings.files, align: "right" },
      { heading: headings.mustFix, align: "right" },
      { heading: headings.fixOrExplain, align: "right" },
    ],
    register.map(({ org, state, empty: blank, expected, answered, files: own, toCorrect }) => [
      safe(org),
      `${states[state]}${blank ? empty : ""}`,
      `${answered}/${expected}`,
      `${own.length}`,
      `${toCorrect.A}`,
      `${toCorrect.B}`,
    ]),
  );
  const came = register.filter(
    ({ files: own, empty: blank, refused }) => own.length > 0 && !blank && !refused,
  ).length;
  return [
    table,
    total(register.length, came, rows.length, rows.filter(({ taken }) => taken !== null).length),
    ...(findings.length > 0 ? [printFindings(document, files, words)] : []),
    [
      ...written
        .filter((file) => !slips.some((one) => one.file === file))
        .map((file) => words.file.written(file)),
      ...slips.map(({ org, file }) => slip(safe(org), file)),
    ].join("\n"),
  ].join("\n\n");
}
