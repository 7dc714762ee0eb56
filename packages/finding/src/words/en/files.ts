import type { FileFacts } from "../../facts/files.ts";
import type { WordsOf } from "../../sentences.ts";
import { isCsv, isCut, tooMuchOf } from "../unreadable.ts";

const cells = (count: number): string => (count > 1 ? ` (${count} cells)` : "");
const errorOf = new Map([
  ["#DIV/0!", "divided by 0 or a blank"],
  ["#REF!", "the cell it refers to is gone"],
  ["#NAME?", "a name in the formula is unknown"],
  ["#VALUE!", "a text stands where a number is needed"],
  ["#N/A", "nothing was found"],
  ["#NUM!", "the number is out of range"],
  ["#NULL!", "the ranges do not meet"],
]);

const tooMuch = {
  cells: "too many cells",
  formulas: "too many formulas",
  merges: "too many merged cells",
  sheets: "too many sheets",
  parts: "too many parts",
  bytes: "too many bytes",
} as const;

export const filesEn: WordsOf<FileFacts> = {
  F01: ({ kind, detail }) =>
    ({
      legacy: "This is an old format (.xls or .et); please save it as .xlsx in Excel or WPS and use that.",
      encrypted: "The file has a password and cannot be opened; please save a copy without it.",
      notWorkbook: isCsv(detail)
        ? "This is a table as plain text (.csv) and was not read; please open it in Excel or WPS, check that ids and long numbers are as they were, save it as .xlsx and use that."
        : "This is not an Excel workbook (.xlsx), perhaps a file of another kind that was given this ending; please open it in Excel or WPS and save it as .xlsx, or ask for it again.",
      damaged: `The file is damaged: ${isCut(detail) ? "it probably did not arrive whole" : "what is inside cannot be read"}; please ask the sender for a new copy.`,
      tooLarge: `The file is too large (${tooMuch[tooMuchOf(detail)]}) and reading was stopped; please remove spare rows, columns or sheets.`,
    })[kind],
  F02: ({ formula, count }, ref) =>
    `${ref}${cells(count)} holds the formula “=${formula}”, which has no result yet, so nothing can be counted; please open the file in Excel or WPS, calculate and save it.`,
  F03: ({ error, count }, ref) => {
    const why = errorOf.get(error);
    return `${ref}${cells(count)} ${count > 1 ? "show" : "shows"} the error ${error}${why ? ` (${why})` : ""}, so nothing can be counted; please mend the formula, or enter the number.`;
  },
  F04: ({ rows, columns, sheet }) =>
    sheet
      ? "This sheet is hidden; its numbers may be counted in a roll-up as well: please delete it or move it out of the workbook if they should not be."
      : `Hidden on this sheet: ${[rows ? `row ${rows}` : "", columns ? `column ${columns}` : ""].filter(Boolean).join(" and ").replaceAll("、", ", ")}; the numbers there are counted all the same: please delete or move them if they should not be.`,
  F05: ({ text }, ref) =>
    `${ref} carries the secrecy mark “${text}”, and such content may not be handled on computers or networks that are not cleared for it; please stop, verify, and follow the rules on secrecy.`,
};
