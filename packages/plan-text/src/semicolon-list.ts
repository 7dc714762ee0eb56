import type { Span } from "./plan.ts";

const opening =
  /(?:\d{1,3}|[一二三四五六七八九十]{1,3})[件项个][^。;:]{0,14}(?:实事|工程|项目|任务|事项|工作|行动|目标)[^。;:]{0,10}:$/;
const fewest = 3;
const mostLists = 3;
const shortest = 5;

/**
 * The members of a list that one sentence holds, parted by semicolons (分号清单): 今年办好15件实事，包括：改造…；新建…；开展…。 None
 * where the words before the colon count nothing, or where the members are fewer than three.
 */
export function semicolonList(text: string, { start, end }: Span): Span[] {
  let tried = 0;
  for (
    let colon = text.indexOf(":", start);
    colon >= 0 && colon < end && tried < mostLists;
    colon = text.indexOf(":", colon + 1)
  ) {
    if (!opening.test(text.slice(Math.max(start, colon - 40), colon + 1))) continue;
    tried += 1;
    const stop = text.slice(colon, end).search(/[。\n]/);
    const found = members(text, { start: colon + 1, end: stop < 0 ? end : colon + stop });
    if (found.length >= fewest) return found;
  }
  return [];
}

function members(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  while (from < end) {
    const next = text.indexOf(";", from);
    const to = next < 0 || next > end ? end : next;
    if (text.slice(from, to).trim().length >= shortest) found.push({ start: from, end: to });
    from = to + 1;
  }
  return found;
}
