import { contains, parseRange } from "@taizhang/grid";
import type { Pane } from "../pane/pane.ts";

/** Cells of an open preview that another user has just changed are no longer ticked (他人刚改). */
export function untick({ store }: Pane, sheet: string, ref: string): void {
  const { page, changedByOthers } = store.get();
  const range = parseRange(ref);
  if (page?.kind !== "fixes" || !range) return;
  const met = page.preview.writes.flatMap((write, index) => {
    const cell = parseRange(write.ref);
    return write.sheet === sheet && cell && contains(range, cell.top, cell.left) ? [{ write, index }] : [];
  });
  if (met.length === 0) return;
  const indexes = met.map(({ index }) => index);
  store.dispatch({
    do: "page",
    page: { ...page, ticked: page.ticked.filter((one) => !indexes.includes(one)) },
  });
  const others = changedByOthers.filter(
    (one) => !met.some(({ write }) => write.sheet === one.sheet && write.ref === one.ref),
  );
  store.dispatch({
    do: "set",
    state: {
      changedByOthers: [...others, ...met.map(({ write }) => ({ sheet: write.sheet, ref: write.ref }))],
    },
  });
}

/** Says what these cells hold now, once the sheet was read again. */
export async function lookAtChanged({ engine, store }: Pane): Promise<void> {
  const { changedByOthers, page } = store.get();
  if (page?.kind !== "fixes" || changedByOthers.length === 0) return;
  const contents = await engine.call("contents", { cells: changedByOthers });
  const now = new Map(changedByOthers.map((cell, index) => [`${cell.sheet}!${cell.ref}`, contents[index]]));
  store.dispatch({
    do: "set",
    state: {
      changedByOthers: store.get().changedByOthers.map((cell) => {
        const content = now.get(`${cell.sheet}!${cell.ref}`);
        return content ? { ...cell, now: content } : cell;
      }),
    },
  });
}
