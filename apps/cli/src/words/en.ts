import { sayGrade } from "@taizhang/kpi";
import { helpEn } from "./help.en.ts";
import type { Words } from "./words.ts";

export const en: Words = {
  help: helpEn,
  usage: {
    unknownOption: (option) => `There is no option “${option}”.`,
    missingArgument: (name) => `Missing: ${name}.`,
    missingOption: (option) => `Please give “${option}”.`,
    missingValue: (option) => `The option “${option}” needs a value.`,
    unknownCommand: (name) => `There is no command “${name}”.`,
    tooMany: "Too many arguments; please check.",
    badBy: (given, allowed) => `Cannot roll up by “${given}”; choose from: ${allowed}.`,
    badPreset: (given, allowed) => `There is no preset “${given}”; use one of: ${allowed}. `,
    badTotal: (given) => `Cannot read the total “${given}”; write it as 100 or 1000. `,
    noRegister: (file) =>
      `“${file}” holds no register of returns; please give the one written last time to --before.`,
    otherRegister: (file, own, asked) =>
      `“${file}” is the register of ${own}, and the returns are of ${asked}; please give a register of the same or an earlier period to --before, or leave it out when a period is collected for the first time.`,
    badPeriod: (given) => `“${given}” is not a report period; write 2016, 2016-10 or 2016Q3.`,
    badMonths: (months) =>
      `“${months}” are no months: give numbers from 1 to 12 with commas between them, and not all twelve. `,
    badDay: (given) => `“${given}” is not a day; write 2016-10-25.`,
    badYear: (given) => `“${given}” is no year; write it as 2016. `,
    badLang: (given) => `There is no language “${given}”; choose zh-CN or en.`,
    fixNeedsOut: "With --fix, say with -o where the mended files go; the originals are not changed.",
    badSplitBy: (given) => `Cannot split by “${given}”; use lead, town or program. `,
    badCode: (given) => `No division has the code “${given}”; please check.`,
    exists: (file) =>
      `“${file}” exists, is not as Taizhang wrote it, and was kept; please choose another name, or add --force to overwrite it.`,
    sameFile: (file) => `“${file}” is an original and is not overwritten; please choose another place.`,
    sameName: (file) => `Two files are called “${file}”; the second was not written. Please mend them apart.`,
    seeHelp: "See taizhang --help.",
  },
  file: {
    cannotReadPlan: (reason) =>
      `No plan text could be read from this file (${reason}); please save it as .txt or .docx and try again.`,
    notFound: (input) => `Cannot find “${input}”; please check the file or folder name.`,
    notAmongReturns: (file) =>
      `“${file}” is named as reviewed but is none of the returns that are rolled up, and does not count; please give it among them too, or check the file.`,
    cannotRead: (reason) => `The file cannot be read (${reason}); please check permissions or save a copy.`,
    stopped: (mark) =>
      `${mark} The file was left alone, neither checked nor counted; if it is not secret, please remove the mark, or release it with a name and a reason on the sheet 台账设置.`,
    repeated: (file, same) => `“${file}” is the same file as “${same}” and is read once.`,
    cannotWrite: (file, reason) =>
      `“${file}” was not written (${reason}); please check that the folder exists and the file is not open in Excel.`,
    written: (file) => `Written: ${file}`,
  },
  progress: (done, total, file) => `Reading ${done}/${total}: ${file}`,
  check: {
    noTables: (file, sheets) =>
      `No sheet of “${file}” is a target sheet that can be checked:\n${sheets.map(([name, reason]) => `  ${name}: ${reason}`).join("\n")}\n`,
    none: (files, without) =>
      files === without
        ? "There is no file to check."
        : `Checked ${files - without} ${files - without === 1 ? "file" : "files"}; nothing found.${without > 0 ? ` ${without} more ${without === 1 ? "has" : "have"} no sheet to check.` : ""}`,
    total: (files, { A, B, C, D }) =>
      `Checked ${files} ${files === 1 ? "file" : "files"}: ${A} must fix (A), ${B} fix or explain (B), ${C} confirm (C), ${D} notes (D).`,
    severities: { A: "A must fix", B: "B fix or explain", C: "C confirm", D: "D note" },
    fixable: "can be fixed",
    settled: (count) => ` Another ${count} explained, released or ignored.`,
    state: (state, reason, by) =>
      `${state}${reason === "" ? "" : `: ${reason}`}${by === "" ? "" : ` (${by})`}`,
    fixed: (cells, file) =>
      `${cells} ${cells === 1 ? "cell" : "cells"} mended, written to ${file} (original unchanged)`,
    unmerged: (content) => `unmerged, with ${content} in each cell`,
    skipped: (cells) => `${cells} more left alone: changed since the check, or to be done in Excel.`,
  },
  rollup: {
    nothing: "No target sheet to roll up.",
    unknown: "not recognised",
    leftOut: (file, sheet, reason) => `Left out: ${file}, sheet “${sheet}”: ${reason}`,
    period: (period) => `Report period: ${period}`,
    total: "Total",
    dimensions: { division: "Division", department: "Department", program: "Programme", period: "Period" },
    headings: {
      indicator: "Indicator",
      unit: "Unit",
      target: "Target",
      actual: "Actual",
      completion: "Completion %",
      pace: "Pace %",
      light: "Light",
      coverage: "Reported/expected",
      missing: "Missing",
      parent: "Superior's figure",
      difference: "Difference",
      notes: "Notes",
    },
    counts: {
      total: "Tasks",
      done: "Done",
      onTrack: "On track",
      behind: "Behind",
      overdue: "of which overdue",
      notDue: "Not due",
      unreported: "Not reported",
      rate: "Task completion %",
    },
    lights: {
      green: "● green",
      yellow: "▲ yellow",
      red: "◆ red",
      notDue: "○ not due",
      unreported: "○ not reported",
      pending: "○ pending",
      notApplicable: "○ not applicable",
    },
    explained: "How each came about:",
    uncalculated: "○ not calculated",
    atLeast: (amount) => `at least ${amount}`,
    tasks: "Tasks by state",
    notes: "Notes:",
    none: "—",
    openFindings: ({ A, B }) =>
      `The source sheets still have ${A} findings to fix (A) and ${B} to fix or explain (B); see them with check.`,
    followUps: {
      title: "To follow up",
      headings: ["Task", "Lead", "Deadline", "Behind by (points)", "Light", "Why listed"],
      overdue: "overdue",
      reasons: { twoMonths: "behind two months in a row", thirdQuarter: "behind at the third quarter" },
    },
    yearEnds: {
      title: "Indicators that may miss their target at the present pace (an estimate, for reference only)",
      headings: ["Indicator", "Unit", "Target", "Expected at year's end", "Met?", "Months it rests on"],
      meets: { all: "likely met", none: "likely missed", part: "uncertain" },
    },
    changes: {
      title: "Change on last year and on the month before (only where all figures are there)",
      headings: ["Indicator", "Unit", "On last year", "On the month before"],
      points: (points) => `${points} points`,
      incomparable: "not comparable",
    },
    differences: {
      title: "Different from the earlier version of the returns",
      none: "Nothing is different from the earlier version of the returns.",
      headings: ["Org", "Indicator", "Task", "What", "Before", "Now", "Difference"],
      kinds: { added: "new", removed: "gone" },
      fields: {
        target: "target",
        actual: "actual",
        standIn: "carried",
        status: "status",
        light: "light",
        pending: "pending",
        unit: "unit",
      },
      statuses: {
        reported: "given",
        missing: "blank",
        notApplicable: "not applicable",
        unusable: "unusable",
      },
    },
  },
  score: {
    nothing: "No target sheet to score.",
    about: (preset, { since, own, early }, total) =>
      `Rule ${preset} (${own ? "Taizhang's own" : early ? `one of ${since}, later than the period` : `since ${since}`}), declared total ${total}; bonuses, deductions and reporting stand outside, equal scores share a place.`,
    evenWeights: "The source sheets state no weights: the total is shared out evenly.",
    breadth: (group, fewest, most) =>
      `${group === "" ? "" : `${group}: `}organisations are scored by very different numbers of indicators (${fewest} to ${most}); with few, a single one decides the place, so compare places only between those of similar breadth. A column 组别 ranks them group by group.`,
    derivation: "Derivation:",
    headings: {
      rank: "Place",
      group: "Group",
      org: "Organisation",
      items: "Indicators scored",
      points: "Indicators",
      bonus: "Bonus",
      deduction: "Deductions",
      reporting: "Reporting",
      vetoes: "Vetoes",
      final: "Final",
      grade: "Grade",
    },
    unranked: {
      unreported: "not reported",
      nothingToScore: "nothing to score",
      incomplete: "incomplete",
      weightsDiffer: "weights differ",
    },
    grade: (grade) => sayGrade(grade, "en"),
  },
  units: {
    types: {
      division: "division",
      zone: "development zone",
      department: "department",
      group: "group of units",
      ambiguous: "several are possible; write the full name or say where it lies",
      unknown: "not found",
    },
    fields: {
      name: "Name",
      code: "Code",
      parent: "Above it",
      from: "From",
      until: "Until",
      successors: "Successors",
      members: "Members",
      candidates: "Could be",
      suggestions: "Perhaps",
      evidence: "Evidence",
      document: "Approval",
    },
  },
  parse: {
    untitled: "(no title)",
    lead: "lead",
    support: "support",
    money: "money",
    bounds: {
      eq: "",
      ge: "≥ ",
      gt: "> ",
      le: "≤ ",
      lt: "< ",
      range: "",
      approx: "about ",
      stretch: "at best ",
    },
    due: (due, _, begins) => {
      const when = due.startsWith("---")
        ? `day ${Number(due.slice(3))} of each month`
        : due.replace(/^--/, "");
      return begins ? `from ${when}` : when;
    },
    line: (number) => `line ${number}`,
    total: (items, targets, milestones, money) =>
      `${items} tasks: ${targets} targets, ${milestones} milestones, ${money} amounts of money.`,
  },
  split: {
    nothing: "The ledger holds no task to send out.",
    noTowns:
      "No task of the ledger is led by a town, so the files are by lead; for forms to towns, please name them as leads in the ledger first.",
    written: (files, folder) => `Wrote ${files} files to ${folder}`,
    file: (org, rows, joint, file) =>
      `  ${org}: ${rows} row${rows === 1 ? "" : "s"}${joint > 0 ? ` (${joint} joint)` : ""}  ${file}`,
  },
  collect: {
    states: { missing: "missing", reported: "reported", sentBack: "sent back", again: "sent again" },
    empty: " (empty form)",
    headings: {
      org: "Organisation",
      state: "State",
      answered: "Answered",
      files: "Files",
      mustFix: "Must fix",
      fixOrExplain: "Fix or explain",
    },
    total: (orgs, came, rows, taken) =>
      `${came} of ${orgs} organisations sent a return; ${taken} of ${rows} rows of the ledger were taken.`,
    slip: (org, file) => `Return slip: ${org}  ${file}`,
    slipSheet: (org) => `退回单·${org}`,
  },
  inspect: {
    periodText: (period) => period,
    targetSheet: "target sheet",
    notTargetSheet: "not a target sheet",
    table: (range, first, last, shape) =>
      `${range}, header ${first === last ? `row ${first}` : `rows ${first}–${last}`}, ${shape === "long" ? "a row a target" : "regions down, indicators across"}`,
    org: "Reported by",
    period: "Period",
    column: "Column",
    header: "Header",
    field: "Meaning",
    indicator: "Indicator",
    confidence: "Confidence",
    evidence: "Evidence",
    evidenceOf: (rule, saw) => (saw ? `${rule}: ${saw}` : rule),
  },
};
