import type { Lang } from "@taizhang/finding";
import { columnName, type LayoutCell, quoteSheet, type SheetLayout } from "@taizhang/grid";
import type { FollowUp } from "@taizhang/kpi";
import { groupDigits, placesOf } from "@taizhang/quantity";
import { listSheet } from "./list-sheet.ts";
import { type ListWords, listWords } from "./list-words.ts";
import { numberCell } from "./number-cell.ts";
import { layoutWords, periodWords } from "./words.ts";

type Words = ListWords["followUps"];

const text = (value: string): LayoutCell => ({ value, style: "text" });
const blank: LayoutCell = { value: null, style: "input" };

/** The tasks to be followed up, with columns for the office to fill, as the form has them (督办清单). */
export function followUpSheet(
  rows: readonly FollowUp[],
  lang: Lang,
  linkTo: (file: string) => string,
): SheetLayout {
  const { followUps: words } = listWords[lang];
  const lights = layoutWords[lang].lights;
  const lightColumn = columnName(Object.keys(words.columns).indexOf("light"));
  return listSheet(
    words,
    rows.map((row, index) => cellsOf(row, index, words, lang, linkTo)),
    {
      widths: [8, 12, 30, 26, 12, 16, 10, 10, 34, 12, 8, 30, 18, 22, 12, 22, 12, 16],
      freeze: "D4",
      lights: (["yellow", "red"] as const).map((light) => ({
        ref: `${lightColumn}4:${lightColumn}${rows.length + 3}`,
        equals: lights[light],
        light,
      })),
    },
  );
}

function cellsOf(
  row: FollowUp,
  index: number,
  words: Words,
  lang: Lang,
  linkTo: (file: string) => string,
): LayoutCell[] {
  const { at, lag, deadline = "", owner = "", leader = "", problemText = "" } = row;
  const leads = row.dims.department?.map(({ name }) => name) ?? [];
  const why = [words.reasons[row.reason], ...(row.overdue ? [words.overdue] : [])].join("、");
  const title: LayoutCell = at
    ? { value: row.title, style: "link", link: `${linkTo(at.file)}#${quoteSheet(at.sheet)}!${at.ref}` }
    : text(row.title);
  return [
    { value: index + 1, style: "number" },
    text(row.taskId ?? ""),
    title,
    text(demandOf(row)),
    text(deadline),
    text((leads.length > 0 ? leads : [row.org]).join("、")),
    text(owner),
    text(leader),
    text(progressOf(row, words)),
    lag === null ? text("") : numberCell(Number(lag), placesOf(lag)),
    text(layoutWords[lang].lights[row.light]),
    text(problemText),
    text(`${why}（${row.periods.map(lang === "en" ? String : periodWords).join("、")}）`),
    blank,
    blank,
    blank,
    blank,
    blank,
  ];
}

const demandOf = ({ targets }: FollowUp): string =>
  targets
    .filter(({ target }) => target !== null)
    .map(({ indicator, target, unit }) => `${indicator}${target === null ? "" : groupDigits(target)}${unit}`)
    .join("；");

/** The department's own words; where it has none, its figures. */
const progressOf = ({ progressText = "", targets }: FollowUp, { done }: Words): string =>
  progressText !== ""
    ? progressText
    : targets
        .filter(({ actual }) => actual !== null)
        .map(
          ({ indicator, actual, unit }) =>
            `${indicator}${actual === null ? "" : done(groupDigits(actual), unit)}`,
        )
        .join("；");
