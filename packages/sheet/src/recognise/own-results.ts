import { listWords } from "../layout/list-words.ts";
import { scoreWords } from "../layout/score-words.ts";
import { layoutWords } from "../layout/words.ts";
import { fold } from "./heading.ts";
import { filledColumns, own, type SheetView } from "./sheet-view.ts";

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
  const { summary, counts, sources, findings } = layoutWords[lang];
  const { expected, reported, missing, parent, difference } = summary;
  // Staff rename and leave out columns of a summary; who should have reported and who has is in no return.
  const coverage = [expected, reported, missing, parent, difference].map(fold);
  return [
    { headings: coverage, needed: 4 },
    ...[counts, sources, findings, listWords[lang].followUps.columns, listWords[lang].yearEnds.columns].map(
      whole,
    ),
    ...[scoreWords[lang].summary, scoreWords[lang].detail].map(whole),
  ];
});

/** Titles and notes above the header of a result. */
const lastHeader = 12;

/**
 * True for a sheet of results that Taizhang wrote itself (台账写出的结果表): 汇总, 年底预测, 督办清单, 数据来源, 问题清单, 考核得分. Under
 * whatever name it lies, of this month or the last, its figures are those of other sheets and must not enter totals again.
 */
export function isOwnResult(view: SheetView): boolean {
  for (let row = 0; row <= Math.min(view.bottom, lastHeader); row++) {
    const columns = filledColumns(view, row, 0, Math.min(view.right, 60));
    if (columns.length < 4) continue;
    const texts = new Set(
      columns
        .map((column) => own(view, row, column))
        .map((value) => (typeof value === "string" ? fold(value) : "")),
    );
    if (forms.some(({ headings, needed }) => headings.filter((one) => texts.has(one)).length >= needed))
      return true;
  }
  return false;
}
