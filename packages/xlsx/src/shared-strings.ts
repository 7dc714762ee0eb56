import type { ReadLimits } from "./limits.ts";
import { damaged, tooLarge } from "./unreadable.ts";
import { cellText, decodeUtf8 } from "./xml-text.ts";

/** The shared texts of a workbook; each is decoded when a cell first asks for it (共享字符串). */
export interface SharedStrings {
  /** The text, or undefined where the file has none of that number. */
  readonly at: (index: number) => string | undefined;
}

/** The shared strings part. Rich text is joined; phonetic runs (拼音) are left out. */
export function sharedStrings(bytes: Uint8Array, limits: ReadLimits): SharedStrings {
  const xml = decodeUtf8(bytes, 0, bytes.length);
  const prefix = rootPrefix(xml);
  const item = `<${prefix}si`;
  const starts: number[] = [];
  for (let at = xml.indexOf(item); at !== -1; at = xml.indexOf(item, at + item.length)) {
    const next = xml.charCodeAt(at + item.length);
    if (next === 62 || next === 47 || next <= 32) starts.push(at);
    if (starts.length > limits.cells) tooLarge(`sharedStrings: ${limits.cells}`);
  }
  const texts = new Array<string | undefined>(starts.length);
  const plainStart = `<${prefix}si><${prefix}t>`;
  const read = (index: number): string | undefined => {
    const start = starts[index];
    if (start === undefined) return undefined;
    const end = starts[index + 1] ?? xml.length;
    // an item that begins with a plain text has no runs; phonetic ones may follow
    if (xml.startsWith(plainStart, start)) {
      const from = start + plainStart.length;
      const to = xml.indexOf("<", from);
      if (xml.charCodeAt(to + 1) === 47) return cellText(xml.slice(from, to));
    }
    return richText(xml.slice(start, end), prefix);
  };
  return {
    at: (index) => {
      const known = texts[index];
      if (known !== undefined) return known;
      const text = read(index);
      if (text !== undefined) texts[index] = text;
      return text;
    },
  };
}

/** The prefix of the root element with its colon, "" for the usual files without one. */
function rootPrefix(xml: string): string {
  refuseDoctype(xml);
  return /<((?:[A-Za-z_][\w.-]*:)?)[A-Za-z_]/.exec(xml.slice(0, 4096))?.[1] ?? "";
}

/** Stops at a document type: entities that it defines are never read, and only attacks have one. */
export function refuseDoctype(xml: string): void {
  if (xml.slice(0, 4096).includes("<!DOCTYPE")) damaged("DOCTYPE");
}

/** The text of an `si` or `is` element: its `t` elements joined, those inside `rPh` left out. */
export function richText(xml: string, prefix: string): string {
  const open = `<${prefix}t`;
  const phonetic = `<${prefix}rPh`;
  const phoneticEnd = `</${prefix}rPh>`;
  let text = "";
  for (let at = 0; ; ) {
    const start = xml.indexOf("<", at);
    if (start === -1) return text;
    if (xml.startsWith("<!--", start)) {
      const end = xml.indexOf("-->", start);
      at = end === -1 ? xml.length : end + 3;
      continue;
    }
    if (xml.startsWith(phonetic, start) && /[\s>/]/.test(xml[start + phonetic.length] ?? "")) {
      const end = xml.indexOf(phoneticEnd, start);
      at = end === -1 ? xml.length : end + phoneticEnd.length;
      continue;
    }
    const tagEnd = xml.indexOf(">", start);
    if (tagEnd === -1) return text;
    at = tagEnd + 1;
    if (!xml.startsWith(open, start) || !/[\s>]/.test(xml[start + open.length] ?? "")) continue;
    if (xml[tagEnd - 1] === "/") continue;
    const close = xml.indexOf(`</${prefix}t`, at);
    if (close === -1) return text;
    text += cellText(withoutSections(xml.slice(at, close)));
    at = close;
  }
}

/** CDATA sections as escaped text, comments dropped; what is not closed ends the text. */
export function withoutSections(xml: string): string {
  let text = "";
  let done = 0;
  for (let at = xml.indexOf("<!"); at !== -1; at = xml.indexOf("<!", done)) {
    text += xml.slice(done, at);
    const isText = xml.startsWith("<![CDATA[", at);
    const close = xml.indexOf(isText ? "]]>" : "-->", at);
    if (close === -1) return text;
    if (isText)
      text += xml
        .slice(at + 9, close)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;");
    done = close + 3;
  }
  return done === 0 ? xml : text + xml.slice(done);
}
