import { catalog, type Finding, type Lang, say } from "@taizhang/finding";
import { type LayoutCell, type LayoutStyle, quoteSheet, type SheetLayout } from "@taizhang/grid";
import { layoutWords } from "./words.ts";

const styles: Readonly<Record<Finding["severity"], LayoutStyle>> = {
  A: "severityA",
  B: "severityB",
  C: "severityC",
  D: "severityD",
};

/** Every finding with a link to its cell, in the order they come (问题清单). */
export function findingsSheet(
  found: readonly Finding[],
  lang: Lang,
  linkTo: (file: string) => string,
): SheetLayout {
  const { sheets, findings: words, noFindings } = layoutWords[lang];
  const rows = found.map((finding, index) => rowOf(finding, index, lang, linkTo));
  return {
    name: sheets.findings,
    rows: [
      [{ value: sheets.findings, style: "title" }],
      Object.values(words).map((value): LayoutCell => ({ value, style: "header" })),
      ...(rows.length > 0 ? rows : [[{ value: noFindings, style: "note" as const }]]),
    ],
    merges: ["A1:J1"],
    widths: [6, 14, 8, 24, 70, 40, 16, 10, 12, 30],
    heights: { 0: 28 },
    freeze: "A3",
    ...(rows.length > 0 ? { autoFilter: `A2:J${rows.length + 2}` } : {}),
    print: { landscape: true, fitToWidth: true, repeatRows: [2, 2] },
  };
}

function rowOf(finding: Finding, index: number, lang: Lang, linkTo: (file: string) => string): LayoutCell[] {
  const { severities, state } = layoutWords[lang];
  const { status, reason = "", by = "" } = finding;
  const [place] = finding.at;
  const text = (value: string): LayoutCell => ({ value, style: "text" });
  const cell = place?.kind === "cell" ? place : undefined;
  const file = cell?.file ?? (place?.kind === "record" && place.type === "file" ? place.id : "");
  return [
    { value: index + 1, style: "number" },
    { value: severities[finding.severity], style: styles[finding.severity] },
    text(finding.code),
    text(catalog[finding.code].title[lang]),
    text(say(finding, lang)),
    file === "" ? text("") : { value: file, style: "link", link: linkTo(file) },
    text(cell?.sheet ?? ""),
    cell
      ? { value: cell.ref, style: "link", link: `${linkTo(cell.file)}#${quoteSheet(cell.sheet)}!${cell.ref}` }
      : text(""),
    text(finding.fix ? "✓" : ""),
    text(state(status, reason, by)),
  ];
}
