import { cellRef } from "@taizhang/grid";
import type { OfficeHost } from "../host.ts";
import type { Actor } from "../model/actor.ts";
import { blockRef } from "../model/address.ts";
import { activeSheet } from "../model/book.ts";
import { onWire } from "../model/entry.ts";
import { shownText } from "../model/number-text.ts";
import { type Block, cellAt, styleAt } from "../model/sheet.ts";
import type { GridView } from "./grid-view.ts";

/** What the user does to the grid by mouse and keys: selecting, typing, copying, undoing. */
export interface Hands {
  /** The text of the active cell as the formula bar shows it. */
  activeText(): string;
  /** Puts a text into the active cell, as Enter does. */
  enter(text: string): void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
};

export function hands(host: OfficeHost, user: Actor, view: GridView, refused: () => void): Hands {
  const { book } = host;
  const { element } = view;
  const first = (): Block => activeSheet(book).selection[0] ?? { top: 0, left: 0, bottom: 0, right: 0 };
  // the corner that stays when Shift extends the selection, and the one that moves
  let anchor = { row: first().top, column: first().left };
  let head = { ...anchor };
  // one input is always there and has the keys, so that a Chinese input method can begin in it; it is seen while typing
  const editor = document.createElement("input");
  editor.className = "editor";
  editor.autocomplete = "off";
  editor.setAttribute("aria-label", "A1");
  element.firstElementChild?.append(editor);
  let typing = false;

  const select = (row: number, column: number, extend: boolean): void => {
    head = { row: clamp(row, 1_048_575), column: clamp(column, 16_383) };
    if (!extend) anchor = { ...head };
    const block = {
      top: Math.min(anchor.row, head.row),
      bottom: Math.max(anchor.row, head.row),
      left: Math.min(anchor.column, head.column),
      right: Math.max(anchor.column, head.column),
    };
    const sheet = activeSheet(book);
    const merge = extend
      ? undefined
      : sheet.merges.find(
          (one) =>
            one.top <= head.row &&
            one.bottom >= head.row &&
            one.left <= head.column &&
            one.right >= head.column,
        );
    user.select(sheet.name, blockRef(merge ?? block));
    view.reveal(head.row, head.column);
  };
  /** Where the active cell is now, also after the add-in has selected. */
  const follow = (): void => {
    const { top, left, bottom, right } = first();
    if (head.row < top || head.row > bottom || head.column < left || head.column > right) {
      anchor = { row: top, column: left };
      head = { ...anchor };
    }
  };
  const activeRef = (): string => cellRef(first().top, first().left);
  const write = (input: unknown): void => {
    try {
      user.type(activeSheet(book).name, activeRef(), input);
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      refused();
    }
  };

  /** Lays the input over the active cell. */
  const settle = (): void => {
    const { top, left } = first();
    const at = view.place(top, left);
    editor.setAttribute("aria-label", cellRef(top, left));
    const width = Math.max(at.width, 80);
    Object.assign(editor.style, {
      left: `${at.left}px`,
      top: `${at.top}px`,
      width: `${width}px`,
      height: `${at.height}px`,
    });
  };
  const begin = (): void => {
    follow();
    settle();
    typing = true;
    host.editing = true;
    editor.classList.add("typing");
  };
  const edit = (text: string): void => {
    begin();
    editor.value = text;
    editor.focus({ preventScroll: true });
  };
  const finish = (keep: boolean): void => {
    const text = editor.value;
    editor.value = "";
    if (!typing) return;
    typing = false;
    host.editing = false;
    editor.classList.remove("typing");
    if (keep && text !== activeText()) write(text);
  };
  editor.addEventListener("input", () => {
    if (!typing) begin();
  });
  editor.addEventListener("blur", () => finish(true));
  element.addEventListener("focus", () => {
    settle();
    editor.focus({ preventScroll: true });
  });
  const editing = (event: KeyboardEvent): void => {
    if (!["Enter", "Tab", "Escape"].includes(event.key)) return;
    event.preventDefault();
    finish(event.key !== "Escape");
    if (event.key === "Enter") select(head.row + 1, head.column, false);
    if (event.key === "Tab") select(head.row, head.column + 1, false);
    settle();
  };
  const activeText = (): string => {
    const cell = cellAt(activeSheet(book), first().top, first().left);
    return cell?.formula ?? String(onWire(cell?.value ?? null));
  };

  element.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (typing) {
      editing(event);
      return;
    }
    follow();
    const step = steps[event.key];
    const control = event.ctrlKey || event.metaKey;
    if (step) {
      const [down, across] = control ? farStep(step) : step;
      select(head.row + down, head.column + across, event.shiftKey);
    } else if (event.key === "Home") {
      const { frozen } = activeSheet(book);
      select(control ? frozen.rows : head.row, frozen.columns, event.shiftKey);
    } else if (event.key === "Enter") select(head.row + (event.shiftKey ? -1 : 1), head.column, false);
    else if (event.key === "F2") edit(activeText());
    else if (event.key === "Delete" || event.key === "Backspace") clear();
    else if (control && event.key.toLowerCase() === "z") user.undo();
    else if (control && event.key.toLowerCase() === "y") user.redo();
    else return; // letters go into the input
    event.preventDefault();
    settle();
  });
  const farStep = ([down, across]: readonly [number, number]): [number, number] => {
    const sheet = activeSheet(book);
    const filled = (row: number, column: number): boolean =>
      (cellAt(sheet, row, column)?.value ?? null) !== null;
    let far = 1;
    const from = filled(head.row, head.column) && filled(head.row + down, head.column + across);
    for (; far < 2000; far++) {
      const next = filled(head.row + down * (far + 1), head.column + across * (far + 1));
      if (from ? !next : filled(head.row + down * far, head.column + across * far)) break;
    }
    return far < 2000 ? [down * far, across * far] : [down, across];
  };
  const clear = (): void => {
    const sheet = activeSheet(book);
    for (const block of sheet.selection)
      try {
        user.type(sheet.name, blockRef(block), "");
      } catch {
        refused();
      }
  };

  let dragging = false;
  element.addEventListener("pointerdown", (event) => {
    if (typing && event.target === editor) return;
    const at = view.cellAt(event.clientX, event.clientY);
    if (!at) return;
    event.preventDefault(); // the keys stay with the input
    finish(true);
    dragging = true;
    select(at.row, at.column, event.shiftKey);
    settle();
    editor.focus({ preventScroll: true });
  });
  element.addEventListener("pointermove", (event) => {
    const at = dragging ? view.cellAt(event.clientX, event.clientY) : undefined;
    if (at && (at.row !== head.row || at.column !== head.column)) select(at.row, at.column, true);
  });
  window.addEventListener("pointerup", () => {
    dragging = false;
  });
  element.addEventListener("dblclick", () => edit(activeText()));
  element.addEventListener("copy", (event) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", selectedText());
  });
  element.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (!text || typing) return;
    event.preventDefault();
    write(
      text
        .replace(/\r?\n$/, "")
        .split(/\r?\n/)
        .map((line) => line.split("\t")),
    );
  });
  const selectedText = (): string => {
    const sheet = activeSheet(book);
    const { top, left, bottom, right } = first();
    const rows = Array.from({ length: Math.min(bottom, sheet.rows.length) - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (__, across) => {
        const format = styleAt(sheet, top + down, left + across)?.numberFormat ?? "General";
        return shownText(cellAt(sheet, top + down, left + across)?.value ?? null, format);
      }).join("\t"),
    );
    return rows.join("\n");
  };
  return { activeText, enter: (text) => write(text) };
}

const clamp = (at: number, last: number): number => Math.max(0, Math.min(last, at));
