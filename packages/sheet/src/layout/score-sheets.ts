import type { Lang } from "@taizhang/finding";
import { columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import {
  type RankedScore,
  type ScoredItem,
  type Scores,
  sayGrade,
  sayScoreLine,
  scoreRule,
} from "@taizhang/kpi";
import { type Decimal, decimal, multiply, placesOf, roundText, toNumber } from "@taizhang/quantity";
import { numberCell } from "./number-cell.ts";
import { type ScoreWords, scoreWords } from "./score-words.ts";

/** What the score sheets are made from. */
export interface ScoreInput {
  readonly scores: Scores;
  readonly period: string | null;
  readonly evenWeights: boolean;
  readonly lang: Lang;
}

const headerRow = 3;

/**
 * The sheets of scores: a summary with live formulas, and each indicator with its derivation (年度考核得分表).
 * 最终得分 and 指标得分 are formulas, so that whoever mends a figure sees what it moves.
 */
export function scoreLayouts(input: ScoreInput): SheetLayout[] {
  const words = scoreWords[input.lang];
  return [summarySheet(input, words), detailSheet(input, words)];
}

const text = (value: string | null): LayoutCell => ({ value: value ?? "", style: "text" });
const points = (value: Decimal | null, formula?: string): LayoutCell =>
  value === null
    ? text("")
    : { ...numberCell(toNumber(value), 2), ...(formula === undefined ? {} : { formula }) };

function summarySheet({ scores, period, evenWeights, lang }: ScoreInput, words: ScoreWords): SheetLayout {
  const { summary, sheets } = words;
  const headings = Object.values(summary);
  const says = (lines: RankedScore["lines"]) =>
    lines.map((line) => sayScoreLine(line, lang)).join(lang === "en" ? " " : "");
  const rows = scores.orgs.map((one, index): LayoutCell[] => {
    const row = headerRow + 2 + index;
    return [
      one.rank === null
        ? text(one.unranked ? words.unranked[one.unranked] : "")
        : { value: one.rank, style: "number" },
      text(one.group),
      text(one.org),
      points(
        one.points,
        isSum(one) ? `SUMIFS('${sheets.detail}'!I:I,'${sheets.detail}'!A:A,C${row})` : undefined,
      ),
      points(one.bonus),
      points(one.deduction),
      points(one.reporting),
      text(one.vetoes.join("、")),
      points(one.final, `ROUND(D${row}+E${row}-F${row}-G${row},2)`),
      text(one.grade && sayGrade(one.grade, lang)),
      text(says(one.lines)),
      text(""),
    ];
  });
  const about = words.about(words.kinds[scores.rule.value.kind], scores.total);
  return sheetOf(sheets.summary, headings, rows, [8, 10, 18, 10, 8, 8, 10, 16, 10, 8, 60, 12], {
    title: words.title(period?.slice(0, 4) ?? ""),
    notes: [
      `${about}${evenWeights ? words.evenWeights : ""}${scores.breadth
        .map(({ group, fewest, most }) => words.breadth(group, fewest, most))
        .join("")}`,
      words.source(lang === "zh-CN" ? (scores.rule.sourceZh ?? scores.rule.source) : scores.rule.source),
    ],
  });
}

/** Whether the indicators' points are the plain sum of their scores: nothing was rescaled. */
const isSum = ({ lines }: RankedScore): boolean => !lines.some(({ code }) => code === "rescaled");

function detailSheet({ scores, lang }: ScoreInput, words: ScoreWords): SheetLayout {
  const { detail, sheets, kinds } = words;
  const rows = scores.orgs.flatMap(({ org, items }) =>
    items.map((item): LayoutCell[] => [
      text(org),
      text(item.indicator),
      numberCell(toNumber(item.weight), placesOf(item.weight)),
      amount(item.target),
      amount(item.actual.status === "reported" ? item.actual.amount : undefined),
      item.rate === null
        ? text("")
        : { ...numberCell(Number(roundText(multiply(item.rate, decimal("100")), 2)), 2) },
      text(kinds[kindOf(item, scores)]),
      text(item.lines.map((line) => sayScoreLine(line, lang)).join(lang === "en" ? " " : "")),
      points(item.score),
      text((item.sources ?? []).map(({ file, sheet, ref }) => `${file} ${sheet}!${ref}`).join("；")),
    ]),
  );
  return sheetOf(sheets.detail, Object.values(detail), rows, [18, 26, 8, 12, 12, 12, 12, 60, 8, 40], {
    title: sheets.detail,
    notes: ["", ""],
  });
}

const amount = (value: Decimal | undefined): LayoutCell =>
  value === undefined ? text("") : numberCell(toNumber(value), placesOf(value));

const kindOf = (item: ScoredItem, { rule }: Scores) =>
  (item.preset === undefined ? undefined : scoreRule(item.preset)?.value.kind) ?? rule.value.kind;

function sheetOf(
  name: string,
  headings: readonly string[],
  rows: readonly LayoutCell[][],
  widths: readonly number[],
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
): SheetLayout {
  const last = columnName(headings.length - 1);
  return {
    name,
    rows: [
      [{ value: title, style: "title" }],
      ...notes.map((value): LayoutCell[] => [{ value, style: "note" }]),
      headings.map((value): LayoutCell => ({ value, style: "header" })),
      ...rows,
    ],
    merges: [`A1:${last}1`, `A2:${last}2`, `A3:${last}3`],
    widths,
    heights: { 0: 28, [headerRow]: 32 },
    freeze: `D${headerRow + 2}`,
    print: { landscape: true, fitToWidth: true, repeatRows: [headerRow + 1, headerRow + 1] },
  };
}
