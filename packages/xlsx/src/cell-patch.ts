import { type CellContent, isCellError } from "@taizhang/grid";
import type { Replacement } from "./byte-edits.ts";
import { attributesAt, attributeText, type CellSpan, nextTag } from "./cell-locator.ts";
import { behindElement, behindTag, isName } from "./xml-bytes.ts";
import { decodeUtf8, escapeCellText, escapeXml } from "./xml-text.ts";

/** The XML of a cell with its new content; `attributes` are those that it keeps, `r` among them. */
export function patchedCell(prefix: string, content: CellContent, attributes: string, style: number): string {
  const head = `<${prefix}c${attributes}${style === 0 ? "" : ` s="${style}"`}`;
  const { value, formula } = content;
  const element = (name: string, text: string): string => `<${prefix}${name}>${text}</${prefix}${name}>`;
  const code = formula === undefined ? "" : element("f", escapeXml(formula.replace(/^=/, "")));
  const end = `</${prefix}c>`;
  if (value === null) return code === "" ? `${head}/>` : `${head}>${code}${end}`;
  if (typeof value === "number") return `${head}>${code}${element("v", `${value}`)}${end}`;
  if (typeof value === "boolean") return `${head} t="b">${code}${element("v", value ? "1" : "0")}${end}`;
  if (isCellError(value)) return `${head} t="e">${code}${element("v", escapeXml(value.error))}${end}`;
  if (code !== "") return `${head} t="str">${code}${element("v", escapeCellText(value))}${end}`;
  // a text in the cell itself: the shared ones stay untouched, and nothing can read it as a formula
  const text = `<${prefix}t xml:space="preserve">${escapeCellText(value)}</${prefix}t>`;
  return `${head} t="inlineStr">${element("is", text)}${end}`;
}

/** The attributes that a cell keeps as they are written: all but its type, its style and what belongs to its old value. */
export function keptAttributes(bytes: Uint8Array, cell: number): string {
  return attributesAt(bytes, cell)
    .filter(({ name, nameEnd }) => !/^(t|s|cm|vm)$/.test(decodeUtf8(bytes, name, nameEnd)))
    .map(({ name, valueEnd }) => ` ${decodeUtf8(bytes, name, valueEnd + 1)}`)
    .join("");
}

/** The removal of a cell's stored value and of the type that it had; the formula and all else stay. */
export function withoutValue(bytes: Uint8Array, prefix: string, { start, end }: CellSpan): Replacement[] {
  const gone: Replacement[] = [];
  for (const { name, valueEnd } of attributesAt(bytes, start))
    if (isName(bytes, name, "t")) gone.push({ start: blankBefore(bytes, name), end: valueEnd + 1, text: "" });
  for (const child of children(bytes, start, end)) {
    const own = child.start + 1 + prefix.length;
    if (isName(bytes, own, "v") || isName(bytes, own, "is")) gone.push({ ...child, text: "" });
  }
  return gone;
}

function blankBefore(bytes: Uint8Array, name: number): number {
  let at = name;
  while ((bytes[at - 1] as number) <= 32) at--;
  return at;
}

/** The elements directly within an element. */
export function children(bytes: Uint8Array, start: number, end: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const inner = behindTag(bytes, start);
  if (bytes[inner - 2] === 47) return found;
  for (let at = nextTag(bytes, inner); at < end && bytes[at + 1] !== 47; ) {
    const behind = behindElement(bytes, at);
    found.push({ start: at, end: behind });
    at = nextTag(bytes, behind);
  }
  return found;
}

/** The shared formula that a cell takes part in; `first` is true in the cell that holds its text. */
export function sharedFormula(
  bytes: Uint8Array,
  prefix: string,
  { start, end }: CellSpan,
): { id: string; first: boolean; start: number; end: number } | undefined {
  for (const child of children(bytes, start, end)) {
    if (!isName(bytes, child.start + 1 + prefix.length, "f")) continue;
    if (attributeText(bytes, child.start, "t") !== "shared") return undefined;
    const id = attributeText(bytes, child.start, "si") ?? "";
    return {
      id,
      first: bytes[child.end - 2] !== 47 && behindTag(bytes, child.start) < child.end - 4 - prefix.length,
      ...child,
    };
  }
  return undefined;
}
