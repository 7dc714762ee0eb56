import type { Span } from "./plan.ts";

/** The lines of a stretch of text, without their ends, empty ones among them (行). */
export function* linesIn(text: string, { start, end }: Span): Generator<Span> {
  for (let from = start; from < end; ) {
    const next = text.indexOf("\n", from);
    const to = next < 0 || next > end ? end : next;
    yield { start: from, end: to };
    from = to + 1;
  }
}
