import { damaged } from "./unreadable.ts";
import { unescapeXml } from "./xml-text.ts";

/** A tag of a small part. `name` has no prefix; attributes are found by their name, with or without prefix. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** True for `<a/>`. */
  readonly empty: boolean;
  readonly attribute: (name: string) => string | undefined;
  /** Offsets of the tag in the part, end behind its `>`. */
  readonly start: number;
  readonly end: number;
}

/**
 * Calls back for each tag of a part that is small beside the sheets: workbook, relationships, styles. Comments,
 * CDATA and processing instructions are passed over; a document type is refused, because only attacks have one.
 */
export function eachTag(xml: string, visit: (tag: Tag) => void): void {
  for (let at = xml.indexOf("<"); at !== -1; ) {
    const next = xml.charCodeAt(at + 1);
    if (next === 33) at = skipDeclaration(xml, at);
    else if (next === 63) at = endOf(xml, "?>", at);
    else {
      const end = tagEnd(xml, at);
      visit(readTag(xml, at, end));
      at = end;
    }
    at = xml.indexOf("<", at);
  }
}

function skipDeclaration(xml: string, at: number): number {
  if (xml.startsWith("<!--", at)) return endOf(xml, "-->", at + 4);
  if (xml.startsWith("<![CDATA[", at)) return endOf(xml, "]]>", at);
  return damaged("DOCTYPE");
}

function endOf(xml: string, what: string, from: number): number {
  const at = xml.indexOf(what, from);
  return at === -1 ? damaged("XML") : at + what.length;
}

/** Behind the `>` that ends the tag; one inside an attribute's quotes does not. */
function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
  }
  return damaged("XML");
}

export function readTag(xml: string, start: number, end: number): Tag {
  const closing = xml.charCodeAt(start + 1) === 47;
  let nameEnd = start + (closing ? 2 : 1);
  let nameStart = nameEnd;
  for (; nameEnd < end; nameEnd++) {
    const code = xml.charCodeAt(nameEnd);
    if (code === 58) nameStart = nameEnd + 1;
    else if (code <= 32 || code === 47 || code === 62) break;
  }
  return {
    name: xml.slice(nameStart, nameEnd),
    closing,
    empty: xml.charCodeAt(end - 2) === 47,
    attribute: (name) => attributeOf(xml, nameEnd, end, name),
    start,
    end,
  };
}

function attributeOf(xml: string, from: number, end: number, wanted: string): string | undefined {
  let at = from;
  while (at < end) {
    while (at < end && xml.charCodeAt(at) <= 32) at++;
    const nameStart = at;
    while (at < end && xml.charCodeAt(at) !== 61) at++;
    const name = xml.slice(nameStart, at).trimEnd();
    at++;
    while (at < end && xml.charCodeAt(at) <= 32) at++;
    const quote = xml[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const close = xml.indexOf(quote, at + 1);
    if (close === -1 || close >= end) return undefined;
    if (name === wanted || (name.endsWith(wanted) && name.at(-wanted.length - 1) === ":"))
      return unescapeXml(xml.slice(at + 1, close));
    at = close + 1;
  }
  return undefined;
}

/** True for what XML calls true in an attribute. */
export const isTrue = (text: string | undefined): boolean => text === "1" || text === "true" || text === "on";

/** The text of the element that opens with `tag`, entities read, CDATA included. */
export function elementText(xml: string, tag: Tag): string {
  if (tag.empty) return "";
  let text = "";
  for (let at = tag.end; ; ) {
    const open = xml.indexOf("<", at);
    if (open === -1) damaged("XML");
    text += unescapeXml(xml.slice(at, open));
    if (xml.startsWith("<![CDATA[", open)) {
      at = endOf(xml, "]]>", open);
      text += xml.slice(open + 9, at - 3);
    } else if (xml.startsWith("<!--", open)) at = endOf(xml, "-->", open + 4);
    else return text;
  }
}
