import type { Range } from "@taizhang/grid";
import { failureOf, HostFailure } from "./failure.ts";

/** True for a failure that more than 512 merged areas may be the reason of: Excel gives no code of its own for them. */
export const mayBeMerges = (error: unknown): boolean => failureOf(error).kind === "busy";

/**
 * The merged cells of a block that has too many for one request (合并单元格很多): halves of it are asked until each is
 * answered. Cells that reach over a border come from both sides, once.
 */
export async function mergesByHalves(
  range: Range,
  ask: (range: Range) => Promise<readonly Range[]>,
): Promise<Range[]> {
  const found = new Map<string, Range>();
  const look = async (part: Range): Promise<void> => {
    try {
      for (const merge of await ask(part)) found.set(JSON.stringify(merge), merge);
    } catch (error) {
      if (!mayBeMerges(error)) throw error;
      if (part.top === part.bottom) throw new HostFailure("tooLarge", "too many merged cells in a row");
      await halves(part);
    }
  };
  const halves = async (part: Range): Promise<void> => {
    const middle = Math.floor((part.top + part.bottom) / 2);
    await look({ ...part, bottom: middle });
    await look({ ...part, top: middle + 1 });
  };
  if (range.top === range.bottom) await look(range);
  else await halves(range);
  return [...found.values()];
}
