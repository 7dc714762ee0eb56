import type { CellContent, CellValue, Grid, LayoutStyle, Range, SheetLayout } from "@taizhang/grid";

/** What the pane needs to know of a workbook before it reads cells (工作簿概况). */
export interface Outline {
  /** The file's name; "" where the host does not say. */
  readonly file: string;
  readonly active: string;
  /** True where sheets can neither be added nor removed (结构保护). */
  readonly isStructureProtected: boolean;
  readonly sheets: readonly SheetOutline[];
}

export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly visibility: Grid["visibility"];
  readonly isProtected: boolean;
  /** The block that holds values; absent for an empty sheet. */
  readonly used?: Range;
}

/** Some rows of a sheet, as they stand from column A on. The first part of a sheet says what belongs to all of it. */
export interface GridPart {
  readonly sheet: string;
  /** The first row of the part, from 0. */
  readonly top: number;
  readonly rows: Grid["rows"];
  readonly formulas: readonly (readonly [key: number, formula: string])[];
  readonly formats: Grid["formats"];
  /** True for the part with which the sheet is read to its end. */
  readonly last?: true;
  /** Rows of the part that are hidden. */
  readonly hiddenRows?: readonly number[];
  readonly frame?: Pick<Grid, "merges" | "visibility"> & { readonly hiddenColumns: readonly number[] };
}

/** A block of cells of a sheet. */
export interface Block {
  readonly sheet: string;
  readonly range: Range;
}

/** What a block of a sheet holds now; its rows begin at the left of the block. */
export interface BlockPart extends Block {
  readonly rows: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly [key: number, formula: string])[];
  readonly formats: Grid["formats"];
  /** The merged cells that reach into the block, where they were asked for. */
  readonly merges?: readonly Range[];
}

export interface ReadWhat {
  readonly outline: Outline;
  /** Sheets by name, in the order in which they are wanted; all where absent. */
  readonly sheets?: readonly string[];
  /** Only these rows of each sheet, counted from 0, last excluded. */
  readonly rows?: readonly [first: number, end: number];
  readonly signal?: AbortSignal;
}

/** One cell to write, if it still holds `before` (先看后改). */
export interface CellWrite {
  readonly sheet: string;
  readonly ref: string;
  readonly before: CellContent;
  readonly after: CellContent;
  /** Takes the merge of `ref` apart and fills its cells with `before`. */
  readonly unmerge?: true;
  /** The other way: empties the cells of `ref` but the first and merges them. */
  readonly merge?: true;
}

/** How a written sheet changes beside its cells when it gets more or fewer rows (版式随行数变). */
export interface Refit {
  readonly sheet: string;
  /** Blocks that look otherwise from now on; without a style they look as an untouched cell. */
  readonly looks: readonly {
    readonly ref: string;
    readonly before?: LayoutStyle;
    readonly after?: LayoutStyle;
  }[];
  /** The block that is printed, where it is another. */
  readonly print?: { readonly before: string; readonly after: string };
  /** The cells of our chart, where they are others. */
  readonly chart?: {
    readonly before: ChartCells;
    readonly after: ChartCells;
  };
  /** Widths of columns in characters and heights of rows in points that change; without a height Excel fits the row. */
  readonly widths?: readonly SizeChange[];
  readonly heights?: readonly SizeChange[];
}

interface SizeChange {
  readonly at: number;
  readonly before?: number;
  readonly after?: number;
}

export interface ChartCells {
  /** The names, and the numbers beside them. */
  readonly categories: string;
  readonly values: string;
}

export interface WriteOptions {
  /** Writes nothing at all where some cell no longer holds what was shown. */
  readonly whole?: true;
  /**
   * After a request of which nobody knows whether it was carried out: a cell that already holds what is wanted then
   * counts as written.
   */
  readonly again?: boolean;
  readonly refits?: readonly Refit[];
}

export interface Written {
  readonly applied: readonly CellWrite[];
  /** Cells that no longer held what was shown, with what they hold now. */
  readonly skipped: readonly { readonly write: CellWrite; readonly now: CellContent | undefined }[];
}

/** A cell or block of a sheet. */
export interface CellAt {
  readonly sheet: string;
  readonly ref: string;
}

/** What was selected, and what of it cannot be seen. */
interface Selected {
  readonly hidden?: "row" | "column";
}

/** A cell to be marked, by the weight of what was found there (标记). */
export interface Mark {
  readonly sheet: string;
  readonly ref: string;
  readonly weight: "A" | "B" | "C" | "D";
}

/** What tells the rows of one of our sheets apart, whatever order they stand in, so that a refresh finds them again (行的标识). */
export interface RowNames {
  readonly kind: "summary" | "counts" | "sources";
  /** The row of the headings; what tells a column is its heading. */
  readonly header: number;
  /** The columns that tell a row apart, and those of them that name it for a reader. */
  readonly names: readonly number[];
  readonly told: readonly number[];
  /** What each row of the sheet is. */
  readonly keys: readonly string[];
}

/** A sheet to be added, perhaps with a chart of some of its columns. */
export interface NewSheet {
  readonly layout: SheetLayout;
  readonly chart?: ChartCells & {
    readonly title: string;
    /** The cell of the chart's top left corner. */
    readonly at: string;
  };
}

/** A change in the workbook that the pane did not make itself. */
export type WorkbookEvent =
  | {
      readonly kind: "changed";
      readonly sheet: string;
      readonly ref: string;
      readonly by: "user" | "other";
      /** Cells have moved: what stood below or beside is elsewhere now. */
      readonly moved: boolean;
    }
  | { readonly kind: "activated"; readonly sheet: string }
  | { readonly kind: "selected"; readonly sheet: string; readonly ref: string }
  /** Sheets were added, deleted, protected or released. */
  | { readonly kind: "sheets" }
  | { readonly kind: "renamed"; readonly before: string; readonly after: string };

/** What a custom function gives: a value, or the error that the cell shows with its reason. */
export type FunctionAnswer =
  | { readonly value: string | number }
  | { readonly error: "notAvailable" | "invalidValue" | "divisionByZero"; readonly why: string };

/**
 * The workbook beside the pane (工作簿): every call to the spreadsheet goes through here, so that another host can
 * take Excel's place. Every operation rejects with a `HostFailure` and then has written nothing, or all of it; only
 * where its kind is "unclear" nobody knows.
 */
export interface Workbook {
  /** Resolves when the spreadsheet answers at all. */
  ping(): Promise<void>;
  outline(): Promise<Outline>;
  /** The cells of the sheets, part by part, each of at most 20,000 cells. */
  read(what: ReadWhat, onPart: (part: GridPart) => void): Promise<void>;
  /** The cells of some blocks: one round trip for every 20,000 of them. Merged cells are looked at in `changed` only. */
  readBlocks(what: {
    readonly outline: Outline;
    readonly changed: readonly Block[];
    /** Blocks with formulas whose values may have followed. */
    readonly leaning: readonly Block[];
  }): Promise<readonly BlockPart[]>;
  /** Writes the cells that still hold what was shown, all in one step of Excel where the host can. */
  write(writes: readonly CellWrite[], options?: WriteOptions): Promise<Written>;
  /** Adds sheets after the last, shows the first of them, and resolves with what they then hold. */
  addSheets(sheets: readonly NewSheet[]): Promise<readonly GridPart[]>;
  /** Takes sheets away, as far as they are there; "partly" where only some could be. */
  removeSheets(names: readonly string[]): Promise<void>;
  /**
   * Replaces all marks of ours in the workbook; without any the workbook is as if none had been. Resolves with the sheets
   * whose protection kept it from that.
   */
  mark(marks: readonly Mark[]): Promise<readonly string[]>;
  /** True if some sheet has marks of ours, perhaps left in the file. */
  hasMarks(): Promise<boolean>;
  /** Opens another workbook in a window of its own; this one stays as it is. */
  openAnother(bytes: string): Promise<void>;
  /** What the pane keeps in the workbook under a name, as text. */
  recall(name: string): Promise<string | undefined>;
  remember(name: string, text: string): Promise<void>;
  /** Activates the sheet and selects the cells; says whether they lie in hidden rows or columns, which stay hidden. */
  select(sheet: string, ref: string): Promise<Selected>;
  /** Shows the rows and columns of the cells and selects them (显示并转到). */
  reveal(sheet: string, ref: string): Promise<void>;
  /** For each of these cells, whether a protected sheet still lets it be changed (没有锁定). */
  unlocked(cells: readonly CellAt[]): Promise<readonly boolean[]>;
  /** The cells that are selected, as one A1 reference, and whether the place named is hidden. */
  selection(): Promise<{ readonly sheet: string; readonly ref: string }>;
  /** Calls back on changes until the returned function is called. */
  listen(onEvent: (event: WorkbookEvent) => void): Promise<() => Promise<void>>;
}
