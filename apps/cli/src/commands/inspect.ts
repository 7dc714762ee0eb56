import { rangeRef } from "@taizhang/grid";
import { type SheetReading, sayReason, type Table } from "@taizhang/sheet";
import type { ExitCode, Session } from "../io.ts";
import { findingOutput } from "../output/finding.ts";
import type { InspectDocument } from "../output/inspect.ts";
import { printErrors } from "../print/errors.ts";
import { printInspect } from "../print/inspect.ts";
import { type FilesRead, readFiles } from "../read.ts";

/** Says what each sheet of a workbook was recognised as (识别). */
export async function inspect(
  session: Session,
  file: string,
  { json }: { json?: boolean },
): Promise<ExitCode> {
  const read = await readFiles([file], session);
  const document = inspectOutput(read, session);
  if (json) session.out(JSON.stringify(document, null, 2));
  else session.out(printInspect(document, session.words, session.lang));
  if (!json) printErrors(read.errors, session);
  return read.errors.length > 0 ? 2 : 0;
}

function inspectOutput({ readings, findings, errors }: FilesRead, { lang }: Session): InspectDocument {
  return {
    schemaVersion: 1,
    findings: findings.map((found) => findingOutput(found, lang)),
    errors: [...errors],
    sheets: readings.map((reading) => sheetOutput(reading, lang)),
  };
}

const sheetOutput = (
  { grid, reason, tables }: SheetReading,
  lang: Session["lang"],
): InspectDocument["sheets"][number] => ({
  name: grid.name,
  isTargetSheet: tables.length > 0,
  reason: sayReason(reason, lang),
  tables: tables.map(tableOutput),
});

const tableOutput = ({ range, headerRows, shape, org, period, columns }: Table) => ({
  range: rangeRef(range),
  headerRows: [headerRows[0] + 1, headerRows[1] + 1] as [number, number],
  shape,
  ...(org ? { org: org.name } : {}),
  ...(period ? { period: period.value } : {}),
  columns: columns.map(({ index, path, field, indicator, unit, confidence, evidence }) => ({
    index,
    header: path.join(" / "),
    field,
    ...(indicator === undefined ? {} : { indicator }),
    ...(unit === undefined ? {} : { unit }),
    confidence,
    evidence: evidence.map((one) => ({ ...one })),
  })),
});
