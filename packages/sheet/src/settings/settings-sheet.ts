import { catalog, type FindingCode, type Lang } from "@taizhang/finding";
import { columnName, type LayoutCell, type LayoutChoice, type SheetLayout } from "@taizhang/grid";
import { fields } from "../field.ts";
import { namesHeader } from "../recognise/given-header.ts";
import { fieldLabel } from "../recognise/header-words.ts";
import { type Parameters, type Settings, settingsSheetName } from "./settings.ts";
import { settingsWords } from "./words.ts";

/** Lines left free under a block for staff to write in. */
const freeLines = 20;

/**
 * The sheet 台账设置 of these settings (写设置): every rule with its switch and severity, the parameters, the corrected
 * columns and the explanations, each with drop-downs. `readSettings` of it gives the same settings.
 * @example writeWorkbook([settingsLayout(noSettings)])
 */
export function settingsLayout(settings: Settings, lang: Lang = "zh-CN"): SheetLayout {
  const words = settingsWords[lang];
  const rows: (readonly LayoutCell[])[] = [
    [{ value: settingsSheetName, style: "title" }],
    [{ value: words.about, style: "note" }],
  ];
  const choices: LayoutChoice[] = [];
  const block = (
    title: string,
    headings: Readonly<Record<string, string>>,
    lines: readonly (readonly (string | number)[])[],
    lists: Readonly<Record<number, readonly string[]>>,
    free: number,
  ) => {
    rows.push([], [{ value: title, style: "total" }]);
    rows.push(Object.values(headings).map((value): LayoutCell => ({ value, style: "header" })));
    const first = rows.length + 1;
    for (const line of lines) rows.push(line.map(written));
    for (let line = 0; line < free; line++)
      rows.push(Object.values(headings).map((): LayoutCell => ({ value: null, style: "input" })));
    for (const [column, list] of Object.entries(lists))
      choices.push({ ref: cells(Number(column), first, rows.length), list });
  };
  block(words.titles.explanations, words.explanations, explanationLines(settings, lang), {}, freeLines);
  block(
    words.titles.columns,
    words.columns,
    settings.corrections.map((one) =>
      namesHeader(one)
        ? [one.sheet, words.headerRows, rowsText(one.headerRows)]
        : [one.header, fieldLabel(one.field, lang), one.indicator ?? ""],
    ),
    { 1: [...fields.map((field) => fieldLabel(field, lang)), words.headerRows] },
    freeLines,
  );
  block(words.titles.parameters, words.parameters, parameterLines(settings.parameters, lang), {}, 0);
  block(
    words.titles.rules,
    words.rules,
    ruleLines(settings, lang),
    { 2: [words.yes, words.no], 3: ["A", "B", "C", "D"] },
    0,
  );
  return {
    name: settingsSheetName,
    rows,
    merges: ["A1:J1", "A2:J2"],
    widths: [16, 24, 24, 18, 12, 26, 40, 12, 12, 24],
    choices,
    print: { landscape: true, fitToWidth: true },
  };
}

/** A text that begins like a formula stays a text: every value is written as a value, and codes keep their zeros. */
const written = (value: string | number): LayoutCell =>
  typeof value === "number"
    ? { value, style: "input" }
    : { value: value === "" ? null : value, style: "input", format: "@" };

const rowsText = ([first, last]: readonly [number, number]): string =>
  first === last ? `${first}` : `${first}—${last}`;

const cells = (column: number, first: number, last: number): string =>
  `${columnName(column)}${first}:${columnName(column)}${Math.max(first, last)}`;

function explanationLines({ explanations }: Settings, lang: Lang): string[][] {
  const { blank } = settingsWords[lang];
  return explanations.map(
    ({ code, sheet = "", row, column = "", period = "", value, reason, by = "", day = "" }) => [
      code,
      sheet,
      row,
      column,
      period,
      value === "" ? blank : value,
      reason,
      by,
      day,
      catalog[code].title[lang],
    ],
  );
}

function parameterLines(parameters: Parameters, lang: Lang): (string | number)[][] {
  const { parameterNames, byDay, byMonth, lightNames } = settingsWords[lang];
  const values: Readonly<Record<keyof Parameters, string | number>> = {
    reasonLength: parameters.reasonLength ?? "",
    weightTotal: parameters.weightTotal ?? "",
    rateTolerance: parameters.rateTolerance ?? "",
    light: lightNames[parameters.light ?? ""] ?? parameters.light ?? "",
    pace: parameters.pace === undefined ? "" : parameters.pace === "day" ? byDay : byMonth,
  };
  return Object.entries(parameterNames).map(([key, [name, help]]) => [
    name,
    values[key as keyof Parameters],
    help,
  ]);
}

function ruleLines({ rules }: Settings, lang: Lang): string[][] {
  const { yes, no } = settingsWords[lang];
  return (Object.keys(catalog) as FindingCode[]).map((code) => [
    code,
    catalog[code].title[lang],
    rules[code]?.off ? no : yes,
    rules[code]?.severity ?? catalog[code].severity,
  ]);
}
