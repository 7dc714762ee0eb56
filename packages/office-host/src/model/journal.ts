import type { HostCell, Row, Sheet } from "./sheet.ts";

/** Takes a change back, and says how to do it again. */
type Inverse = () => Inverse;

/** One entry of the undo list. */
export interface UndoStep {
  readonly label: string;
  readonly inverses: Inverse[];
}

const mostSteps = 100;

/**
 * The one way by which the workbook changes, so that every change can be undone (撤销列表).
 *
 * Changes outside a step are not undoable (loading a file, calculated values).
 */
export class Journal {
  readonly done: UndoStep[] = [];
  readonly undone: UndoStep[] = [];
  /** Counts all changes ever made: a batch that leaves it as it was has changed nothing. */
  changes = 0;
  #open: UndoStep | undefined;

  /** Runs the work as one step of the undo list; a step within a step is part of it. */
  step<T>(label: string, work: () => T): T {
    if (this.#open) return work();
    const step: UndoStep = { label, inverses: [] };
    this.#open = step;
    try {
      return work();
    } finally {
      this.#open = undefined;
      if (step.inverses.length > 0) {
        this.done.push(step);
        if (this.done.length > mostSteps) this.done.shift();
        this.undone.length = 0;
      }
    }
  }

  /** Gives a property of some object of the workbook a new value. */
  set<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    if (Object.is(target[key], value)) return;
    this.#record(setter(target, key, value)());
  }

  /** Writes a block of cells that begins at the row and column; undefined takes a cell away. */
  cells(
    sheet: Sheet,
    top: number,
    left: number,
    block: readonly (readonly (HostCell | undefined)[])[],
  ): void {
    this.#record(cellWriter(sheet, top, left, block)());
  }

  /** Replaces all cells from a row on, as inserting and deleting does. */
  rowsFrom(sheet: Sheet, top: number, rows: readonly (Row | undefined)[]): void {
    this.#record(rowReplacer(sheet, top, rows)());
  }

  undo(): boolean {
    return this.#move(this.done, this.undone);
  }

  redo(): boolean {
    return this.#move(this.undone, this.done);
  }

  clear(): void {
    this.done.length = 0;
    this.undone.length = 0;
  }

  #record(inverse: Inverse): void {
    this.changes++;
    this.#open?.inverses.push(inverse);
  }

  #move(from: UndoStep[], to: UndoStep[]): boolean {
    const step = from.pop();
    if (!step) return false;
    this.changes++;
    to.push({ label: step.label, inverses: step.inverses.reverse().map((inverse) => inverse()) });
    return true;
  }
}

const setter =
  <T extends object, K extends keyof T>(target: T, key: K, value: T[K]): Inverse =>
  () => {
    const before = target[key];
    if (value === undefined) delete target[key];
    else target[key] = value;
    return setter(target, key, before);
  };

const cellWriter =
  (sheet: Sheet, top: number, left: number, block: readonly (readonly (HostCell | undefined)[])[]): Inverse =>
  () => {
    const before = block.map((cells, down) => {
      let row = sheet.rows[top + down];
      if (!row) {
        row = [];
        sheet.rows[top + down] = row;
      }
      const old: (HostCell | undefined)[] = [];
      for (let across = 0; across < cells.length; across++) {
        old.push(row[left + across]);
        row[left + across] = cells[across];
      }
      return old;
    });
    return cellWriter(sheet, top, left, before);
  };

const rowReplacer =
  (sheet: Sheet, top: number, rows: readonly (Row | undefined)[]): Inverse =>
  () => {
    const before = sheet.rows.slice(top);
    sheet.rows.length = Math.min(sheet.rows.length, top);
    rows.forEach((row, at) => {
      sheet.rows[top + at] = row && [...row];
    });
    return rowReplacer(sheet, top, before);
  };
