import type { TeamFacts } from "../../facts/team.ts";
import type { WordsOf } from "../../sentences.ts";

const reasons = {
  syntax: "cannot be read",
  unknown: "uses a name or function that does not exist",
  refused: "uses something that is not allowed",
  type: "does not come out as true or false",
  slow: "took too long and was stopped",
  columnless: "names no column",
} as const;

export const teamEn: WordsOf<TeamFacts> = {
  R01: ({ rule, says, values }, ref) =>
    `${ref} breaks your own rule ${rule}: ${says.replace(/[。；;.]+$/u, "")}${
      values.length > 0
        ? ` (${values.map(({ header, value }) => `${header}: ${value === "" ? "blank" : value}`).join(", ")})`
        : ""
    }; please check.`,
  R02: (facts, ref) =>
    facts.kind === "column"
      ? `Your own rule ${facts.rule} (${ref}) uses a column “${facts.detail}” that no table has, so it was not checked; please check the heading.`
      : `Your own rule ${facts.rule} (${ref}) ${reasons[facts.kind]}: ${facts.detail}; it was not checked, please mend it.`,
  R03: ({ kind, text, sheet = "台账设置" }, ref) =>
    ({
      code: `${ref} of 台账设置 has the code “${text}”, which is not in the catalogue, so the line was not used; please check the code.`,
      severity: `${ref} of ${sheet} has the severity “${text}”, where A, B, C or D was expected, so it was not used; please mend it.`,
      onOff: `${ref} of ${sheet} says “${text}”, where yes or no was expected, and is taken as yes; please mend it.`,
      always: `${ref} of 台账设置 would switch off or re-grade ${text}, which is always checked, so it was not used; please restore it.`,
      parameter: `${ref} of 台账设置 has “${text}”, which cannot be read or is out of range, so the usual value holds; please mend it.`,
      field: `${ref} of 台账设置 has the meaning “${text}”, which is not known, so it was not used; please choose from the list.`,
      short: `The explanation in ${ref} of 台账设置 is ${text === "" ? "blank" : `too short (“${text}”)`}, so its finding stays open; please say what happened.`,
      nameless: `${ref} of 台账设置 gives no name, and ${text} must be mended or released by a named person; please add the name.`,
      twice: `The workbook has another sheet “${text}”; only the first one counts, and this one was left out; please put them together.`,
      headerRows: `The header rows “${text}” in ${ref} of the settings cannot be used: there is no such sheet, or it has no such rows; please check the sheet's name and the rows.`,
    })[kind],
};
