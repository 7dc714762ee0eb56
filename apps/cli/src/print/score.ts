import { type Decimal, roundText } from "@taizhang/quantity";
import type { ScoreDocument } from "../output/score.ts";
import type { Words } from "../words/words.ts";
import { safe, type TextColumn, textTable } from "./text-table.ts";

/** The scores for people: the summary, then each org's derivation line by line. */
export function printScore(document: ScoreDocument, words: Words): string {
  const { score } = words;
  const { preset, rule, total } = document;
  if (document.scores.length === 0) return score.nothing;
  const open = (severity: "A" | "B") =>
    document.findings.filter((found) => found.severity === severity && found.status === "open").length;
  const count = { A: open("A"), B: open("B") };
  return [
    score.about(preset, rule, total),
    ...(document.evenWeights ? [score.evenWeights] : []),
    summaryTable(document, words),
    ...(document.breadth.length > 0
      ? [document.breadth.map((one) => score.breadth(safe(one.group), one.fewest, one.most)).join("\n")]
      : []),
    `${score.derivation}\n${document.scores.map(derivation).join("\n")}`,
    ...(count.A + count.B > 0 ? [words.rollup.openFindings(count)] : []),
  ].join("\n\n");
}

function summaryTable({ scores }: ScoreDocument, { score, rollup: { none } }: Words): string {
  const { headings } = score;
  const right = (heading: string): TextColumn => ({ heading, align: "right" });
  const grouped = scores.some(({ group }) => group !== "");
  const vetoed = scores.some(({ vetoes }) => vetoes.length > 0);
  const columns = [
    right(headings.rank),
    ...(grouped ? [{ heading: headings.group }] : []),
    { heading: headings.org },
    right(headings.items),
    right(headings.points),
    right(headings.bonus),
    right(headings.deduction),
    right(headings.reporting),
    ...(vetoed ? [{ heading: headings.vetoes }] : []),
    right(headings.final),
    { heading: headings.grade },
  ];
  const points = (value: string | null) => (value === null ? none : roundText(value as Decimal, 2));
  const rows = scores.map((one) => [
    one.rank === null ? (one.unranked ? score.unranked[one.unranked] : none) : String(one.rank),
    ...(grouped ? [one.group] : []),
    one.org,
    String(one.items.filter(({ score: own }) => own !== null).length),
    points(one.points),
    points(one.bonus),
    points(one.deduction),
    points(one.reporting),
    ...(vetoed ? [one.vetoes.join("、")] : []),
    points(one.final),
    one.grade === null ? none : score.grade(one.grade),
  ]);
  return textTable(columns, rows);
}

const derivation = ({ org, items, lines }: ScoreDocument["scores"][number]): string =>
  [
    safe(org),
    ...items.map(
      ({ indicator, lines: own }) =>
        `  ${safe(indicator)}  ${own
          .map(({ message }) => safe(message))
          .join(" ")
          .replaceAll("。 ", "。")}`,
    ),
    ...lines.map(({ message }) => `  ${safe(message)}`),
  ].join("\n");
