import type { Lang } from "@taizhang/finding";
import { groupDigits } from "@taizhang/quantity";
import { percentText } from "../percent.ts";
import { rollUp } from "../roll-up.ts";
import type { Key, RollUpCell, RollUpOptions } from "../roll-up-cell.ts";
import { sayNote } from "../say-note.ts";
import { cellOf, figuresOf, type Row } from "./figures.ts";
import type { FormulaPage } from "./formula-pages.ts";

const number = (amount: string): string => groupDigits(amount).replace(/^-/, "−");
const unitOf = ({ unit = "", power = 0 }: Row): string =>
  `${power === 8 ? "亿" : power === 4 ? "万" : ""}${unit}`;

/** The words of the examples of a roll-up, in one language. */
interface Words {
  readonly row: (row: Row) => string;
  readonly cell: (cell: RollUpCell) => string;
  readonly source: (laws: string) => string;
}

const words: Record<Lang, Words> = {
  "zh-CN": {
    row: (row) => {
      const { org, indicator, period, measure, target, actual, standing, facts } = row;
      const unit = unitOf(row);
      const who = `${org}${standing === "total" ? "的合计行" : standing === "superior" ? "（写在上级表里）" : ""}`;
      const when = period === undefined ? "" : `${Number(period.slice(5))}月`;
      const came = facts?.submitted === undefined ? "" : `，${facts.submitted}报`;
      const figures = [
        ...(typeof target === "string" ? [`目标${number(target)}${unit}`] : []),
        ...(actual === undefined
          ? []
          : [
              `${measure === "inPeriod" ? "当月" : "完成"}${actual === null ? "空白" : actual === "—" ? "“—”" : actual === "?" ? "的数看不清" : `${number(actual)}${unit}`}`,
            ]),
      ];
      return `${who}${when}${indicator === undefined ? "" : `，${indicator}`}：${figures.join("，")}${came}。`;
    },
    cell: (cell) => {
      const { target, actual, completion, completionReporting, atLeast, unit, missing, late } = cell;
      const parts = [
        ...(target === null ? [] : [`目标${number(target)}${unit}`]),
        actual === null ? "没有完成数" : `完成${atLeast ? "至少" : ""}${number(actual)}${unit}`,
        ...(completion === null ? [] : [`完成率${percentText(completion)}`]),
        ...(completionReporting === null || completionReporting === completion
          ? []
          : [`已报单位完成率${percentText(completionReporting)}`]),
        ...(cell.parentReported === null ? [] : [`上级上报数${number(cell.parentReported)}`]),
        ...(cell.difference === null ? [] : [`差额${number(cell.difference)}`]),
      ];
      return `${nameOf(cell.key, "合计")}：${parts.join("，")}；应报${cell.expected}家，实报${cell.reported}家${missing.length > 0 ? `，缺报${missing.join("、")}` : ""}${late?.length ? `，迟报${late.join("、")}` : ""}。`;
    },
    source: (laws) => `依据：台账计算规则第4节（${laws}）`,
  },
  en: {
    row: (row) => {
      const { org, indicator, period, measure, target, actual, standing, facts } = row;
      const unit = unitOf(row);
      const who = `${org}${standing === "total" ? " (row of the total)" : standing === "superior" ? " (in its superior's table)" : ""}`;
      const figures = [
        ...(typeof target === "string" ? [`target ${number(target)}${unit}`] : []),
        ...(actual === undefined
          ? []
          : [
              `${measure === "inPeriod" ? "month" : "actual"} ${actual === null ? "blank" : actual === "—" ? "“—”" : actual === "?" ? "unreadable" : `${number(actual)}${unit}`}`,
            ]),
        ...(facts?.submitted === undefined ? [] : [`came in on ${facts.submitted}`]),
      ];
      return `${who}${period === undefined ? "" : ` ${period}`}${indicator === undefined ? "" : ` ${indicator}`}: ${figures.join(", ")}`;
    },
    cell: (cell) => {
      const { target, actual, completion, completionReporting, atLeast, unit, missing, late } = cell;
      const parts = [
        ...(target === null ? [] : [`target ${number(target)}${unit}`]),
        actual === null ? "no actual" : `actual ${atLeast ? "at least " : ""}${number(actual)}${unit}`,
        ...(completion === null ? [] : [`completion ${percentText(completion)}`]),
        ...(completionReporting === null || completionReporting === completion
          ? []
          : [`of those that reported ${percentText(completionReporting)}`]),
        ...(cell.parentReported === null ? [] : [`superior's own figure ${number(cell.parentReported)}`]),
        ...(cell.difference === null ? [] : [`difference ${number(cell.difference)}`]),
      ];
      return `${nameOf(cell.key, "Total")}: ${parts.join(", ")}; ${cell.expected} expected, ${cell.reported} reported${missing.length > 0 ? `, missing ${missing.join(", ")}` : ""}${late?.length ? `, late ${late.join(", ")}` : ""}`;
    },
    source: (laws) => `Source: Taizhang's rules of calculation, §4 (${laws})`,
  },
};

const nameOf = (key: Key, total: string): string => Object.values(key).join(" ") || total;

/** The sentence that names the laws of §4 which an example shows: “1” or “2、6”. */
export const lawsOf = (laws: string, lang: Lang): string =>
  words[lang].source(lang === "en" ? laws.replaceAll("、", ", ") : laws);

/** Rows of returns, the cells that they are rolled up into with what these say, and the laws by which that is so. */
export const rolled = (
  name: string,
  laws: string,
  rows: readonly Row[],
  options: RollUpOptions = {},
  keys: readonly Key[] = [{}],
): FormulaPage["examples"][number] => ({
  name,
  lines: (lang) => {
    const found = rollUp(figuresOf(rows), options);
    const cells = keys.map((key) => cellOf(found, key));
    return [
      ...rows.map(words[lang].row),
      "",
      ...cells.flatMap((cell) => [words[lang].cell(cell), ...cell.notes.map((note) => sayNote(note, lang))]),
      lawsOf(laws, lang),
    ];
  },
});
