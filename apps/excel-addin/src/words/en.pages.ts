import { plural } from "./plural.ts";
import type { PaneWords } from "./zh-CN.ts";

/** The words of the pages 说明, 改列 and 设置 in English (各页用语). */
export const pageWords: Pick<PaneWords, "explain" | "columns" | "settings"> = {
  explain: {
    explain: "Explain…",
    confirm: "Confirmed…",
    ignore: "Ignore",
    release: "Release…",
    title: (severity, code, title, ref) =>
      `${{ A: "Release", B: "Explanation", C: "Confirm", D: "Ignore" }[severity]}: ${code} ${title} ${ref}`,
    what: (severity, least) =>
      severity === "D"
        ? "Why it is ignored (may be left empty, saved in the file)"
        : `${{ A: "Why it is released", B: "What happened", C: "What was confirmed" }[severity]} (${least} characters or more, saved in the file)`,
    often: "Often:",
    phrases: ["definition changed", "late batch reported", "data corrected"],
    by: "Filled in by",
    count: (count) => plural(count, "character"),
    more: (count) => `${count} more ${count === 1 ? "character" : "characters"}`,
    changed: "The value changed, please explain again",
    releaseNote: "A release needs a name and a reason; they are printed on the total",
    creates: "Adds the sheet 台账设置, which keeps settings and explanations",
    save: { A: "Release", B: "Save explanation", C: "Confirmed", D: "Ignore" },
    cancel: "Cancel",
  },
  columns: {
    title: "Column meanings",
    count: (all, known) => `${known} of ${all}`,
    header: (first, last) => (first === last ? `Header row ${first}` : `Header rows ${first}–${last}`),
    choose: "Choose",
    example: (samples) => `e.g. ${samples}`,
    save: "Save and check again",
    automatic: "Restore automatic",
    ask: "Keep settings in this file's sheet 台账设置?",
    keep: "Keep",
    once: "This time only",
    sure: {
      same: "same header",
      data: "header and numbers",
      two: "two readings",
      unsure: "please check",
      none: "not recognised",
      corrected: "corrected by you",
    },
  },
  settings: {
    title: "Settings",
    inFile: "Kept in this file, same for colleagues",
    rules: (all, off) => `Rules: ${all}${off > 0 ? `, ${off} off` : ""}`,
    see: "View",
    defaults: "Restore defaults",
    followExcel: "Follow Excel",
    light: "Lights",
    lightOf: (name, points) => `${name} (behind ${points.join(", ")} percentage points)`,
    pace: "Pace",
    byMonth: "by month",
    byDay: "by day",
    least: "Explanation at least",
    here: "Kept here",
    language: "Language",
    look: "Look",
    looks: { auto: "Follow Excel", light: "Light", dark: "Dark" },
    save: "Keep in this file",
    ownRules: "Rules are switched and graded in the sheet 台账设置; own rules live in the sheet 台账规则",
  },
};
