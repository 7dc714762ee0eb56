import { type Finding, filePlace, finding } from "@taizhang/finding";
import type { Grid } from "@taizhang/grid";
import { notZip } from "./container.ts";
import type { Budget } from "./grid-builder.ts";
import { defaultLimits, type ReadLimits } from "./limits.ts";
import { openParts, type Parts, partText } from "./parts.ts";
import { type SharedStrings, sharedStrings } from "./shared-strings.ts";
import { readSheet } from "./sheet-part.ts";
import { formatsOfStyles } from "./styles-part.ts";
import { damaged, tooLarge, Unreadable, unreadable } from "./unreadable.ts";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.ts";

/** A workbook as plain data: its sheets in their order, and the names it defines (工作簿). */
export interface Workbook {
  readonly file: string;
  readonly sheets: readonly Grid[];
  /** What each defined name stands for, without `=`; a name of one sheet is under `Sheet!Name`. */
  readonly definedNames: ReadonlyMap<string, string>;
  /** True where serial dates count from 1904. */
  readonly date1904: boolean;
}

export interface ReadOptions {
  /** The file's name, for findings. */
  readonly file: string;
  readonly limits?: Partial<ReadLimits>;
  /** Says which sheets are wanted; the others are neither read nor returned. */
  readonly sheets?: (name: string, visibility: Grid["visibility"]) => boolean;
}

/**
 * The workbook in the bytes of an .xlsx or .xlsm file, or findings F01 that say why not (读工作簿). Never throws.
 *
 * A sheet that cannot be read is left out and has an F01 with its name, while the other sheets are there: whoever
 * adds up must look at the findings first. A cell whose content makes no sense (a shared text that is not there, a
 * number that is none) reads as the error `#VALUE!`, with one F01 a sheet that names the first.
 *
 * @example
 * const { value, findings } = readWorkbook(bytes, { file: "01-民政局.xlsx" });
 * value?.sheets[0]?.rows[3]?.[6] // 1255
 */
export function readWorkbook(
  bytes: Uint8Array,
  { file, limits: given, sheets: wanted }: ReadOptions,
): { value?: Workbook; findings: Finding[] } {
  const findings: Finding[] = [];
  const limits = { ...defaultLimits, ...given };
  try {
    const parts = open(bytes, limits);
    const workbook = readWorkbookPart(parts);
    if (workbook.sheets.length > limits.sheets) tooLarge(`${workbook.sheets.length} > ${limits.sheets}`);
    const sheets: Grid[] = [];
    const readOne = sheetReader(parts, workbook, limits);
    for (const entry of workbook.sheets) {
      if (!entry.cells || (wanted && !wanted(entry.name, entry.visibility))) continue;
      try {
        const { grid, broken } = readOne(entry);
        sheets.push(grid);
        if (broken.count > 0)
          findings.push(
            finding("F01", { kind: "damaged", detail: `${entry.name}!${broken.first} (${broken.count})` }, [
              filePlace(file),
            ]),
          );
      } catch (thrown) {
        findings.push(unreadable(file, named(thrown, entry)));
      }
    }
    const { definedNames, date1904 } = workbook;
    return { value: { file, sheets, definedNames, date1904 }, findings };
  } catch (thrown) {
    return { findings: [...findings, unreadable(file, thrown)] };
  }
}

/** Opens the file, or stops with what it is instead of a workbook. */
export function open(bytes: Uint8Array, limits: ReadLimits): Parts {
  if (bytes.length > limits.fileBytes) tooLarge(`${bytes.length} > ${limits.fileBytes} B`);
  const other = notZip(bytes);
  if (other) throw new Unreadable(other.kind, other.detail);
  return openParts(bytes, limits);
}

/** Reads sheets one at a time; what they share is read once. A part they share that is damaged stops the file. */
export function sheetReader(parts: Parts, workbook: WorkbookPart, limits: ReadLimits) {
  const { date1904 } = workbook;
  const budget: Budget = { cells: limits.cells, formulaCharacters: limits.formulaCharacters };
  const styleFormats = formatsOfStyles((workbook.styles && partText(parts, workbook.styles)) ?? "");
  const strings = readStrings(parts, workbook, limits);
  return ({ name, visibility, part }: SheetEntry) => {
    const entry = part === undefined ? undefined : parts.find(part);
    if (!entry) damaged(part ?? "rels");
    return readSheet(parts.read(entry), {
      name,
      visibility,
      date1904,
      strings,
      styleFormats,
      limits,
      budget,
    });
  };
}

function readStrings(parts: Parts, workbook: WorkbookPart, limits: ReadLimits): SharedStrings {
  const entry = workbook.sharedStrings === undefined ? undefined : parts.find(workbook.sharedStrings);
  return entry ? sharedStrings(parts.read(entry), limits) : { at: () => undefined };
}

/** The thrown reason with the sheet's name in front, and its part. */
function named(thrown: unknown, { name, part }: SheetEntry): Unreadable {
  const kind = thrown instanceof Unreadable ? thrown.kind : "damaged";
  const detail = thrown instanceof Unreadable ? thrown.message : thrown instanceof Error ? thrown.name : "";
  return new Unreadable(kind, [name, part, detail].filter(Boolean).join(" · "));
}
