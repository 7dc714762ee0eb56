import { pageWords } from "./en.pages.ts";
import { rollUpWords } from "./en.roll-up.ts";
import { plural } from "./plural.ts";
import { isYear, type PaneWords } from "./zh-CN.ts";

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
  comma: ", ",
  colon: ": ",
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
    short: (tasks, period) =>
      [
        tasks === undefined ? "" : plural(tasks, "task"),
        period === "" ? "" : isYear(period) ? period : `to ${monthOnly(period)}`,
      ]
        .filter((part) => part !== "")
        .join(", "),
    about: (tasks, departments, divisions, period) =>
      [
        tasks === undefined ? "" : plural(tasks, "task"),
        departments > 0
          ? plural(departments, "department")
          : divisions > 0
            ? plural(divisions, "division")
            : "",
        isYear(period) ? period : period === "" ? "" : `data to ${monthOnly(period)}`,
      ]
        .filter((part) => part !== "")
        .join(", "),
    headers: (first, last, all, known) =>
      `Header ${first === last ? `row ${first}` : `rows ${first}–${last}`}, ${known} of ${all} columns recognised`,
    columns: "Edit",
    lights: "Lights",
    unreported: (count) => `${count} not reported`,
    noLight: (count) => `${count} without a light`,
    doneOf: (count) => `${count} done`,
    ledger: "Assigns tasks only; nothing is reported here, so no lights",
    expand: "Open the sheet card",
    collapse: "Close the sheet card",
    reason: (reason) => `Why: ${reason}`,
    looked: (rows, columns) => `(looked at rows 1–${rows}, ${plural(columns, "column")})`,
    empty: "This sheet is empty",
    others: "Target sheets in this workbook:",
    tasks: (count) => plural(count, "task"),
    go: "Go",
    setHeader: "Set header rows…",
    formats: "Check numbers and dates only",
    formatsNone: "Nothing was found in the format of numbers and dates",
  },
  header: {
    title: "Set header rows",
    how: "Select the header rows in the sheet, then “Use selected rows”",
    take: "Use selected rows",
    selected: (first, last) => (first === last ? `Row ${first} selected` : `Rows ${first}–${last} selected`),
    tooMany: "Too many rows are selected; please select the header only",
  },
  check: {
    reading: "Reading",
    checking: "Checking",
    cancel: "Cancel",
    progress: (all, sheets) => (all ? `Checking all ${sheets} sheets` : "Checking"),
    quarter: (done, of) => `${done} of ${of} checked`,
    foundSoFar: "Found so far",
    mayGoOn: "You can go on typing; checking is not disturbed",
    count: (shown, all, mended) =>
      (shown === all ? `${all}, by weight` : `${shown} of ${all}`) + (mended > 0 ? `, ${mended} fixed` : ""),
    department: "Department",
    allDepartments: "Dept.",
    scope: "Scope",
    thisSheet: "Sheet",
    everySheet: "All",
    allSheets: "All sheets",
    exportList: "Export",
    exportResult: "Export result",
    marks: "Marks",
    view: "View",
    explained: (explained, ignored) => `${explained} explained, ${ignored} ignored`,
    fixAll: (count) => `Fix all ${count}…`,
    moreRows: (more, left) => (more === left ? `Show ${more} more` : `Show ${more} more of ${left}`),
    mended: "Fixed",
    currentCell: "Current cell",
    fresh: (count) => `${count} new`,
    nothingMatches: "Nothing matches",
    clearFilters: "Clear filters",
    clean: "Nothing in this sheet must be fixed",
    cleanPart: "Nothing in the part that was checked must be fixed",
    cleanAll: "Nothing was found in this sheet",
    notesRemain: (count) => `${plural(count, "note")} ${count === 1 ? "remains" : "remain"}, optional`,
    looked: (tasks, columns, cells, rules) =>
      `${tasks === undefined ? "" : `${plural(tasks, "task")}, `}${plural(columns, "column")}, ${plural(cells, "cell")}, ${plural(rules, "rule")}`,
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
    moreTotals: (count) => `${plural(count, "more total")} will change`,
    unknownTotals: (places, count, more) =>
      `Excel will work out: ${places}${more ? ` and others, ${count} in all` : ""}`,
    fix: "Fix",
    fixAlike: (count) => `Fix ${count} alike…`,
    previous: "Previous",
    next: "Next",
    mustFix: "Must be fixed, not explained",
    noFix: "This one is for you to change in the sheet",
    likeOthers: (count) =>
      `Should be a number, like the other${count === 1 ? " one" : ` ${count}`} in this column`,
    go: "Go",
    moreCells: (count) => `and ${plural(count, "more cell")}`,
    about: (code) => `About ${code}`,
    hidden: (ref, what) => `${ref} is in a hidden ${what}`,
    showAndGo: "Show it and go",
    related: "See also",
  },
  about: { found: "What is reported", leftAlone: "What is left alone" },
  fixes: {
    title: (title, code) => `Fix all: ${title} ${code}`,
    about: (count) => `${plural(count, "cell")} ticked; values only, formats untouched`,
    aboutFormat: (count) =>
      `${plural(count, "cell")} ticked; values change, and the text format becomes General`,
    left: (count) => `${count} left alone, please check in the sheet:`,
    stale: (count) => `${count} no longer as checked, left out`,
    fix: (count, rest) => (rest ? `Fix the other ${count}` : `Fix ${plural(count, "cell")}`),
    nowIs: (before, now) => `${before}, now ${now}`,
    again: "Check again",
    cancel: "Cancel",
    canUndo: "Can be undone",
    others: "Totals that move:",
  },
  said: {
    found: (total, must, elsewhere, noTargets) =>
      [
        total > 0
          ? `${plural(total, "finding")}, ${must > 0 ? must : "none"} must be fixed`
          : noTargets
            ? ""
            : "Nothing was found",
        elsewhere > 0 ? `${elsewhere} in other sheets` : "",
      ]
        .filter((part) => part !== "")
        .join("; "),
    fixed: (cells, skipped, left) =>
      `${cells} fixed${skipped > 0 ? `, ${skipped} skipped (changed meanwhile)` : ""}, ${left} left`,
    explained: "Saved, no longer counted",
    kept: "Remembered in this file",
    exported: (sheet, rows) => `${rows} exported to the new sheet “${sheet}”`,
    rolledUp: (expected, reported) => `Done: ${expected} expected, ${reported} reported`,
    filesAdded: (usable, unusable) => `${usable} added${unusable > 0 ? `, ${unusable} unusable` : ""}`,
    cancelled: "Cancelled, nothing written",
    checkCancelled: (sheets) =>
      sheets === 0 ? "Cancelled" : `Cancelled; ${plural(sheets, "checked sheet")} kept`,
    filesWanted: (files) => `Please choose ${plural(files, "source file")} first`,
    rollUpCancelled: (read) =>
      read === 0
        ? "Cancelled, nothing written"
        : `Cancelled, nothing written; ${plural(read, "file")} read and kept for later`,
    written: (sheet) => `Written to “${sheet}”`,
    refreshed: (cells) => (cells === 0 ? "Nothing has changed" : `${cells} updated`),
    edited: "The sheet has edits of yours and was left; you can delete it yourself",
    removed: "The sheets were taken away again",
    sheetRemoved: (sheet) => `Undone; the sheet “${sheet}” was taken away`,
    notOurs: (sheet) =>
      `Nothing was written: there is a sheet “${sheet}” not made by Taizhang; please rename it first`,
    sheetHidden: (sheet) => `The sheet “${sheet}” is hidden; please unhide it in Excel first`,
    sheetVeryHidden: (sheet) =>
      `The sheet “${sheet}” is hidden so that Excel's Unhide does not list it; please ask whoever made the workbook`,
    marksKeptOut: (count, sheets) =>
      `Marks of ${plural(count, "protected sheet")} stay as they are: ${sheets}`,
    mendedMeanwhile: "This one has just been mended; it needs no explanation",
    copied: "Copied",
    exampleOpened: "The example is open in a new window; your workbook was not touched",
    released: "Released; name and reason are printed on the total",
    ignored: "Ignored, no longer counted",
    noHeaderRows: "Not used: please select the header rows in the sheet",
    headerUnused: "Not used: nothing stands in these rows, or nothing below them",
    automatic: "Back to automatic recognition",
    back: "Back",
    undone: (cells, skipped) =>
      skipped > 0 ? `${cells} restored, ${skipped} edited since and left alone` : `${cells} restored`,
  },
  failures: {
    editing: "A cell is being edited; nothing was written. Press Enter or Esc in the sheet, then try again",
    protected: "This sheet is protected; nothing was written. To change it, lift the protection under Review",
    structure:
      "The workbook's structure is protected: sheets can be neither added nor removed, and nothing was written. To write, lift the workbook's protection under Review",
    gone: "The sheet or cells are no longer there; nothing was written. Please check again",
    tooLarge: "Too much for Excel at one time; nothing was written",
    lost: "Contact with Excel lost, nothing was written",
    unclear:
      "Contact with Excel lost; it is not clear whether anything was written. Please look at the sheet before doing it again",
    cancelled: "Cancelled, nothing was written",
    partly: "Only some of the sheets were removed; please try again for the rest",
    busy: "Nothing was written, Excel is busy",
  },
  notRechecked: "it could not be checked again, Excel is busy",
  again: "Try again",
  wait: {
    title: "A cell is being edited",
    how: "Press Enter or Esc in the sheet; this goes on by itself",
    waiting: ({ what, cells = 0 }) =>
      `Waiting: ${
        {
          fix: `fix ${plural(cells, "cell")}`,
          undo: "undo",
          summary: "write the summary",
          refresh: "refresh the summary",
          removal: "take the summary away",
          settings: "keep settings",
          marks: "marks",
          export: "export",
        }[what]
      }`,
    continued: (said) => `Continued: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    cancel: "Cancel",
  },
  contact: { reconnecting: "Reconnecting…", again: "Try again" },
  notCome: "This part did not open, perhaps for want of a network. Everything found is still there",
  states: {
    protected: "This sheet is protected: it can be checked, not written",
    protectedHow: "To change it, lift the protection under Review",
    cellLocked: "This cell is protected and cannot be written; lift the protection under Review first",
    unlocked: (count) =>
      count === 1 ? "1 cell is unlocked and can be fixed" : `${count} cells are unlocked and can be fixed`,
    view: "View",
    viewAll: "View all",
    structure: "Workbook structure is protected; no sheet can be added",
    copyList: "Copy list",
    toNewSheet: "Write list to a new sheet",
    large: (cells, time) =>
      `About ${cells} cells in this workbook; checking all takes ${time === "" ? "a while" : time}`,
    about: (seconds) => (seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} minutes`),
    largeSelection: "Selection only",
    largeSheet: "The active sheet only",
    largeRows: "First 50,000 rows of each sheet",
    largeAll: "Everything, can be cancelled",
    start: "Start",
    partRows: "Only the first 50,000 rows were checked, without totals",
    partSheet: "Only this sheet was checked",
    partSelection: (first, last) => `Only rows ${first}–${last} were checked, without totals`,
    checkAll: "Check all",
    partly: (checked, of) => `${checked} of ${plural(of, "sheet")} checked, the others were not`,
    offline: "No network. Checking and roll-up go on, data stays here",
    otherChanged: (count, cells) => `Someone else just changed ${plural(count, "cell")}: ${cells}`,
    previewUpdated: (count) =>
      count === 1
        ? "Preview updated, it is no longer ticked"
        : `Preview updated, these ${count} are no longer ticked`,
    marksFirst:
      "Once marks are added, this Excel cannot undo what was done before; turning “Marks” off takes them away",
    addMarks: "Add marks",
    notNow: "Not now",
    marksLeft: "Marks left in the sheet",
    clear: "Clear",
    failed: "This workbook could not be read",
  },
  first: {
    title: "Taizhang: check, fix and roll up sheets in Excel",
    look: "Look only: checking changes nothing in your sheet",
    see: "See first: every fix shows before and after",
    stay: "Data stays here; works without a network",
    show: "See what was found here",
    example: "See an example",
    later: "Later, open it from the Taizhang tab",
  },
  ...pageWords,
  ...rollUpWords,
  footer: {
    undo: (what, cells) =>
      ({
        fix: `Undo: fixed ${plural(cells, "cell")}`,
        summary: `Undo: refreshed ${plural(cells, "cell")}`,
        explanation: "Undo: kept explanation",
        columns: "Undo: column meanings",
        settings: "Undo: kept settings",
        export: "Undo: exported",
      })[what],
    excelCannot: "This Excel cannot undo what the pane writes; use Undo in the pane",
    settings: "Settings",
    help: "Help",
  },
  back: "Back",
};
