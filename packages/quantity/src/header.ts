import { type Bound, boundAtEnd, boundBehind } from "./bound.ts";
import { type Unit, unitOf, unitText } from "./unit.ts";
import { halfWidth } from "./width.ts";

/** A header taken apart: 失业率低于（％） is 失业率, % and lt (表头). */
export interface NameAndUnit {
  readonly name: string;
  /** Power word and base word in the table's spelling: 万元, 平方米, 元/人·月. `unitOf` reads it. */
  readonly unit?: string;
  readonly bound?: Bound;
}

/**
 * The name, the unit and the bound that a header or an indicator's name holds (表头拆分). Brackets that hold no
 * unit stay in the name.
 * @example splitNameAndUnit("城镇新增就业(人)") // { name: "城镇新增就业", unit: "人" }
 */
export function splitNameAndUnit(header: string): NameAndUnit {
  if (header.length > 500) return { name: header.trim() }; // no header, and nobody has time for its brackets
  const { name, unit, bound: inside } = bracketUnit(header) ?? tailUnit(header) ?? { name: header.trim() };
  const { bound: outside, weak, start } = boundAtEnd(halfWidth(name));
  const named = start > 0 ? outside : undefined; // a header that is all bound, as 最低, is a name
  const bound = inside && (weak || !named) ? inside : named;
  return {
    name: start > 0 ? name.slice(0, start).trimEnd() : name,
    ...(unit ? { unit: unitText(unit) } : {}),
    ...(bound ? { bound } : {}),
  };
}

interface Parts {
  readonly name: string;
  readonly unit?: Unit;
  readonly bound?: Bound;
}

/** The last pair of brackets that holds a unit, taken out of the name; an outer pair goes before an inner: (人(次)). */
function bracketUnit(header: string): Parts | undefined {
  const plain = halfWidth(header)
    .replace(/[[【〔]/g, "(")
    .replace(/[\]】〕]/g, ")");
  const open: number[] = [];
  const pairs: [number, number][] = [];
  for (let at = 0; at < plain.length; at++) {
    if (plain.charAt(at) === "(") open.push(at);
    const start = plain.charAt(at) === ")" ? open.pop() : undefined;
    if (start !== undefined && at - start <= 24) pairs.push([start, at]);
  }
  for (const [start, end] of pairs.reverse()) {
    const found = insideUnit(plain.slice(start + 1, end));
    if (found)
      return { ...found, name: `${header.slice(0, start).trimEnd()}${header.slice(end + 1)}`.trim() };
  }
  return undefined;
}

/** A unit within brackets, with words of a bound around it: %以内, ≥个. */
function insideUnit(text: string): { unit: Unit; bound?: Bound } | undefined {
  for (let start = 0; start <= 6 && start < text.length; start++) {
    const before = boundAtEnd(text.slice(0, start));
    if (start > 0 && before.start > 0) continue;
    for (let end = text.length; end > start; end--) {
      const unit = unitOf(text.slice(start, end));
      const behind = boundBehind(text, end);
      if (!unit || (behind?.end ?? end) !== text.length) continue;
      const bound = behind?.bound ?? before.bound;
      return bound ? { unit, bound } : { unit };
    }
  }
  return undefined;
}

/** A unit behind a colon, a comma, a slash, a line break, or — if it is more than one letter — a space. */
function tailUnit(header: string): Parts | undefined {
  const plain = halfWidth(header).trimEnd();
  for (let at = plain.length - 1; at > 0 && at >= plain.length - 16; at--) {
    const letter = plain.charAt(at);
    if (!/[:,/\s]/.test(letter)) continue;
    const tail = plain.slice(at + 1);
    const unit = unitOf(tail);
    const name = header
      .slice(0, at)
      .trimEnd()
      .replace(/[:：,，]?(?:计量)?单位$/, "");
    const long = tail.length > 1 || tail === "%";
    if (unit && name.trim() !== "" && (letter !== " " || long)) return { unit, name: name.trim() };
  }
  return undefined;
}
