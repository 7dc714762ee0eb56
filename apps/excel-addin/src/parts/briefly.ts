/** Longer sentences do not stand whole in a closed row. */
const most = 42;

/**
 * A finding in a closed row: whole where it is short, else what was found and expected without what to do, which the open
 * row says; the cell comes first where the sentence does not name it (简述).
 * @example briefly("I19“2”是文本；请改为数字2。", "I19") // "I19“2”是文本；请改为数字2。"
 */
export function briefly(sentence: string, ref: string): string {
  const text = fully(sentence, ref);
  if (width(text) <= most) return text;
  const cut = text.search(/[；;](?!.*[；;])/);
  return cut > 0 ? `${text.slice(0, cut)}${/[\u4e00-\u9fff]/.test(text) ? "。" : "."}` : text;
}

/** The whole sentence, with its cell. @example fully("序号缺10。", "B5:B20") // "B5:B20 序号缺10。" */
export const fully = (sentence: string, ref: string): string =>
  ref === "" || sentence.includes(ref) ? sentence : `${ref} ${sentence}`;

/** Chinese characters stand as wide as two letters. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 1 : 0.5), 0);
