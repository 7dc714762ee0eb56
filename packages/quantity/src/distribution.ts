import { type FoundQuantity, findQuantities } from "./parse-quantity.ts";
import { halfWidth } from "./width.ts";

/** Amounts in a row, each with the name that it belongs to (并列分配). */
export interface Distribution {
  /** From the first amount to the end of the last. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly { readonly owner: string; readonly quantity: FoundQuantity }[];
}

/**
 * The rows of amounts of a text whose owners stand in a row before them, in the same order and as many: 甲、乙、丙分别为1个、
 * 2个、3个 (并列分配). A row without as many owners in its sentence is left out.
 * @example findDistributions("小学、初中分别新建2所和3所").map(({ parts }) => parts.map(({ owner }) => owner)) // [["小学", "初中"]]
 */
export function findDistributions(text: string): Distribution[] {
  const plain = halfWidth(text);
  const found = findQuantities(text);
  const list: Distribution[] = [];
  for (let at = 0; at < found.length; ) {
    const { first, last } = quantityRow(plain, found, at);
    const owners = last > first ? ownersBefore(plain, found[first]?.start ?? 0, last - first + 1) : undefined;
    if (owners)
      list.push({
        start: found[first]?.start ?? 0,
        end: found[last]?.end ?? 0,
        parts: found
          .slice(first, last + 1)
          .map((quantity, index) => ({ owner: owners[index] ?? "", quantity })),
      });
    at = last + 1;
  }
  return list;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

const between = /^\s*(?:[、和及与]|以及)\s*$/;
/** A longer row has no owners: they stand in the letters before it, each behind its separator. */
const longestRow = 35;
const window = 70;

/**
 * The first and the last of the amounts that stand in a row with one of them: only 、 or 和 between (并列数). Alone it is both.
 * `text` is half-width.
 */
export function quantityRow(
  text: string,
  found: readonly Place[],
  index: number,
): { first: number; last: number } {
  let first = index;
  let last = index;
  const gap = (left: number) => {
    const [from, to] = [found[left]?.end ?? 0, found[left + 1]?.start ?? 0];
    return to - from > 6 ? "-" : text.slice(from, to);
  };
  while (first > 0 && index - first < longestRow && between.test(gap(first - 1))) first -= 1;
  while (last + 1 < found.length && last - index < longestRow && between.test(gap(last))) last += 1;
  return { first, last };
}

/**
 * The names of a row that stands before `at` and has `count` members, in the nearest clause of the sentence that has so many; or
 * undefined (分配对象). The last is cut where the names before end alike, or is as long as they are: 自理、半自理、不能自理|老人.
 * `text` is half-width.
 */
export function ownersBefore(text: string, at: number, count: number): string[] | undefined {
  if (count < 2 || count > longestRow) return undefined;
  const before = text.slice(Math.max(0, at - window), at);
  const sentence = before.slice(before.search(/[^。;\n]*$/)).replace(/\([^()]*\)/g, "");
  for (const clause of sentence.split(/[,:]/).reverse()) {
    const list = clause.split(/[、和及与]/);
    const years = list.map(
      (one) => /((?:19|20)\d\d年)(?:底|末)?(?:前)?(?:分别|各)?[^\d]{0,6}$/.exec(one)?.[1],
    );
    if (list.length === count && years.every((one) => one !== undefined))
      return years.filter((one) => one !== undefined);
    if (list.length !== count || list.some((one) => one === "" || one.length > 30)) continue;
    const others = list
      .slice(0, -1)
      .map((one) => one.replace(/^.*(?:在|接收|对|按照?|向)(?=.{2})/, "").replace(leading, ""));
    const all = [...others, lastOwner(others, list.at(-1) ?? "")];
    return all.some((one) => one === "" || /\d/.test(one)) ? undefined : all;
  }
  return undefined;
}

/** Words before the first name that belong to none: 全年确保小学、初中…. */
const leading =
  /^(?:[\s、]|其中|全年|全区|全市|全县|全省|全镇|今年|年内|年度|力争|争取|确保|保证|预计|计划|规划|拟|实现|完成|达到|实施|开展|给予|发放|提供|为|将|使|和|与|及|继续|累计|分别|至|每(?:人|户|生|所|张|亩|年|月|个)+|一次性)+/;

const measured =
  /^(.*?(?:率|比例|占比|比重))(?:同比)?(?:均|分别|要|力争|应|达|提|控|保|稳|为|不低|不少|增|下)/;

/** The last owner ends as the others do (自理、半自理、不能自理|老人), or is as long as they are (城镇、农村|居民). */
function lastOwner(others: readonly string[], words: string): string {
  const measure = measured.exec(words)?.[1];
  if (measure && others.every((other) => /(?:率|比例|占比|比重)$/.test(other))) return measure;
  const [one = "", two] = others.slice(-2);
  const tail = two === undefined ? "" : one.slice(-2);
  const at = tail !== "" && two?.endsWith(tail) ? words.indexOf(tail) : -1;
  return at >= 0 ? words.slice(0, at + tail.length) : words.slice(0, (others.at(-1) ?? "").length);
}
