import type { CollectFacts } from "../../facts/collect.ts";
import type { WordsOf } from "../../sentences.ts";

const evidenceOf = {
  task: "task name",
  indicator: "indicator",
  unit: "unit",
  target: "target",
  seq: "number",
} as const;

export const collectEn: WordsOf<CollectFacts> = {
  C01: ({ id, task, evidence }, ref) =>
    `The row of ${ref} “${task}” has lost its ledger id, or it was changed; by ${evidence.map((one) => evidenceOf[one]).join(", ")} it is ${id}; please check, and fill in ${id} again.`,
  C02: ({ org, other, rows, used }) =>
    used !== undefined
      ? `${org} sent two files, and ${rows} row${rows === 1 ? "" : "s"} differ${rows === 1 ? "s" : ""} from ${other}; ${used} has the later date and counts, please confirm.`
      : rows === 0
        ? `${org} sent two files that say the same, the other being ${other}, and they count once; please keep one of them.`
        : `${org} sent two files, and ${rows} row${rows === 1 ? "" : "s"} differ${rows === 1 ? "s" : ""} from ${other}, so they were not counted; please ask which one holds, and send only that.`,
  C03: ({ task, sentTo, among, count }, ref) =>
    among !== undefined
      ? `${ref} “${task}” stands in ${among} rows of the ledger, and nothing says which of them this is, so it was not counted; please fill in the 台账编号, or state its target or program.`
      : sentTo !== undefined
        ? `${ref} “${task}” was sent to ${sentTo}, which reports it, so the figures here were not counted; please delete the row, or settle with ${sentTo} who reports.`
        : count !== undefined
          ? `${ref} “${task}”${count > 1 ? ` and ${count - 1} more row${count > 2 ? "s" : ""} are` : " is"} not in the ledger and not counted as a further task; please check names and ids, and have a new task approved for the ledger first, or delete the row.`
          : `${ref} “${task}” is not among the tasks that were sent out and was not counted; please have a new task approved for the ledger first, or delete the row.`,
  C04: ({ id, task }) =>
    `Task ${id} “${task}” was sent out, but no row of the return is about it; please put the row back.`,
  C05: ({ count }) =>
    `${count} row${count === 1 ? "" : "s"} stand${count === 1 ? "s" : ""} elsewhere than when sent out and ${count === 1 ? "was" : "were"} matched by id; please check that no cell slipped to another row.`,
  C06: (facts) => {
    if (facts.kind === "period")
      return `This sheet is for ${facts.found}, where ${facts.expected} was expected, and was not counted; please check whether the wrong file was sent.`;
    if (facts.kind === "earlier")
      return `This sheet is for ${facts.found} and stands beside that for ${facts.expected} in one file, so only the latter was counted; sheets of earlier periods may stay; if one was corrected, please send the correction by itself.`;
    if (facts.kind === "later")
      return `This form is for ${facts.found} and is still empty, so it is no report; ${facts.expected} is being collected, and the form may stay.`;
    if (facts.kind === "org")
      return `This sheet says it is from “${facts.found}”, but its tasks were sent to “${facts.expected}”, so it was not counted; please check whose return it is.`;
    if (facts.kind === "stranger")
      return `This sheet says it is from “${facts.found}”, whom the ledger does not know; its tasks were sent to “${facts.expected}”, and it was counted as that return; please check whose it is, and correct who reports it.`;
    if (facts.kind === "ledger")
      return "This sheet holds tasks and targets and no column to report in: it looks like the ledger and was not counted; please use the form that was sent out.";
    if (facts.kind === "merged")
      return "This sheet is the merged table of an earlier collection and no return, so it was not counted; please move it out of the folder of returns.";
    return `None of the ${facts.rows} row${facts.rows === 1 ? "" : "s"} of this sheet is in the ledger, so it was not counted; please check whether the wrong file was sent.`;
  },
  C07: ({ header, found, expected, id }, ref) =>
    `“${header}” in ${ref} is now ${found === "" ? "empty" : `“${found}”`}, but was sent out (id ${id}) as “${expected}”, and it is not for departments to fill in; please restore it, and say in the notes what is wrong with it.`,
  C08: ({ id, first }, ref) =>
    `${ref} and ${first} are both ${id}, where one row was expected, and ${first} counts; please check and keep one.`,
  C09: ({ task, figure, counts, used }, ref) =>
    `${ref} gives ${figure} for the joint task “${task}”, where ${counts}, who reports its figure, gives ${used}, which counts; please agree on it with ${counts}.`,
};
