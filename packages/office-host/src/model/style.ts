/** One side of a cell's frame (边框). */
export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export type BorderSide = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "DiagonalDown" | "DiagonalUp";

/** How a cell looks, by Office.js's words; what is not set is as a new workbook has it (单元格格式). */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly fillColor?: string;
  readonly fillPattern?: string;
  readonly fillPatternColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly subscript?: boolean;
  readonly superscript?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly autoIndent?: boolean;
  readonly readingOrder?: string;
  readonly shrink?: boolean;
  readonly orientation?: number;
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  readonly styleName?: string;
  readonly borders?: Readonly<Partial<Record<BorderSide, Border>>>;
}

/** A change to a style: undefined takes a setting away. */
export type StyleChange = { readonly [K in keyof CellStyle]?: CellStyle[K] | undefined };

const known = new Map<string, CellStyle>();

/** The style with the change: equal styles are one object, so that a million cells share them. */
export function styleWith(style: CellStyle | undefined, change: StyleChange): CellStyle | undefined {
  const merged = Object.entries({ ...style, ...change })
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (merged.length === 0) return undefined;
  const key = JSON.stringify(merged);
  const same = known.get(key);
  if (same) return same;
  const made = Object.freeze(Object.fromEntries(merged)) as CellStyle;
  known.set(key, made);
  return made;
}

/** A memory for one change over many cells: each style is worked out once. */
export function styleChanger(
  change: (style: CellStyle | undefined) => StyleChange,
): (style: CellStyle | undefined) => CellStyle | undefined {
  const done = new Map<CellStyle | undefined, CellStyle | undefined>();
  return (style) => {
    if (!done.has(style)) done.set(style, styleWith(style, change(style)));
    return done.get(style);
  };
}
