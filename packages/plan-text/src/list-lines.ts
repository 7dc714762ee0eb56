import { linesIn } from "./lines.ts";
import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";
import { statementsIn } from "./responsibilities.ts";

/** The lines of a stretch that are not empty. */
export const linesOf = (text: string, span: Span): Span[] =>
  [...linesIn(text, span)].filter(({ start, end }) => text.slice(start, end).trim() !== "");

/**
 * The entries without numbers below a heading, or in a text without any: lines that name in brackets who does them,
 * each with the lines behind it where a line below the heading already names who leads.
 */
export function listLines(
  text: string,
  entry: Entry,
  lines: readonly Span[],
): { listed: Span[]; headEnd: number } {
  const body = entry.marker ? lines.slice(1) : lines;
  const headEnd = lines[0]?.end ?? entry.start;
  const roleLines = body.findIndex((line) => !statementsIn(text, line).some((one) => one.form === "line"));
  const isNamed = (line: Span, shortest: number) =>
    statementsIn(text, line).some(
      ({ form, start }) => form === "bracket" && text.slice(line.start, start).trim().length > shortest,
    );
  if (entry.marker && roleLines > 0) {
    const starts = body.slice(roleLines).filter((line) => isNamed(line, 1));
    const listed = starts.map(({ start }, index) => ({ start, end: starts[index + 1]?.start ?? entry.end }));
    return { listed, headEnd: body[roleLines - 1]?.end ?? headEnd };
  }
  const bullets = body.filter(({ start }) => bullet.test(text.slice(start, start + 6)));
  if ((entry.marker?.rank ?? 0) <= 2 && bullets.length > 1 && bullets.length >= body.length / 2) {
    const own = bullets.filter((line) => statementsIn(text, line).some(({ form }) => form !== "clause"));
    if (own.length >= bullets.length / 2) {
      const listed = bullets.map(({ start }, index) => ({
        start,
        end: bullets[index + 1]?.start ?? entry.end,
      }));
      return { listed, headEnd };
    }
  }
  const named = body.filter((line) => isNamed(line, 6));
  const isProse = (entry.marker?.rank ?? 0) <= 2 && !/[。;]/.test(text.slice(entry.start, headEnd));
  const sentences = isProse
    ? named.reduce((sum, line) => sum + sentencesByNames(text, line).named.length, 0)
    : named.length;
  return { listed: sentences >= 2 && named.length >= body.length / 2 ? named : [], headEnd };
}

/** A sign in front of a line that numbers nothing: ●…责任单位：…. */
const bullet = /^\s*[●■★◆▲▪•·*]/;

const shortestSentence = 8;

/**
 * The stretches of a paragraph that each close with names in brackets (句后括号责任单位): …。(责任单位:A)…。(责任单位:B)
 * are two. `rest` is the paragraph behind the last names, where an empty line parts it from them.
 */
export function sentencesByNames(text: string, span: Span): { named: Span[]; rest: Span | undefined } {
  const closing = statementsIn(text, span).filter(
    ({ form, start }) =>
      form === "bracket" && /[。;!]\s*$/.test(text.slice(Math.max(span.start, start - 4), start)),
  );
  const named: Span[] = [];
  let from = span.start;
  for (const { end } of closing) {
    if (end - from < shortestSentence) continue;
    named.push({ start: from, end });
    from = end;
  }
  const behind = text.slice(from, span.end);
  const last = named.at(-1);
  if (!last) return { named: [span], rest: undefined };
  const isNext = /^[^\n]*[\u3400-\u9fff]{4}/.test(behind);
  if (isNext) return { named: [...named, { start: from, end: span.end }], rest: undefined };
  if (/^[。;\s]*\n\s*\n\s*\S/.test(behind)) return { named, rest: { start: from, end: span.end } };
  return { named: [...named.slice(0, -1), { start: last.start, end: span.end }], rest: undefined };
}
