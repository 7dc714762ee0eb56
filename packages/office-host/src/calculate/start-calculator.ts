import start, { type InitInput, Model } from "@ironcalc/wasm";
import { type CellValue, cellKey, cellOfKey } from "@taizhang/grid";
import type { Book, Calculator } from "../model/book.ts";
import { withSheet } from "../model/formula-shift.ts";
import { cellAt, type HostCell, type Sheet } from "../model/sheet.ts";
import { linkText } from "./link-text.ts";

const cellKinds = { number: 1, text: 2, boolean: 4, error: 16 } as const;
/** Shows a number with all the digits that it has. */
const allDigits = "0.00000000000000E+00";

/**
 * IronCalc as the calculator of one workbook. It gets a mirror of the cells, works them out, and the values go back
 * into the workbook, which stays the one that counts. `wasm` is where its program is.
 */
export async function startCalculator(wasm: InitInput): Promise<Calculator> {
  await start({ module_or_path: wasm });
  let mirror: Mirror | undefined;
  const calculator: Calculator = {
    calculate(book) {
      const shape = shapeOf(book);
      const whole = !mirror || mirror.shape !== shape || [...book.uncalculated.values()].includes("all");
      if (whole) {
        mirror?.model.free();
        mirror = newMirror(book, shape);
      } else if (mirror) refresh(book, mirror, book.uncalculated);
      if (!mirror) return;
      readBack(book, mirror);
      // a function of an add-in may be given what another one comes to
      for (let round = 0; round < mostRounds; round++) {
        const changed = settle(book, mirror);
        if (changed.size === 0) return;
        refresh(book, mirror, changed);
        readBack(book, mirror);
      }
    },
    evaluate(book, formulas, sheet) {
      if (mirror?.shape !== shapeOf(book)) calculator.calculate(book);
      return mirror ? evaluateAll(book, mirror, formulas, sheet) : formulas.map(() => undefined);
    },
  };
  return calculator;
}

interface Mirror {
  readonly model: Model;
  /** What must stay the same for the mirror to be of use: sheets and names. */
  readonly shape: string;
  /** The formula cells of each sheet. */
  readonly formulas: Map<string, Set<number>>;
  /** The cells of each sheet that call functions of an add-in: the model has their values. */
  readonly addins: Map<string, Set<number>>;
}

const shapeOf = (book: Book): string =>
  JSON.stringify([
    book.sheets.map(({ id, name }) => [id, name]),
    book.names.map(({ name, formula }) => [name, formula]),
  ]);

function newMirror(book: Book, shape: string): Mirror {
  const model = new Model("book", "en", "UTC", "en");
  model.pauseEvaluation();
  const formulas = new Map<string, Set<number>>();
  book.sheets.forEach((sheet, at) => {
    if (at > 0) model.newSheet();
    model.renameSheet(at, sheet.name);
  });
  model.newSheet(); // for formulas that stand in no cell
  for (const { name, formula, sheetId } of book.names) {
    const scope = book.sheets.findIndex(({ id }) => id === sheetId);
    try {
      model.newDefinedName(name, scope < 0 ? null : scope, formula.replace(/^=/, ""));
    } catch {
      // a name that it does not take is unknown to it: what uses it is #NAME?
    }
  }
  const mirror: Mirror = { model, shape, formulas, addins: new Map() };
  book.sheets.forEach((sheet, at) => {
    sheet.rows.forEach((row, top) => {
      row?.forEach((cell, left) => {
        if (cell && (cell.value !== null || cell.formula !== undefined))
          mirrorCell(book, mirror, sheet, at, top, left, cell);
      });
    });
  });
  return mirror;
}

function mirrorCell(
  book: Book,
  { model, formulas, addins }: Mirror,
  sheet: Sheet,
  at: number,
  row: number,
  column: number,
  cell: HostCell | undefined,
): void {
  const isAddins = book.addinFormulas?.holds(cell?.formula) === true;
  const own = keysOf(addins, sheet);
  if (isAddins) own.add(cellKey(row, column));
  else own.delete(cellKey(row, column));
  const known = keysOf(formulas, sheet);
  if (cell?.formula === undefined || isAddins) known.delete(cellKey(row, column));
  else {
    known.add(cellKey(row, column));
    model.updateRangeStyle(
      { sheet: at, row: row + 1, column: column + 1, width: 1, height: 1 },
      "num_fmt",
      allDigits,
    );
  }
  try {
    const input = isAddins ? undefined : cell?.formula;
    model.setUserInput(at, row + 1, column + 1, input ?? inputOf(cell?.value ?? null));
  } catch {
    model.setUserInput(at, row + 1, column + 1, "=NA()"); // a formula that it cannot read
  }
}

const inputOf = (value: CellValue): string =>
  value === null
    ? ""
    : typeof value === "string"
      ? `'${value}`
      : typeof value === "object"
        ? value.error
        : String(value).toUpperCase();

function keysOf(by: Map<string, Set<number>>, { id }: Sheet): Set<number> {
  const known = by.get(id) ?? new Set();
  by.set(id, known);
  return known;
}

/** As many functions of add-ins may be given what another one comes to, one after the other. */
const mostRounds = 20;

/** Puts into the workbook what formulas with functions of an add-in come to; the cells that changed by it. */
function settle(book: Book, { addins }: Mirror): Map<string, Set<number>> {
  const changed = new Map<string, Set<number>>();
  for (const sheet of book.sheets)
    for (const key of addins.get(sheet.id) ?? []) {
      const [row, column] = cellOfKey(key);
      const cell = cellAt(sheet, row, column);
      const line = sheet.rows[row];
      if (!book.addinFormulas || cell?.formula === undefined || !line) continue;
      const value = book.addinFormulas.value(book, sheet, cell.formula);
      if (JSON.stringify(value) === JSON.stringify(cell.value)) continue;
      line[column] = { ...cell, value };
      keysOf(changed, sheet).add(key);
    }
  return changed;
}

function refresh(book: Book, mirror: Mirror, changed: Book["uncalculated"]): void {
  for (const [id, keys] of changed) {
    const at = book.sheets.findIndex((sheet) => sheet.id === id);
    const sheet = book.sheets[at];
    if (!sheet || keys === "all") continue;
    for (const key of keys) {
      const [row, column] = cellOfKey(key);
      mirrorCell(book, mirror, sheet, at, row, column, cellAt(sheet, row, column));
    }
  }
}

/** Puts the values of all formulas into the workbook. It is no change of the user's: nothing is written to the journal. */
function readBack(book: Book, { model, formulas }: Mirror): void {
  model.resumeEvaluation();
  model.evaluate();
  model.pauseEvaluation();
  book.sheets.forEach((sheet, at) => {
    for (const key of formulas.get(sheet.id) ?? []) {
      const [row, column] = cellOfKey(key);
      const cell = cellAt(sheet, row, column);
      const line = sheet.rows[row];
      if (cell?.formula !== undefined && line)
        line[column] = { ...cell, value: linkText(cell.formula) ?? valueAt(model, at, row, column) };
    }
  });
}

function valueAt(model: Model, sheet: number, row: number, column: number): CellValue {
  const text = model.getFormattedCellValue(sheet, row + 1, column + 1);
  const kind = model.getCellType(sheet, row + 1, column + 1);
  if (kind === cellKinds.number) return Number(text);
  if (kind === cellKinds.boolean) return text === "TRUE";
  if (kind === cellKinds.error) return { error: text };
  return text;
}

/** Works out formulas as if they stood on the sheet, all at once. */
function evaluateAll(
  book: Book,
  { model }: Mirror,
  formulas: readonly string[],
  sheet: Sheet,
): (CellValue | undefined)[] {
  const scratch = book.sheets.length;
  formulas.forEach((formula, at) => {
    try {
      model.setUserInput(scratch, at + 1, 1, withSheet(formula, sheet.name));
    } catch {
      model.setUserInput(scratch, at + 1, 1, "");
    }
  });
  model.resumeEvaluation();
  model.evaluate();
  model.pauseEvaluation();
  return formulas.map((_, at) => valueAt(model, scratch, at, 0));
}
