import type { StructureFacts } from "../../facts/structure.ts";
import type { WordsOf } from "../../sentences.ts";

export const structureEn: WordsOf<StructureFacts> = {
  S01: ({ missing, candidate }) =>
    ({
      name: `No column names the task or the indicator, so nobody can tell what a row is about; ${candidate ? `if the column “${candidate}” does, say so, otherwise add one` : "please add one"}.`,
      target:
        "No column holds targets, so completion cannot be computed; please add the targets, or give the assigned ledger as well.",
      actual: `No column says what was done; “${candidate}” holds figures whose meaning is unknown, and they are not counted; if they are what was done, please head the column “本年累计完成” or “期末余额”.`,
      org: "No column, heading or sheet name says whose figures these are; please write “填报单位：” above the table, or add a column.",
    })[missing],
  S02: ({ header, columns, other }) =>
    other !== undefined
      ? `“${header}” and “${other}” in columns ${columns.join(" and ")} seem to mean one figure, yet differ, and only column ${columns[0]} counts; please give them headings that tell them apart, or keep one.`
      : `Columns ${columns.join(", ")} are all headed “${header}”, where one column of that meaning was expected; please give them different headings or keep one.`,
  S03: ({ count, headers }) =>
    `${headers.map((header) => `“${header}”`).join(", ")} holds ${count} merged block${count === 1 ? "" : "s"}, leaving blanks when the sheet is filtered or sorted; to do that, take the merges apart and fill each row.`,
  S04: ({ label, rows, counted, number, heldBy, isRemark }) => {
    if (heldBy !== undefined)
      return `The sheet says that ${heldBy} contains “${label}”, which was not added; please check, and correct the remark if not.`;
    if (isRemark)
      return `“${label}” leaves open whether the district contains all of the zone, or the figures do not bear it out, so both were added; please write 数据含在 with its name, or 单列.`;
    if (number)
      return `“${label}” is a subtotal, but is numbered ${number} among the details, so it would be counted twice; please take the number off, or move the row out of the details.`;
    if (!rows)
      return `The row “${label}” looks like a subtotal among the details; please check, and say 小计 in its name if it is one.`;
    return counted
      ? `The row “${label}” is the exact sum of rows ${rows} and stands among the details, so it would be counted twice; please check, and say 小计 in its name if it is a subtotal.`
      : `The row “${label}” is the exact sum of rows ${rows}, so it was taken as a total and left out of the roll-up; please check, and say 合计 in its name if it is one.`;
  },
  S05: ({ rows, columns }) =>
    `The data is interrupted by ${[rows.length > 0 ? `blank rows (${rows.join(", ")})` : "", columns.length > 0 ? `blank columns (${columns.join(", ")})` : ""].filter(Boolean).join(" and ")}, where filters and sums tend to stop; please delete them if they serve no purpose.`,
  S06: ({ missing, repeated, section }) =>
    `The numbering${section ? ` of “${section}”` : ""} ${[missing.length > 0 ? `leaves out ${missing.join(", ")}` : "", repeated.length > 0 ? `repeats ${repeated.join(", ")}` : ""].filter(Boolean).join(" and ")}, where the numbers were expected to run on; please check for lost or doubled rows, or number the rows again if there are none.`,
  S07: ({ name, org, first }, ref) =>
    `${ref} “${name}”${org ? ` (${org})` : ""} is the same organisation, indicator and period as ${first}, which should be listed once; please check and keep one row, or say how they differ.`,
  S08: ({ text }, ref) =>
    `${ref} “${text}” is masked, so the original cannot be read; please put in the full text, or confirm that it may stay.`,
  S09: (facts, ref) =>
    facts.kind === "period"
      ? facts.isFile
        ? `The sheet is for ${facts.found}, while the file’s name says ${facts.expected}; the roll-up goes by the sheet, so please check that the right sheet was used, or correct one of the two.`
        : `The sheet is for ${facts.found}, where ${facts.expected} was expected; please check that it is the right sheet, or correct its period.`
      : facts.kind === "reporter"
        ? `${ref} says that “${facts.found}” reports this sheet, but the sheet or the file is named after “${facts.expected}”. The roll-up counts it as the former; please check that it is the right sheet, or correct who reports it.`
        : facts.kind === "hidden"
          ? `The row at ${ref} says “${facts.found}”, but its hidden row id belongs to “${facts.expected}”: a sort or a copy probably left the hidden column behind. Please check that no cell of the row slipped, and send the form again as it was sent out.`
          : `Id ${facts.id} is “${facts.expected}” in the ledger, but the row says “${facts.found}”; please check whether the ids slipped by a row.`,
};
