import { type Range as Block, rangeRef } from "@taizhang/grid";

export type Source = "Local" | "Remote";

/** What happened in the workbook, before it becomes a message to the add-in (事件). */
export type BookEvent =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly block: Block;
      readonly changeType: string;
      readonly shift: string;
      readonly before?: unknown;
      readonly after?: unknown;
      readonly source: Source;
      readonly byAddin: boolean;
    }
  | {
      readonly kind: "formatChanged";
      readonly sheetId: string;
      readonly block: Block;
      readonly source: Source;
    }
  | { readonly kind: "selection"; readonly sheetId: string; readonly address: string }
  | { readonly kind: "activated" | "deactivated"; readonly sheetId: string }
  | { readonly kind: "added" | "deleted"; readonly sheetId: string; readonly source: Source }
  | { readonly kind: "calculated"; readonly sheetId: string; readonly address: string }
  | {
      readonly kind: "renamed";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
      readonly source: Source;
    }
  | {
      readonly kind: "visibility";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
      readonly source: Source;
    }
  | {
      readonly kind: "moved";
      readonly sheetId: string;
      readonly before: number;
      readonly after: number;
      readonly source: Source;
    }
  | {
      readonly kind: "protection";
      readonly sheetId: string;
      readonly isProtected: boolean;
      readonly source: Source;
    }
  | {
      readonly kind: "rowHidden";
      readonly sheetId: string;
      readonly block: Block;
      readonly hidden: boolean;
      readonly source: Source;
    }
  | { readonly kind: "clicked"; readonly sheetId: string; readonly address: string }
  | {
      readonly kind: "tableChanged";
      readonly sheetId: string;
      readonly tableId: string;
      readonly block: Block;
      readonly source: Source;
    }
  | {
      readonly kind: "tableAdded" | "tableDeleted";
      readonly sheetId: string;
      readonly tableId: string;
      readonly name: string;
      readonly source: Source;
    }
  | {
      readonly kind: "commentAdded" | "commentChanged" | "commentDeleted";
      readonly sheetId: string;
      readonly commentId: string;
      readonly source: Source;
    }
  | {
      readonly kind: "chartAdded" | "chartDeleted";
      readonly sheetId: string;
      readonly chartId: string;
      readonly source: Source;
    }
  | { readonly kind: "settingsChanged" };

/** Events wait here until the batch or the act that caused them is over, as in Excel. */
export interface EventQueue {
  raise(event: BookEvent): void;
  /** Hands all waiting events to the listeners. */
  flush(): void;
  listen(listener: (event: BookEvent) => void): () => void;
  /** Off while an add-in has set `runtime.enableEvents` to false. */
  enabled: boolean;
}

export function bookEvents(): EventQueue {
  let waiting: BookEvent[] = [];
  const listeners = new Set<(event: BookEvent) => void>();
  return {
    enabled: true,
    raise(event) {
      if (!this.enabled) return;
      const last = waiting.at(-1);
      const joined = last && together(last, event);
      if (joined) waiting[waiting.length - 1] = joined;
      else waiting.push(event);
    },
    flush() {
      const now = waiting;
      waiting = [];
      for (const event of now) for (const listener of [...listeners]) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Two changes of values that follow each other and cover one block: the client splits a large write into many. */
function together(one: BookEvent, two: BookEvent): BookEvent | undefined {
  if (one.kind !== "changed" || two.kind !== "changed") return undefined;
  if (one.sheetId !== two.sheetId || one.source !== two.source || one.changeType !== two.changeType)
    return undefined;
  if (one.changeType !== "RangeEdited") return undefined;
  const { block: a } = one;
  const { block: b } = two;
  const below = a.left === b.left && a.right === b.right && b.top <= a.bottom + 1 && b.bottom >= a.bottom;
  const same = rangeRef(a) === rangeRef(b);
  if (!below && !same) return undefined;
  const { before: _b, after: _a, ...rest } = one;
  return same
    ? { ...one, after: two.after }
    : { ...rest, block: { ...a, top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) } };
}
