import type { Lang } from "@taizhang/finding";
import { columnName } from "@taizhang/grid";
import { type Field, fieldLabel } from "@taizhang/sheet";
import type { InspectDocument } from "../output/inspect.ts";
import type { Words } from "../words/words.ts";
import { safe, textTable } from "./text-table.ts";

/** What each sheet was recognised as, for people. */
export function printInspect({ sheets }: InspectDocument, { inspect }: Words, lang: Lang): string {
  return sheets
    .map(({ name, isTargetSheet, reason, tables }) =>
      [
        `${safe(name)}：${isTargetSheet ? inspect.targetSheet : inspect.notTargetSheet}（${safe(reason)}）`,
        ...tables.map((table) => printTable(table, inspect, lang)),
      ].join("\n"),
    )
    .join("\n\n");
}

function printTable(
  { range, headerRows, shape, org, period, columns }: InspectDocument["sheets"][number]["tables"][number],
  words: Words["inspect"],
  lang: Lang,
): string {
  const head = [
    words.table(range, headerRows[0], headerRows[1], shape),
    org ? `${words.org}：${org}` : "",
    period ? `${words.period}：${words.periodText(period)}` : "",
  ].filter(Boolean);
  const hasIndicator = columns.some(({ indicator }) => indicator !== undefined);
  const headings = [
    words.column,
    words.header,
    words.field,
    ...(hasIndicator ? [words.indicator] : []),
    words.confidence,
    words.evidence,
  ];
  const rows = columns.map(({ index, header, field, indicator, confidence, evidence }) => [
    columnName(index),
    header,
    fieldLabel(field as Field, lang),
    ...(hasIndicator ? [indicator ?? ""] : []),
    `${Math.round(confidence * 100)}%`,
    [...new Set(evidence.map(({ rule, saw }) => words.evidenceOf(rule, saw)))].join(
      lang === "en" ? "; " : "、",
    ),
  ]);
  return `${head.map(safe).join("  ")}\n${textTable(
    headings.map((heading) => ({ heading })),
    rows,
  )}`;
}
