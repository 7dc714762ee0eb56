import type { ParseDocument } from "../output/parse.ts";
import type { Words } from "../words/words.ts";
import { safe } from "./text-table.ts";

type Item = ParseDocument["items"][number];

/** A plan as read, for people: each task with its departments, targets, dates and money; what to confirm last. */
export function printPlan(document: ParseDocument, text: string, words: Words): string {
  const { title, year, region, programs, items, findings } = document;
  const titles = new Map(programs.map((one) => [one.no, one.title]));
  const head = [title, year === null ? null : String(year), region].filter(Boolean).join("  ");
  const lines = [head || words.parse.untitled, ""];
  let program: string | null | undefined;
  for (const item of items) {
    if (item.program !== program) {
      program = item.program;
      const name = program === null ? undefined : titles.get(program);
      if (name) lines.push(`${program}、${name}`);
    }
    lines.push(...ofItem(item, words.parse));
  }
  lines.push(
    "",
    words.parse.total(
      items.length,
      count(items, "indicators"),
      count(items, "milestones"),
      count(items, "funding"),
    ),
  );
  const starts = lineStarts(text);
  for (const { severity, code, message, at } of findings) {
    const [place] = at;
    const where = place?.kind === "text" ? words.parse.line(lineOf(starts, place.start)) : "";
    lines.push(`  [${severity}] ${code} ${where}  ${message}`);
  }
  return lines.map(indented).join("\n");
}

/** A line made safe to print, with the blanks in front of it. */
const indented = (line: string): string => " ".repeat(line.search(/\S|$/)) + safe(line);

const count = (items: readonly Item[], field: "indicators" | "milestones" | "funding"): number =>
  items.reduce((sum, item) => sum + item[field].length, 0);

function ofItem(item: Item, words: Words["parse"]): string[] {
  const who = [
    item.lead.length > 0 ? `${words.lead}：${item.lead.join("、")}` : "",
    item.support.length > 0 ? `${words.support}：${item.support.join("、")}` : "",
  ].filter(Boolean);
  return [
    `  ${item.no ?? "·"} ${item.title}${who.length > 0 ? `（${who.join("；")}）` : ""}`,
    ...item.indicators.map(
      ({ name, bound, value, valueMax, unit, per }) =>
        `      ${name}  ${words.bounds[bound]}${value}${valueMax === undefined ? "" : `—${valueMax}`}${unit}${per ? `/${per}` : ""}`,
    ),
    ...item.milestones.map(({ due, what }) => `      ${due}  ${what}`),
    ...item.funding.map(({ source, amount, unit }) => `      ${words.money}：${source}  ${amount}${unit}`),
  ];
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, counted from 1, that a place stands in. */
function lineOf(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
