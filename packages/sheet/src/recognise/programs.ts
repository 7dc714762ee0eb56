import type { TableRow } from "../table.ts";
import { fold } from "./heading.ts";

/** How headings are numbered, the outermost first: 第一部分, 一、, （一）, 1. */
const numbered: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+(?:部分|篇|章|类)/,
  /^[一二三四五六七八九十]+(?:[、.．,，]|$)/,
  /^\([一二三四五六七八九十]+\)/,
  /^(?:\d{1,2}[、.．]|[①-⑳])/,
];

/**
 * The rows, with the heading that is their program where it is not the nearest one (工作板块): （一）水 under 二、生态 is a part of
 * that program. Where one heading stands over all the others, it is no program and those below it are.
 */
export function withPrograms(rows: readonly TableRow[]): readonly TableRow[] {
  if (!rows.some(({ section }) => section !== undefined)) return rows;
  let above: readonly { level: number; text: string }[] = [];
  const paths = rows.map(({ section }) => {
    if (section !== undefined && section !== above.at(-1)?.text) {
      const last = above.at(-1);
      const own = numbered.findIndex((words) => words.test(fold(section)));
      // （二） right after 一、 goes on where that left off.
      const goesOn = last && own > last.level && ordinalOf(section) === ordinalOf(last.text) + 1;
      const level = goesOn ? last.level : own;
      // What bears no number is neither above nor below anything.
      above = level < 0 ? [] : above.filter((one) => one.level >= 0 && one.level < level);
      above = [...above, { level, text: section }];
    }
    return section === undefined ? [] : above.map(({ text }) => text);
  });
  const own = paths.filter((_, at) => rows[at]?.kind === "data");
  let depth = 0;
  while (own.length > 0 && own.every((path) => path.length > depth + 1 && path[depth] === own[0]?.[depth]))
    depth += 1;
  return rows.map((row, at) => {
    const path = paths[at] ?? [];
    const program = path[Math.min(depth, path.length - 1)];
    return program === undefined || program === row.section ? row : { ...row, program };
  });
}

const ordinals = "一二三四五六七八九十";

/** The number of 一、 or （一）; of any other heading none, which nothing follows. */
const ordinalOf = (heading: string): number => {
  const [, first = "-"] = /^\(?([一二三四五六七八九十])[)、.．,，]/.exec(fold(heading)) ?? [];
  return ordinals.indexOf(first) + 1 || Number.NaN;
};
