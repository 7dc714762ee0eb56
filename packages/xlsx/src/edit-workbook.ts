import type { Finding } from "@taizhang/finding";
import { type Edit, parseRange, type Range } from "@taizhang/grid";
import { type CellOverlay, cellOverlay, type SkipReason } from "./cell-overlay.ts";
import { dependents, type FormulaSheet } from "./dependents.ts";
import { defaultLimits, type ReadLimits } from "./limits.ts";
import { type Parts, partText, rawPart, relationshipsOf } from "./parts.ts";
import { open, sheetReader } from "./read-workbook.ts";
import { patchSheet } from "./sheet-patch.ts";
import { stylePatch } from "./style-patch.ts";
import { damaged, unreadable } from "./unreadable.ts";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook-part.ts";
import { withoutFromChain, withRecalculation } from "./workbook-patch.ts";
import { eachTag, type Tag } from "./xml-tags.ts";
import { encodeUtf8 } from "./xml-text.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { patchZip } from "./zip-patch.ts";

/** What became of the edits. `value` is the new file, and absent if the file cannot be read or nothing was applied. */
export interface EditResult {
  readonly value?: Uint8Array;
  readonly applied: Edit[];
  readonly skipped: { edit: Edit; why: SkipReason }[];
  readonly findings: Finding[];
}

/**
 * The file with the edits made in it, each only if its cell still holds what stood there before (改工作簿). Never
 * throws.
 *
 * All else is unchanged byte for byte, but for the stored values of formulas that depend on an edited cell, which
 * are taken out (they would be wrong), and the flag that makes a program recalculate when it opens the file. Charts,
 * images, macros, validation, signatures of parts: nothing is written anew. Edits that would move cells
 * (`insertColumn`, `insertRows`), `correct`, cells hidden under a merge, parts of array formulas and headers of
 * tables are skipped as `unsupported`. A file that is damaged anywhere is not edited.
 *
 * @example
 * const { value } = editWorkbook(bytes, [
 *   { kind: "setCell", at: cellPlace("a.xlsx", "台账", "G24"), before: { value: "1255" }, after: { value: 1255 } },
 * ]);
 */
export function editWorkbook(
  bytes: Uint8Array,
  edits: readonly Edit[],
  { file = edits[0]?.at.file ?? "", limits: given }: { file?: string; limits?: Partial<ReadLimits> } = {},
): EditResult {
  const limits = { ...defaultLimits, ...given };
  try {
    return editOpened(bytes, edits, limits);
  } catch (thrown) {
    return {
      applied: [],
      skipped: edits.map((edit) => ({ edit, why: "unsupported" })),
      findings: [unreadable(file, thrown)],
    };
  }
}

interface EditedSheet extends FormulaSheet {
  readonly entry: SheetEntry;
  /** The bytes of its part, once an edit names the sheet. */
  raw?: ReturnType<typeof rawPart>;
  /** The edits of the sheet; undefined where it cannot be edited. */
  overlay?: CellOverlay | undefined;
}

function editOpened(bytes: Uint8Array, edits: readonly Edit[], limits: ReadLimits): EditResult {
  const parts = open(bytes, limits);
  const workbook = readWorkbookPart(parts);
  const read = sheetReader(parts, workbook, limits);
  const sheets: EditedSheet[] = workbook.sheets
    .filter(({ cells }) => cells)
    .map((entry) => {
      const { grid, arrays, broken } = read(entry);
      if (broken.count > 0) damaged(`${entry.name}!${broken.first}`);
      return { entry, grid, arrays };
    });
  for (const sheet of sheets)
    if (edits.some(({ at }) => at.sheet === sheet.grid.name)) sheet.overlay = overlayOf(parts, sheet, limits);
  const applied: Edit[] = [];
  const skipped: EditResult["skipped"] = [];
  for (const edit of edits) {
    const why = applyTo(sheets, edit);
    if (why === undefined) applied.push(edit);
    else skipped.push({ edit, why });
  }
  if (applied.length === 0) return { applied, skipped, findings: [] };
  return { value: write(parts, workbook, sheets, limits), applied, skipped, findings: [] };
}

function applyTo(sheets: readonly EditedSheet[], edit: Edit): SkipReason | undefined {
  if (edit.kind !== "setCell" && edit.kind !== "unmergeFill") return "unsupported";
  const sheet = sheets.find(({ grid }) => grid.name === edit.at.sheet);
  if (!sheet) return "notFound";
  return sheet.overlay ? sheet.overlay.apply(edit) : "unsupported";
}

function overlayOf(parts: Parts, sheet: EditedSheet, limits: ReadLimits): CellOverlay | undefined {
  const { part = "" } = sheet.entry;
  const entry = parts.find(part);
  sheet.raw = entry && rawPart(parts, entry, limits);
  return sheet.raw ? cellOverlay(sheet, tableHeaders(parts, part)) : undefined;
}

/** The header and total rows of a sheet's tables: their texts stand in the table's own part too. */
function tableHeaders(parts: Parts, part: string): Range[] {
  const blocks: Range[] = [];
  for (const { type, target } of relationshipsOf(parts, part)) {
    if (type !== "table") continue;
    eachTag(partText(parts, target) ?? "", (tag) => {
      if (tag.name !== "table" || tag.closing) return;
      const range = parseRange(tag.attribute("ref") ?? "");
      if (!range) return;
      const headers = Number(tag.attribute("headerRowCount") ?? 1);
      const totals = Number(tag.attribute("totalsRowCount") ?? 0);
      if (headers > 0) blocks.push({ ...range, bottom: range.top + headers - 1 });
      if (totals > 0) blocks.push({ ...range, top: range.bottom - totals + 1 });
    });
  }
  return blocks;
}

/** Writes what the overlays hold into the parts that they touch. */
function write(
  parts: Parts,
  workbook: WorkbookPart,
  sheets: readonly EditedSheet[],
  limits: ReadLimits,
): Uint8Array {
  const changed = sheets.map(({ overlay }) => new Set(overlay?.cells.keys()));
  const stale = dependents(sheets, workbook.definedNames, changed);
  const replaced = new Map<ZipEntry, Uint8Array>();
  const removed = new Set<ZipEntry>();
  const replace = (
    entry: ZipEntry,
    change: (body: Uint8Array) => Uint8Array,
    raw = rawPart(parts, entry, limits) ?? damaged(`${entry.name}: encoding`),
  ): void => {
    const body = change(raw.body);
    const data = new Uint8Array(raw.mark.length + body.length);
    data.set(raw.mark);
    data.set(body, raw.mark.length);
    replaced.set(entry, data);
  };
  const replaceText = (name: string, change: (xml: string) => string): void => {
    const entry = parts.find(name);
    const xml = partText(parts, name);
    if (!entry || xml === undefined) return;
    const changed = change(xml);
    if (changed !== xml) replace(entry, () => encodeUtf8(changed));
  };

  const stylesXml = workbook.styles === undefined ? undefined : partText(parts, workbook.styles);
  const styles = stylePatch(stylesXml ?? "");
  for (const [at, { entry, overlay, grid, raw }] of sheets.entries()) {
    const own = stale[at] ?? new Set();
    const target = parts.find(entry.part ?? "");
    const { cells = new Map(), unmerged = [] } = overlay ?? {};
    if (!target || own.size + cells.size + unmerged.length === 0) continue;
    const { formulas } = grid;
    const { restyled } = styles;
    replace(target, (body) => patchSheet(body, { cells, stale: own, unmerged, formulas, restyled }), raw);
  }
  const newStyles = styles.xml();
  if (newStyles !== undefined && workbook.styles !== undefined) replaceText(workbook.styles, () => newStyles);

  const recalculated = stale.some((keys) => keys.size > 0);
  const newFormula = sheets.some(({ overlay }) =>
    [...(overlay?.cells.values() ?? [])].some(({ formula }) => formula),
  );
  if (recalculated || newFormula) replaceText(workbook.part, withRecalculation);
  updateChain(parts, workbook, sheets, replaceText, removed);
  return patchZip(parts.bytes, parts.directory, replaced, removed);
}

/** Takes cells that lost their formula out of the calculation chain, and the chain out of the file if it is empty. */
function updateChain(
  parts: Parts,
  { part, calcChain }: WorkbookPart,
  sheets: readonly EditedSheet[],
  replaceText: (name: string, change: (xml: string) => string) => void,
  removed: Set<ZipEntry>,
): void {
  const entry = calcChain === undefined ? undefined : parts.find(calcChain);
  if (!entry || calcChain === undefined) return;
  const gone = new Set<string>();
  for (const { entry: sheet, overlay, grid } of sheets)
    for (const [key, { formula }] of overlay?.cells ?? [])
      if (formula === undefined && grid.formulas.has(key)) gone.add(`${sheet.id} ${key}`);
  if (gone.size === 0) return;
  const isGone = (sheetId: number, ref: string): boolean => {
    const cell = parseRange(ref);
    return cell !== undefined && gone.has(`${sheetId} ${cell.top * 16_384 + cell.left}`);
  };
  const left = withoutFromChain(partText(parts, calcChain) ?? "", isGone);
  if (left !== undefined) {
    replaceText(calcChain, () => left);
    return;
  }
  removed.add(entry);
  const slash = part.lastIndexOf("/") + 1;
  replaceText(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, (xml) =>
    withoutTags(xml, (tag) => tag.attribute("Type")?.endsWith("/calcChain") ?? false),
  );
  replaceText("[Content_Types].xml", (xml) =>
    withoutTags(xml, (tag) => tag.attribute("PartName")?.toLowerCase() === `/${calcChain.toLowerCase()}`),
  );
}

/** The text without the empty elements that a test picks. */
function withoutTags(xml: string, isGone: (tag: Tag) => boolean): string {
  let text = "";
  let done = 0;
  eachTag(xml, (tag) => {
    if (!tag.empty || !isGone(tag)) return;
    text += xml.slice(done, tag.start);
    done = tag.end;
  });
  return text + xml.slice(done);
}
