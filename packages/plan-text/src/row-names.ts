import { ownersBefore, quantityRow } from "@taizhang/quantity";
import type { Figure } from "./figures.ts";
import { empty } from "./name-words.ts";

/**
 * The owners of figures that stand in a row (并列分配): 自理、半自理、不能自理…1,200元、1,800元、2,400元. `first` and `last` are the ends
 * of the row. Behind 分别 the owners may be as many figures before: 接待游客…，旅游收入…，分别增长15%和18%.
 */
export function distributed(
  text: string,
  figures: readonly Figure[],
  index: number,
  names: readonly string[],
): { owner: string; first: number; last: number } | undefined {
  const { first, last } = quantityRow(text, figures, index);
  const count = last - first + 1;
  if (count === 1) return undefined;
  const units = new Set(figures.slice(first, last + 1).map(({ value }) => value.unit));
  if (
    units.size > 1 &&
    !/分别|各/.test(text.slice(Math.max(0, (figures[first]?.start ?? 0) - 12), figures[first]?.start))
  )
    return undefined; // 860户、7.4万平方米 are two measures of one thing
  const start = figures[first]?.start ?? 0;
  const found = (owner: string | undefined) => (owner ? { owner, first, last } : undefined);
  const before = text.slice(Math.max(0, start - 70), start);
  const sentence = before.slice(before.search(/[^。;\n]*$/));
  if (/[,;](?:同比)?分别$/.test(sentence) && names.length >= count && first >= count) {
    const from = figures[first - count]?.start ?? 0;
    if (from >= start - sentence.length) return found(names[first - count + index - first]);
  }
  const marks = figures.slice(Math.max(0, first - count), first);
  // 80至89岁、90岁以上老人分别…: those meant are told by their marks
  if (
    /分别/.test(sentence) &&
    marks.length === count &&
    marks.every(({ purpose }) => purpose === "condition")
  ) {
    const row = quantityRow(text, figures, first - 1);
    if (row.last - row.first + 1 === count && row.first === first - count) {
      const mark = figures[first - count + index - first];
      return found(mark && text.slice(mark.start, mark.end));
    }
  }
  const owner = ownersBefore(text, start, count)?.[index - first];
  return found(owner && /^20\d\d年$/.test(owner) ? owner : owner?.replace(empty, "").slice(-12));
}

const label = /^(?:[、和及或]|以及)([\u3400-\u9fff]{1,10})$/;
const firstLabel = /(?:给予|发放|补助|补贴|奖励|资助|按照?)([\u3400-\u9fff]{1,8})$/;
const thing = /^的(一次性)?([\u3400-\u9fff]{2,10}?(?:补贴|补助|奖励|津贴|救助|资金|标准|金))/;
const longestRow = 12;

/**
 * The name of a payment in a row whose members each have a label and share the noun behind the last (分档标准):
 * 给予本科5,000元、专科3,000元、高中2,000元的助学补贴 is 助学补贴（本科） and so on.
 */
export function labelledName(text: string, figures: readonly Figure[], index: number): string | undefined {
  const labelOf = (at: number) =>
    label.exec(text.slice(figures[at - 1]?.end ?? 0, figures[at]?.start ?? 0).slice(-12))?.[1];
  const sameUnit = (at: number) => figures[at]?.value.unit === "元" && figures[at - 1]?.value.unit === "元";
  const joined = (at: number) => at > 0 && at < figures.length && sameUnit(at) && labelOf(at) !== undefined;
  if (!joined(index) && !joined(index + 1)) return undefined;
  let last = index;
  while (last - index < longestRow && joined(last + 1)) last += 1;
  const end = figures[last]?.end ?? 0;
  const noun = thing.exec(text.slice(end, end + 20));
  if (!noun) return undefined;
  const start = figures[index]?.start ?? 0;
  const own = joined(index)
    ? labelOf(index)
    : firstLabel.exec(text.slice(Math.max(0, start - 16), start))?.[1];
  return own && `${noun[1] ?? ""}${noun[2] ?? ""}（${own.replace(/(?:给予|发放|补助)$/, "")}）`;
}

const headEnd = /(?:标准|补贴|补助|津贴|率|数|量|规模|面积|收入|经费)$/;

/** What the owners of a row share, where it stands before the first of them: 养育标准按集中、分散供养…. */
export function headOfRow(text: string, start: number, owner: string): string | undefined {
  const before = text.slice(Math.max(0, start - 70), start);
  const clause = before.slice(before.search(/[^,。;:\n]*$/));
  const at = clause.indexOf(owner);
  const head = clause
    .slice(0, Math.max(0, at))
    .replace(/(?:再?按照?|对)$/, "")
    .replace(empty, "");
  return head.length >= (/率$/.test(head) ? 2 : 4) && headEnd.test(head) ? head : undefined;
}
