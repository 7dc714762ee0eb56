import { columnName } from "@taizhang/grid";
import type { InspectDocument } from "../output/inspect.ts";
import type { Words } from "../words/words.ts";
import { safe, textTable } from "./text-table.ts";

/** What each sheet was recognised as, for people. */
export function printInspect({ sheets }: InspectDocument, { inspect }: Words): string {
  return sheets
    .map(({ name, isTargetSheet, reason, tables }) =>
      [
        `${safe(name)}：${isTargetSheet ? inspect.targetSheet : inspect.notTargetSheet}（${safe(reason)}）`,
        ...tables.map((table) => printTable(table, inspect)),
      ].join("\n"),
    )
    .join("\n\n");
}

function printTable(
  { range, headerRows, shape, org, period, columns }: InspectDocument["sheets"][number]["tables"][number],
  words: Words["inspect"],
): string {
  const head = [
    words.table(range, headerRows[0], headerRows[1], shape),
    org ? `${words.org}：${org}` : "",
    period ? `${words.period}：${period}` : "",
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
    field,
    ...(hasIndicator ? [indicator ?? ""] : []),
    `${Math.round(confidence * 100)}%`,
    evidence.map(({ rule, saw }) => (saw ? `${rule}: ${saw}` : rule)).join("; "),
  ]);
  return `${head.map(safe).join("  ")}\n${textTable(
    headings.map((heading) => ({ heading })),
    rows,
  )}`;
}
