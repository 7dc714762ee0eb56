/** How deep a numbering style usually stands: 第一章, 一、, (一), 1., (1), ①, 一是 (编号层级). */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The number in front of an entry (编号). */
export interface Marker {
  readonly rank: Rank;
  /** As printed, without brackets and points. */
  readonly no: string;
  readonly value: number;
  /** Where the mark itself begins and where what it numbers begins. */
  readonly start: number;
  readonly end: number;
}

const han = "[一二三四五六七八九十]{1,3}";
const space = "[ \\t\\u3000]{0,4}";

/** Each style at the place where it stands; the more telling first. */
const styles: readonly (readonly [Rank, RegExp])[] = [
  [0, new RegExp(`第(?<no>${han}|\\d{1,2})(?:章|部分|篇|节)[、:.]?${space}`, "y")],
  [0, new RegExp(`[^\\n。;,:、]{2,30}?篇(?<no>${han}|\\d{1,2})(?=[ \\t:]*(?:\\n|$))`, "y")],
  [1, new RegExp(`(?<no>${han})${space}[、.,](?![、.,])${space}`, "y")],
  [2, new RegExp(`[(\\[](?<no>${han})[)\\]][、.:]?${space}`, "y")],
  [
    3,
    new RegExp(`第(?<no>${han}|\\d{1,2})(?:项|件|条)(?:民生)?(?:实事|任务|工程|工作)?[、:.]?${space}`, "y"),
  ],
  [
    3,
    new RegExp(
      `(?:任务|实事|项目|工程|目标|事项|民生实事|重点工作|重点任务)${space}(?<no>${han}|\\d{1,3})[、:.]${space}`,
      "y",
    ),
  ],
  [3, new RegExp(`(?!附)[\\u3400-\\u9fff]{1,4}(?<no>${han}):(?=[ \\t]*\\n)`, "y")],
  [3, new RegExp(`(?<no>\\d{1,4})${space}(?:[、.](?![、.])|,(?=[\\u3400-\\u9fff]))${space}`, "y")],
  [3, /(?<no>\d{1,4})(?:[ \u3000]{1,4})(?=[\u3400-\u9fff“"])/y],
  [4, new RegExp(`\\((?<no>\\d{1,2})\\)[、.:]?${space}`, "y")],
  [4, new RegExp(`(?<no>\\d{1,2})\\)[、.]?${space}`, "y")],
  [5, new RegExp(`(?<no>[①-⑳])[、.]?${space}`, "y")],
  [6, new RegExp(`(?<no>${han})(?:是(?![否非])|要(?![求素点件])|、(?=是))`, "y")],
  [6, new RegExp(`第(?<no>${han})[,、:]${space}`, "y")],
];

const digits = "一二三四五六七八九";

/** The number that Chinese or Arabic numerals or a circled letter say. */
function markerValue(no: string): number {
  if (/^\d/.test(no)) return Number(no);
  if (/^[①-⑳]/.test(no)) return no.charCodeAt(0) - 0x2460 + 1;
  const ten = no.indexOf("十");
  if (ten < 0) return digits.indexOf(no) + 1;
  const tens = ten === 0 ? 1 : digits.indexOf(no.charAt(0)) + 1;
  return tens * 10 + digits.indexOf(no.charAt(ten + 1) || "?") + 1;
}

/** The mark that begins exactly here, or undefined. `expected` is the next number of plain digits: "2.10项" is 2 and 10项. */
export function markerAt(text: string, at: number, expected: number): Marker | undefined {
  for (const [rank, style] of styles) {
    style.lastIndex = at;
    const match = style.exec(text);
    if (!match) continue;
    const no = match.groups?.no ?? "";
    const value = markerValue(no);
    const end = at + match[0].length;
    if (value === 0) continue;
    if (rank === 3 && /^\d/.test(match[0]) && !fitsDigits(text, match[0], end, value, expected)) continue;
    return { rank, no, value, start: at, end };
  }
  return undefined;
}

/** Whether digits and a point number an entry: 2.10项 does where 2 is due, 2.5公里 does not elsewhere. */
function fitsDigits(text: string, mark: string, end: number, value: number, expected: number): boolean {
  const spaced = !/[、.,]/.test(mark);
  if (spaced) return value === expected;
  if (/^(?:(?:19|20)\d\d年|(?:1[0-2]|[1-9])月)/.test(text.slice(end, end + 5))) return true; // 5.2020年底前, 1.3月底前
  return !/^\d/.test(text.charAt(end)) || mark.includes("、") || (value === expected && value > 1);
}
