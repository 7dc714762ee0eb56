import type { Words } from "../say.ts";

export const en: Words = {
  F01: ({ kind, detail }) =>
    ({
      legacy: "This is an old format (.xls or .et); please save it as .xlsx in Excel or WPS first.",
      encrypted: "The file has a password and cannot be opened; please save a copy without it.",
      notWorkbook: "This is not an Excel workbook (.xlsx); please check the file.",
      damaged: `The file is damaged and cannot be read (${detail}); please ask the sender for a new copy.`,
      tooLarge: `The file is too large and reading was stopped (${detail}); please remove spare rows, columns or sheets.`,
    })[kind],
};
