import type { Field } from "../field.ts";
import { fieldOfParts, fieldOfWord } from "./header-words.ts";
import { readHeading } from "./heading.ts";
import { measures, splitStem } from "./measure-words.ts";
import { filledColumns, own, ownText, type SheetView } from "./sheet-view.ts";

/** Rows and columns that are looked at: names and what is measured stand at the left. */
const mostRows = 40;
const mostColumns = 4;
/** A longer text is no name. */
const longestName = 40;

const aims: ReadonlySet<Field> = new Set<Field>(["target", "stretch", "node"]);

/**
 * True for rows that say what their figures measure: 目标, 完成 and 完成率 under each other for each county, or 新增就业目标
 * above 新增就业完成 (计量项写在行里). A column then holds targets and actuals by turns, and no total may run down it.
 * Within a table headings of any kind down its first columns tell the same; outside one they may be a form's.
 */
export function areMeasuresDown(
  view: SheetView,
  top: number,
  bottom: number,
  left: number,
  inTable = true,
): boolean {
  const last = Math.min(bottom, top + mostRows - 1);
  for (let column = left; column < left + mostColumns && column <= view.right; column++) {
    const texts: string[] = [];
    // The header repeated in the body says what the column is, and not what its rows are.
    const heading = top > 0 ? own(view, top - 1, column) : null;
    for (let row = top; row <= last; row++) {
      const value = own(view, row, column);
      if (value === heading) continue;
      if (typeof value !== "string" || value.trim() === "" || value.length > longestName) continue;
      if (!isTime(value)) texts.push(value);
    }
    if (texts.length < 3) continue;
    const names = namesOf(texts);
    if (areMeasureWords(names) || arePairs(names) || (inTable && column < left + 2 && areHeadings(names)))
      return true;
  }
  return false;
}

/** 2016年9月底, 6月30日前, 全年: a deadline is no word for a measure. */
const isTime = (text: string): boolean =>
  /^(?:20\d\d年)?(?:\d{1,2}月份?)?(?:\d{1,2}日|[初中底末]|[上中下]旬)?(?:之?前|以前)?$|^(?:20\d\d年)?(?:全年|年[底末]|上半年|下半年|长期|常年)(?:之?前|以前)?$/.test(
    text.trim(),
  );

/** Names that are read when somebody asks for one: that most of them are no words of ours shows before the last. */
interface Names {
  readonly count: number;
  readonly at: (index: number) => string;
}

function namesOf(texts: readonly string[]): Names {
  const read: string[] = [];
  const at = (index: number): string => {
    read[index] ??= readHeading(texts[index] ?? "").name;
    return read[index];
  };
  return { count: texts.length, at };
}

/** What is told of names, one after another; undefined as soon as so many cannot be told any more. */
function toldOf<T>({ count, at }: Names, least: number, tell: (name: string) => T | undefined) {
  const told: T[] = [];
  for (let index = 0; index < count; index++) {
    if (told.length + count - index < least) return undefined;
    const one = tell(at(index));
    if (one !== undefined) told.push(one);
  }
  return told.length >= least ? told : undefined;
}

/** 目标 | 完成 | 目标 | 完成: words of measures and nearly nothing else, of what is aimed at and of what is done. */
function areMeasureWords(names: Names): boolean {
  // A title and a heading may stand above them.
  const told = toldOf(names, Math.max(3, (names.count - 2) * 0.8), (name) => {
    const field = fieldOfWord(name) ?? (name.length <= 8 ? fieldOfParts(name) : undefined);
    return field !== undefined && measures.has(field) ? field : undefined;
  });
  return told !== undefined && areBoth(new Set(told));
}

/** 三级指标 | 指标值 | 备注: what should head columns heads rows. */
function areHeadings(names: Names): boolean {
  const found = toldOf(names, names.count * 0.6, (name) => {
    const field = fieldOfWord(name);
    return field === "other" ? undefined : field;
  });
  return found !== undefined && new Set(found).size >= 3;
}

/** 新增就业目标 | 新增就业完成: the same name with the words of an aim and of a deed. */
function arePairs(names: Names): boolean {
  const least = names.count * 0.6;
  const stems = new Map<string, Set<Field | undefined>>();
  for (const { stem, field } of toldOf(names, least, splitStem) ?? [])
    stems.set(stem, (stems.get(stem) ?? new Set()).add(field));
  const pairs = [...stems.values()].filter(areBoth).length;
  return pairs > 0 && pairs * 2 >= least;
}

const areBoth = (fields: ReadonlySet<Field | undefined>): boolean =>
  [...fields].some((field) => field !== undefined && aims.has(field)) &&
  [...fields].some((field) => field !== undefined && !aims.has(field) && field !== "baseline");

/**
 * True for a sheet whose headings stand under each other in one column and whose tasks go from left to right: 任务名称, 年度目标,
 * 牵头单位 down, a task in each further column (行列转置).
 */
export function areHeadingsDown(view: SheetView): boolean {
  const last = Math.min(view.bottom, mostRows);
  for (let column = 0; column < 2 && column <= view.right; column++) {
    const found = new Set<Field>();
    let texts = 0;
    let hits = 0;
    let wide = 0;
    for (let row = 0; row <= last; row++) {
      const text = ownText(view, row, column);
      const right = filledColumns(view, row, column + 1, column + 40).length;
      if (text === "" || right === 0) continue;
      texts++;
      const field = text.length > longestName ? undefined : fieldOfWord(readHeading(text).name);
      if (!field) continue;
      hits++;
      found.add(field);
      if (right >= 2) wide++;
    }
    const told = (found.has("task") || found.has("indicator")) && found.has("target");
    if (told && found.size >= 3 && hits >= texts * 0.6 && wide >= hits * 0.6 && wide >= 3) return true;
  }
  return false;
}
