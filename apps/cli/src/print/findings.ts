import { grouped } from "../grouped.ts";
import type { CheckDocument } from "../output/check.ts";
import type { FindingOutput } from "../output/finding.ts";
import type { Words } from "../words/words.ts";
import { safe } from "./text-table.ts";

const severities = ["A", "B", "C", "D"] as const;

/**
 * The findings for people: by file, by weight, a line each; the count of each severity last. `without`: how many of the
 * files have no target sheet.
 */
export function printFindings(
  { findings }: CheckDocument,
  files: number,
  { check }: Words,
  without = 0,
): string {
  if (findings.length === 0) return check.none(files, without);
  const byFile = grouped(findings, fileOf);
  const blocks = [...byFile].map(([file, list]) =>
    [safe(file), ...list.map((found) => line(found, check))].join("\n"),
  );
  const count = Object.fromEntries(
    severities.map((severity) => [
      severity,
      findings.filter((found) => found.severity === severity && found.status === "open").length,
    ]),
  ) as Record<(typeof severities)[number], number>;
  const settled = findings.filter(({ status }) => status !== "open").length;
  return `${blocks.join("\n\n")}\n\n${check.total(files, count)}${settled > 0 ? check.settled(settled) : ""}`;
}

/** The file of a finding, for one without a cell the file that explains it: a missing return stands in the ledger. */
function fileOf({ file, related }: FindingOutput): string {
  const explains = related.find((place) => place.kind === "cell");
  return file ?? (explains?.kind === "cell" ? explains.file : "");
}

function line(
  { severity, code, sheet, ref, message, fix, status, reason, by }: FindingOutput,
  check: Words["check"],
): string {
  const place = sheet === undefined ? "" : ` ${safe(sheet)}!${ref}`;
  const mend = fix ? `〔${check.fixable}〕` : "";
  const state = status === "open" ? "" : `〔${safe(check.state(status, reason ?? "", by ?? ""))}〕`;
  return `  [${severity}] ${code}${place}  ${safe(message)}${mend}${state}`;
}
