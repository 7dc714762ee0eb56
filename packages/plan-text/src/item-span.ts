import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";
import { type Statement, statementsIn } from "./responsibilities.ts";

const deadlineLine =
  /(?:^|\n)\s*(?:(?:计划)?完成(?:时限|时间|期限)|时限(?:要求)?|时间(?:要求|节点)|办结时限)\s*:[^\n]{0,60}\s*$/;

/** An item's words end before the names, and the deadline beside them, that close it. */
export function contentEnd(text: string, span: Span, statements: readonly Statement[]): number {
  let end = span.end;
  let named = false;
  const trim = () => {
    const tail = text.slice(Math.max(span.start, end - 120), end);
    const line = deadlineLine.exec(tail);
    return line && (named || statements.length > 0) ? end - tail.length + line.index : end;
  };
  end = trim();
  for (const one of [...statements].reverse()) {
    if ((one.form === "clause" && !one.closesProgram) || one.end > end) break;
    const between = text.slice(one.end, end);
    if (!(one.closesProgram ? /^[^\n]{0,30}\s*$/ : /^[\s。;,]*$/).test(between)) break;
    end = one.start;
    named = true;
    end = trim();
  }
  while (end > span.start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Lines of names right below the heading stand outside the words: those begin behind them. */
export function contentStart(text: string, { start, end }: Span, statements: readonly Statement[]): number {
  let at = text.indexOf("\n", start);
  if (at < 0 || at >= end) return start;
  let moved = start;
  for (const one of statements) {
    if (one.form !== "line" || text.slice(at, one.start).trim() !== "") break;
    at = one.end;
    moved = skipBlank(text, one.end, end);
  }
  return end - moved > 6 ? moved : start;
}

/** The first place at or behind `from` that is no white space. */
export function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** Words behind the names of the last entry that speak to all departments are no part of it. */
const closing =
  /\n(?:\s*\n)?\s*(?=(?:各|请|以上各|上述|附件|市政府|县政府|区政府|[市县区镇]督查|本(?:方案|计划|意见|通知))[^\n]{6,}|\d{4}年\d{1,2}月\d{1,2}日\s*$)|\n\s*\n\s*(?=[^\n:]{20,})/;

/** Where an entry ends that is followed by closing words; its own end where none follow. */
export function closingFrom(text: string, entry: Entry): number {
  const last = statementsIn(text, entry)
    .filter(({ form, closesProgram }) => form !== "clause" || closesProgram)
    .at(-1);
  if (!last || text.slice(entry.start, last.start).trim().length < 12) return entry.end;
  const match = closing.exec(text.slice(last.end, entry.end));
  return match ? last.end + match.index : entry.end;
}
