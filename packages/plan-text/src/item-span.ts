import type { Entry } from "./outline.ts";
import type { Span } from "./plan.ts";
import { statementsIn } from "./responsibilities.ts";
import type { Statement } from "./statement.ts";

const deadlineLine =
  /(?:^|[\n;,])[\s;,]*(?:(?:计划)?完成(?:时限|时间|期限)|时限(?:要求)?|时间(?:要求|节点|安排)|(?:实施|办理)?时间|办结时限)\s*:[^\n,;]{0,24}\s*$/;

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
  // 社会事业： the heading of what follows
  const heading = /\n\s*[\u3400-\u9fff]{2,10}:$/.exec(text.slice(Math.max(span.start, end - 16), end));
  return heading ? end - heading[0].length : end;
}

/** Lines of names right below the heading stand outside the words: those begin behind them. */
export function contentStart(text: string, { start, end }: Span, statements: readonly Statement[]): number {
  let at = text.indexOf("\n", start);
  if (at < 0 || at >= end || /[。;].{4}/.test(text.slice(start, at))) return start;
  let moved = start;
  for (const one of statements) {
    if (one.form !== "line" || text.slice(at, one.start).trim() !== "") break;
    at = one.end;
    moved = skipBlank(text, one.end, end);
  }
  return end - moved > 6 && !deadlineLine.test(text.slice(moved, end)) ? moved : start;
}

/** The first place at or behind `from` that is no white space. */
export function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** Words behind the names of the last entry that speak to all departments are no part of it. */
const closing =
  /\n(?:\s*\n)?\s*(?=(?:各|请|以上|上述|最后|希望|附件|市政府|县政府|区政府|[市县区镇]督查|本(?:方案|计划|意见|通知))[^\n]{6,}|\d{4}年\d{1,2}月\d{1,2}日\s*$)|\n\s*\n\s*(?=[^\n:]{20,})/;

/** Where an entry ends that is followed by closing words; its own end where none follow. */
export function closingFrom(text: string, entry: Entry): number {
  const last = statementsIn(text, entry)
    .filter(
      ({ form, closesProgram, end }) =>
        form !== "clause" || closesProgram || /^[。;]?\s*(?:\n|$)/.test(text.slice(end, end + 4)),
    )
    .at(-1);
  const above = /\n\s*(?=(?:以上|上述|各(?:牵头|责任|有关)?(?:单位|部门|级))[^\n]{6,})/.exec(
    text.slice(entry.start, entry.end),
  );
  if (!last && above) return entry.start + above.index;
  if (!last || text.slice(entry.start, last.start).trim().length < 12) return entry.end;
  const match = closing.exec(text.slice(last.end, entry.end));
  return match ? last.end + match.index : entry.end;
}
