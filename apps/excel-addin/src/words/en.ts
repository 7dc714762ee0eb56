import type { PaneWords } from "./zh-CN.ts";

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const months = "January February March April May June July August September October November December".split(
  " ",
);

const periodText = (period: string): string => {
  const [, year, month, quarter] = /^(\d{4})(?:-(\d{2})|Q([1-4]))?$/.exec(period) ?? [];
  if (year === undefined) return period;
  if (month) return `${months[Number(month) - 1]} ${year}`;
  return quarter ? `quarter ${quarter} of ${year}` : year;
};
const monthOnly = (period: string): string =>
  months[Number(/^\d{4}-(\d{2})$/.exec(period)?.[1]) - 1] ?? periodText(period);

/** The words of the pane in English. */
export const en: PaneWords = {
  tabs: { check: "Check", rollup: "Roll up" },
  period: periodText,
  severities: { A: "Must fix", B: "Fix or explain", C: "Confirm", D: "Note" },
  severityShort: { A: "must fix", B: "fix or explain", C: "confirm", D: "notes" },
  lights: {
    green: "● green",
    yellow: "▲ yellow",
    red: "◆ red",
    notDue: "○ not due",
    unreported: "○ not reported",
    pending: "○ target to come",
    notApplicable: "○ not applicable",
  },
  card: {
    targetSheet: "Target sheet",
    notTargetSheet: "Not a target sheet",
    short: (tasks, period) => `${plural(tasks, "task")}${period === "" ? "" : `, to ${monthOnly(period)}`}`,
    about: (tasks, departments, period) =>
      `${plural(tasks, "task")}, ${plural(departments, "department")}${period === "" ? "" : `, data to ${monthOnly(period)}`}`,
    headers: (first, last, all, known) =>
      `Header ${first === last ? `row ${first}` : `rows ${first}–${last}`}, ${known} of ${all} columns recognised`,
    columns: "Edit",
    lights: "Lights",
    unreported: (count) => `${count} not reported`,
    doneOf: (count) => `; ${count} done`,
    expand: "Open the sheet card",
    collapse: "Close the sheet card",
    reason: (reason) => `Why: ${reason}`,
    looked: (rows, columns) => `(looked at rows 1–${rows}, ${plural(columns, "column")})`,
    empty: "This sheet is empty",
    others: "Target sheets in this workbook:",
    tasks: (count) => plural(count, "task"),
    go: "Go",
  },
  check: {
    reading: "Reading",
    checking: "Checking",
    cancel: "Cancel",
    mayGoOn: "You can go on typing; checking is not disturbed",
    count: (shown, all) => (shown === all ? `${all}, by weight` : `${shown} of ${all}`),
    department: "Department",
    allDepartments: "All departments",
    scope: "Scope",
    thisSheet: "This sheet",
    allSheets: "All sheets",
    weight: (severity, words, count) => `${severity} ${words}, ${count}`,
    fixAll: (count) => `Fix ${count} at once…`,
    mended: "Fixed",
    currentCell: "Current cell",
    fresh: (count) => `${count} new`,
    nothingMatches: "Nothing matches",
    clearFilters: "Clear filters",
    clean: "Nothing in this sheet must be fixed",
    cleanAll: "Nothing was found in this sheet",
    notesRemain: (count) => `${plural(count, "note")} ${count === 1 ? "remains" : "remain"}, optional`,
    looked: (tasks, columns, cells, rules) =>
      `${plural(tasks, "task")}, ${plural(columns, "column")}, ${plural(cells, "cell")}, ${plural(rules, "rule")}`,
    at: (time) => `Checked ${time}; later edits are checked as you go`,
    next: "Next",
    toRollUp: "Roll up",
    again: "Check again",
  },
  detail: {
    before: "Before",
    after: "After",
    text: "text",
    number: "number",
    empty: "empty",
    formula: "formula",
    total: (ref) => `Total ${ref}`,
    fix: "Fix",
    fixAlike: (count) => `Fix ${count} alike…`,
    previous: "Previous",
    next: "Next",
    mustFix: "Must be fixed, not explained",
    noFix: "This one is for you to change in the sheet",
    go: "Go",
    related: "See also",
  },
  fixes: {
    title: (title, code) => `Fix all: ${title} ${code}`,
    about: (count) => `${plural(count, "cell")} ticked; values only, formats untouched`,
    aboutFormat: (count) =>
      `${plural(count, "cell")} ticked; values change, and the text format becomes General`,
    left: (count) => `${count} left alone, please check in the sheet:`,
    stale: (count) => `${count} no longer as checked, left out`,
    fix: (count) => `Fix ${plural(count, "cell")}`,
    cancel: "Cancel",
    canUndo: "Can be undone",
    others: "Totals that move:",
  },
  said: {
    found: (total, must) =>
      total === 0 ? "Nothing was found" : `${plural(total, "finding")}, ${must} must be fixed`,
    fixed: (cells, skipped, left) =>
      `${cells} fixed${skipped > 0 ? `, ${skipped} skipped (changed meanwhile)` : ""}, ${left} left`,
    undone: (cells, skipped) =>
      skipped > 0 ? `${cells} restored, ${skipped} edited since and left alone` : `${cells} restored`,
  },
  failures: {
    editing: "A cell is being edited; nothing was written. Press Enter or Esc in the sheet, then try again",
    protected: "This sheet is protected; nothing was written. To change it, lift the protection under Review",
    gone: "The sheet or cells are no longer there; nothing was written. Please check again",
    tooLarge: "Too much for Excel at one time; nothing was written",
    lost: "Contact with Excel lost, nothing was written",
    cancelled: "Cancelled, nothing was written",
    busy: "Nothing was written, Excel is busy",
  },
  again: "Try again",
  footer: {
    undo: (cells) => `Undo: fixed ${plural(cells, "cell")}`,
    nothingToUndo: "Nothing to undo",
    settings: "Settings",
    help: "Help",
  },
  back: "Back",
};
