import { type CellContent, type CellValue, cellRef, isBlank, parseRange } from "@taizhang/grid";
import { enteredOf, sameContent } from "./content.ts";
import { HostFailure, isOutOfTouch } from "./failure.ts";
import { cellValue, formulaOf } from "./read-excel.ts";
import { loadCharts, putRefit } from "./refit-excel.ts";
import { run } from "./run-excel.ts";
import type { CellWrite, Refit, WriteOptions, Written } from "./workbook.ts";

/**
 * Writes the cells that still hold what was shown: one round trip to look, one to write. The request that writes looks
 * once more at what it is about to overwrite: what another user has put there between the two is given back, and the cell
 * counts as skipped (他人刚改的还给他人).
 */
export async function writeCells(
  context: Excel.RequestContext,
  writes: readonly CellWrite[],
  { again = false, refits = [], whole }: WriteOptions = {},
): Promise<Written> {
  if (writes.length === 0 && refits.length === 0) return { applied: [], skipped: [] };
  const looked = writes.map((write) => ({ write, range: load(context, write) }));
  const charts = loadCharts(context, refits);
  await context.sync();
  const applied: CellWrite[] = [];
  /** The cells that this batch writes, with what they held when they were looked at. */
  const written: Looked[] = [];
  const skipped: Written["skipped"][number][] = [];
  for (const { write, range } of looked) {
    const now = contentOf(range);
    if (again && now && sameContent(now, write.after)) applied.push(write);
    else if (!now || !sameContent(now, write.before) || otherFormat(now, write.before))
      skipped.push({ write, now });
    else {
      applied.push(write);
      written.push({ write, range, before: { ...write, before: now } });
    }
  }
  if (whole && skipped.length > 0) return { applied: [], skipped };
  if (applied.length === 0 && writes.length > 0) return { applied, skipped };
  for (const { range } of written) look(range);
  for (const { write, range } of written) put(context, write, range);
  for (const refit of refits) putRefit(context, refit, charts.get(refit.sheet), "after");
  const before = written.map((one) => one.before);
  try {
    await context.sync();
  } catch (error) {
    if (!isOutOfTouch(error)) await restore(before, refits);
    throw error;
  }
  const theirs = overwritten(written);
  if (theirs.size === 0) return { applied, skipped };
  const backs = before.flatMap((write, at) => theirs.get(written[at]?.write) ?? (whole ? write : []));
  await restore(backs, whole ? refits : []).catch(() => {
    throw new HostFailure("unclear");
  });
  const lost = [...theirs].flatMap(([write, { before: now }]) => (write ? [{ write, now }] : []));
  return {
    applied: whole ? [] : applied.filter((write) => !theirs.has(write)),
    skipped: [...skipped, ...lost],
  };
}

interface Looked {
  readonly write: CellWrite;
  readonly range: Excel.Range;
  /** The write with what the cell held when it was looked at. */
  readonly before: CellWrite;
}

/** The cells that held something else by the time they were written, each with what somebody else had put there. */
function overwritten(written: readonly Looked[]): Map<CellWrite | undefined, CellWrite> {
  return new Map(
    written.flatMap(({ write, range, before }) => {
      const now = contentOf(range);
      const isTheirs = now && !sameContent(now, before.before) && !sameContent(now, write.after);
      return isTheirs ? [[write, { ...write, before: now }] as const] : [];
    }),
  );
}

/** So often is it given back what others write while theirs is being given back. */
const mostGivenBack = 4;

/**
 * A request that fails half-way keeps what it did: cells that were written already get back what they held. The request
 * that gives back looks once more as well: what somebody else has put there by then is given back in turn.
 */
async function restore(
  writes: readonly CellWrite[],
  refits: readonly Refit[],
  times = mostGivenBack,
): Promise<void> {
  const again = await run(async (context) => {
    const looked = writes.map((write) => ({ write, range: load(context, write) }));
    const charts = loadCharts(context, refits);
    await context.sync();
    for (const refit of refits) putRefit(context, refit, charts.get(refit.sheet), "before");
    const given = looked.map(({ write, range }) => {
      const now = contentOf(range) ?? write.after;
      look(range);
      putBack(context, write, range, now);
      // what was found and what stands there now, as a write of its own
      return { write: { ...write, after: write.before }, range, before: { ...write, before: now } };
    });
    await context.sync();
    return [...overwritten(given)].flatMap(([given, { before }]) =>
      given && !given.merge && !given.unmerge ? [{ ...given, before }] : [],
    );
  });
  if (again.length === 0) return;
  if (times <= 1) throw new HostFailure("unclear");
  await restore(again, [], times - 1);
}

/** Gives a cell back what it held; what somebody else has put there since stays. */
function putBack(
  context: Excel.RequestContext,
  write: CellWrite,
  range: Excel.Range,
  now: CellContent,
): void {
  const { before, after } = write;
  const stands = sameContent(now, before);
  if (write.unmerge) {
    if (stands) mergeAgain(context, write, range);
  } else if (write.merge) {
    if (stands) fill(context, { ...write, before: after }, range);
  } else if (stands || sameContent(now, after)) {
    // a cell takes its format before its content: either may be there alone
    if (after.format !== undefined && formatOf(now) === after.format)
      range.numberFormat = [[before.format ?? general]];
    if (!stands) range.values = [[enteredOf(before)]];
  }
}

const general = "General";
const formatOf = ({ format }: CellContent): string => format ?? general;

function load(context: Excel.RequestContext, write: CellWrite): Excel.Range {
  const range = rangeOf(context, write);
  look(range);
  return range;
}

const look = (range: Excel.Range): void => void range.load("values,formulas,numberFormat");

const rangeOf = (
  context: Excel.RequestContext,
  { sheet, ref }: Pick<CellWrite, "sheet" | "ref">,
): Excel.Range => context.workbook.worksheets.getItem(sheet).getRange(ref);

/** The first cell of the range as it stands. */
function contentOf(range: Excel.Range): CellContent | undefined {
  const [value, formula, format] = [range.values, range.formulas, range.numberFormat].map(
    (rows) => (rows as unknown[][])[0]?.[0],
  );
  const read: CellValue = cellValue(value);
  const written = formulaOf(formula, value);
  return {
    value: read,
    ...(written === undefined ? {} : { formula: written }),
    ...(typeof format === "string" && format !== general ? { format } : {}),
  };
}

const otherFormat = (now: CellContent, before: CellContent): boolean =>
  before.format !== undefined && formatOf(now) !== before.format;

/** Each cell is written alone: in a filtered sheet Excel writes a block to the wrong rows. */
function put(context: Excel.RequestContext, write: CellWrite, range: Excel.Range): void {
  const { before, after } = write;
  if (write.unmerge) fill(context, write, range);
  else if (write.merge) mergeAgain(context, write, range);
  else {
    if (after.format !== undefined) range.numberFormat = [[after.format]];
    range.values = [[enteredOf({ ...(before.format ? { format: before.format } : {}), ...after })]];
  }
}

function fill(context: Excel.RequestContext, { sheet, ref, before }: CellWrite, range: Excel.Range): void {
  if (isBlank(before.value)) return;
  range.unmerge();
  for (const cell of others(context, sheet, ref)) {
    if (before.format) cell.numberFormat = [[before.format]];
    cell.values = [[enteredOf(before)]];
  }
}

function mergeAgain(context: Excel.RequestContext, { sheet, ref }: CellWrite, range: Excel.Range): void {
  for (const cell of others(context, sheet, ref)) cell.values = [[""]];
  range.merge();
}

/** The cells of a block but its first, one by one. */
function others(context: Excel.RequestContext, sheet: string, ref: string): Excel.Range[] {
  const block = parseRange(ref);
  if (!block) return [];
  const cells: Excel.Range[] = [];
  for (let row = block.top; row <= block.bottom; row++)
    for (let column = block.left; column <= block.right; column++)
      if (row !== block.top || column !== block.left)
        cells.push(rangeOf(context, { sheet, ref: cellRef(row, column) }));
  return cells;
}
