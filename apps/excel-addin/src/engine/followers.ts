import type { Grid } from "@taizhang/grid";
import type { Block } from "../workbook/workbook.ts";
import { mayBeAnything, partsOf } from "./formula-parts.ts";
import { type FormulaCell, following, type Reach, walk } from "./formula-walk.ts";

/** One key for each cell of a workbook; Excel takes no notice of capitals in the names of sheets. */
export const placeKey = (sheet: string, row: number, column: number): string =>
  `${sheet.toLowerCase()}!${row * 16_384 + column}`;

/** What the parts of a formula name; one that may be anything is among the followers and carries nothing on. */
const inParts = walk((formula): Reach => {
  const parts = partsOf(formula);
  return {
    blocks: parts.flatMap((part) => (part.kind === "cells" ? [part] : [])),
    anything: mayBeAnything(parts),
  };
}, false);

/**
 * The formulas that follow these blocks, in whatever sheet and over however many steps (跟着变的公式). One whose cells cannot
 * be told from its text may follow, and is among them.
 */
export const followers = (grids: readonly Grid[], blocks: readonly Block[]): FormulaCell[] =>
  following(inParts, grids, blocks);
