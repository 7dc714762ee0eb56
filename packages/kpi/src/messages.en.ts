import { decimal, groupDigits, round, shift } from "@taizhang/quantity";
import type { CellPlace } from "./facts.ts";
import type { NoteWords } from "./say-note.ts";

const list = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : names.join(", ");
const cells = (at: readonly CellPlace[]): string => {
  const shown = at.slice(0, 3).map(({ file, sheet, ref }) => `${file} ${sheet}!${ref}`);
  return at.length === 0 ? "" : ` (${shown.join(", ")}${at.length > 3 ? `, ${at.length} in all` : ""})`;
};
const number = (amount: string): string => groupDigits(amount);
const percent = (rate: string): string => `${round(shift(decimal(rate), 2), 2)}%`;
const signed = (amount: string): string =>
  amount.startsWith("-") ? `${number(amount.slice(1))} less` : `${number(amount)} more`;

/** The sentences of all notes in English. */
export const en: NoteWords = {
  notAdditive: ({ indicator, orgs }) =>
    `“${indicator}” is a rate, an average or a rank: the figures of ${orgs} orgs are neither added nor averaged. Use the parent's own figure, or its numerator and denominator.`,
  undecided: ({ indicator }) =>
    `Name and unit do not say whether “${indicator}” adds, so there is no total. If it does, say so in the indicator's settings.`,
  parentFigure: ({ by }) => `This is the figure that ${by} reported itself, not a sum of those below.`,
  parentTarget: ({ by }) => `The orgs below have no targets that add; the target is from ${by}'s own sheet.`,
  fromParts: ({ numerator, denominator, orgs }) =>
    `The total of “${numerator}” over the total of “${denominator}” of ${orgs} orgs, not a mean of their rates.`,
  targetRepeated: ({ target, orgs }) => `${orgs} orgs share the one target ${target}; it is not added.`,
  lowerBound: ({ missing }) =>
    `${list(missing)} gave no usable figure for this period: the total is at least so much.`,
  carriedForward: ({ org, period, amount }) =>
    `${org} has not reported; its cumulative figure of ${period}, ${number(amount)}, stands in.`,
  monthsMissing: ({ org, months }) =>
    `${org} gave figures by month only, and ${months.join(", ")} is missing: the others add up to a lower bound.`,
  partlyReported: ({ org, reported, expected }) =>
    `${org} reported ${reported} of ${expected} rows and is named as missing.`,
  textNumber: ({ count, at }) =>
    `${count} number(s) are stored as text${cells(at)}; they are counted as what they say, though the sheet's own SUM leaves them out.`,
  unitInValue: ({ count, at }) =>
    `${count} number(s) carry their unit inside the cell${cells(at)}; they are counted as what they say, though the sheet's own SUM leaves them out.`,
  unreadable: ({ org, at }) =>
    `${org}: ${at.length || 1} cell(s) cannot be read as a number${cells(at)} and are not counted; please enter them again.`,
  error: ({ org, at }) =>
    `${org}: ${at.length || 1} cell(s) hold an error value${cells(at)} and are not counted; please mend the formula.`,
  uncalculated: ({ org, at }) =>
    `${org}: ${at.length || 1} formula(s) have no result yet${cells(at)}, which is neither missing nor zero; please recalculate and save the file.`,
  duplicateNotCounted: ({ org, amount, at }) =>
    `${org} has a second row for the same task and period${cells(at)}; the first counts, ${number(amount)} is not counted again.`,
  unitsDiffer: ({ indicator, units }) =>
    `“${indicator}” stands in units of different kinds (${units.map((unit) => unit || "none").join(", ")}), so there is no total; please agree on one unit.`,
  noTarget: ({ amount, orgs }) =>
    `Orgs without a target did ${number(amount)} more (${list(orgs)}); it is neither in the actual nor in the rate.`,
  severalSources: ({ chosen, others }) =>
    `There are targets of several sources; “${chosen}” is assessed, and those of ${others.map((other) => `“${other}”`).join(", ")} are not added to it.`,
  targetsDiffer: ({ org, used, other }) =>
    `${org} has two values for its target: ${number(used)} is used, ${number(other)} stands elsewhere.`,
  targetVersion: ({ org, value, from }) =>
    `${org}'s target was changed to ${number(value)} from ${from} on; this period uses it.`,
  parentDiffers: ({ reported, below, difference, missing }) =>
    `The parent reported ${number(reported)}, the orgs below add up to ${number(below)}: ${signed(difference)}${missing > 0 ? `; ${missing} of them have not reported in full` : ", beyond what rounding allows; please check"}.`,
  parentTargetDiffers: ({ reported, below, difference }) =>
    `The parent's own target is ${number(reported)}, the targets below add up to ${number(below)}: ${signed(difference)}.`,
  jointDiffers: ({ org, amount, used }) =>
    used === ""
      ? `A joint task counts the figure of the org that submits data, which has not reported; ${org} reported ${number(amount)}, for checking only.`
      : `A joint task counts ${number(used)} of the org that submits data; ${org} reported ${number(amount)}. Please check.`,
  joint: ({ count }) => `${count} joint task(s) are listed under each lead and counted once in the total.`,
  notApplicable: ({ org }) =>
    `${org} says that this does not concern it, though it has a target; it is no longer expected to report. Please confirm.`,
  pending: ({ orgs }) => `The target of ${list(orgs)} is still to be set.`,
  ceilingUse: ({ rate }) => `${percent(rate)} of the ceiling is used up; the end of the period decides.`,
  met: ({ gap }) => `Met${gap === "0" ? "" : `, ${number(gap.replace("-", ""))} from the target`}.`,
  notMet: ({ gap }) => `Not met, ${number(gap.replace("-", ""))} from the target.`,
  stretchRate: ({ rate }) => `${percent(rate)} of the stretch target.`,
  progress: ({ rate }) => `${percent(rate)} of the way from the baseline to the target.`,
  notReviewed: ({ orgs }) => `The returns of ${list(orgs)} are not yet reviewed and, as asked, not counted.`,
};
