import { plural } from "./plural.ts";
import type { RollUpWords } from "./zh-CN.roll-up.ts";

/** The words of the act roll up in English. */
export const rollUpWords: RollUpWords = {
  rollup: {
    period: "Period",
    latest: "Latest",
    by: "By",
    bys: { department: "department", division: "division", program: "programme", total: "totals only" },
    here: "This workbook",
    noSheets: "No target sheet in this workbook; please choose files",
    choose: "Choose files…",
    orDrop: "several at once, or drop here",
    drop: "Drop to add",
    remove: "Remove",
    files: {
      ok: (tasks) => plural(tasks, "task"),
      noTargets: "Not a target sheet, left out",
      same: (other) => `same as ${other}, counted once`,
      legacy: "old format, save as .xlsx",
      encrypted: "has a password, cannot be opened",
      notWorkbook: "not a workbook, cannot be opened",
      damaged: "damaged, cannot be opened",
      tooLarge: "too large, was not opened",
    },
    otherPeriod: (period) => `Different period: ${period}`,
    go: (count) => `Roll up ${plural(count, "source")}`,
    reading: (done, of) => `Reading ${done} of ${of}`,
    readSoFar: (read, unread) => `${read} read${unread > 0 ? `, ${unread} not` : ""}`,
    keepRead: (read) => `If cancelled, the ${read} are kept and you can go on later`,
    running: (done, of) => (of > 0 ? `Rolling up ${done} of ${of}` : "Rolling up"),
    cancel: "Cancel",
    coverageNamed: (expected, reported, names) =>
      `${expected} expected, ${reported} in, ${names.length} missing${names.length > 0 ? `: ${names.join(", ")}` : ""}`,
    coverageOfOne: (expected, reported, missing) =>
      `This indicator: ${expected} expected, ${reported} in, ${missing} missing`,
    arrived: (expected, arrived, names) =>
      names === ""
        ? `${expected} expected, ${arrived} in`
        : `${expected} expected, ${arrived} in, ${expected - arrived} missing: ${names}`,
    goArrived: (count) => `Roll up the ${count} in`,
    sums: "a table of sums, counts only if ticked",
    ownResult: "made by Taizhang, left out so that nothing counts twice",
    missing: (names) => `Missing: ${names}`,
    indicator: "Indicator",
    tasks: "Tasks by state",
    name: "Name",
    rate: "Completion %",
    gap: "vs pace",
    gapLong: "vs pace: percentage points",
    light: "Light",
    actual: "Actual",
    target: "Target",
    total: "Total",
    atLeast: (text) => `at least ${text}`,
    reporting: (count, rate) => `${rate} over the ${count} reporting`,
    uncalculated: "not calculated",
    uncalculatedLight: "○ not calculated",
    notApplicable: "not applicable",
    orgs: "In / expected",
    notReported: "not reported",
    none: "—",
    noTarget: "no target",
    back: "Sources",
    write: "Write sheet…",
    copy: "Copy",
    counts: {
      total: "Tasks",
      done: "Done",
      onTrack: "On track",
      behind: "Behind",
      overdue: "of which overdue",
      notDue: "Not due",
      unreported: "Not reported",
    },
    nothing: "These sources have no indicator to roll up",
  },
  drill: {
    cumulative: (actual, target, unit) => `Cumulative ${actual} / target ${target} ${unit}`,
    parent: (own, below) => `Own figure ${own}, sum of those below ${below}`,
    differs: (difference) => `Difference ${difference}, please check`,
    equal: "Difference 0",
    unread: (names) => `Not calculated: ${names} (a formula without a result, not taken as 0)`,
    from: (count) => `From ${plural(count, "cell")}:`,
    targets: "Targets from:",
    go: "Go",
    copy: "Copy place",
    missing: (names) => `Not reported: ${names} (not taken as 0)`,
    notes: "Notes:",
  },
  written: {
    about: (sheet, ref, charts) =>
      `Written to “${sheet}” ${ref}${charts > 0 ? `, ${plural(charts, "chart")}` : ""}`,
    formulas: (count) =>
      `${plural(count, "cell")} ${count === 1 ? "is a formula and follows its sources" : "are formulas and follow their sources"}`,
    fromFiles: (count, time) => `${count} ${count === 1 ? "comes" : "come"} from files, as of ${time}`,
    filesWanted: (files) =>
      `Before a refresh please choose ${files === 1 ? "this file" : `these ${files} files`} again:`,
    without: "Refresh without them",
    remember: (files) =>
      `Remember the sources for a refresh (${files > 0 ? `names and dates of ${files === 1 ? "1 file" : `${files} files`}` : "names of sheets"}, kept in this file)`,
    refresh: "Refresh…",
    go: "Go",
    undo: "Undo writing",
    previewTitle: "Before refreshing",
    changes: (count, lines) => `${plural(count, "cell")} to update in ${plural(lines, "row")}`,
    row: (row) => `row ${row}`,
    rowMoved: (from, to) => `row ${from} moves to ${to}`,
    rowNew: (row) => `new, row ${row}`,
    rowGone: (row) => `no longer there, was row ${row}`,
    rowSame: "same figures, only the places in formulas change",
    follows: "by formula",
    shown: (first, last, of) => `Rows ${first} to ${last} of ${of}`,
    previous: "Previous",
    next: "Next",
    kept: (count) => (count === 1 ? "The cell you edited stays:" : `The ${count} cells you edited stay:`),
    keptOurs: (own, ours) => `yours ${own}, new ${ours}`,
    cleared: "emptied",
    moves: (from, to) => `${from} goes with its row to ${to}`,
    stays: (count) =>
      `${plural(count, "cell")} you wrote beside or below ${count === 1 ? "stays" : "stay"} as ${count === 1 ? "it is" : "they are"}`,
    moved: (count) =>
      `${plural(count, "cell")} you wrote beside or below ${count === 1 ? "goes with its row" : "go with their rows"}:`,
    follow: (count) =>
      `${plural(count, "formula")} on this sheet's figures ${count === 1 ? "follows its row" : "follow their rows"}:`,
    lost: (count) =>
      `${plural(count, "cell")} of yours ${count === 1 ? "stands in a row" : "stand in rows"} no longer there:`,
    unsure: (count) =>
      `${plural(count, "formula")} of yours ${count === 1 ? "rests" : "rest"} on rows that no longer stand together; left as ${count === 1 ? "it is" : "they are"}, please check:`,
    agree: (lost, unsure) =>
      `I have seen this${lost > 0 ? `; ${lost === 1 ? "this cell" : `these ${lost} cells`} may go (undo brings ${lost === 1 ? "it" : "them"} back)` : ""}${unsure > 0 ? `; I will check ${unsure === 1 ? "this formula" : `these ${unsure} formulas`}` : ""}`,
    refreshNow: (count) => `Refresh ${plural(count, "cell")}`,
    alsoKept: (count) => (count === 1 ? "New number for this one too" : `New numbers for these ${count} too`),
    cancel: "Cancel",
    none: "Nothing has changed",
    confirm: (sheets) => `Adds ${sheets}; sheets that are there stay as they are`,
    renamed: (usual, name) => `There is a sheet “${usual}” already; this one goes to “${name}”`,
    notOwn: (usual, name) => `A sheet “${usual}” not written by Taizhang exists; “${name}” will be used`,
    write: "Write",
    gone: (sheet) =>
      `The sheet “${sheet}” was renamed or deleted and cannot be refreshed; you can write a new one`,
    headingsMoved:
      "The headings are not where they were, so no row can be told apart; nothing was refreshed. Please put them back, or write a new sheet",
    changedMeanwhile:
      "The sheet has just changed; nothing was written. It was compared again, please look once more",
    notKept: "it could not be remembered, Excel is busy",
  },
};
