/** The languages of all words (语言). */
export type Lang = "zh-CN" | "en";
