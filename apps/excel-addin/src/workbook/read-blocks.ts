import type { Range } from "@taizhang/grid";
import { cellsABatch, cellsIn, piecesOf } from "./blocks.ts";
import { mayBeMerges } from "./merges-excel.ts";
import { areasOf, cellsOf, mergesOf, rangeAt } from "./read-excel.ts";
import type { Block, BlockPart, Workbook } from "./workbook.ts";

/** What some blocks hold now, one round trip for every 20,000 cells; merged cells of those that were changed. */
export async function readBlocks(
  context: Excel.RequestContext,
  { outline, changed, leaning }: Parameters<Workbook["readBlocks"]>[0],
): Promise<BlockPart[]> {
  const ids = new Map(outline.sheets.map(({ name, id }) => [name, id]));
  const parts: BlockPart[] = [];
  let room = cellsABatch;
  let loaded: ((merges: boolean) => () => BlockPart)[] = [];
  const wantsMerges: { readonly id: string; readonly range: Range; readonly at: number }[] = [];
  const send = async () => {
    let reads = loaded.map((load) => load(true));
    try {
      await context.sync();
      parts.push(...reads.map((read) => read()));
    } catch (error) {
      if (!mayBeMerges(error) || wantsMerges.length === 0) throw error;
      reads = loaded.map((load) => load(false));
      await context.sync();
      for (const [index, read] of reads.entries()) {
        const asked = wantsMerges.find((one) => one.at === index);
        const merges = asked && (await mergesOf(context, asked.id, asked.range));
        parts.push({ ...read(), ...(merges ? { merges } : {}) });
      }
    }
    loaded = [];
    wantsMerges.length = 0;
    room = cellsABatch;
  };
  const ask = async (block: Block, merges: boolean) => {
    for (const piece of piecesOf(block.range)) {
      if (room < cellsIn(piece) && loaded.length > 0) await send();
      room -= cellsIn(piece);
      const id = ids.get(block.sheet) ?? block.sheet;
      if (merges) wantsMerges.push({ id, range: piece, at: loaded.length });
      loaded.push((all) => loadBlock(context, id, { ...block, range: piece }, merges && all));
    }
  };
  for (const block of changed) await ask(block, true);
  for (const block of leaning) await ask(block, false);
  if (loaded.length > 0) await send();
  return parts;
}

function loadBlock(
  context: Excel.RequestContext,
  id: string,
  { sheet, range }: Block,
  merges: boolean,
): () => BlockPart {
  const cells = rangeAt(context.workbook.worksheets.getItem(id), range);
  cells.load("values,formulas,numberFormat");
  const merged = merges ? cells.getMergedAreasOrNullObject() : undefined;
  merged?.load("address");
  return () => {
    const { rows, formulas, formats } = cellsOf(cells, range, 0);
    return {
      sheet,
      range,
      rows: rows as BlockPart["rows"],
      formulas,
      formats,
      ...(merged ? { merges: areasOf(merged) } : {}),
    };
  };
}
