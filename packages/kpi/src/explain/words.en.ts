import type { ExplainWords } from "./words.ts";

const beside = (gap: string): string =>
  gap.startsWith("−") ? `, ${gap.slice(1)} below the target` : gap === "0" ? "" : `, ${gap} above the target`;
const missed = (gap: string): string =>
  gap === "0" ? ": exactly the target, which itself does not count" : beside(gap);

/** The sentences of explanations in English. */
export const en: ExplainWords = {
  inputs: {
    target: "target",
    targetMax: "upper end",
    actual: "actual",
    bound: "bound",
    stretch: "stretch target",
    baseline: "baseline",
    period: "period",
    start: "start",
    deadline: "deadline",
    nodes: "cumulative nodes",
    idleMonths: "months that do not count",
    today: "counted to",
    pace: "pace",
    rate: "completion",
    preset: "preset of lights",
    current: "current",
    base: "base",
    growth: "growth in %",
    amount: "amount",
    indicator: "indicator",
    ceiling: "ceiling",
    used: "cumulative",
    complete: "all reports in",
    ended: "window ended",
    milestones: "milestones",
    months: "months",
    lastYear: "last year's cumulative figures",
    versions: "changes of the target",
    done: "tasks done",
    total: "tasks in all",
    status: "printed state",
    progress: "progress text",
    evidence: "evidence",
    lights: "lights of the targets",
  },
  yes: "yes",
  no: "no",
  none: "none",
  blank: "blank",
  presets: {},
  source: (section) => `Taizhang's rules of calculation, §${section}`,
  list: (items) => items.join(", "),
  lights: {
    green: "green",
    yellow: "yellow",
    red: "red",
    notDue: "not due",
    unreported: "not reported",
    pending: "target to be assigned",
    notApplicable: "not applicable",
  },
  completion: {
    what: "Completion",
    met: (gap) => `met${beside(gap)}`,
    notMet: (gap) => `not met${missed(gap)}`,
    without: (reason) => `Completion: none, because ${reason}.`,
    atLeast: "at least ",
    reporting: (rate) =>
      `Completion of those that have reported: ${rate}, from their targets and actuals alone.`,
    band: (low, high) => `a band is met or not, from ${low} to ${high}`,
    none: {
      noTarget: "there is no target",
      unreported: "no actual was reported for this period",
      noFigure: "there is no usable actual",
      partly: "reports are missing, and the others cannot stand for all",
      zero: "a target of 0 is met or not",
      down: "a ceiling is kept or passed",
      within: "a band is met or not",
    },
    rules: {
      up: "More is better: actual ÷ target, never capped, six places, half away from zero.",
      negative: "More is better and the target is below zero: 2 − actual ÷ target, never capped.",
      zero: "A target of 0 is met or not and has no rate.",
      down: "Less is better: kept or passed, with the gap; a rate only where its formula is asked for.",
      inverse: "Less is better, and target ÷ actual was asked for.",
      mirror: "Less is better, and 2 − actual ÷ target was asked for.",
      noDivisor: "Less is better, and the formula asked for divides by 0: no rate, only kept or passed.",
      within: "A band: met inside it, else the gap to the end that is passed; no rate.",
    },
  },
  stretch: {
    what: "Completion of the stretch target",
    rule: "Beside the firm one; it never lowers a light.",
  },
  progress: {
    what: "Progress from the baseline",
    rule: "The completion of a stock, ratio or rank is not held against the time elapsed; with a baseline, what is held against it is (actual − baseline) ÷ (target − baseline).",
  },
  pace: {
    weighted:
      "The targets have windows or nodes of their own: the sum of what each should have reached, over the sum of the targets.",
    what: "Pace",
    before: "before the first node nothing is due, 0",
    end: (result) => `at the end the whole target is due, ${result}`,
    node: (through) => `node through ${through}`,
    rules: {
      month:
        "By report months: months of the target's own window that have passed ÷ all of them; without a window, the year.",
      day: "By days: days of the target's own window that have passed ÷ all of them.",
      workingMonth:
        "By working months: idle months count neither as passed nor in all; a window of idle months alone passes by the calendar.",
      nodes:
        "Stated cumulative nodes win: the last one due ÷ target; at the end of the window the target itself is due.",
    },
  },
  light: {
    what: "Light",
    lag: (pace, rate, points, light, isProgress) =>
      `pace ${pace} − ${isProgress ? "progress" : "completion"} ${rate} = ${points} points: ${light}`,
    step: (atMost, light) => `up to ${atMost} points behind is ${light}`,
    otherwise: (atMost, light) => `more than ${atMost} points is ${light}`,
    because: (light, reason) => `Light: ${light}, because ${reason}.`,
    none: {
      unreported: "there is no usable actual for this period",
      atLeast: "reports are missing and what is there does not reach green; it is decided when all are in",
      partly: "reports are missing, and the others cannot stand for all",
      pending: "the target is not yet set",
      notBegun: "its time has not begun",
      byTheEnd: "only the end of its time decides",
    },
    met: {
      green: {
        up: "the target is reached",
        down: "it is kept within the target",
        within: "it lies inside the band",
      },
      red: {
        up: "the target is not reached at the end of its time",
        down: "it is not kept within the target",
        within: "it lies outside the band",
      },
    },
    exact: " The lag is taken before rounding, and then rounded.",
  },
  change: {
    what: "Change against the base",
    points: (points) => `a difference of ${points} percentage points`,
    incomparable: "not comparable",
    said: {
      rate: (percent, way) => ({ more: `up ${percent}`, less: `down ${percent}`, same: "unchanged" })[way],
      points: (points, way) =>
        ({
          more: `up ${points} percentage points`,
          less: `down ${points} percentage points`,
          same: "unchanged",
        })[way],
    },
    rules: {
      rate: "(current − base) ÷ base, the base as supplied this year and defined alike.",
      points: "Between two rates the difference is in percentage points, never in %.",
      incomparable: "A base of zero or below is not comparable.",
    },
  },
  quota: {
    what: "Use of the ceiling",
    states: {
      passed: "passed, for good",
      kept: "kept at the end",
      open: "undecided before the end or with reports missing",
    },
    left: (left) => `${left} left`,
    rule: "A yearly ceiling: cumulative ÷ ceiling; it is kept only at the end and with every report in.",
  },
  growth: {
    what: "Target from growth",
    nothing: "no amount follows; compare the rates",
    rule: "Amounts at current prices: base × (1 + growth).",
    comparable:
      "Growth of GDP and value added is at comparable prices, so that no amount at current prices follows.",
  },
  impliedBase: {
    what: "Implied base",
    between: (least, most) => `between ${least} and ${most}`,
    nothing: "the fall may be 100%, so no base follows",
    rule: "Printed figures are roundings, each by half its last digit; the base lies between the ends that they allow.",
  },
  stage: {
    what: "Progress of the project",
    behind: (count, light) =>
      count === 0
        ? `no milestone behind: ${light}`
        : `${count} ${count === 1 ? "milestone" : "milestones"} behind: ${light}`,
    done: "all milestones reached, done",
    rule: (yellowUpTo) =>
      `Up to ${yellowUpTo} due and not reached is yellow, more is red, and so is the last one past its day; percentages of progress are never added.`,
  },
  escalation: {
    what: "Follow-up",
    reasons: {
      twoMonths: (periods) => `behind in ${periods}, two months in a row: to be followed up`,
      thirdQuarter: (periods) => `behind at the third quarter (${periods}): to be followed up`,
      none: () => "not to be followed up",
    },
    rule: "Behind two months in a row, or at the third quarter. Yellow and red are behind; a missing report is chased apart.",
  },
  forecast: {
    what: "Forecast of the year's end",
    straight: (amount, passed, result) => `straight line: ${amount} × 12 ÷ ${passed} = ${result}`,
    shaped: (amount, end, same, result) => `last year's shape: ${amount} × ${end} ÷ ${same} = ${result}`,
    range: (least, most, months) =>
      least === most ? `about ${least} (from ${months})` : `between ${least} and ${most} (from ${months})`,
    nothing: "no month has a figure, so there is no forecast",
    rule: "The straight line and last year's monthly shape are the ends of the range, rounded outward, with the months that it rests on.",
  },
  meets: { all: "likely met", none: "likely missed", part: "uncertain" },
  unranked: {
    unreported: "not reported",
    nothingToScore: "nothing to score",
    incomplete: "incomplete",
    weightsDiffer: "weights differ",
  },
  taskCompletion: {
    what: "Completion of tasks",
    rule: "Tasks done ÷ tasks in all: those done, on track, behind, not due and unreported together; suspended ones and those moved away do not count.",
  },
  version: {
    what: "Target in force",
    change: (value, from, approval, reason) =>
      `${value} since ${from}${[approval, reason].some(Boolean) ? ` (${[approval, reason].filter(Boolean).join(", ")})` : ""}`,
    band: (value, end) => `${value} to ${end}`,
    stretch: (value, further) => `${value}, stretch ${further}`,
    from: (value, day) => `${value}, since ${day}`,
    first: (value) => `${value}, no change is in force yet`,
    rule: "Of a target that was changed, each period uses the version in force at its end.",
  },
  state: {
    what: "State of the task",
    states: {
      done: "done",
      onTrack: "on track",
      behind: "behind",
      notDue: "not due",
      unreported: "not reported",
      gone: "not counted",
    },
    overdue: "overdue",
    reasons: {
      suspended: "Suspended or taken out: it leaves the count.",
      notApplicable: "No target concerns the body: it leaves the count.",
      targets: "With targets the worst light decides, and all must be reached to be done.",
      overdue: "Past its deadline and unfinished is overdue.",
      status: "Without targets the printed state decides.",
      doneWithoutEvidence:
        "Said to be done without evidence is not done; on time with fresh text it is on track.",
      recurring: "Standing work is never done before the year's end.",
      pastDeadline: "The deadline lies in an earlier month and it is unfinished: red.",
      notStarted: "Before its start, or said not to have begun.",
      noReport: "Nothing was reported this period.",
      freshText: "On time with fresh text: green.",
      noText: "No text of progress: yellow.",
      sameText: "The text is last period's again: yellow.",
      noTextColumn: "The sheet has neither state nor progress, so there is no light.",
      stages: "A project goes by its stages, and by the worse of them and its money.",
    },
  },
};
