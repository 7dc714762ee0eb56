import { cellKey, cellRef } from "@taizhang/grid";
import type { Book } from "./book.ts";
import { translated } from "./formula-shift.ts";
import { type Block, type Sheet, styleAt } from "./sheet.ts";
import type { ConditionalFormat } from "./sheet-objects.ts";
import { type CellStyle, styleWith } from "./style.ts";

/**
 * The styles that cells of a block show with their conditional formats. Rules with a formula, a value
 * or a text are worked out, all at once; scales, bars and icons are kept but colour nothing.
 */
export function ruledStyles(
  book: Book,
  sheet: Sheet,
  block: Block,
): (row: number, column: number) => CellStyle | undefined {
  const holds = rulesThatHold(book, sheet, block);
  return (row, column) => {
    let style = styleAt(sheet, row, column);
    const given = new Set<string>();
    for (const format of holds.get(cellKey(row, column)) ?? []) {
      const change = changeOf(format, style);
      // the first rule in the list wins where two say different things
      style = styleWith(style, Object.fromEntries(Object.entries(change).filter(([key]) => !given.has(key))));
      for (const key of Object.keys(change)) given.add(key);
      if (format.stopIfTrue) break;
    }
    return style;
  };
}

/** The rules that are true for each cell, in their order. */
function rulesThatHold(book: Book, sheet: Sheet, within: Block): Map<number, ConditionalFormat[]> {
  const asked: { key: number; format: ConditionalFormat; formula: string }[] = [];
  for (const format of sheet.conditionalFormats) {
    const [first] = format.blocks;
    const formula = first && formulaOf(format, cellRef(first.top, first.left));
    if (!first || formula === undefined) continue;
    for (const block of format.blocks)
      for (let row = Math.max(block.top, within.top); row <= Math.min(block.bottom, within.bottom); row++)
        for (
          let column = Math.max(block.left, within.left);
          column <= Math.min(block.right, within.right);
          column++
        )
          // the formula is written for the first cell of the first area
          asked.push({
            key: cellKey(row, column),
            format,
            formula: translated(formula, row - first.top, column - first.left),
          });
  }
  const formulas = [...new Set(asked.map(({ formula }) => formula))].filter(
    (formula) => !/^=TRUE$/i.test(formula),
  );
  const values = formulas.length > 0 ? (book.calculator?.evaluate(book, formulas, sheet) ?? []) : [];
  const answers = new Map(formulas.map((formula, at) => [formula, values[at]]));
  const holds = new Map<number, ConditionalFormat[]>();
  for (const { key, format, formula } of asked) {
    const value = /^=TRUE$/i.test(formula) ? true : answers.get(formula);
    if (value === true || (typeof value === "number" && value !== 0))
      holds.set(key, [...(holds.get(key) ?? []), format]);
  }
  return holds;
}

const operators: Readonly<Record<string, string>> = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
};

/** The rule as a formula that is true of the cell, as Excel itself would write it; undefined for the other kinds. */
function formulaOf({ type, rule }: ConditionalFormat, cell: string): string | undefined {
  const limit = (given: unknown): string => `(${String(given).replace(/^=/, "")})`;
  if (type === "Custom") return typeof rule.formula === "string" ? rule.formula : undefined;
  if (type === "CellValue") {
    const operator = operators[String(rule.operator)];
    if (operator) return `=${cell}${operator}${limit(rule.formula1)}`;
    const between = `AND(${cell}>=${limit(rule.formula1)},${cell}<=${limit(rule.formula2)})`;
    return rule.operator === "Between"
      ? `=${between}`
      : rule.operator === "NotBetween"
        ? `=NOT(${between})`
        : undefined;
  }
  if (type !== "ContainsText") return undefined;
  const text = `"${String(rule.text).replaceAll('"', '""')}"`;
  const tests: Readonly<Record<string, string>> = {
    Contains: `ISNUMBER(SEARCH(${text},${cell}))`,
    NotContains: `NOT(ISNUMBER(SEARCH(${text},${cell})))`,
    BeginsWith: `LEFT(${cell},LEN(${text}))=${text}`,
    EndsWith: `RIGHT(${cell},LEN(${text}))=${text}`,
  };
  const test = tests[String(rule.operator)];
  return test && `=${test}`;
}

function changeOf({ format }: ConditionalFormat, style: CellStyle | undefined): CellStyle {
  const text = (key: string): string | undefined => (format[key] ? String(format[key]) : undefined);
  const sides = (["Top", "Bottom", "Left", "Right"] as const).flatMap((side) => {
    const line = text(`Borders.${side}.Style`);
    const color = text(`Borders.${side}.Color`) ?? "#000000";
    return line && line !== "None" ? [[`Edge${side}`, { style: line, weight: "Thin", color }] as const] : [];
  });
  const fillColor = text("Fill.Color");
  const fontColor = text("Font.Color");
  return {
    ...(fillColor ? { fillColor } : {}),
    ...(fontColor ? { fontColor } : {}),
    ...(format["Font.Bold"] === true ? { bold: true } : {}),
    ...(format["Font.Italic"] === true ? { italic: true } : {}),
    ...(format["Font.Strikethrough"] === true ? { strikethrough: true } : {}),
    ...(sides.length > 0 ? { borders: { ...style?.borders, ...Object.fromEntries(sides) } } : {}),
  };
}
