import { blockRef } from "../model/address.ts";
import type { Book } from "../model/book.ts";
import type { BookEvent } from "../model/book-events.ts";
import type { HostObject } from "./host-object.ts";

/** An event as it travels: category, type, target, JSON, control id, whether remote. */
export type EventEntry = readonly [number, number, string, string, number, boolean];

const richApi = 65_536;
const everything = "Workbook";

/** What the message needs of its surroundings: the changed range gets a name so that handlers can ask for it. */
export interface MessageSurroundings {
  readonly book: Book;
  readonly keepRange: (sheetId: string, event: BookEvent) => HostObject | undefined;
}

/** The messages that tell the add-in of an event: one for handlers of the object, one for those of its collection. */
export function eventMessages(event: BookEvent, surroundings: MessageSurroundings): EventEntry[] {
  const send = (type: number, target: string, fields: Record<string, unknown>): EventEntry => {
    const remote = fields.source === "Remote";
    return [richApi, type, target, JSON.stringify(fields), 0, remote];
  };
  const both = (type: number, fields: Record<string, unknown>): EventEntry[] =>
    "sheetId" in event
      ? [event.sheetId, everything].map((target) =>
          send(type, target, { worksheetId: event.sheetId, ...fields }),
        )
      : [];
  const source = "source" in event ? { source: event.source } : {};
  switch (event.kind) {
    case "changed": {
      const referenceId = surroundings.keepRange(event.sheetId, event)?.reference;
      const before = event.before as { value: unknown; type: string } | undefined;
      const after = event.after as { value: unknown; type: string } | undefined;
      return both(10, {
        address: blockRef(event.block),
        changeType: event.changeType,
        shiftDirection: event.shift,
        triggerSource: event.byAddin ? "ThisLocalAddin" : "Unknown",
        ...source,
        ...(before && after
          ? {
              valueBefore: before.value,
              valueTypeBefore: before.type,
              valueAfter: after.value,
              valueTypeAfter: after.type,
            }
          : {}),
        ...(referenceId === undefined ? {} : { referenceId }),
      });
    }
    case "formatChanged":
      return both(18, { address: blockRef(event.block), ...source });
    case "activated":
      return both(11, {});
    case "deactivated":
      return both(12, {});
    case "added":
      return both(13, source);
    case "deleted":
      return both(15, source);
    case "selection":
      return [...both(14, { address: event.address }), [richApi, 2, "", "{}", 0, false]];
    case "calculated":
      return both(16, { address: event.address });
    case "rowHidden": {
      const { top, bottom } = event.block;
      return both(22, {
        address: `${top + 1}:${bottom + 1}`,
        changeType: event.hidden ? "Hidden" : "Unhidden",
        ...source,
      });
    }
    case "clicked":
      return both(21, { address: event.address, offsetX: 0, offsetY: 0 });
    case "protection":
      return both(24, { isProtected: event.isProtected, ...source });
    case "renamed":
      return both(25, { nameBefore: event.before, nameAfter: event.after, ...source });
    case "visibility":
      return both(26, { visibilityBefore: event.before, visibilityAfter: event.after, ...source });
    case "moved":
      return both(27, { positionBefore: event.before, positionAfter: event.after, ...source });
    case "tableChanged": {
      const { tableId, sheetId, block } = event;
      const fields = {
        tableId,
        worksheetId: sheetId,
        address: blockRef(block),
        changeType: "RangeEdited",
        ...source,
      };
      return [tableId, everything].map((target) => send(101, target, fields));
    }
    case "tableAdded":
    case "tableDeleted": {
      const { tableId, sheetId, name } = event;
      const fields = { tableId, tableName: name, worksheetId: sheetId, ...source };
      return [sheetId, everything].map((target) =>
        send(event.kind === "tableAdded" ? 102 : 103, target, fields),
      );
    }
    case "chartAdded":
    case "chartDeleted": {
      const { chartId, sheetId } = event;
      return [
        send(event.kind === "chartAdded" ? 50 : 53, sheetId, { chartId, worksheetId: sheetId, ...source }),
      ];
    }
    case "commentAdded":
    case "commentChanged":
    case "commentDeleted":
    case "settingsChanged":
      return []; // filled in with their collections
  }
}
