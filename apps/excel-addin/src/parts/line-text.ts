import type { Lang } from "@taizhang/finding";
import type { TaskCounts } from "@taizhang/kpi";
import { negate } from "@taizhang/quantity";
import type { RollUpLine } from "../engine/roll-up-card.ts";
import type { PaneWords } from "../words/words.ts";
import { amountText, gapText, percentText } from "./figures.ts";

/** The group of a line: its keys, or 合计. */
export const lineName = ({ key }: Pick<RollUpLine, "key">, words: PaneWords): string =>
  Object.values(key).join(" ") || words.rollup.total;

/** A formula that no program has calculated: neither 未报 nor 0 (待计算). */
export const isUncalculated = ({ actual, missing, notes }: RollUpLine): boolean =>
  actual === null && missing.length === 0 && notes.some(({ code }) => code === "uncalculated");

/** Why a line has no total: rates are not added, units differ. */
export const whyNoTotal = ({ notes }: RollUpLine): RollUpLine["notes"][number] | undefined =>
  notes.find(({ code }) => code === "notAdditive" || code === "unitsDiffer" || code === "undecided");

/** What stands where there is no amount: 未报, 待计算 and 不涉及 look different (没有数时). */
function noAmount(line: RollUpLine, { rollup }: PaneWords): string {
  if (isUncalculated(line)) return rollup.uncalculated;
  return line.light === "notApplicable" ? rollup.notApplicable : rollup.notReported;
}

/** The amount done; 至少 where reports are missing. */
export function actualText(line: RollUpLine, words: PaneWords): string {
  if (line.actual === null) return noAmount(line, words);
  const text = amountText(line.actual);
  return line.atLeast ? words.rollup.atLeast(text) : text;
}

export const targetText = ({ target }: RollUpLine, { rollup }: PaneWords): string =>
  target === null ? rollup.noTarget : amountText(target);

/** The completion rate in percent; a rate that is not added has none. */
export function rateText(line: RollUpLine, words: PaneWords): string {
  const { completion, atLeast, light, actual } = line;
  const { rollup } = words;
  if (whyNoTotal(line)) return rollup.none;
  if (completion !== null) return atLeast ? rollup.atLeast(percentText(completion)) : percentText(completion);
  return light === "unreported" || actual === null ? noAmount(line, words) : rollup.none;
}

/** Whether the superior's own figure is another than a sum by no more than rounding explains (节点检查). */
export const isRounding = ({ notes }: RollUpLine): boolean =>
  !notes.some(({ code }) => ["parentDiffers", "rateDiffers", "fromParts"].includes(code));

/** By how much a sum is off the superior's own figure; empty where it is not, or only by rounding. */
export function aboveText(line: RollUpLine, { rollup }: PaneWords): string {
  if (line.difference === null || !line.notes.some(({ code }) => code === "parentDiffers")) return "";
  return line.difference.startsWith("-")
    ? rollup.moreThanAbove(amountText(negate(line.difference)))
    : rollup.lessThanAbove(amountText(line.difference));
}

/** The distance to the pace in percentage points: of the completion, or of the progress from a baseline. */
export const gapOf = (line: RollUpLine, { rollup }: PaneWords): string =>
  line.lag === null || whyNoTotal(line) ? rollup.none : gapText(line.lag);

/** The light with its word. */
export function lightText(line: RollUpLine, words: PaneWords): string {
  if (isUncalculated(line)) return words.rollup.uncalculatedLight;
  return line.light === null ? words.rollup.none : words.lights[line.light];
}

/** The table as text with tabs, for pasting (复制). */
export function tableText(lines: readonly RollUpLine[], lang: Lang, words: PaneWords): string {
  const { rollup } = words;
  const head = [
    rollup.name,
    rollup.actual,
    rollup.target,
    rollup.orgs,
    rollup.rate,
    rollup.gapLong,
    rollup.light,
    "",
  ];
  const rows = lines.map((line) => {
    const why = whyNoTotal(line);
    return [
      lineName(line, words),
      why ? rollup.none : actualText(line, words),
      why ? rollup.none : targetText(line, words),
      `${line.reported}/${line.expected}`,
      rateText(line, words),
      gapOf(line, words),
      lightText(line, words),
      why?.said[lang] ?? "",
    ];
  });
  return asTable([head, ...rows]);
}

export const countStates = ["total", "done", "onTrack", "behind", "overdue", "notDue", "unreported"] as const;

/** How many tasks are in which state, as text with tabs. */
export const countsText = (counts: readonly TaskCounts[], words: PaneWords): string =>
  asTable([
    [words.rollup.name, ...countStates.map((state) => words.rollup.counts[state])],
    ...counts.map((count) => [lineName(count, words), ...countStates.map((state) => `${count[state]}`)]),
  ]);

const asTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join("\t").trimEnd()).join("\n");
