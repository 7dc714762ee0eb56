import { isBlank } from "@taizhang/grid";
import { layoutHeadings } from "../layout/headings.ts";
import { listWords } from "../layout/list-words.ts";
import { scoreHeadings } from "../layout/score-headings.ts";
import { fold } from "./heading.ts";
import { own, type SheetView } from "./sheet-view.ts";

/** The headings of a list that Taizhang makes from others' figures, and how many of them say that it is one. */
interface ResultForm {
  readonly headings: readonly string[];
  readonly needed: number;
}

const whole = (columns: Readonly<Record<string, string>>): ResultForm => {
  const headings = [...new Set(Object.values(columns).map(fold))];
  return { headings, needed: headings.length };
};

const forms: readonly ResultForm[] = (["zh-CN", "en"] as const).flatMap((lang): ResultForm[] => {
  const { summary, counts, sources, findings } = layoutHeadings[lang];
  const { expected, reported, missing, parent, difference } = summary;
  // Staff rename and leave out columns of a summary; who should have reported and who has is in no return.
  const coverage = [expected, reported, missing, parent, difference].map(fold);
  return [
    { headings: coverage, needed: 4 },
    ...[counts, sources, findings, listWords[lang].followUps.columns, listWords[lang].yearEnds.columns].map(
      whole,
    ),
    ...[scoreHeadings[lang].summary, scoreHeadings[lang].detail].map(whole),
  ];
});

/** All headings of these lists; most rows of most sheets hold none of them. */
const known: ReadonlySet<string> = new Set(forms.flatMap(({ headings }) => headings));
const fewest = Math.min(...forms.map(({ needed }) => needed));
const [firsts, seconds] = [0, 1].map((at) => new Set([...known].map((heading) => heading.charCodeAt(at))));
const longest = 2 * Math.max(...[...known].map((heading) => heading.length));

/** The heading of one of these lists that a cell holds. */
function headingAt(view: SheetView, row: number, column: number): string | undefined {
  const value = own(view, row, column);
  if (typeof value !== "string" || value.length > longest) return undefined;
  // Two Chinese letters side by side stay what they are however the rest is written.
  const [one, two] = [value.charCodeAt(0), value.charCodeAt(1)];
  if (isChinese(one) && isChinese(two) && !(firsts?.has(one) && seconds?.has(two))) return undefined;
  const text = fold(value);
  return known.has(text) ? text : undefined;
}

const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** The headings of these lists that a row holds; none where it is too short for one. */
function headingsIn(view: SheetView, row: number): ReadonlySet<string> | undefined {
  const last = Math.min(view.right, 60);
  let filled = 0;
  let texts: Set<string> | undefined;
  for (let column = 0; column <= last; column++) {
    if (isBlank(own(view, row, column))) continue;
    filled++;
    const text = headingAt(view, row, column);
    if (text !== undefined) texts = (texts ?? new Set()).add(text);
  }
  return filled < 4 ? undefined : texts;
}

/** Titles and notes above the header of a result. */
const lastHeader = 12;

/**
 * True for a sheet of results that Taizhang wrote itself (台账写出的结果表): 汇总, 年底预测, 督办清单, 数据来源, 问题清单, 考核得分. Under
 * whatever name it lies, of this month or the last, its figures are those of other sheets and must not enter totals again.
 */
export function isOwnResult(view: SheetView): boolean {
  for (let row = 0; row <= Math.min(view.bottom, lastHeader); row++) {
    const found = headingsIn(view, row);
    if (found === undefined || found.size < fewest) continue;
    if (forms.some(({ headings, needed }) => headings.filter((one) => found.has(one)).length >= needed))
      return true;
  }
  return false;
}
