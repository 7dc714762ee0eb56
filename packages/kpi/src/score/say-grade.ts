import type { Lang } from "@taizhang/finding";

/** The four grades of 财预〔2020〕10号, and those that are used beside them, in English. */
const english: Readonly<Record<string, string>> = {
  优: "excellent",
  优秀: "excellent",
  良: "good",
  良好: "good",
  中: "fair",
  合格: "satisfactory",
  差: "poor",
  不合格: "unsatisfactory",
};

/** A grade in words (等次的说法); one of your own that has no English word stays as it is. @example sayGrade("良", "en") // "good" */
export const sayGrade = (grade: string, lang: Lang = "zh-CN"): string =>
  lang === "en" && Object.hasOwn(english, grade) ? (english[grade] as string) : grade;
