import { parseRange, type Range, rangeRef } from "@taizhang/grid";
import { fieldWords } from "@taizhang/sheet";
import type { LayoutCase } from "./layout-cases.ts";
import { moved } from "./layout-moves.ts";
import { type Chance, onEach, put, type Variation, withCells } from "./layout-retyping.ts";

const tops = ["附件3", "（按月报送，每月5日前报督查室）", "注：本表由牵头单位汇总后统一报送。"];

/** A line more above everything: 附件3, or a note of the office that collects. */
export const lineAbove: Variation = (layout, chance) => {
  const text = tops[chance(tops.length)] ?? "";
  return onEach(layout, (one, { sheet: { name } }) =>
    withCells(moved(one, name, { row: (row) => row + 1 }), name, (rows) => put(rows, 0, 0, text)),
  );
};

const notes = ["注：进度按月累计填写，没有的填“—”。", "填表说明：目标以责任书为准。"];

/** A note between the title and the header. */
export const noteAboveHeader: Variation = (layout, chance) => {
  const text = notes[chance(notes.length)] ?? "";
  return onEach(layout, (one, { sheet: { name }, tables }) => {
    const at = (tables[0]?.headerRows[0] ?? 1) - 1;
    if (at === 0) return one;
    const left = parseRange(tables[0]?.range ?? "A1")?.left ?? 0;
    return withCells(moved(one, name, { row: (row) => (row >= at ? row + 1 : row) }), name, (rows) =>
      put(rows, at, left, text),
    );
  });
};

/** A blank column at the left and a blank row above. */
export const blankEdges: Variation = (layout) =>
  onEach(layout, (one, { sheet: { name } }) =>
    moved(one, name, { row: (row) => row + 1, column: (column) => column + 1 }),
  );

/** Header words with spaces or line breaks in them: 任 务 名 称, 年度<br>目标. */
export const spacedWords: Variation = (layout, chance) =>
  onEach(layout, (one, { sheet: { name }, tables }) =>
    withCells(one, name, (rows) => {
      for (const { headerRows, range } of tables) {
        const { left = 0, right = 0 } = parseRange(range) ?? {};
        for (let row = headerRows[0] - 1; row < headerRows[1]; row++)
          for (let column = left; column <= right; column++) {
            const value = rows[row]?.[column];
            if (typeof value === "string") put(rows, row, column, spaced(value, chance));
          }
      }
    }),
  );

const gaps = [" ", "\n", "　", "  "];

/** Gaps at one or all of the places between two Chinese letters outside brackets. */
function spaced(text: string, chance: Chance): string {
  const gap = gaps[chance(gaps.length)] as string;
  const all = text.length <= 6 && chance(2) === 0;
  const places = [...text].flatMap((_, at) =>
    at > 0 && /^[\u4e00-\u9fff]{2}$/.test(text.slice(at - 1, at + 1)) && !/[（(]/.test(text.slice(0, at))
      ? [at]
      : [],
  );
  if (places.length === 0) return text;
  const chosen = all ? places : [places[chance(places.length)] as number];
  return [...text].map((letter, at) => (chosen.includes(at) ? gap + letter : letter)).join("");
}

/** The header once more in the midst of the data, as printed pages have it. */
export const headerAgain: Variation = (layout, chance) => {
  let done = false;
  const result = onEach(layout, (one, { sheet: { name, merges = [] }, tables }) => {
    const [table] = tables;
    const range = parseRange(table?.range ?? "");
    if (!table || !range || tables.length > 1) return one;
    const [first, last] = table.headerRows;
    const height = last - first + 1;
    const ranges = merges.flatMap((merge) => parseRange(merge) ?? []);
    const taken = new Set(Object.values(table.rows ?? {}).flat());
    const places: number[] = [];
    for (let row = last + 1; row <= range.bottom - 1; row++)
      if (
        !taken.has(row) &&
        !taken.has(row + 1) &&
        !ranges.some(({ top, bottom }) => top < row && bottom >= row)
      )
        places.push(row);
    const at = places[chance(Math.max(1, places.length))];
    if (at === undefined || height > 2) return one;
    done = true;
    const more = moved(one, name, { row: (row) => (row >= at ? row + height : row) });
    const copied = withCells(more, name, (rows) => {
      for (let step = 0; step < height; step++)
        for (let column = range.left; column <= range.right; column++)
          put(rows, at + step, column, rows[first - 1 + step]?.[column] ?? null);
    });
    return withKinds(withMerges(copied, name, ranges, first - 1, at, height), name, at, height);
  });
  return done ? result : undefined;
};

const withMerges = (
  layout: LayoutCase,
  name: string,
  ranges: readonly Range[],
  first: number,
  at: number,
  height: number,
): LayoutCase => ({
  ...layout,
  sheets: layout.sheets.map((sheet) =>
    sheet.name === name
      ? {
          ...sheet,
          merges: [
            ...(sheet.merges ?? []),
            ...ranges
              .filter(({ top, bottom }) => top >= first && bottom < first + height)
              .map((range) =>
                rangeRef({ ...range, top: range.top - first + at, bottom: range.bottom - first + at }),
              ),
          ],
        }
      : sheet,
  ),
});

const withKinds = (layout: LayoutCase, name: string, at: number, height: number): LayoutCase => ({
  ...layout,
  expect: {
    ...layout.expect,
    sheets: layout.expect.sheets.map((sheet) =>
      sheet.name === name && sheet.tables
        ? {
            ...sheet,
            tables: sheet.tables.map((table) => ({
              ...table,
              rows: {
                ...table.rows,
                repeatedHeader: [
                  ...(table.rows?.repeatedHeader ?? []),
                  ...Array.from({ length: height }, (_, step) => at + step + 1),
                ].sort((a, b) => a - b),
              },
            })),
          }
        : sheet,
    ),
  },
});

/** The columns of a long table in another order; only where no cell of it is merged sideways and no formula stands in it. */
export const otherOrder: Variation = (layout, chance) => {
  let done = false;
  const result = onEach(layout, (one, { sheet, tables }) => {
    const [table] = tables;
    const range = parseRange(table?.range ?? "");
    if (!table || !range || tables.length > 1 || table.shape !== "long") return one;
    if (table.headerRows[0] !== table.headerRows[1]) return one;
    if (Object.keys(sheet.formulas ?? {}).length > 0 || Object.keys(sheet.formats ?? {}).length > 0)
      return one;
    const inside = (sheet.merges ?? [])
      .flatMap((merge) => parseRange(merge) ?? [])
      .some(({ top, bottom, left, right }) => bottom >= range.top && top <= range.bottom && right > left);
    if (inside) return one;
    const free = table.columns.filter(({ field }) => !ordered.has(field)).map(({ index }) => index);
    if (free.length < 2) return one;
    done = true;
    const order = shuffled(free, chance);
    const to = new Map(free.map((from, at) => [from, order[at] as number]));
    const column = (at: number, row: number): number =>
      row >= range.top && row <= range.bottom ? (to.get(at) ?? at) : at;
    return withRange(moved(one, sheet.name, { column }), sheet.name, table.range);
  });
  return done ? result : undefined;
};

/** A number stands first; an amount among amounts of money is known by its place. */
const ordered: ReadonlySet<string> = new Set(["seq", "id", "funding"]);

const shuffled = <T>(list: readonly T[], chance: Chance): T[] => {
  const left = [...list];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(chance(left.length), 1));
  return result;
};

/** The range as it was: columns that change places stay within it. */
const withRange = (layout: LayoutCase, name: string, range: string): LayoutCase => ({
  ...layout,
  expect: {
    ...layout.expect,
    sheets: layout.expect.sheets.map((sheet) =>
      sheet.name === name && sheet.tables
        ? { ...sheet, tables: sheet.tables.map((table) => ({ ...table, range })) }
        : sheet,
    ),
  },
});

/** Headings in other words for the same: 年度目标 as 全年任务数, 工作进展 as 推进情况. */
export const otherWords: Variation = (layout, chance) => {
  let done = false;
  const result = onEach(layout, (one, { sheet: { name }, tables }) =>
    withCells(one, name, (rows) => {
      for (const { headerRows, columns, rows: kinds = {} } of tables) {
        if (kinds.repeatedHeader) continue;
        // Whether a budget is what is to come in or may be spent is told by the words beside it.
        if (rows[headerRows[0] - 1]?.some((cell) => typeof cell === "string" && cell.includes("预算")))
          continue;
        const used = new Set<string>();
        for (const { index, field } of columns) {
          if (headerRows[0] !== headerRows[1] || fixedWords.has(field)) continue;
          const cell = rows[headerRows[0] - 1]?.[index];
          const [, word = "", unit = ""] =
            /^([^（(]+)(.*)$/s.exec(typeof cell === "string" ? cell : "") ?? [];
          const words: readonly string[] = fieldWords(field as never);
          const others = words.filter((other) => !sayMore.test(other) && !used.has(other));
          const other = others[chance(Math.max(1, others.length))];
          if (!words.includes(word) || other === undefined) continue;
          used.add(other);
          put(rows, headerRows[0] - 1, index, other + unit);
          done = true;
        }
      }
    }),
  );
  return done ? result : undefined;
};

/** Whose words say more than the field: who leads and who supports, and whether last year is whole or up to the same month. */
const fixedWords: ReadonlySet<string> = new Set(["other", "lead", "support", "actualLastYear"]);

/**
 * Words that name a time as well; 工程名称, which heads groups and works alike; 预期成果 and 目标成效, which are what is aimed at where
 * nothing else is; and a budget.
 */
const sayMore = /X|半年|季度|月|名称$|^预期成|成效$|预算/;
