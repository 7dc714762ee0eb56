import { groupDigits } from "@taizhang/quantity";
import type { CellPlace } from "./facts.ts";
import type { NoteFacts, NoteWords } from "./note.ts";
import { percentText } from "./percent.ts";

const list = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : names.join(", ");
const cells = (at: readonly CellPlace[]): string => {
  const shown = at.slice(0, 3).map(({ file, sheet, ref }) => `${file} ${sheet}!${ref}`);
  return at.length === 0 ? "" : ` (${shown.join(", ")}${at.length > 3 ? `, ${at.length} in all` : ""})`;
};
const number = (amount: string): string => groupDigits(amount).replace(/^-/, "−");
/** A count with its noun. */
const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
/** Where an actual lies, seen from its target. */
const beside = (gap: string, unit: string): string => {
  // Between two rates the difference is in percentage points, never %.
  const amount = `${number(gap.replace(/^-/, ""))}${unit === "%" ? " percentage points" : ""}`;
  return `${amount} ${gap.startsWith("-") ? "below" : "above"} the target`;
};
/** Those without any usable figure, then those that lack an earlier month, then those with some rows. */
const lacking = ({
  missing,
  partly,
  byMonth = [],
  inPeriodOnly = [],
}: Omit<NoteFacts["lowerBound"], "indicator">): string => {
  const none = missing.filter((org) => ![partly, byMonth, inPeriodOnly].some((some) => some.includes(org)));
  return [
    ...(none.length > 0 ? [`${list(none)} gave no usable figure for this period`] : []),
    ...(byMonth.length > 0 ? [`${list(byMonth)} did not give every earlier month`] : []),
    ...(inPeriodOnly.length > 0
      ? [`${list(inPeriodOnly)} gave this period alone and no cumulative figure`]
      : []),
    ...(partly.length > 0 ? [`${list(partly)} gave only part of the figures`] : []),
  ].join(", ");
};
const percent = percentText;
const signed = (amount: string): string =>
  amount.startsWith("-") ? `${number(amount.slice(1))} less` : `${number(amount)} more`;

const states = {
  due: "due",
  submitted: "submitted",
  sentBack: "sent back",
  resubmitted: "resubmitted",
  reviewed: "reviewed",
  locked: "locked",
};

/** The sentences of all notes in English. */
export const en: NoteWords = {
  notAdditive: ({ indicator, orgs }) =>
    `“${indicator}” is a rate, an average or a rank: the figures of ${orgs > 1 ? `${orgs} orgs` : "several orgs"} are neither added nor averaged. Use the parent's own figure, or its numerator and denominator.`,
  undecided: ({ indicator }) =>
    `Name and unit do not say whether “${indicator}” adds, so the figures below are listed and not added; please check its definition.`,
  parentFigure: ({ by }) => `This is the figure that ${by} reported itself, not a sum of the figures below.`,
  parentTarget: ({ by }) => `The targets below are not added; the target is from the sheet of ${by}.`,
  fromParts: ({ numerator, denominator, orgs }) =>
    `The total of “${numerator}” over the total of “${denominator}” of ${many(orgs, "org")}, not a mean of their rates.`,
  rateDiffers: ({ org, by, printed, computed }) =>
    `From its numerator and denominator the rate of ${org} is ${number(computed)}, while ${by === org ? "it" : by} reports ${number(printed)}, beyond what rounding allows; please check.`,
  targetRepeated: ({ target, targetMax, orgs }) =>
    `${orgs} organisations share the same target of ${number(target)}${targetMax === undefined ? "" : ` to ${number(targetMax)}`}; it is not added.`,
  lowerBound: (args) =>
    `${args.indicator === "" ? "" : `“${args.indicator}”: `}${lacking(args)}; the total is shown as “at least”.`,
  reportedOnly: ({ reported, isWhole, ...args }) =>
    isWhole
      ? `${lacking(args)}; what is missing has no target set and is not in the total, which is whole.`
      : `The total holds only ${reported > 0 ? `the ${many(reported, "organisation")} that reported in full` : "what was reported"}; ${lacking(args)}.`,
  fromSuperior: ({ orgs, by }) =>
    `No return of their own: ${list(orgs)}. The figures are from ${by === "" ? "a superior's table" : `the superior's table (${by})`} and count as reported.`,
  noPeriod: () =>
    "No report period is known, so nothing is compared with the pace and there is no light; please state the period.",
  emptyLater: ({ periods }) =>
    `Nothing is filled in yet for ${periods.slice(0, 6).join(", ")}${periods.length > 6 ? ` (${periods.length} periods in all)` : ""}, so the report period is an earlier one; to total ${periods.length > 1 ? "one of them" : "it"}, please state it.`,
  undated: ({ orgs, period, at }) =>
    `The sheet of ${list(orgs)} states no period${cells(at)}; its figures were counted for ${period}. Please check that they are of that period.`,
  sharedTarget: ({ orgs, target, counted }) =>
    `The target ${number(target)} is not broken down: ${list(orgs)} have it together, and none of them alone; ${counted ? "it counts once in the total" : "none of them has a completion rate of its own"}. If it has been broken down, please fill in each one's.`,
  sharedActual: ({ orgs, amount, counted, at }) =>
    `The figure ${number(amount)} stands in a merged cell${cells(at)}: ${list(orgs)} have done it together; ${counted ? "it counts once in the total" : "how much of it is whose cannot be told, so it is not counted"}. If it can be told apart, please fill in each one's.`,
  carriedForward: ({ org, period, amount }) =>
    `${org} has no usable cumulative figure for this period; that of ${period}, ${number(amount)}, is used.`,
  monthsMissing: ({ org, months }) =>
    `${org} gave figures by month only, and ${months.join(", ")} is missing, so there is no cumulative figure; the sum of the others is shown as “at least”.`,
  partlyReported: ({ org, reported, expected }) =>
    `${org} reported ${reported} of the ${expected} rows expected, and is listed as missing.`,
  superiorHasFigure: ({ org, by, amount, at }) =>
    `${org} has no usable figure in its own return, while the table of ${by === "" ? "a superior" : by} has ${number(amount)}${cells(at)}. The own return counts, so it was not put in its place; please ask ${org} to report it.`,
  textNumber: ({ count, at }) =>
    `Stored as text: ${many(count, "number")}${cells(at)}, counted as written; the sheet's own SUM leaves such numbers out.`,
  unitInValue: ({ count, at }) =>
    `Written with the unit in the same cell: ${many(count, "number")}${cells(at)}, counted as written; the sheet's own SUM leaves such numbers out.`,
  unreadable: ({ org, at }) =>
    `${org}: ${many(at.length || 1, "cell")} without one exact number${cells(at)}, not counted; please check and enter the exact number.`,
  error: ({ org, at }) =>
    `${org}: ${many(at.length || 1, "cell")} with an error value${cells(at)}, not counted; please mend the formula.`,
  uncalculated: ({ org, at }) =>
    `${org}: ${many(at.length || 1, "formula")} without a result yet${cells(at)}, not counted, neither as 0 nor among the missing; please open the file, recalculate and save it.`,
  duplicateNotCounted: ({ org, amount, at }) =>
    `${org} has a second row for the same task and period${cells(at)}; only one counts, ${number(amount)} is not counted again; please check.`,
  unitsDiffer: ({ indicator, units, targets }) =>
    `“${indicator}” is given in units of different kinds (${units.map((unit) => unit || "none").join(", ")}), so ${targets ? "its target is left out and only what was done is shown" : "there is no total"}; please agree on one unit.`,
  noTarget: ({ amount, orgs, otherSource = [], atLeast }) =>
    `Organisations without a target (${list(orgs)}) report ${atLeast ? "at least " : ""}${number(amount)} more, which is neither in the actual nor in the completion rate${otherSource.length > 0 ? `; ${list(otherSource)} has a target, though not of the source that is assessed` : ""}.`,
  severalSources: ({ chosen, others }) =>
    `There are targets of several sources; “${chosen}” is assessed, and those of ${others.map((other) => `“${other}”`).join(", ")} are not added to it.`,
  targetsDiffer: ({ org, used, other }) =>
    `${org} has two values for its target: ${number(used)} is used, ${number(other)} is given elsewhere; please check.`,
  targetVersion: ({ org, value, from, approval, reason }) =>
    `${org}'s target was changed to ${number(value)} from ${from} on${approval || reason ? ` (${[approval && `approved by ${approval}`, reason && `reason: ${reason}`].filter(Boolean).join(", ")})` : ""}; this period uses the changed target.`,
  superiorDiffers: ({ org, by, reported, used, difference }) =>
    `${org} itself reports ${number(used)}, the table of ${by === "" ? "its superior" : by} has ${number(reported)}, a difference of ${number(difference)}; the organisation's own return counts, please check.`,
  periodTarget: ({ period, parts }) =>
    `The target is that of ${period}${parts === undefined ? "" : ` (the sum of ${parts})`}, and so is the figure: it is not cumulative.`,
  targetsLacking: ({ org, months }) =>
    `${org} has no target for ${months.join(", ")}, so the sum of its other targets is none of the whole period and is not used; please add them.`,
  nodesLapsed: ({ org }) =>
    `The nodes of ${org} were set for the target before it was changed and no longer apply: the pace goes by time; please give nodes for the target in force.`,
  strictBound: ({ amount, bound }) =>
    `The target is ${bound === "gt" ? "more" : "less"} than ${number(amount)}, which does not include it; the figure is exactly ${number(amount)}: not met.`,
  parentDiffers: ({ reported, below, difference, missing }) =>
    `The superior reported ${number(reported)}, the figures below add up to ${number(below)}: the superior has ${signed(difference)}${missing > 0 ? `; ${missing} below ${missing === 1 ? "has" : "have"} not reported in full` : ", beyond what rounding allows; please check"}.`,
  parentTargetDiffers: ({ reported, below, difference }) =>
    `The superior's own target is ${number(reported)}, the targets below add up to ${number(below)}: the superior has ${signed(difference)}.`,
  jointDiffers: ({ org, amount, used }) =>
    used === ""
      ? `This task counts the figure of the org that submits data, which has not reported; ${org} reported ${number(amount)}, for checking only.`
      : `This task counts ${number(used)} of the org that submits data; ${org} reported ${number(amount)}. Please check.`,
  joint: ({ count }) => `${many(count, "joint task")}, listed under each lead and counted once in the total.`,
  notApplicable: ({ org, partly }) =>
    partly
      ? `${org} reports “not applicable” for one of its rows, which has a target; that target is not counted, please confirm.`
      : `${org} reports “not applicable”, though it has a target; it is not counted as expected, please confirm.`,
  pending: ({ orgs }) => `The target of ${list(orgs)} is still to be assigned.`,
  ceilingUse: ({ rate, state }) =>
    [
      ...(rate === undefined ? [] : [`${percent(rate)} of the ceiling is used up`]),
      ...(state === "open"
        ? ["the end of the period decides"]
        : state === "passed"
          ? ["the ceiling is passed, which cannot be made good within the year"]
          : []),
    ]
      .join("; ")
      .concat("."),
  met: ({ gap, unit }) => `Met${gap === "0" ? "" : `, ${beside(gap, unit)}`}.`,
  notMet: ({ gap, unit }) =>
    gap === "0"
      ? "Not met: exactly the target, which itself does not count."
      : `Not met, ${beside(gap, unit)}.`,
  stretchRate: ({ rate }) => `${percent(rate)} of the stretch target is reached.`,
  progress: ({ rate }) => `${percent(rate)} of the way from the baseline to the target.`,
  returnStates: ({ counts, returns }) =>
    `Returns used: ${counts.map(({ state, orgs }) => `${orgs} ${states[state]}`).join(", ")} (${returns === "reviewed" ? "only those reviewed or locked, as asked" : "the latest of each"}).`,
  sentBack: ({ orgs }) =>
    `The return of ${list(orgs)} was sent back and has not come again: its figures are not counted.`,
  notReviewed: ({ orgs }) => `Some returns of ${list(orgs)} are not yet reviewed and, as set, not counted.`,
  correction: ({ org, period, frozen, corrected, counted, at }) => {
    const of = period === "" ? "this period" : period;
    const before = frozen === "" ? "no figure" : number(frozen);
    return counted
      ? `${org} corrected its figure of ${of} after it was locked, from ${before} to ${number(corrected)}; the corrected one counts${cells(at)}.`
      : `The return of ${org} for ${of} is locked with ${before}; the correction to ${number(corrected)} came later and is not counted${cells(at)}. To accept it, lock the return anew and roll up again.`;
  },
  released: ({ code, by, reason, at }) =>
    `A problem that must be fixed (${code})${cells(at)} was released by ${by}: ${reason.replace(/[.。；;]+$/, "")}.`,
};
