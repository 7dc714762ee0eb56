import { cellRef, columnName } from "@taizhang/grid";
import { activeSheet, type Book } from "../model/book.ts";
import { shownText } from "../model/number-text.ts";
import { ruledStyles } from "../model/ruled-styles.ts";
import { type Block, cellAt, type Sheet, styleAt, usedBlock } from "../model/sheet.ts";
import { columnWidth, rowHeight } from "../model/sizes.ts";
import type { CellStyle } from "../model/style.ts";
import { showStyle } from "./cell-look.ts";
import { drawCharts } from "./chart-boxes.ts";
import { lineAt, offsetsOf } from "./offsets.ts";

const pixels = 4 / 3;
const headWidth = 44;
const headHeight = 20;

/** The cells of the active sheet, drawn only where they can be seen. */
export interface GridView {
  readonly element: HTMLElement;
  /** Draws anew after the workbook has changed. */
  draw(): void;
  /** Scrolls so that the cell is seen. */
  reveal(row: number, column: number): void;
  /** The cell at a point of the window, if one is there. */
  cellAt(x: number, y: number): { row: number; column: number } | undefined;
  /** Where the cell is, in pixels within the scrolled space. */
  place(row: number, column: number): { left: number; top: number; width: number; height: number };
}

export function gridView(book: Book, parent: HTMLElement): GridView {
  const element = document.createElement("div");
  element.className = "grid";
  element.tabIndex = 0;
  const space = document.createElement("div");
  space.className = "space";
  // three layers: the editor, which comes as a fourth, is not taken away by drawing
  const cells = div("", "grid");
  const charts = document.createElement("div");
  space.append(cells, charts);
  element.append(space);
  parent.append(element);
  let rows = new Float64Array();
  let columns = new Float64Array();
  let drawn = "";

  const measure = (sheet: Sheet): void => {
    const used = usedBlock(sheet);
    const selected = sheet.selection[0];
    const height = Math.min(
      1_048_576,
      Math.max(used?.bottom ?? 0, Math.min(selected?.top ?? 0, 1_048_000), 30) + 40,
    );
    const width = Math.min(16_384, Math.max(used?.right ?? 0, selected?.left ?? 0, 12) + 8);
    rows = offsetsOf(height, (row) =>
      sheet.hiddenRows.has(row) ? 0 : Math.round(rowHeight(sheet, row) * pixels),
    );
    columns = offsetsOf(width, (column) =>
      sheet.hiddenColumns.has(column) ? 0 : Math.round(columnWidth(sheet, column) * pixels),
    );
    space.style.width = `${headWidth + (columns.at(-1) ?? 0)}px`;
    space.style.height = `${headHeight + (rows.at(-1) ?? 0)}px`;
    cells.setAttribute("aria-rowcount", String(height));
    cells.setAttribute("aria-colcount", String(width));
    cells.setAttribute("aria-label", sheet.name);
  };

  const place = (row: number, column: number) => ({
    left: headWidth + (columns[column] ?? 0),
    top: headHeight + (rows[row] ?? 0),
    width: (columns[column + 1] ?? 0) - (columns[column] ?? 0),
    height: (rows[row + 1] ?? 0) - (rows[row] ?? 0),
  });

  /** The size of what does not scroll, in pixels. */
  const frozenSize = ({ frozen }: Sheet) => ({
    height: rows[frozen.rows] ?? 0,
    width: columns[frozen.columns] ?? 0,
  });

  const draw = (): void => {
    const sheet = activeSheet(book);
    measure(sheet);
    drawn = "";
    drawVisible(sheet);
  };

  const drawVisible = (sheet: Sheet): void => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    space.style.setProperty("--x", `${scrollLeft}px`);
    space.style.setProperty("--y", `${scrollTop}px`);
    const { frozen } = sheet;
    const kept = frozenSize(sheet);
    space.style.setProperty("--kept", `${kept.width}px`);
    const first = Math.max(frozen.rows, lineAt(rows, scrollTop + kept.height));
    const last = Math.min(rows.length - 2, lineAt(rows, scrollTop + clientHeight) + 1);
    const left = Math.max(frozen.columns, lineAt(columns, scrollLeft + kept.width));
    const right = Math.min(columns.length - 2, lineAt(columns, scrollLeft + clientWidth) + 1);
    const shownRows = [...upTo(frozen.rows), ...upTo(last + 1).slice(first)];
    const shownColumns = [...upTo(frozen.columns), ...upTo(right + 1).slice(left)];
    const key = [sheet.id, first, last, left, right].join();
    if (key === drawn) return;
    drawn = key;
    const parts: HTMLElement[] = [headRow(sheet, shownColumns)];
    const merged = sheet.merges.filter(
      (one) =>
        one.top <= last &&
        one.left <= right &&
        (one.bottom >= first || one.top < frozen.rows) &&
        (one.right >= left || one.left < frozen.columns),
    );
    const [active] = sheet.selection;
    const styleOf = ruledStyles(book, sheet, {
      top: Math.min(...shownRows),
      bottom: last,
      left: Math.min(...shownColumns),
      right,
    });
    for (const row of shownRows) {
      if ((rows[row + 1] ?? 0) === (rows[row] ?? 0)) continue;
      const line = div("row", "row");
      line.classList.toggle("frozen", row < frozen.rows);
      line.setAttribute("aria-rowindex", String(row + 1));
      line.append(sideHead(sheet, row));
      for (const column of shownColumns) {
        if ((columns[column + 1] ?? 0) === (columns[column] ?? 0)) continue;
        const merge = merged.find((one) => isIn(one, row, column));
        // a merge is drawn once, at the first of its cells that is shown
        if (
          merge &&
          (row !== shownRows.find((one) => one >= merge.top) ||
            column !== shownColumns.find((one) => one >= merge.left))
        )
          continue;
        line.append(
          cell(
            sheet,
            merge ?? { top: row, left: column, bottom: row, right: column },
            active,
            styleOf(row, column),
          ),
        );
      }
      parts.push(line);
    }
    cells.replaceChildren(...parts);
    charts.replaceChildren(...drawCharts(book, sheet, headWidth, headHeight));
  };

  const headRow = (sheet: Sheet, shown: readonly number[]): HTMLElement => {
    const line = div("top", "row");
    const corner = div("head corner", "gridcell");
    line.append(corner);
    for (const column of shown) {
      const head = div("head", "columnheader", columnName(column));
      const { left: at, width } = place(0, column);
      Object.assign(head.style, {
        left: `${at}px`,
        width: `${width}px`,
        top: "0",
        height: `${headHeight}px`,
      });
      head.classList.toggle("frozen", column < sheet.frozen.columns);
      head.classList.toggle(
        "selected",
        sheet.selection.some((one) => column >= one.left && column <= one.right),
      );
      if (width > 0) line.append(head);
    }
    return line;
  };

  const sideHead = (sheet: Sheet, row: number): HTMLElement => {
    const head = div("head side", "rowheader", String(row + 1));
    const { top, height } = place(row, 0);
    Object.assign(head.style, {
      top: `${top}px`,
      height: `${height}px`,
    });
    head.classList.toggle(
      "selected",
      sheet.selection.some((one) => row >= one.top && row <= one.bottom),
    );
    return head;
  };

  const cell = (
    sheet: Sheet,
    block: Block,
    active: Block | undefined,
    style: CellStyle | undefined,
  ): HTMLElement => {
    const { top: row, left: column, bottom, right } = block;
    const value = cellAt(sheet, row, column)?.value ?? null;
    const own = styleAt(sheet, row, column);
    const from = place(row, column);
    const to = place(bottom, right);
    const box = div("cell", "gridcell");
    box.dataset.ref = cellRef(row, column);
    Object.assign(box.style, {
      left: `${from.left}px`,
      top: `${from.top}px`,
      width: `${to.left + to.width - from.left}px`,
      height: `${to.top + to.height - from.top}px`,
    });
    const text = document.createElement("span");
    text.textContent = shownText(value, own?.numberFormat ?? "General");
    box.append(text);
    showStyle(box, style, value);
    box.classList.toggle("frozen", column < sheet.frozen.columns);
    box.classList.toggle("wrap", own?.wrap === true);
    // a long text runs over into empty cells beside it, as in Excel
    const runs =
      typeof value === "string" && !own?.wrap && right === column && !cellAt(sheet, row, column + 1)?.value;
    box.classList.toggle(
      "over",
      runs && style?.fillColor === undefined && (own?.horizontal ?? "Left") === "Left",
    );
    const selected = sheet.selection.some((one) => isIn(one, row, column));
    box.classList.toggle("selected", selected);
    box.classList.toggle("active", active !== undefined && isIn(block, active.top, active.left));
    box.classList.toggle(
      "commented",
      sheet.comments.some((one) => one.row === row && one.column === column),
    );
    box.setAttribute("aria-colindex", String(column + 1));
    if (selected) box.setAttribute("aria-selected", "true");
    return box;
  };

  element.addEventListener("scroll", () => drawVisible(activeSheet(book)));
  new ResizeObserver(() => drawVisible(activeSheet(book))).observe(element);
  return {
    element,
    draw,
    place,
    reveal(row, column) {
      const sheet = activeSheet(book);
      const { left, top, width, height } = place(row, column);
      const kept = frozenSize(sheet);
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
      if (row >= sheet.frozen.rows) {
        if (top - headHeight - kept.height < scrollTop) element.scrollTop = top - headHeight - kept.height;
        else if (top + height > scrollTop + clientHeight) element.scrollTop = top + height - clientHeight;
      }
      if (column >= sheet.frozen.columns) {
        const room = clientWidth - headWidth - kept.width;
        if (left - headWidth - kept.width < scrollLeft) element.scrollLeft = left - headWidth - kept.width;
        else if (left + width > scrollLeft + clientWidth)
          element.scrollLeft = left + Math.min(width, room) - clientWidth;
      }
    },
    cellAt(x, y) {
      const box = element.getBoundingClientRect();
      const [across, down] = [x - box.left - headWidth, y - box.top - headHeight];
      const inside =
        across >= 0 &&
        down >= 0 &&
        across + headWidth < element.clientWidth &&
        down + headHeight < element.clientHeight;
      if (!inside) return undefined;
      const kept = frozenSize(activeSheet(book));
      return {
        row: lineAt(rows, down < kept.height ? down : down + element.scrollTop),
        column: lineAt(columns, across < kept.width ? across : across + element.scrollLeft),
      };
    },
  };
}

const upTo = (count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, at) => at);

const isIn = ({ top, left, bottom, right }: Block, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

function div(className: string, role: string, text = ""): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.setAttribute("role", role);
  element.textContent = text;
  return element;
}
